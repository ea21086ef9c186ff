using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The additive distortion metric of one video format, all variants.</summary>
internal sealed class AdmExtractor : IFeatureExtractor
{
    /// <summary>Number of scales.</summary>
    public const int ScaleCount = 4;

    private readonly VideoFormat _format;
    private readonly AdmVariant[] _variants;
    private readonly ScaleGeometry[] _scales;

    /// <summary>Makes the extractor.</summary>
    public AdmExtractor(VideoFormat format, AdmVariant[] variants)
    {
        _format = format;
        _variants = variants;
        _scales = ScaleGeometry.ForPicture(format.Width, format.Height);
        FeatureNames =
        [
            .. variants.SelectMany(variant => variant.Options.Extractor.ProvidedFeatures
                .Take(variant.FeatureCount)
                .Select(feature => FeatureNaming.LogName(feature, variant.Options))),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public int MeasurementCount => FeatureNames.Count;

    /// <inheritdoc/>
    public int HistoryLength => 0;

    /// <inheritdoc/>
    public bool NeedsEveryFrame => false;

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new PassThroughCollector();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Workers own all memory.
    }

    /// <inheritdoc/>
    public IFeatureWorker CreateWorker(SimdTier tier) => new AdmWorker(CreatePipeline(tier), _variants, new AdmScore(_format, _scales));

    private IAdmPipeline CreatePipeline(SimdTier tier) => tier switch
    {
        SimdTier.Avx512 => CreatePipeline<Width512, Vector512<byte>>(),
        SimdTier.Avx2 => CreatePipeline<Width256, Vector256<byte>>(),
        SimdTier.Vector128 => CreatePipeline<Width128, Vector128<byte>>(),
        _ => new AdmPipeline<ScalarWaveletKernels, ScalarFirstScaleKernels, ScalarLaterScaleKernels>(_scales, _variants),
    };

    private AdmPipeline<VectorWaveletKernels<TWidth, V>, VectorFirstScaleKernels<TWidth, V>, VectorLaterScaleKernels<TWidth, V>> CreatePipeline<TWidth, V>()
        where TWidth : struct, ISimdWidth<V>
        where V : struct => new(_scales, _variants);
}
