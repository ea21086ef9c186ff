using System.Management.Automation;
using Vmaf.Engine.Alignment;

namespace Vmaf.PowerShell.Output;

/// <summary>By how much one distorted video is shifted, as a flat object.</summary>
internal static class OffsetRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.Offset";

    /// <summary>Makes the object.</summary>
    /// <param name="reference">Path of the reference.</param>
    /// <param name="distorted">Path of the distorted video.</param>
    /// <param name="match">What the engine found.</param>
    public static PSObject Create(string reference, string distorted, OffsetMatch match)
    {
        int believed = match.IsClearlyShifted ? match.OffsetFrames : 0;
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Distorted", distorted));
        row.Properties.Add(new PSNoteProperty("Reference", reference));
        row.Properties.Add(new PSNoteProperty("OffsetFrames", match.OffsetFrames));
        row.Properties.Add(new PSNoteProperty("IsClearlyShifted", match.IsClearlyShifted));
        row.Properties.Add(new PSNoteProperty("ReferenceSkip", Math.Max(0, -believed)));
        row.Properties.Add(new PSNoteProperty("DistortedSkip", Math.Max(0, believed)));
        row.Properties.Add(new PSNoteProperty("Distance", match.Distance));
        row.Properties.Add(new PSNoteProperty("DistanceAtZero", match.DistanceAtZero));
        row.Properties.Add(new PSNoteProperty("ComparedFrames", match.ComparedFrames));

        // Last: once it has this type, PowerShell refuses properties that the type file declares for completion.
        row.TypeNames.Insert(0, TypeName);
        return row;
    }
}
