using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Scoring;

/// <summary>Reads feature requests as they are typed on libvmaf's command line: <c>psnr</c>, <c>adm=debug=true:adm_csf_mode=2</c>.</summary>
public static class FeatureRequestParser
{
    /// <summary>Reads one request.</summary>
    /// <param name="text">The extractor's name; after <c>=</c> its options as <c>name=value</c>, separated by <c>:</c>.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/> for text of another form.</exception>
    public static FeatureRequest Parse(string text)
    {
        (string name, string? rest) = ColonSyntax.SplitKey(text);
        name = name.Trim();
        if (name.Length == 0)
        {
            throw Malformed(text, $"The feature '{text}' has no name.");
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string option in rest is null ? [] : ColonSyntax.Split(rest))
        {
            (string key, string? value) = ColonSyntax.SplitKey(option);
            key = key.Trim();
            if (key.Length == 0)
            {
                throw Malformed(text, $"The feature '{text}' has an option without a name.");
            }

            if (value is null)
            {
                throw Malformed(text, $"Option '{key}' of the feature '{name}' has no value.");
            }

            if (!options.TryAdd(key, value.Trim()))
            {
                throw Malformed(text, $"Option '{key}' of the feature '{name}' is there twice.");
            }
        }

        return new FeatureRequest(name, options);
    }

    private static VmafException Malformed(string text, string message) => new(
        VmafErrorIds.OptionInvalid, message, "Write a feature as name, or as name=option=value:option=value, for example adm=debug=true.", text);
}
