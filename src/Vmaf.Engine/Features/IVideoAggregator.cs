namespace Vmaf.Engine.Features;

/// <summary>
/// What an <see cref="IFeatureCollector"/> implements in addition when it knows figures about the whole video that are not pooled from
/// frames (libvmaf's aggregate metrics, for example <c>apsnr_y</c>).
/// </summary>
internal interface IVideoAggregator
{
    /// <summary>The figures by name, in the order of logs. Asked for once, after <see cref="IFeatureCollector.Flush"/>.</summary>
    IEnumerable<KeyValuePair<string, double>> Aggregates { get; }
}
