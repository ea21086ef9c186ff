using System.Runtime.InteropServices;
using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// Has kernels compiled while the run starts: a thread of its own measures a small black frame with one extractor after another, the
/// last first, because the run's own workers begin with the first. A kernel that both need is compiled once.
/// </summary>
internal static unsafe class KernelWarmUp
{
    /// <summary>Wide enough that vector kernels run their main loops on the smallest scale, too.</summary>
    private const int Width = 1024;

    private const int Height = 192;

    /// <summary>Starts the thread, which ends by itself and holds no resource of the run.</summary>
    /// <param name="definitions">The extractors, in the order of the run.</param>
    /// <param name="format">Format of the run's videos.</param>
    /// <param name="tier">The instruction set of the run.</param>
    /// <param name="cancellationToken">Ends the thread between two extractors.</param>
    public static void Start(
        IReadOnlyList<FeatureExtractorDefinition> definitions, VideoFormat format, SimdTier tier, CancellationToken cancellationToken)
    {
        var small = new VideoFormat(Width, Height, format.Chroma, format.BitDepth);
        var thread = new Thread(() =>
        {
            for (int index = definitions.Count - 1; index >= 0 && !cancellationToken.IsCancellationRequested; index--)
            {
                Measure(definitions[index], small, tier);
            }
        })
        {
            IsBackground = true,
            Name = "VMAF kernel warm-up",
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
    }

    private static void Measure(FeatureExtractorDefinition definition, VideoFormat format, SimdTier tier)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        NativeMemory.Clear(frame.Memory, (nuint)frame.SizeInBytes);
        try
        {
            using IFeatureExtractor extractor = definition.Create(format, [FeatureOptionSet.Parse(definition, [])]);
            using IFeatureWorker worker = extractor.CreateWorker(tier);
            VideoFrame[] history = [.. Enumerable.Repeat(frame, extractor.HistoryLength + 1)];
            worker.Measure(new FrameWindow(extractor.HistoryLength, history, history), new double[extractor.MeasurementCount]);
        }
        catch (Exception)
        {
            // The run meets the same and says so; here it only means that a kernel is compiled later.
        }
        finally
        {
            frame.Release();
        }
    }
}
