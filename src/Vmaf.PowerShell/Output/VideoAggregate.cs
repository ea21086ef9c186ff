namespace Vmaf.PowerShell.Output;

/// <summary>A figure that is about a whole video rather than pooled from its frames.</summary>
/// <param name="Name">Name as in logs, for example <c>apsnr_y</c>.</param>
/// <param name="Value">The figure; may be infinite, as the PSNR of equal videos is.</param>
public sealed record VideoAggregate(string Name, double Value);
