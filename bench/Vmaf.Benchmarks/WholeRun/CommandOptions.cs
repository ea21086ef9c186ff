namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Options of a command, in pairs of name and value.</summary>
internal static class CommandOptions
{
    /// <summary>Reads the options.</summary>
    /// <param name="arguments">What follows the command's name.</param>
    /// <param name="usage">How the command is called, for the error.</param>
    /// <exception cref="ArgumentException">A name has no value.</exception>
    public static Dictionary<string, string> Parse(string[] arguments, string usage)
    {
        if (arguments.Length % 2 != 0)
        {
            throw new ArgumentException($"Options come in pairs of name and value. Usage: {usage}", nameof(arguments));
        }

        return arguments.Chunk(2).ToDictionary(static pair => pair[0], static pair => pair[1]);
    }
}
