using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Vif;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Vif;

/// <summary>
/// Drawn pictures against figures from libvmaf f85a8536, plain C path (cpumask 4294967295), printed with 17 digits: the reference picture
/// with seed 3, the distorted with seed 8, features in libvmaf's order.
/// </summary>
[Trait("Suite", "Kernel")]
public sealed class VifGoldenTests
{
    private static readonly GoldenCase[] Cases =
    [
        new(PictureKind.Texture, PictureKind.Enhanced, 49, 33, 8, "debug=true",
            [0.28422901034355164, 0.78174549341201782, 0.96736264228820801, 1.0620731115341187, 0.37623137580326105, 6520.69873046875, 17331.61865234375, 4097.76953125, 14417.140625, 1727.71630859375, 2210.0751953125, 540.46240234375, 558.69677734375, 154.75048828125, 145.7060546875]),
        new(PictureKind.Texture, PictureKind.Enhanced, 49, 33, 8, "debug=true:vif_enhn_gain_limit=1.0",
            [0.2062159925699234, 0.59534728527069092, 0.77116984128952026, 0.87024390697479248, 0.27963095244970759, 4846.45703125, 17331.61865234375, 2973.044921875, 14417.140625, 1315.76220703125, 2210.0751953125, 430.85009765625, 558.69677734375, 126.7998046875, 145.7060546875]),
        new(PictureKind.Texture, PictureKind.Enhanced, 49, 33, 8, "debug=true:vif_skip_scale0=true",
            [0, 0.78174549341201782, 0.96736264228820801, 1.0620731115341187, 0.83134241414302346, 2422.92919921875, 2914.47802734375, 0, -1, 1727.71630859375, 2210.0751953125, 540.46240234375, 558.69677734375, 154.75048828125, 145.7060546875]),
        new(PictureKind.Texture, PictureKind.Enhanced, 49, 33, 8, "debug=true:vif_enhn_gain_limit=1.25:vif_skip_scale0=true",
            [0, 0.69520467519760132, 0.87636548280715942, 0.9725642204284668, 0.74379893215628934, 2167.78564453125, 2914.47802734375, 0, -1, 1536.45458984375, 2210.0751953125, 489.62255859375, 558.69677734375, 141.70849609375, 145.7060546875]),
        new(PictureKind.Noise, PictureKind.Texture, 31, 47, 8, "debug=true",
            [0.00038615791709162295, 0.017534570768475533, 0.061064645648002625, 0.25369447469711304, 0.003836895884119282, 72.359375, 18858.83203125, 6.38525390625, 16535.34375, 34.44091796875, 1964.17236328125, 18.90087890625, 309.5224609375, 12.63232421875, 49.79345703125]),
        new(PictureKind.Checkerboard, PictureKind.Noise, 130, 35, 8, "debug=true",
            [0.00080023612827062607, 0.0015880707651376724, 0.9077640175819397, 0.86282950639724731, 0.0057160570285620504, 359.82459259033203, 62949.79052734375, 47.29296875, 59098.765625, 5.5732421875, 3509.44189453125, 247.07936096191406, 272.1845703125, 59.879020690917969, 69.3984375]),
        new(PictureKind.Texture, PictureKind.Quantised, 16, 16, 8, "debug=true",
            [0.26303347945213318, 0.66479963064193726, 0.79527699947357178, 0.79908180236816406, 0.33367259113617387, 915.82275390625, 2744.6748046875, 604.13037109375, 2296.78125, 227.1796875, 341.7265625, 67.60009765625, 85.001953125, 16.91259765625, 21.1650390625]),
        new(PictureKind.Texture, PictureKind.Quantised, 67, 50, 10, "debug=true",
            [0.27024400234222412, 0.72838103771209717, 0.86128443479537964, 0.93151992559432983, 0.35468134164894533, 12823.2578125, 36154.30615234375, 8094.3896484375, 29952.15234375, 3473.82421875, 4769.240234375, 977.88037109375, 1135.37451171875, 277.16357421875, 297.5390625]),
        new(PictureKind.Gradient, PictureKind.Checkerboard, 40, 41, 10, "debug=true",
            [5.0717764679575339e-05, 0.00092544755898416042, 0.0050352443940937519, 0.019609101116657257, 0.00070137283699579268, 10.03515625, 14307.876953125, 0.546875, 10782.7109375, 2.45947265625, 2657.603515625, 3.44921875, 685.01513671875, 3.57958984375, 182.54736328125]),
        new(PictureKind.Texture, PictureKind.Enhanced, 259, 37, 12, "debug=true",
            [0.29089820384979248, 0.82911664247512817, 0.98574459552764893, 1.0567407608032227, 0.38975447602678936, 40236.400390625, 103235.2490234375, 24897.87890625, 85589.6640625, 11174.8046875, 13477.96484375, 3337.5126953125, 3385.7783203125, 826.2041015625, 781.841796875]),
        new(PictureKind.Enhanced, PictureKind.Texture, 65, 64, 16, "debug=true",
            [0.25651603937149048, 0.62966632843017578, 0.7384566068649292, 0.79575854539871216, 0.33000522974440999, 16947.46240234375, 51355.1328125, 10766.7421875, 41972.9765625, 4481.66845703125, 7117.529296875, 1327.94580078125, 1798.27197265625, 371.10595703125, 466.35498046875]),
        new(PictureKind.Noise, PictureKind.Noise, 33, 17, 16, "debug=true:vif_enhn_gain_limit=1.0",
            [3.7083449569763616e-05, 0.023273775354027748, 0.065774470567703247, 0.046301595866680145, 0.003605301452614645, 26.08544921875, 7235.30322265625, 0.236328125, 6372.87353515625, 16.62646484375, 714.38623046875, 7.99853515625, 121.60546875, 1.22412109375, 26.43798828125]),
        new(PictureKind.Flat, PictureKind.Flat, 20, 24, 8, "debug=true",
            [1, 1, 1, 1, 1, 636, 636, 480, 480, 120, 120, 30, 30, 6, 6]),
    ];

    public static TheoryData<int> CaseIndices() => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseIndices))]
    public void Every_tier_equals_libvmaf(int index)
    {
        GoldenCase golden = Cases[index];
        VideoFrame reference = TestPicture.Create(golden.Reference, golden.Width, golden.Height, golden.BitDepth, seed: 3);
        VideoFrame distorted = TestPicture.Create(golden.Distorted, golden.Width, golden.Height, golden.BitDepth, seed: 8);
        FeatureOptionSet options = OptionText.Parse(VifMeasurement.Definition, golden.Options);
        using var extractor = (VifExtractor)VifMeasurement.Definition.Create(reference.Format, [options]);
        foreach (SimdTier tier in TestTiers.All)
        {
            using IFeatureWorker worker = extractor.CreateWorker(tier);
            Dictionary<string, double> actual = VifMeasurement.Measure(extractor, worker, reference, distorted);
            Assert.Equal(golden.Values, extractor.FeatureNames.Select(name => actual[name]));
        }

        reference.Release();
        distorted.Release();
    }

    private sealed record GoldenCase(
        PictureKind Reference, PictureKind Distorted, int Width, int Height, int BitDepth, string Options, double[] Values);
}
