namespace Vmaf.Engine.Features.Vif;

/// <summary>The 5-tap filter of scale 2 (libvmaf, integer_vif.h).</summary>
internal readonly struct VifFilter5 : IVifFilter
{
    /// <inheritdoc/>
    public static ReadOnlySpan<ushort> Taps => [3571, 16004, 26386, 16004, 3571];

    /// <inheritdoc/>
    public static int Reach => 2;

    /// <inheritdoc/>
    public static int PairCount => 3;

    /// <inheritdoc/>
    public static bool HasWideCentre => false;
}
