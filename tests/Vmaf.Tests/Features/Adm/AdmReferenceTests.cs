using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Adm;

/// <summary>
/// Generated pictures against figures of libvmaf f85a8536, plain C path, 17 digits: adm2, aim, adm3, then scales 0 to 3. Roots come
/// from the system's C library; the figures are glibc's.
/// </summary>
[Trait("Suite", "Kernel")]
public sealed class AdmReferenceTests
{
    private const string VersionOne =
        "adm_dlm_weight=0.7:adm_enhn_gain_limit=1:adm_noise_weight=0.02:adm_norm_view_dist=3:adm_ref_display_height=1080:adm_min_val=0.5:adm_csf_mode=2";

    /// <summary>How far one bit of a float in one root moves a score, with room.</summary>
    private const double OtherLibraryTolerance = 1e-6;

    private static readonly Case[] Cases =
    [
        new(33, 33, 8, PictureContent.Noise, 0, "")
        {
            Expected = [0.37476924693780295, 0.55719391892380521, 0.40878766400699884, 0.45217956351703109, 0.32528095167750315, 0.27246793232470934, 0.45076507084355599],
        },
        new(33, 47, 8, PictureContent.NoisyGradient, 0, VersionOne)
        {
            Expected = [0.98300111040963356, 0.018669071962122918, 0.98250005569810661, 0.98149148120440721, 0.96879094483156014, 0.98423858240697903, 0.98669408924877988],
        },
        new(97, 51, 10, PictureContent.NoisyGradient, 1, "")
        {
            Expected = [0.94680348487073529, 0.22290671733978198, 0.86194838376547667, 1, 0.97031769398410284, 0.9033724450544216, 0.92108887716994869],
        },
        new(163, 71, 16, PictureContent.Blocks, 0, "adm_enhn_gain_limit=1")
        {
            Expected = [0.8392703037919973, 0.067931171335020232, 0.88566956622848858, 0.8508666037180791, 0.82013217045305498, 0.84888123825486927, 0.83872560238920901],
        },
        new(64, 36, 12, PictureContent.Enhanced, 1, "adm_enhn_gain_limit=2:adm_csf_mode=3:adm_norm_view_dist=5:adm_ref_display_height=720")
        {
            Expected = [1.5294316590534616, 0, 1.2647158295267307, 1.3333700214748703, 1.5202154606161993, 1.6566241181983365, 1.6801423510607647],
        },
        new(258, 130, 8, PictureContent.Checkerboard, 0, "adm_csf_mode=1:adm_csf_scale=0.5:adm_csf_diag_scale=2")
        {
            Expected = [0.0034923965222184192, 0.0035051574670628321, 0.49999361952757782, 0.001528292615837721, 1, 1, 0.012739819290955749],
        },
        new(163, 71, 16, PictureContent.Noise, 1, VersionOne)
        {
            Expected = [0.36125138169066301, 0.66447868782678077, 0.5, 0.46761389765194983, 0.39816623637444715, 0.35244326830366829, 0.25432646591452079],
        },
        new(160, 90, 8, PictureContent.Enhanced, 0, "adm_enhn_gain_limit=1.7")
        {
            Expected = [1.3331591541002581, 0, 1.166579577050129, 1.2568537918595759, 1.3421963639667012, 1.3878840048250147, 1.3792079465261053],
        },
        new(97, 51, 8, PictureContent.Stripes, 0, "adm_skip_scale0=true")
        {
            Expected = [0.24129884786186626, 0.18036038450628553, 0.53046923167779036, 0, 1, 0.19017541154137926, 0.10856393034572756],
        },
        new(258, 130, 10, PictureContent.Blocks, 1, "adm_skip_aim=true:adm_norm_view_dist=4.5")
        {
            Expected = [0.86251586376573464, 0, 0.93125793188286732, 0.87873523630630723, 0.84212693812668449, 0.85303343675590826, 0.88023392727987493],
        },
        new(161, 91, 8, PictureContent.NoisyGradient, 1, VersionOne)
        {
            Expected = [0.98829339915452685, 0.013845637445759605, 0.98765168817444093, 0.98093674361167593, 0.97471437225189794, 0.98541787678305814, 0.99275950793991619],
        },
    ];

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void Scores_are_libvmafs(int caseNumber)
    {
        Case pair = Cases[caseNumber];
        var format = new VideoFormat(pair.Width, pair.Height, ChromaFormat.Yuv400, pair.BitDepth);
        VideoFrame reference = VideoFrame.Allocate(format);
        VideoFrame distorted = VideoFrame.Allocate(format);
        TestPicture.FillPair(reference.Luma, distorted.Luma, pair.Content, pair.Seed);
        using var run = new FeatureRun(format, SimdTiers.Current, "adm=" + pair.Options);
        double[] values = run.Measure(reference, distorted);
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(pair.Expected, values);
        }
        else
        {
            Assert.All(pair.Expected.Zip(values), figures => Assert.Equal(figures.First, figures.Second, OtherLibraryTolerance));
        }

        reference.Release();
        distorted.Release();
    }

    private sealed record Case(int Width, int Height, int BitDepth, PictureContent Content, int Seed, string Options)
    {
        public required double[] Expected { get; init; }
    }
}
