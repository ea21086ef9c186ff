using Vmaf.Engine.Video;

namespace Vmaf.Clips;

/// <summary>The small clips in the folder <c>samples</c>: a reference and distorted versions of it.</summary>
public static class SampleClips
{
    private static readonly SyntheticClip Reference = SyntheticClip.Create(new VideoFormat(320, 180, ChromaFormat.Yuv420, 8), 15, seed: 3);

    /// <summary>Frames per second of all.</summary>
    public static FrameRate FrameRate { get; } = new(25, 1);

    /// <summary>File names and clips.</summary>
    public static IReadOnlyList<(string Name, IClip Clip)> All { get; } =
    [
        ("reference.y4m", Reference),
        ("distorted-compressed.y4m", Reference.Degrade(Degradation.Quantise, 6)),
        ("distorted-scaled.y4m", Reference.Degrade(Degradation.Rescale, 1)),
    ];
}
