using Vmaf.Engine.Video;

namespace Vmaf.Engine.Models;

/// <summary>
/// Chooses a model by what is measured. It is Netflix's newest generation, v1, that is chosen, by the advice that comes with it:
/// the 2160p model at 1.5 H for pictures whose longer side has more than 2560 or whose shorter side has more than 1440 samples, else the 1080p model at 3 H; of either the
/// variant for high frame rates from 45 frames per second on. Where the frame rate is not known (raw video) it counts as ordinary.
/// Videos without chroma that v1 can measure, because they have none or planes of less than 80×80 samples, get the v0.6.1 model of
/// their size. Telephones and 2160p televisions at 3 H are viewing conditions that no video tells; ask for these models by name.
/// </summary>
public static class AutomaticModel
{
    /// <summary>The name that asks for the choice.</summary>
    public const string Name = "Auto";

    private const int LargestLongerSide = 2560;
    private const int LargestShorterSide = 1440;
    private const double LeastHighFrameRate = 45;
    private const int LeastChromaSide = 80;

    /// <summary>The names of all models that may be chosen.</summary>
    public static IReadOnlyList<string> Candidates { get; } =
    [
        "vmaf_v0.6.1", "vmaf_4k_v0.6.1", "vmaf_v1.0.16_3d0h", "vmaf_v1.0.16_1d5h_2160", "vmaf_v1.0.16_hfr_3d0h", "vmaf_v1.0.16_hfr_1d5h_2160",
    ];

    /// <summary>Whether a model's name asks for the choice; case does not matter.</summary>
    /// <param name="nameOrPath">A name or path.</param>
    public static bool IsAskedFor(string nameOrPath) => nameOrPath.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Chooses a model.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="frameRate">Their frame rate; <see langword="null"/> where it is not known.</param>
    /// <returns>The name of a built-in model.</returns>
    public static string Choose(VideoFormat format, FrameRate? frameRate)
    {
        bool is2160 = Is2160(format);
        if (!HasEnoughChroma(format))
        {
            return is2160 ? "vmaf_4k_v0.6.1" : "vmaf_v0.6.1";
        }

        string variant = frameRate is { } rate && IsHighFrameRate(rate) ? "_hfr" : string.Empty;
        return $"vmaf_v1.0.16{variant}_{(is2160 ? "1d5h_2160" : "3d0h")}";
    }

    /// <summary>Whether pictures are so large that the models for 2160p suit them.</summary>
    internal static bool Is2160(VideoFormat format) =>
        Math.Max(format.Width, format.Height) > LargestLongerSide || Math.Min(format.Width, format.Height) > LargestShorterSide;

    /// <summary>Whether the models for high frame rates suit a rate.</summary>
    internal static bool IsHighFrameRate(FrameRate rate) => rate.FramesPerSecond >= LeastHighFrameRate;

    private static bool HasEnoughChroma(VideoFormat format)
    {
        // Half sizes are rounded down by the feature that looks at chroma.
        int width = format.Chroma == ChromaFormat.Yuv444 ? format.Width : format.Width / 2;
        int height = format.Chroma == ChromaFormat.Yuv420 ? format.Height / 2 : format.Height;
        return format.Chroma != ChromaFormat.Yuv400 && width >= LeastChromaSide && height >= LeastChromaSide;
    }
}
