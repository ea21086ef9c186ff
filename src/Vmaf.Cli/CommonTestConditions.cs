using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.Cli;

/// <summary>
/// The sets of models and features that the common test conditions of AOM and Netflix ask for, under the names that libvmaf's tool
/// gives them.
/// </summary>
internal static class CommonTestConditions
{
    private const string DecibelSsim = "enable_db=true:clip_db=true";

    private static readonly string[] AomVersions = ["v1.0", "v2.0", "v3.0", "v4.0", "v5.0", "v6.0", "v7.0"];

    /// <summary>Adds the AOM conditions: CAMBI from v3.0, common bit depth from v6.0, SSIM at full scale from v7.0.</summary>
    /// <exception cref="UsageException">There is no such version.</exception>
    /// <exception cref="VmafException">A metric or model is not available.</exception>
    public static Settings ApplyAom(Settings settings, string version)
    {
        int number = 1 + Array.IndexOf(AomVersions, version);
        if (number == 0)
        {
            throw new UsageException($"There is no version '{version}' of the AOM test conditions. There are {string.Join(", ", AomVersions)}.");
        }

        string[] features =
        [
            "psnr=reduced_hbd_peak=true:enable_apsnr=true:min_sse=0.5",
            "ciede",
            number < 7 ? $"float_ssim={DecibelSsim}" : $"float_ssim=scale=1:{DecibelSsim}",
            $"float_ms_ssim={DecibelSsim}",
            "psnr_hvs",
            .. number < 3 ? (string[])[] : ["cambi"],
        ];
        return Apply(settings, $"--aom_ctc {version}", ["vmaf_v0.6.1", "vmaf_v0.6.1neg"], features) with
        {
            UseCommonBitDepth = settings.UseCommonBitDepth || number >= 6,
        };
    }

    /// <summary>Adds the Netflix conditions.</summary>
    /// <exception cref="UsageException">There is no such version.</exception>
    /// <exception cref="VmafException">A metric or model is not available.</exception>
    public static Settings ApplyNetflix(Settings settings, string version)
    {
        if (version != "v1.0")
        {
            throw new UsageException($"There is no version '{version}' of the Netflix test conditions. There is v1.0.");
        }

        string[] features = ["psnr=enable_chroma=true:enable_apsnr=true", $"float_ssim={DecibelSsim}", "cambi"];
        return Apply(settings, "--nflx_ctc v1.0", ["vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1neg"], features);
    }

    private static Settings Apply(Settings settings, string option, string[] models, string[] features)
    {
        FeatureRequest[] requests = [.. features.Select(FeatureRequestParser.Parse)];
        HashSet<string> extractors = [.. FeatureRegistry.Extractors.Select(extractor => extractor.Name)];
        HashSet<string> known = [.. ModelCatalog.FromEnvironment().Names()];
        string[] missing =
        [
            .. requests.Select(request => request.Extractor).Where(name => !extractors.Contains(name)),
            .. models.Where(name => !known.Contains(name)),
        ];
        if (missing.Length > 0)
        {
            throw new VmafException(
                VmafErrorIds.FeatureUnknown,
                $"{option} needs what is not available yet: {string.Join(", ", missing)}.",
                "Ask for single models and features with --model and --feature.",
                option);
        }

        return settings with
        {
            Models =
            [
                .. settings.Models,
                new ModelArgument(models[0], IsPath: false, new ModelLoadOptions { Name = "vmaf" }),
                new ModelArgument(models[1], IsPath: false, new ModelLoadOptions { Name = "vmaf_neg" }),
            ],
            Features = [.. settings.Features, .. requests],
        };
    }
}
