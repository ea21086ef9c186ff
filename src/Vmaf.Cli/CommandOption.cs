namespace Vmaf.Cli;

/// <summary>One option of the command line.</summary>
/// <param name="Id">What it means.</param>
/// <param name="LongName">Name after two dashes.</param>
/// <param name="ShortName">Letter after one dash, if it has one.</param>
/// <param name="ValueName">What its value is called in the help, or <see langword="null"/> if it takes none.</param>
/// <param name="Help">What it does; further lines for lists.</param>
internal sealed record CommandOption(OptionId Id, string LongName, char? ShortName, string? ValueName, string Help)
{
    /// <summary>The option as messages name it.</summary>
    public string DisplayName => ShortName is { } letter ? $"-{letter}/--{LongName}" : $"--{LongName}";
}
