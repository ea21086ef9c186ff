using System.Management.Automation;
using Vmaf.Engine.Scoring;

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

        foreach (string name in names.Scores.Skip(1).Concat(names.Features))
        {
            metrics.TryGetValue(name, out double? value);
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        row.Properties.Add(new PSNoteProperty("Distorted", distorted));

        // Last: once it has this type, PowerShell refuses properties that the type file declares for completion.
        row.TypeNames.Insert(0, TypeName);
        return row;
    }
}
