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
        int nameEnd = text.IndexOf('=', StringComparison.Ordinal);
        string name = (nameEnd < 0 ? text : text[..nameEnd]).Trim();
        if (name.Length == 0)
        {
            throw Malformed(text);
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string option in nameEnd < 0 ? [] : text[(nameEnd + 1)..].Split(':'))
        {
            int optionEnd = option.IndexOf('=', StringComparison.Ordinal);
            if (optionEnd <= 0 || !options.TryAdd(option[..optionEnd].Trim(), option[(optionEnd + 1)..].Trim()))
            {
                throw Malformed(text);
            }
        }

        return new FeatureRequest(name, options);
    }

    private static VmafException Malformed(string text) =>
        new(
            VmafErrorIds.OptionInvalid,
            $"'{text}' is no feature with options.",
            "Write a feature as name=option=value:option=value, each option once, for example adm=debug=true.",
            text);
}
