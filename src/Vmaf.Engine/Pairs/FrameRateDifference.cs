using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>That two videos, whose frames are compared in order, state different frame rates.</summary>
/// <param name="Reference">What the reference states.</param>
/// <param name="Distorted">What the distorted video states.</param>
public readonly record struct FrameRateDifference(FrameRate Reference, FrameRate Distorted)
{
    private const double LargestRelativeDifference = 0.001;

    /// <summary>The reference's rate as ffmpeg's filter <c>fps</c> takes it.</summary>
    public string FilterArgument => Reference.FilterArgument;

    /// <summary>Compares two rates.</summary>
    /// <param name="reference">The reference's, where known.</param>
    /// <param name="distorted">The distorted video's, where known.</param>
    /// <returns><see langword="null"/> where they are as good as equal, or one is not known.</returns>
    public static FrameRateDifference? Find(FrameRate? reference, FrameRate? distorted) =>
        reference is { } first && distorted is { } second
            && Math.Abs(1 - (first.FramesPerSecond / second.FramesPerSecond)) > LargestRelativeDifference
            ? new FrameRateDifference(first, second)
            : null;

    /// <summary>Compares what two videos state.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted video.</param>
    /// <returns><see langword="null"/> where the rates are as good as equal, one is not known, or one varies, so that no number holds for it.</returns>
    public static FrameRateDifference? Find(IFrameSource reference, IFrameSource distorted) =>
        Varies(reference) || Varies(distorted) ? null : Find(reference.FrameRate, distorted.FrameRate);

    /// <summary>Says what the rates are and what comes of it.</summary>
    /// <param name="distorted">What to call the distorted video.</param>
    public string Describe(string distorted) => string.Create(
        CultureInfo.InvariantCulture,
        $"The reference has {Reference.FramesPerSecond:0.###} fps, {distorted} {Distorted.FramesPerSecond:0.###}; frames are compared in order.");

    private static bool Varies(IFrameSource video) => video is IProbedVideo { Probe.HasVariableFrameRate: true };
}
