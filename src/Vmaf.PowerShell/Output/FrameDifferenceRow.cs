using System.Globalization;
using Vmaf.Engine.Comparison;

namespace Vmaf.PowerShell.Output;

/// <summary>One frame of two encodes.</summary>
public sealed class FrameDifferenceRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.FrameDifference";

    internal FrameDifferenceRow(FrameDifference frame)
    {
        Frame = frame.FrameIndex;
        Baseline = frame.Baseline;
        Candidate = frame.Candidate;
        Difference = frame.Difference;
    }

    /// <summary>Index of the frame, from 0.</summary>
    public int Frame { get; }

    /// <summary>Value of the encode that was compared with.</summary>
    public double Baseline { get; }

    /// <summary>Value of the encode in question.</summary>
    public double Candidate { get; }

    /// <summary>By how much the encode in question has more.</summary>
    public double Difference { get; }

    /// <summary>Frame and difference.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Frame} ({Difference:+0.0;-0.0;0.0})");
}
