using System.Collections.Concurrent;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Pairs;

namespace Vmaf.PowerShell.Measuring;

/// <summary>Keeps what is said of videos while they are opened and decoded, so that it goes with their results. For any thread.</summary>
internal sealed class VideoWarnings
{
    private readonly ConcurrentQueue<string> _warnings = new();

    /// <summary>What was said until now, everything once.</summary>
    public IEnumerable<string> SoFar => _warnings.Distinct();

    /// <summary>Options that also say here what is said of the reference.</summary>
    /// <param name="options">How a pair is opened.</param>
    public ClipPairOptions KeepReference(ClipPairOptions options) => options with { ReferenceDecoding = Keep(options.ReferenceDecoding) };

    /// <summary>Options that also say here what is said of the distorted video.</summary>
    /// <param name="options">How a pair is opened.</param>
    public ClipPairOptions KeepDistorted(ClipPairOptions options) => options with { DistortedDecoding = Keep(options.DistortedDecoding) };

    private DecodeOptions Keep(DecodeOptions? decoding)
    {
        decoding ??= new DecodeOptions();
        Action<string>? warn = decoding.Ready.OnWarning;
        return decoding with { Ready = decoding.Ready with { OnWarning = _warnings.Enqueue + warn } };
    }
}
