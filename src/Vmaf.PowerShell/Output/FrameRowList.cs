using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Reports;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// The frames of a result as objects of type <c>Vmaf.FrameScore</c>, made when they are asked for: a film has too many of them to make
/// them all for nobody. As one cell of a table it reads as their number.
/// </summary>
public sealed class FrameRowList : IReadOnlyList<PSObject>
{
    private readonly string? _distorted;

    internal FrameRowList(Report report, string? distorted, ScoredPair? pair)
    {
        Report = report;
        _distorted = distorted;
        Pair = pair;
    }

    /// <summary>Number of frames that were scored.</summary>
    public int Count => Report.Frames.Count;

    /// <summary>The frames and all else that a report file takes.</summary>
    internal Report Report { get; }

    /// <summary>The videos that the frames are of, where known.</summary>
    internal ScoredPair? Pair { get; }

    /// <summary>One of the frames.</summary>
    /// <param name="index">Its place in the list, from 0; negative from the end.</param>
    public PSObject this[int index] => FrameRow.Create(Report.Frames[index < 0 ? Count + index : index], _distorted);

    /// <inheritdoc/>
    public IEnumerator<PSObject> GetEnumerator() => Report.Frames.Select(frame => FrameRow.Create(frame, _distorted)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
