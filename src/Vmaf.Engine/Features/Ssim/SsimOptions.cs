namespace Vmaf.Engine.Features.Ssim;

/// <summary>The options that SSIM and MS-SSIM share.</summary>
internal static class SsimOptions
{
    public const string EnableTerms = "enable_lcs";
    public const string EnableDecibels = "enable_db";
    public const string ClipDecibels = "clip_db";

    public static FeatureOption[] Shared { get; } =
    [
        new(EnableTerms, FeatureOptionKind.Boolean, false, "Reports the luminance, contrast and structure terms too."),
        new(EnableDecibels, FeatureOptionKind.Boolean, false, "Reports the similarity in decibels."),
        new(ClipDecibels, FeatureOptionKind.Boolean, false, "Limits decibels to what the smallest possible error would give."),
    ];
}
