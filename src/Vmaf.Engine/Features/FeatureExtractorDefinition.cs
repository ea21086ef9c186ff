using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features;

/// <summary>Describes a feature extractor (name, features, options) and makes instances of it. Registered in <see cref="FeatureRegistry"/>.</summary>
public abstract class FeatureExtractorDefinition
{
    /// <summary>Name as on libvmaf's command line, for example <c>vif</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, one sentence.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// libvmaf's internal names of all features it can provide, as model files use them, for example
    /// <c>VMAF_integer_feature_vif_scale0_score</c>.
    /// </summary>
    public abstract IReadOnlyList<string> ProvidedFeatures { get; }

    /// <summary>Whether it compares with a reference; one that does not looks at the distorted frames of its window alone.</summary>
    public virtual bool NeedsReference => true;

    /// <summary>Whether it looks at chroma. Where no extractor of a run does, chroma need not be read.</summary>
    /// <param name="options">The options that it would measure with.</param>
    public virtual bool NeedsChroma(FeatureOptionSet options) => true;

    /// <summary>The options it takes.</summary>
    public abstract IReadOnlyList<FeatureOption> Options { get; }

    /// <summary>Makes an extractor for videos of one format.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">One or more option sets, all different; the extractor computes all of them.</param>
    /// <exception cref="Errors.VmafException">The picture is too small, or an option does not fit the format.</exception>
    internal abstract IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants);
}
