using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>How long the frames of a video stream play, by their own times.</summary>
internal static class PacketSpan
{
    /// <summary>
    /// From when the first frame is shown until the last one was. Where not every frame has a time of its own, as in bare streams, the rate
    /// tells.
    /// </summary>
    /// <param name="packets">All frames that are shown, in any order.</param>
    /// <param name="rate">Frames a second, where known.</param>
    /// <returns><see langword="null"/> where there are no frames, or nothing says how long they are.</returns>
    public static TimeSpan? Find(IReadOnlyList<VideoPacket> packets, FrameRate? rate)
    {
        bool haveTimes = packets.Count > 0 && packets.All(packet => packet.Seconds is not null)
            && packets.DistinctBy(packet => packet.Seconds).Count() == packets.Count;
        double? seconds = haveTimes
            ? OfTimes(packets, rate)
            : packets.Count / rate?.FramesPerSecond;
        return ProbedTime.Span(seconds);
    }

    private static double? OfTimes(IReadOnlyList<VideoPacket> packets, FrameRate? rate)
    {
        double first = packets.Min(packet => packet.Seconds!.Value);
        VideoPacket last = packets.MaxBy(packet => packet.Seconds!.Value);
        double span = last.Seconds!.Value - first;
        double? mean = packets.Count > 1 ? span / (packets.Count - 1) : null;
        return span + (last.LengthSeconds ?? 1 / rate?.FramesPerSecond ?? mean);
    }
}
