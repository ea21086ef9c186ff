using Vmaf.Engine.Scoring;

namespace Vmaf.Cli;

/// <summary>Reads a feature of the command line: <c>NAME</c> or <c>NAME=OPTION=VALUE:OPTION=VALUE</c>.</summary>
internal static class FeatureArgument
{
    /// <exception cref="UsageException">An option has no value, or there is no name.</exception>
    public static FeatureRequest Parse(string text)
    {
        (string name, string? rest) = ColonSyntax.SplitKey(text);
        if (name.Length == 0)
        {
            throw new UsageException("A feature needs a name: --feature NAME or --feature NAME=OPTION=VALUE.");
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string parameter in rest is null ? [] : ColonSyntax.Split(rest))
        {
            (string key, string? value) = ColonSyntax.SplitKey(parameter);
            if (key.Length == 0)
            {
                throw new UsageException($"Feature '{text}' has an option without a name. Write {name} alone, or {name}=OPTION=VALUE:OPTION=VALUE.");
            }

            options[key] = value ?? throw new UsageException($"Option '{key}' of feature '{name}' has no value. Write {name}={key}=VALUE.");
        }

        return new FeatureRequest(name, options);
    }
}
