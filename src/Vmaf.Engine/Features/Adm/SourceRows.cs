namespace Vmaf.Engine.Features.Adm;

/// <summary>The four rows under the wavelet's filter.</summary>
/// <typeparam name="TSample">16 or 32 bits.</typeparam>
/// <param name="before">Row before the sample's own.</param>
/// <param name="at">The sample's own row.</param>
/// <param name="after">The next row.</param>
/// <param name="second">The row after that.</param>
internal readonly unsafe struct SourceRows<TSample>(TSample* before, TSample* at, TSample* after, TSample* second)
    where TSample : unmanaged
{
    /// <summary>Row before the sample's own.</summary>
    public readonly TSample* Before = before;

    /// <summary>The sample's own row.</summary>
    public readonly TSample* At = at;

    /// <summary>The next row.</summary>
    public readonly TSample* After = after;

    /// <summary>The row after that.</summary>
    public readonly TSample* Second = second;
}
