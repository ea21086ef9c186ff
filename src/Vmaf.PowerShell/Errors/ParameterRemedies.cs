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
        [VmafErrorIds.LengthMismatch] = "-Shortest allows it.",
        [VmafErrorIds.ReferenceMissing] = "Two paths are a reference and a distorted video, in this order.",
        [VmafErrorIds.FrameRateUnknown] = "-FrameRate states it; -ReferenceSkip, -DistortedSkip and -FrameCount count frames.",
        [VmafErrorIds.RotationMismatch] = "-ApplyRotation does so.",
    };

    /// <summary>The engine's remedy, with the parameter where there is one.</summary>
    /// <param name="error">The engine's error.</param>
    public static string Complete(VmafException error) => Complete(error.ErrorId, error.Remedy);

    /// <summary>The engine's remedy, with the parameter where there is one.</summary>
    /// <param name="errorId">Id of the error, if there is one.</param>
    /// <param name="remedy">The engine's remedy, if there is one.</param>
    public static string Complete(string? errorId, string? remedy) =>
        errorId is not null && Remedies.TryGetValue(errorId, out string? parameter) ? $"{remedy} {parameter}".TrimStart() : remedy ?? string.Empty;
}
