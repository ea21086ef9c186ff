namespace Vmaf.Cli;

/// <summary>Splits a command line into options the way getopt_long does: -w5, -w 5, -qn, --width=5, --width 5, --wid 5.</summary>
internal static class OptionReader
{
    /// <summary>Reads all arguments.</summary>
    /// <exception cref="UsageException">An option is unknown, ambiguous, lacks its value or takes none; or an argument is no option.</exception>
    public static IEnumerable<(CommandOption Option, string Value)> Read(IReadOnlyList<string> arguments)
    {
        for (int index = 0; index < arguments.Count; index++)
        {
            string argument = arguments[index];
            if (argument.StartsWith("--", StringComparison.Ordinal) && argument.Length > 2)
            {
                int equals = argument.IndexOf('=', StringComparison.Ordinal);
                CommandOption option = FindLong(equals < 0 ? argument[2..] : argument[2..equals]);
                if (option.ValueName is null)
                {
                    yield return equals < 0 ? (option, string.Empty) : throw new UsageException($"Option --{option.LongName} takes no value.");
                }
                else
                {
                    yield return (option, equals < 0 ? Next(arguments, ref index, option) : argument[(equals + 1)..]);
                }
            }
            else if (argument.StartsWith('-') && argument.Length > 1 && argument != "--")
            {
                for (int letter = 1; letter < argument.Length; letter++)
                {
                    CommandOption option = FindShort(argument[letter]);
                    if (option.ValueName is null)
                    {
                        yield return (option, string.Empty);
                        continue;
                    }

                    yield return (option, letter + 1 < argument.Length ? argument[(letter + 1)..] : Next(arguments, ref index, option));
                    break;
                }
            }
            else
            {
                throw new UsageException($"'{argument}' is no option. Videos are given with -r and -d.");
            }
        }
    }

    private static string Next(IReadOnlyList<string> arguments, ref int index, CommandOption option) =>
        ++index < arguments.Count ? arguments[index] : throw new UsageException($"Option {option.DisplayName} needs a value.");

    private static CommandOption FindShort(char letter) =>
        OptionTable.All.FirstOrDefault(option => option.ShortName == letter)
        ?? throw new UsageException($"There is no option -{letter}.");

    private static CommandOption FindLong(string name)
    {
        CommandOption[] matches = [.. OptionTable.All.Where(option => option.LongName.StartsWith(name, StringComparison.Ordinal))];
        CommandOption? exact = matches.FirstOrDefault(option => option.LongName == name);
        return exact ?? matches.Length switch
        {
            1 => matches[0],
            0 => throw new UsageException(
                $"There is no option --{name}. Nearest: --{Engine.Errors.NameSuggestion.Nearest(name, OptionTable.All.Select(option => option.LongName)).Replace(", ", ", --", StringComparison.Ordinal)}."),
            _ => throw new UsageException($"--{name} may mean --{string.Join(", --", matches.Select(option => option.LongName))}."),
        };
    }
}
