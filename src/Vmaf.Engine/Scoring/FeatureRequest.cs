using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring;

/// <summary>A feature extractor asked for beside those that the models need.</summary>
/// <param name="Extractor">Name of the extractor, for example <c>psnr</c>.</param>
/// <param name="Options">Option name to value text.</param>
public sealed record FeatureRequest(string Extractor, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Asks for an extractor with default options.</summary>
    /// <param name="extractor">Name of the extractor.</param>
    public FeatureRequest(string extractor)
        : this(extractor, new Dictionary<string, string>())
    {
    }

    /// <summary>Finds the extractor and reads its options.</summary>
    /// <exception cref="Errors.VmafException">There is no such extractor or option, or a value cannot be read.</exception>
    public FeatureOptionSet Resolve() => FeatureOptionSet.Parse(FeatureRegistry.GetByName(Extractor), Options);
}
