using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>Names of the resampling methods, as options have them.</summary>
internal static class ResamplingMethods
{
    /// <summary>Reads the name.</summary>
    /// <param name="options">The options.</param>
    /// <param name="optionName">Name of the option that holds it.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>.</exception>
    public static ResamplingMethod Read(FeatureOptionSet options, string optionName) => options.Text(optionName) switch
    {
        "nearest" => ResamplingMethod.Nearest,
        "bilinear" => ResamplingMethod.Bilinear,
        "bicubic" => ResamplingMethod.Bicubic,
        "lanczos4" => ResamplingMethod.Lanczos4,
        string other => throw new VmafException(
            VmafErrorIds.OptionInvalid,
            $"Option '{optionName}' of feature extractor '{options.Extractor.Name}' cannot be '{other}'.",
            "Give nearest, bilinear, bicubic or lanczos4.",
            optionName),
    };
}
