using Vmaf.Engine.Video;

namespace Vmaf.Clips.Golden;

/// <summary>
/// The pairs that are recorded. libvmaf rounds odd chroma sizes down where files round up, so that odd sizes are 4:4:4 only; and it
/// refuses luma-only video.
/// </summary>
public static class GoldenRecipes
{
    /// <summary>All pairs.</summary>
    public static IReadOnlyList<GoldenRecipe> All { get; } =
    [
        new("64x64_420_8_quantise", 64, 64, ChromaFormat.Yuv420, 8, 5, 11, Degradation.Quantise, 4),
        new("97x83_444_8_blur", 97, 83, ChromaFormat.Yuv444, 8, 5, 12, Degradation.Blur, 1),
        new("160x90_420_8_quantise", 160, 90, ChromaFormat.Yuv420, 8, 12, 13, Degradation.Quantise, 6),
        new("160x90_420_8_contrast", 160, 90, ChromaFormat.Yuv420, 8, 5, 14, Degradation.ContrastBoost, 3),
        new("160x90_420_8_identical", 160, 90, ChromaFormat.Yuv420, 8, 5, 15, Degradation.None, 1),
        new("176x144_420_8_dropped", 176, 144, ChromaFormat.Yuv420, 8, 8, 16, Degradation.DroppedFrame, 1),
        new("176x144_420_10_rescale", 176, 144, ChromaFormat.Yuv420, 10, 5, 17, Degradation.Rescale, 1),
        new("160x90_422_12_blur", 160, 90, ChromaFormat.Yuv422, 12, 5, 18, Degradation.Blur, 1),
        new("176x144_444_16_noise", 176, 144, ChromaFormat.Yuv444, 16, 5, 19, Degradation.Noise, 5),
        new("130x98_422_10_brightness", 130, 98, ChromaFormat.Yuv422, 10, 5, 20, Degradation.BrightnessShift, 6),
        new("322x180_420_8_noise", 322, 180, ChromaFormat.Yuv420, 8, 5, 21, Degradation.Noise, 4),
        new("353x288_444_8_quantise", 353, 288, ChromaFormat.Yuv444, 8, 5, 22, Degradation.Quantise, 8),
        new("360x202_420_16_quantise", 360, 202, ChromaFormat.Yuv420, 16, 5, 23, Degradation.Quantise, 5),
        new("481x65_444_10_rescale", 481, 65, ChromaFormat.Yuv444, 10, 5, 24, Degradation.Rescale, 2),
    ];
}
