using System.Globalization;

namespace Vmaf.PowerShell.Output;

/// <summary>A metric of a saved result.</summary>
/// <param name="Name">Name as in logs, for example <c>PSNR</c>.</param>
/// <param name="Mean">Mean over the frames; <see langword="null"/> where it is not finite.</param>
public sealed record CachedMetric(string Name, double? Mean)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.CurrentCulture, $"{Name} {Mean:F4}");
}
