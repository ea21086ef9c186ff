using System.Text;

namespace Vmaf.Cli;

/// <summary>The text of --help.</summary>
internal static class HelpText
{
    private const int Column = 30;

    public static string Make()
    {
        var text = new StringBuilder("""
            Measures the quality of a distorted video against its reference.

            usage: vmaf -r REFERENCE -d DISTORTED [options]
                   vmaf -d DISTORTED --metric SITI [options]


            """);
        foreach (CommandOption option in OptionTable.All)
        {
            string name = option.ShortName is { } letter ? $" -{letter}, --{option.LongName}" : $"     --{option.LongName}";
            string[] lines = option.Help.Split('\n', StringSplitOptions.TrimEntries);
            text.Append($"{name} {option.ValueName?.ToUpperInvariant()}".PadRight(Column)).Append(lines[0]).Append('\n');
            foreach (string line in lines.Skip(1))
            {
                text.Append(' ', Column + 2).Append(line).Append('\n');
            }
        }

        return text.Append("""

            exit codes: 0 done, 1 error, 2 wrong usage, 130 cancelled

            """).ToString();
    }
}
