namespace Vmaf.PowerShell.Presenting;

/// <summary>What a page says beyond the numbers.</summary>
/// <param name="WorstFrameCount">The most worst frames to show of each result.</param>
/// <param name="HasPictures">Whether to read the videos again for pictures of these frames.</param>
internal sealed record PresentationOptions(int WorstFrameCount, bool HasPictures);
