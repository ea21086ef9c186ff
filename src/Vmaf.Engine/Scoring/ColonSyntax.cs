namespace Vmaf.Engine.Scoring;

/// <summary>The colon-divided parameters of libvmaf's command line.</summary>
public static class ColonSyntax
{
    /// <summary>Splits at colons, but not at the colon of a Windows drive: <c>path=C:\models\x.json</c> is one parameter.</summary>
    /// <param name="text">The parameters.</param>
    public static IReadOnlyList<string> Split(string text)
    {
        var parameters = new List<string>();
        int start = 0;
        for (int position = 0; position < text.Length; position++)
        {
            if (text[position] == ':' && !IsDriveColon(text, position))
            {
                parameters.Add(text[start..position]);
                start = position + 1;
            }
        }

        parameters.Add(text[start..]);
        return parameters;
    }

    /// <summary>Splits a parameter at its first equals sign.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>What is before the sign, and what is behind it; <see langword="null"/> where there is none.</returns>
    public static (string Key, string? Value) SplitKey(string parameter)
    {
        int equals = parameter.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (parameter, null) : (parameter[..equals], parameter[(equals + 1)..]);
    }

    private static bool IsDriveColon(string text, int colon) =>
        colon >= 2
        && colon + 1 < text.Length
        && text[colon + 1] is '\\' or '/'
        && char.IsAsciiLetter(text[colon - 1])
        && text[colon - 2] == '=';
}
