namespace Vmaf.Engine.Features.Adm;

/// <summary>How a scale brings detail and masking threshold to one fixed-point format, in vectors of 32-bit lanes.</summary>
/// <typeparam name="TSample">16 bits at scale 0, 32 later.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal unsafe interface IContrastKernel<TSample, V>
    where TSample : unmanaged
    where V : struct
{
    /// <summary>Fraction bits of straight contrast beyond those of the threshold.</summary>
    int StraightThresholdShift { get; }

    /// <summary>Fraction bits of diagonal contrast beyond those of the threshold.</summary>
    int DiagonalThresholdShift { get; }

    /// <summary>Bits that the square of straight contrast loses.</summary>
    int StraightSquareShift { get; }

    /// <summary>Bits that the square of diagonal contrast loses.</summary>
    int DiagonalSquareShift { get; }

    /// <summary>A sensitivity's factor in every lane, as <see cref="Magnitude"/> takes it.</summary>
    V Factor(uint factor);

    /// <summary>Magnitude of the contrast of a register of detail.</summary>
    V Magnitude(TSample* detail, V factor);
}
