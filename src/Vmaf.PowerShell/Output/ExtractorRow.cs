using Vmaf.Engine.Features;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Get-VmafExtractor</c> tells of a feature extractor.</summary>
public sealed class ExtractorRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.FeatureExtractor";

    internal ExtractorRow(FeatureExtractorDefinition extractor)
    {
        Name = extractor.Name;
        Description = extractor.Description;
        string[] features = [.. extractor.ProvidedFeatures.Select(FeatureNaming.Alias)];
        Features = new DescribedList<string>(features, string.Join("; ", features));
        ExtractorOptionRow[] options = [.. extractor.Options.Select(option => new ExtractorOptionRow(extractor.Name, option))];
        Options = new DescribedList<ExtractorOptionRow>(options, string.Join("; ", options.Select(option => option.Name)));
    }

    /// <summary>Name to give to <c>-Feature</c>.</summary>
    public string Name { get; }

    /// <summary>What it measures.</summary>
    public string Description { get; }

    /// <summary>Names, as in results and logs, of the features that it provides.</summary>
    public DescribedList<string> Features { get; }

    /// <summary>The options that it takes.</summary>
    public DescribedList<ExtractorOptionRow> Options { get; }
}
