using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// The frames of a result as objects of type <c>Vmaf.FrameScore</c>, made when they are asked for: a film has too many of them to make
/// them all for nobody. As one cell of a table it reads as their number.
/// </summary>
public sealed class FrameRowList : IReadOnlyList<PSObject>
{
    internal FrameRowList(QualityResult result) => Result = result;

    /// <summary>Number of frames that were scored.</summary>
    public int Count => Result.Frames.Count;

    /// <summary>What the engine said, for reports.</summary>
    internal QualityResult Result { get; }

    /// <summary>One of the frames.</summary>
    /// <param name="index">Its place in the list, from 0; negative from the end.</param>
    public PSObject this[int index] => Row(Result.Frames[index < 0 ? Count + index : index]);

    /// <inheritdoc/>
    public IEnumerator<PSObject> GetEnumerator() => Result.Frames.Select(Row).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);

    private PSObject Row(FrameScore frame) => FrameRow.Create(frame, Result.Distorted);
}
