using System.Globalization;
using Vmaf.Engine.Features.Guide;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Get-VmafFeature</c> tells of a feature.</summary>
public sealed class FeatureRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.Feature";

    internal FeatureRow(FeatureDescription feature, IReadOnlyList<string> models)
    {
        Name = feature.Name;
        Extractor = feature.Extractor.Name;
        Meaning = feature.Meaning;
        Direction = feature.Direction;
        Minimum = feature.Minimum;
        Maximum = feature.Maximum;
        IdenticalValue = feature.IdenticalValue;
        RequiredOption = feature.RequiredOption;
        InternalName = feature.InternalName;
        Models = new DescribedList<string>([.. models], string.Join("; ", models));
    }

    /// <summary>Name as in results and logs.</summary>
    public string Name { get; }

    /// <summary>The extractor that provides it; the name to give to <c>-Feature</c>.</summary>
    public string Extractor { get; }

    /// <summary>What it measures.</summary>
    public string Meaning { get; }

    /// <summary>Whether larger values are better.</summary>
    public FeatureDirection Direction { get; }

    /// <summary>Least and largest value as one text, open where there is no limit.</summary>
    public string Range => string.Create(CultureInfo.InvariantCulture, $"{Minimum}..{Maximum}");

    /// <summary>Least value; <see langword="null"/> where there is no limit.</summary>
    public double? Minimum { get; }

    /// <summary>Largest value of natural video; <see langword="null"/> where there is no limit.</summary>
    public double? Maximum { get; }

    /// <summary>Value of a video compared with itself; <see langword="null"/> where that depends on the content.</summary>
    public double? IdenticalValue { get; }

    /// <summary>The option without which the extractor does not report it, such as <c>debug=true</c>.</summary>
    public string? RequiredOption { get; }

    /// <summary>Names of the models that take it.</summary>
    public DescribedList<string> Models { get; }

    /// <summary>libvmaf's internal name, as model files have it.</summary>
    public string InternalName { get; }
}
