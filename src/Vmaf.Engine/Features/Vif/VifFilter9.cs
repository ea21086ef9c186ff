namespace Vmaf.Engine.Features.Vif;

/// <summary>The 9-tap filter of scale 1 (libvmaf, integer_vif.h).</summary>
internal readonly struct VifFilter9 : IVifFilter
{
    /// <inheritdoc/>
    public static ReadOnlySpan<ushort> Taps => [1244, 3663, 7925, 12590, 14692, 12590, 7925, 3663, 1244];

    /// <inheritdoc/>
    public static int Reach => 4;

    /// <inheritdoc/>
    public static int PairCount => 5;

    /// <inheritdoc/>
    public static bool HasWideCentre => false;
}
