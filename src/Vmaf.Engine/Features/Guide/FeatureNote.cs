namespace Vmaf.Engine.Features.Guide;

/// <summary>What is written down about features whose names fit a pattern.</summary>
/// <param name="Pattern">A name in logs, in which a final <c>#</c> stands for one digit.</param>
/// <param name="Direction">Whether larger values are better.</param>
/// <param name="Meaning">One sentence, in which <c>{0}</c> stands for what the digit means.</param>
internal sealed record FeatureNote(string Pattern, FeatureDirection Direction, string Meaning)
{
    private static readonly string[] Scales = ["the finest detail", "medium-sized detail", "coarse detail", "the largest structures"];

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public double? Identical { get; init; }

    public string? RequiredOption { get; init; }

    /// <summary>Whether the note is about a feature.</summary>
    /// <param name="name">The feature's name in logs.</param>
    public bool IsAbout(string name) =>
        Pattern.EndsWith('#')
            ? name.Length == Pattern.Length && name.StartsWith(Pattern[..^1], StringComparison.Ordinal) && char.IsAsciiDigit(name[^1])
            : name == Pattern;

    /// <summary>The note as the description of a feature.</summary>
    /// <param name="extractor">The extractor that provides the feature.</param>
    /// <param name="internalName">libvmaf's name of it.</param>
    /// <param name="name">Its name in logs.</param>
    public FeatureDescription Describe(FeatureExtractorDefinition extractor, string internalName, string name) => new()
    {
        Name = name,
        InternalName = internalName,
        Extractor = extractor,
        Meaning = Pattern.EndsWith('#') ? Meaning.Replace("{0}", Scales[name[^1] - '0'], StringComparison.Ordinal) : Meaning,
        Direction = Direction,
        Minimum = Minimum,
        Maximum = Maximum,
        IdenticalValue = Identical,
        RequiredOption = IsOnByDefault(extractor) ? null : RequiredOption,
    };

    private bool IsOnByDefault(FeatureExtractorDefinition extractor) =>
        extractor.Options.Any(option => RequiredOption == $"{option.Name}=true" && option.DefaultValue is true);
}
