using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// The blends of Barten's and Watson's contrast sensitivities, tabulated by scale for a few viewing conditions (libvmaf,
/// barten_csf_tools.h). 2160 lines seen from 1.5 heights have the visual angle of 1080 lines seen from 3.
/// </summary>
internal static class BlendedSensitivity
{
    private static readonly Table[] Tables =
    [
        new(
            new(3.0, 1080),
            [0.01183f, 0.025026f, 0.04295f, 0.058621f],
            [0.004302f, 0.011778f, 0.023918f, 0.035901f],
            [0.011249f, 0.022606f, 0.035930f, 0.045673f],
            [0.004097f, 0.010921f, 0.021430f, 0.031313f]),
        new(
            new(5.0, 1080),
            [0.004212f, 0.014809f, 0.029642f, 0.047464f],
            [0.000984f, 0.005852f, 0.0146f, 0.027574f],
            [0.004052f, 0.013939f, 0.026298f, 0.038833f],
            [0.000927f, 0.005544f, 0.013415f, 0.024515f]),
        new(
            new(3.0, 2160),
            [0.00226f, 0.01183f, 0.025026f, 0.04295f],
            [0.000479f, 0.004302f, 0.011778f, 0.023918f],
            [0.002166f, 0.011249f, 0.022606f, 0.035930f],
            [0.000447f, 0.004097f, 0.010921f, 0.021430f]),
        new(
            new(5.0, 2160),
            [0.000092f, 0.004212f, 0.014809f, 0.029642f],
            [0.000050f, 0.000984f, 0.005852f, 0.0146f],
            [0.000077f, 0.004052f, 0.013939f, 0.026298f],
            [0.000045f, 0.000927f, 0.005544f, 0.013415f]),
        new(
            new(5.0, 720),
            [0.010144f, 0.022561f, 0.040309f, 0.05672f],
            [0.003463f, 0.010282f, 0.021839f, 0.034641f],
            [0.009689f, 0.020577f, 0.034162f, 0.044523f],
            [0.003302f, 0.009579f, 0.019661f, 0.030318f]),
    ];

    /// <summary>Sensitivities of a scale to straight and to diagonal detail.</summary>
    /// <param name="mode">One of the two blends.</param>
    /// <param name="condition">From where the display is seen.</param>
    /// <param name="scale">0, the finest, to 3.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: no table for the viewing condition.</exception>
    public static (float Straight, float Diagonal) At(ContrastSensitivityMode mode, ViewingCondition condition, int scale)
    {
        ViewingCondition tabulated = condition == new ViewingCondition(1.5, 2160) ? new ViewingCondition(3.0, 1080) : condition;
        Table table = Array.Find(Tables, candidate => candidate.Condition == tabulated) ?? throw NoTable(mode, condition);
        return mode == ContrastSensitivityMode.Blend
            ? (table.Straight[scale], table.Diagonal[scale])
            : (table.StraightMeanAbsoluteError[scale], table.DiagonalMeanAbsoluteError[scale]);
    }

    private static VmafException NoTable(ContrastSensitivityMode mode, ViewingCondition condition) =>
        new(
            VmafErrorIds.OptionInvalid,
            string.Create(
                CultureInfo.InvariantCulture,
                $"adm_csf_mode {(int)mode} has no figures for {condition.DisplayHeightInPixels} lines seen from {condition.DistanceInHeights} display heights."),
            "It has them for 1080 lines from 3 or 5, 2160 lines from 1.5, 3 or 5, and 720 lines from 5 display heights; modes 0 and 1 serve any.",
            AdmDefinition.CsfMode);

    private sealed record Table(
        ViewingCondition Condition,
        float[] Straight,
        float[] Diagonal,
        float[] StraightMeanAbsoluteError,
        float[] DiagonalMeanAbsoluteError);
}
