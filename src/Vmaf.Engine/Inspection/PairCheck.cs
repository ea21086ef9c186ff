namespace Vmaf.Engine.Inspection;

/// <summary>What one check of a pair of videos found out.</summary>
/// <param name="Name">What was checked, for example <c>FrameCount</c>.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Message">What was found, naming the figures of both videos.</param>
/// <param name="Remedy">What to do about it; <see langword="null"/> where there is nothing to do.</param>
/// <param name="ErrorId">The error that measuring would end with; <see langword="null"/> for none.</param>
public sealed record PairCheck(string Name, CheckStatus Status, string Message, string? Remedy = null, string? ErrorId = null)
{
    /// <summary>Whether the remedy is all that helps: what else is advised for this error would hide what is wrong.</summary>
    public bool IsRemedyComplete { get; init; }
}
