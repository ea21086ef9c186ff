using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// The (extractor, options) pairs that a run needs, each once, in the order in which they were first asked for. Pairs are the same
/// when their features have the same names in logs, as in libvmaf (fex_ctx_vector.c).
/// </summary>
internal sealed class FeatureVariants
{
    private readonly List<FeatureOptionSet> _all = [];
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly HashSet<int> _explicit = [];

    /// <summary>The pairs.</summary>
    public IReadOnlyList<FeatureOptionSet> All => _all;

    /// <summary>Adds what a model or metric needs. Of switches that do not show in names (debug output), those of all are on.</summary>
    public void AddForModel(FeatureOptionSet options)
    {
        if (_indices.TryAdd(Key(options), _all.Count))
        {
            _all.Add(options);
        }
        else
        {
            int index = _indices[Key(options)];
            _all[index] = _all[index].WithSwitchesOf(options);
        }
    }

    /// <summary>
    /// Adds what the user asked for. Options that do not show in names (debug output, say) may differ from those of a model; the
    /// user's are used then.
    /// </summary>
    /// <exception cref="VmafException">The user asked twice for the same names with different options.</exception>
    public void AddExplicit(FeatureOptionSet options)
    {
        if (_indices.TryAdd(Key(options), _all.Count))
        {
            _all.Add(options);
        }

        int index = _indices[Key(options)];
        if (!_explicit.Add(index) && !_all[index].Equals(options))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"Feature extractor '{options.Extractor.Name}' is asked for twice with options that give the same names in logs.",
                "Ask for it once.",
                options.Extractor.Name);
        }

        _all[index] = options;
    }

    private static string Key(FeatureOptionSet options) => FeatureNaming.LogName(options.Extractor.Name, options);
}
