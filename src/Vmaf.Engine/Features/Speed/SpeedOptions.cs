namespace Vmaf.Engine.Features.Speed;

/// <summary>The options that <c>speed_chroma</c> and <c>speed_temporal</c> have in common.</summary>
internal static class SpeedOptions
{
    public const string KernelScale = "speed_kernelscale";
    public const string Prescale = "speed_prescale";
    public const string PrescaleMethod = "speed_prescale_method";
    public const string Noise = "speed_sigma_nn";
    public const string NoiseFloor = "speed_nn_floor";
    public const string MaximumValue = "speed_max_val";

    /// <summary>The options, in libvmaf's order.</summary>
    public static IReadOnlyList<FeatureOption> Common { get; } =
    [
        FeatureOption.Number(KernelScale, "ks", 1.0, 0.1, 4, "Factor on the width of the Gaussian filters."),
        FeatureOption.Number(Prescale, "ps", 1.0, 0.1, 4, "Factor on the size of the pictures before they are measured."),
        new(PrescaleMethod, FeatureOptionKind.Text, "nearest", "How pictures are scaled: nearest, bilinear, bicubic or lanczos4.")
        {
            Alias = "psm", IsPartOfName = true,
        },
        FeatureOption.Number(Noise, "snn", 0.29, 0.1, 2, "Variance of the neural noise."),
        FeatureOption.Number(NoiseFloor, "nnf", 0.0, 0, 1, "Share of the noise by which entropy must exceed that of noise to be visible."),
        FeatureOption.Number(
            MaximumValue, "mxv", 1000.0, 0, 1000, "Largest value; larger ones are clipped to it. Without effect on speed_temporal, as in libvmaf."),
    ];
}
