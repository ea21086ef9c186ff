using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Errors;

/// <summary>What a parameter of the cmdlets can do about an error; the engine's own remedies know of no parameters.</summary>
internal static class ParameterRemedies
{
    private static readonly Dictionary<string, string> Remedies = new(StringComparer.Ordinal)
    {
        [VmafErrorIds.RawFormatUnknown] = "-Width, -Height, -PixelFormat and -BitDepth state them.",
        [VmafErrorIds.SizeMismatch] = "-Resize Bicubic does so while measuring.",
        [VmafErrorIds.FormatMismatch] = "-CommonBitDepth allows different depths.",
        [VmafErrorIds.LengthMismatch] = "Find-VmafOffset finds a shift, -ReferenceSkip and -DistortedSkip pass over it. -Shortest, last, compares as many as the shorter one has.",
        [VmafErrorIds.ReferenceMissing] = "Two paths are a reference and a distorted video, in this order.",
        [VmafErrorIds.FrameRateUnknown] = "-FrameRate states it; -ReferenceSkip, -DistortedSkip and -FrameCount count frames.",
        [VmafErrorIds.RotationMismatch] = "-ApplyRotation does so.",
    };

    /// <summary>The same for cmdlets that have none of these parameters, and take results of <c>Invoke-VmafQuality</c>, which has.</summary>
    private static readonly Dictionary<string, string> MeasuringRemedies = new(StringComparer.Ordinal)
    {
        [VmafErrorIds.SizeMismatch] = "Or measure first: Invoke-VmafQuality … -Resize Bicubic",
        [VmafErrorIds.FormatMismatch] = "Or, for different depths: Invoke-VmafQuality … -CommonBitDepth",
        [VmafErrorIds.LengthMismatch] = "Find-VmafOffset finds a shift. Then: Invoke-VmafQuality … -ReferenceSkip …",
        [VmafErrorIds.RotationMismatch] = "Or measure first: Invoke-VmafQuality … -ApplyRotation",
    };

    /// <summary>The engine's remedy, with the parameter where there is one.</summary>
    /// <param name="error">The engine's error.</param>
    public static string Complete(VmafException error) => Complete(error.ErrorId, error.Remedy);

    /// <summary>The engine's remedy, with the parameter where there is one.</summary>
    /// <param name="errorId">Id of the error, if there is one.</param>
    /// <param name="remedy">The engine's remedy, if there is one.</param>
    public static string Complete(string? errorId, string? remedy) =>
        errorId is not null && Remedies.TryGetValue(errorId, out string? parameter) ? $"{remedy} {parameter}".TrimStart() : remedy ?? string.Empty;

    /// <summary>The engine's remedy for a cmdlet that measures without parameters of its own, and takes results.</summary>
    /// <param name="error">The engine's error.</param>
    /// <param name="cmdlet">The cmdlet's name.</param>
    public static string CompleteByResult(VmafException error, string cmdlet) => MeasuringRemedies.TryGetValue(error.ErrorId, out string? measuring)
        ? $"{error.Remedy} {measuring} | {cmdlet}"
        : Complete(error);
}
