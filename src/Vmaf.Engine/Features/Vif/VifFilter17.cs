namespace Vmaf.Engine.Features.Vif;

/// <summary>The 17-tap filter of scale 0 (libvmaf, integer_vif.h).</summary>
internal readonly struct VifFilter17 : IVifFilter
{
    /// <inheritdoc/>
    public static ReadOnlySpan<ushort> Taps => [489, 935, 1640, 2640, 3896, 5274, 6547, 7455, 7784, 7455, 6547, 5274, 3896, 2640, 1640, 935, 489];

    /// <inheritdoc/>
    public static int Reach => 8;

    /// <inheritdoc/>
    public static int PairCount => 9;

    /// <inheritdoc/>
    public static bool HasWideCentre => false;
}
