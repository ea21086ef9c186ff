using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// One frame as a flat object: <c>Frame</c>, <c>Vmaf</c>, further scores, features, and the video it is of. All frames of a run have
/// the same properties in the same order, so that they make a table or a CSV file.
/// </summary>
internal static class FrameRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.FrameScore";

    /// <summary>Name of the property with the first model's score.</summary>
    public const string FirstScore = "Vmaf";

    /// <summary>Makes the object.</summary>
    /// <param name="frame">What the engine said.</param>
    /// <param name="distorted">Path of the distorted video.</param>
    public static PSObject Create(FrameScore frame, string? distorted)
    {
        MetricNames names = frame.Names;
        MetricDictionary metrics = frame.Metrics;
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Frame", frame.FrameIndex));
        if (names.Scores.Count > 0)
        {
            row.Properties.Add(new PSNoteProperty(FirstScore, frame.Score));
        }

        foreach (string name in ColumnNames(names))
        {
            metrics.TryGetValue(name, out double? value);
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        row.Properties.Add(new PSNoteProperty("Distorted", distorted));

        // Last: once it has this type, PowerShell refuses properties that the type file declares for completion.
        row.TypeNames.Insert(0, TypeName);
        return row;
    }

    /// <summary>
    /// The metrics that get a property of their own beside <see cref="FirstScore"/>: scores, then features. Names that PowerShell takes for
    /// one stand once.
    /// </summary>
    /// <param name="names">The metrics of a run or report.</param>
    public static IEnumerable<string> ColumnNames(MetricNames names) =>
        names.Scores.Concat(names.Named).Concat(names.Features)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => names.Scores.Count == 0 || !name.Equals(FirstScore, StringComparison.OrdinalIgnoreCase));

    /// <summary>Index of the frame that an object is of; <see langword="null"/> for objects that are no frame.</summary>
    /// <param name="row">An object that <see cref="Create"/> made, or one made of it, such as <c>Import-Csv</c> makes.</param>
    public static int? FindIndex(PSObject row) =>
        ObjectProperty.TryNumber(row.Properties["Frame"]?.Value, out double? index) && index is >= 0 and <= int.MaxValue && double.IsInteger(index.Value)
            ? (int)index
            : null;

    /// <summary>Path of the distorted video that a frame is of, where known.</summary>
    /// <param name="row">As for <see cref="FindIndex"/>.</param>
    public static string? FindDistorted(PSObject row) =>
        row.Properties["Distorted"]?.Value?.ToString() is { Length: > 0 } path ? path : null;

    /// <summary>Names of the properties that may be metrics.</summary>
    /// <param name="row">As for <see cref="FindIndex"/>.</param>
    public static IEnumerable<string> MetricNames(PSObject row) => row.Properties.Select(property => property.Name);

    /// <summary>Value of a metric; <see langword="null"/> where there is none or it is no finite number.</summary>
    /// <param name="row">As for <see cref="FindIndex"/>.</param>
    /// <param name="name">Name of the metric.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: it is a text that is no number.</exception>
    public static double? FindValue(PSObject row, string name) => ObjectProperty.Number(row, name);
}
