namespace Vmaf.Engine.Features.Vif;

/// <summary>The 3-tap filter of scale 3 (libvmaf, integer_vif.h).</summary>
internal readonly struct VifFilter3 : IVifFilter
{
    /// <inheritdoc/>
    public static ReadOnlySpan<ushort> Taps => [10904, 43728, 10904];

    /// <inheritdoc/>
    public static int Reach => 2;

    /// <inheritdoc/>
    public static int PairCount => 3;

    /// <inheritdoc/>
    public static bool HasWideCentre => true;
}
