using System.Collections.Concurrent;
using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// Has kernels compiled while the run starts: a thread of its own measures a small frame of noise with one extractor after another, the
/// last first, because the run's own workers begin with the first. A kernel that both need is compiled once.
/// </summary>
internal static class KernelWarmUp
{
    /// <summary>Wide enough that vector kernels run their main loops on the smallest scale, too.</summary>
    private const int Width = 1024;

    private const int Height = 192;

    private static readonly ConcurrentDictionary<(FeatureExtractorDefinition, VideoFormat, SimdTier), bool> Done = [];

    /// <summary>Starts the thread, which ends by itself and holds no resource of the run.</summary>
    /// <param name="definitions">The extractors, in the order of the run.</param>
    /// <param name="format">Format of the run's videos.</param>
    /// <param name="tier">The instruction set of the run.</param>
    /// <param name="cancellationToken">Ends the thread between two extractors.</param>
    public static void Start(
        IReadOnlyList<FeatureExtractorDefinition> definitions, VideoFormat format, SimdTier tier, CancellationToken cancellationToken)
    {
        var small = new VideoFormat(Width, Height, format.Chroma, format.BitDepth);

        // Once in a process; and extractors from outside the engine are left alone, because nobody knows what making one does.
        FeatureExtractorDefinition[] waiting =
            [.. definitions.Where(FeatureRegistry.Extractors.Contains).Where(definition => Done.TryAdd((definition, small, tier), true))];
        if (waiting.Length == 0)
        {
            return;
        }

        var thread = new Thread(() => MeasureAll(waiting, small, tier, cancellationToken))
        {
            IsBackground = true,
            Name = "VMAF kernel warm-up",
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
    }

    private static void MeasureAll(
        FeatureExtractorDefinition[] definitions, VideoFormat format, SimdTier tier, CancellationToken cancellationToken)
    {
        VideoFrame reference = Noise(format, seed: 1);
        VideoFrame distorted = Noise(format, seed: 2);
        for (int index = definitions.Length - 1; index >= 0 && !cancellationToken.IsCancellationRequested; index--)
        {
            Measure(definitions[index], reference, distorted, tier);
        }

        reference.Release();
        distorted.Release();
    }

    private static void Measure(FeatureExtractorDefinition definition, VideoFrame reference, VideoFrame distorted, SimdTier tier)
    {
        try
        {
            using IFeatureExtractor extractor = definition.Create(reference.Format, [FeatureOptionSet.Parse(definition, [])]);
            using IFeatureWorker worker = extractor.CreateWorker(tier);
            VideoFrame[] references = [.. Enumerable.Repeat(reference, extractor.HistoryLength + 1)];
            VideoFrame[] distorteds = [.. Enumerable.Repeat(distorted, extractor.HistoryLength + 1)];
            worker.Measure(new FrameWindow(extractor.HistoryLength, references, distorteds), new double[extractor.MeasurementCount]);
        }
        catch (Exception)
        {
            // The run meets the same and says so; here it only means that a kernel is compiled later.
        }
    }

    /// <summary>Noise, because kernels pass over what is flat or the same in both pictures.</summary>
    private static VideoFrame Noise(VideoFormat format, int seed)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        for (int plane = 0; plane < frame.Format.PlaneCount; plane++)
        {
            PlaneView samples = frame.Plane(plane);
            uint state = (uint)(seed + plane);
            for (int y = 0; y < samples.Height; y++)
            {
                Span<byte> row = samples.RowBytes(y);
                for (int x = 0; x < row.Length; x++)
                {
                    state = (state * 1664525) + 1013904223;

                    // Words are little-endian: their high byte holds what the bit depth has beyond eight bits.
                    row[x] = (byte)((state >> 24) & (samples.BytesPerSample == 2 && x % 2 == 1 ? (1u << (samples.BitDepth - 8)) - 1 : 255));
                }
            }
        }

        return frame;
    }
}
