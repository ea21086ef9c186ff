using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// The quality of one distorted video, pooled over its frames: a flat row with the score of the first model, made for tables, sorting
/// and <c>Export-Csv</c>. The mean of every other metric stands beside it as a property of that metric's name.
/// </summary>
public sealed class PooledQuality
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.QualityResult";

    private readonly QualityResult _result;
    private readonly PooledScore? _score;
    private DescribedList<PSObject>? _frames;

    private PooledQuality(QualityResult result)
    {
        _result = result;
        _score = result.Models.Count > 0 ? result.Models[0].Pooled : null;
        Models = new DescribedList<ModelResult>([.. result.Models], string.Join("; ", result.Models.Select(model => model.Model)));
        Metrics = new DescribedList<PooledMetric>(
            [.. result.Metrics.Select(metric => new PooledMetric(metric.Name, metric.Pooled))],
            string.Join("; ", result.Metrics.Select(metric => metric.Name)));
        Warnings = new DescribedList<string>([.. result.Warnings], string.Join(" ", result.Warnings));
    }

    /// <summary>Path of the reference.</summary>
    public string Reference => _result.Reference;

    /// <summary>Path of the distorted video.</summary>
    public string Distorted => _result.Distorted;

    /// <summary>Mean score of the first model; <see langword="null"/> without a model.</summary>
    public double? Vmaf => _score?.Mean;

    /// <summary>Harmonic mean of the first model's scores, each shifted by one.</summary>
    public double? HarmonicMean => _score?.HarmonicMean;

    /// <summary>Score of the worst frame.</summary>
    public double? Min => _score?.Min;

    /// <summary>Score of the best frame.</summary>
    public double? Max => _score?.Max;

    /// <summary>Median of the scores.</summary>
    public double? Median => _score?.Median;

    /// <summary>Standard deviation of the scores.</summary>
    public double? StandardDeviation => _score?.StandardDeviation;

    /// <summary>The score that 1 % of the frames are below; so the others.</summary>
    public double? P1 => _score?.P1;

    /// <summary>5th percentile.</summary>
    public double? P5 => _score?.P5;

    /// <summary>10th percentile.</summary>
    public double? P10 => _score?.P10;

    /// <summary>20th percentile.</summary>
    public double? P20 => _score?.P20;

    /// <summary>The models, each with its pooled score, origin and hash.</summary>
    public DescribedList<ModelResult> Models { get; }

    /// <summary>Luma width in samples.</summary>
    public int Width => _result.Width;

    /// <summary>Luma height in samples.</summary>
    public int Height => _result.Height;

    /// <summary>Pixel format as ffmpeg spells it.</summary>
    public string PixelFormat => _result.PixelFormat;

    /// <summary>Bits per sample.</summary>
    public int BitDepth => _result.BitDepth;

    /// <summary>Frames of the reference, or <see langword="null"/> where its end was not seen.</summary>
    public long? ReferenceFrameCount => _result.ReferenceFrameCount;

    /// <summary>Frames of the distorted video, or <see langword="null"/> where its end was not seen.</summary>
    public long? DistortedFrameCount => _result.DistortedFrameCount;

    /// <summary>The frames that were scored, as objects of type <c>Vmaf.FrameScore</c>.</summary>
    public DescribedList<PSObject> Frames => _frames ??= new DescribedList<PSObject>(
        [.. _result.Frames.Select(frame => FrameRow.Create(frame, Distorted))],
        _result.Frames.Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Frames per second of wall time.</summary>
    public double FramesPerSecond => _result.FramesPerSecond;

    /// <summary>Wall time of the run.</summary>
    public TimeSpan Elapsed => _result.Elapsed;

    /// <summary>The instruction set that was used.</summary>
    public string SimdTier => _result.SimdTier.ToString();

    /// <summary>Version of the engine.</summary>
    public string EngineVersion => _result.EngineVersion;

    /// <summary>What one should know about the run.</summary>
    public DescribedList<string> Warnings { get; }

    /// <summary>All features and scores, pooled.</summary>
    public DescribedList<PooledMetric> Metrics { get; }

    /// <summary>What the engine said, for reports.</summary>
    internal QualityResult Result => _result;

    /// <summary>Makes the object that goes down the pipeline.</summary>
    /// <param name="result">What the engine said.</param>
    internal static PSObject Create(QualityResult result)
    {
        var output = PSObject.AsPSObject(new PooledQuality(result));
        output.TypeNames.Insert(0, TypeName);
        string? firstScore = result.Names.Scores.Count > 0 ? result.Names.Scores[0] : null;
        foreach (MetricSummary metric in result.Metrics.Where(metric => metric.Name != firstScore))
        {
            output.Properties.Add(new PSNoteProperty(metric.Name, metric.Pooled?.Mean));
        }

        return output;
    }
}
