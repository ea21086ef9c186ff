using System.Text;
using System.Text.Json.Nodes;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Features.NaturalScene;
using Vmaf.Tests.Golden;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Metrics;

/// <summary>Every metric that can be asked for by name.</summary>
public sealed class QualityMetricsTests
{
    private const string Clip = "322x180_420_8_noise";
    private const int FrameCount = 3;

    public static TheoryData<string> Measurable => [.. QualityMetrics.All.Where(metric => metric.Unsupported is null).Select(metric => metric.Name)];

    /// <summary>Where the score of each metric without a model comes from.</summary>
    public static TheoryData<string, string, string> FeatureScores => new()
    {
        { "PSNR", "float_psnr", "float_psnr" },
        { "SSIM", "float_ssim", "float_ssim" },
        { "MS_SSIM", "float_ms_ssim", "float_ms_ssim" },
        { "CIEDE2000", "ciede", "ciede2000" },
        { "Cambi", "cambi", "cambi" },
        { "Cambi_FR", "cambi=full_ref=true", "cambi_full_reference" },
        { "SpeedChroma", "speed_chroma", "speed_chroma_uv" },
        { "SpeedChromaU", "speed_chroma", "speed_chroma_u" },
        { "SpeedChromaV", "speed_chroma", "speed_chroma_v" },
        { "SpeedTemporal", "speed_temporal", "speed_temporal" },
        { "VIF", "vif=debug=true", "integer_vif" },
        { "ADM2", "adm", "integer_adm2" },
        { "VIF_SCALE0", "vif", "integer_vif_scale0" },
        { "VIF_SCALE1", "vif", "integer_vif_scale1" },
        { "VIF_SCALE2", "vif", "integer_vif_scale2" },
        { "VIF_SCALE3", "vif", "integer_vif_scale3" },
        { "MOTION", "motion=debug=true", "integer_motion" },
        { "MOTION2", "motion", "integer_motion2" },
    };

    [Theory]
    [MemberData(nameof(Measurable))]
    public void Every_metric_measures(string name)
    {
        using var folder = new TemporaryFolder();
        QualityMetric metric = QualityMetrics.GetByName(name);
        QualityResult result = Measure([name], CatalogOf(folder), metric.ModelUse == MetricModelUse.Ensemble ? ["vmaf_v0.6.1", "vmaf_4k_v0.6.1"] : null);
        Assert.NotEmpty(result.Metrics);
        Assert.All(result.Metrics, summary => Assert.True(double.IsFinite(summary.Pooled!.Mean!.Value), summary.Name));
        if (metric.ModelUse is not (MetricModelUse.None or MetricModelUse.Niqe))
        {
            Assert.Single(result.Models);
        }
    }

    [Theory]
    [MemberData(nameof(FeatureScores))]
    public void The_score_is_the_feature_of_the_harness(string name, string feature, string logName)
    {
        QualityResult result = Measure([name], new ModelCatalog("none", []));
        QualityResult expected = Score(new ScoringOptions { Features = [FeatureRequestParser.Parse(feature)] });
        string score = Assert.Single(result.Names.All, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(expected.Frames.Select(frame => frame.Features[logName]), result.Frames.Select(frame => frame.Features[score]));
    }

    [Fact]
    public void VIF2_is_the_mean_of_four_scales()
    {
        QualityResult result = Measure(["VIF2", "VIF_SCALE0", "VIF"], new ModelCatalog("none", []));
        Assert.Equal(["VIF2", "VIF_SCALE0", "VIF"], result.Names.Named);
        foreach (FrameScore frame in result.Frames)
        {
            double mean = Enumerable.Range(0, 4).Average(scale =>
                frame.Features[$"integer_vif_num_scale{scale}"]!.Value / frame.Features[$"integer_vif_den_scale{scale}"]!.Value);
            Assert.Equal(mean, frame.Features["VIF2"]!.Value, 12);
            Assert.Equal(frame.Features["integer_vif_num"]!.Value / frame.Features["integer_vif_den"]!.Value, frame.Features["VIF"]!.Value, 12);
        }
    }

    [Fact]
    public void Models_of_metrics_are_those_of_the_harness()
    {
        var catalog = new ModelCatalog("none", []);
        QualityResult result = Measure(["VMAF", "VMAFNEG", "vmaf_phone", "VMAFEXEC"], catalog);
        Assert.Equal(["vmaf", "VMAFNEG", "VMAF_Phone", "VMAFEXEC"], result.Names.Scores);
        Assert.Equal(["vmaf_v0.6.1", "vmaf_v0.6.1neg", "vmaf_v0.6.1", "vmaf_v0.6.1"], result.Models.Select(model => model.Model.Name));
        QualityResult expected = Score(new ScoringOptions
        {
            Models =
            [
                catalog.Load("vmaf_v0.6.1"),
                catalog.Load("vmaf_v0.6.1neg", new ModelLoadOptions { Name = "neg" }),
                catalog.Load("vmaf_v0.6.1_phone", new ModelLoadOptions { Name = "phone" }),
            ],
        });
        Assert.Equal(expected.Models.Select(model => model.Pooled.Mean), result.Models.Take(3).Select(model => model.Pooled.Mean));
        Assert.Equal(result.Score, result.Models[3].Pooled.Mean);
    }

    [Fact]
    public void A_named_model_takes_the_place_of_the_default()
    {
        QualityResult result = Measure(["VMAF_Phone"], new ModelCatalog("none", []), ["vmaf_4k_v0.6.1"]);
        Assert.Equal("vmaf_4k_v0.6.1", Assert.Single(result.Models).Model.Name);
    }

    [Fact]
    public void An_ensemble_is_the_mean_of_its_models()
    {
        QualityResult result = Measure(["EnsembleVMAF"], new ModelCatalog("none", []), ["vmaf_v0.6.1", "vmaf_4k_v0.6.1"]);
        Assert.Equal(["EnsembleVMAF", "EnsembleVMAF_model_0", "EnsembleVMAF_model_1"], result.Names.Scores);
        Assert.Null(Assert.Single(result.Models).Bootstrap);
        foreach (FrameScore frame in result.Frames)
        {
            Assert.Equal((frame.Scores["EnsembleVMAF_model_0"] + frame.Scores["EnsembleVMAF_model_1"]) / 2, frame.Score);
        }

        QualityResult alone = Score(new ScoringOptions { Models = [new ModelCatalog("none", []).Load("vmaf_4k_v0.6.1")] });
        Assert.Equal(alone.Frames.Select(frame => frame.Score), result.Frames.Select(frame => frame.Scores["EnsembleVMAF_model_1"]));
    }

    [Fact]
    public void Bagging_scores_with_the_mean_of_the_members()
    {
        using var folder = new TemporaryFolder();
        QualityResult result = Measure(["BOOTSTRAP_VMAF", "BAGGING_VMAF"], CatalogOf(folder));
        Assert.Equal(2, result.Models.Count);
        Assert.All(result.Models, model => Assert.Equal(3, model.Bootstrap!.MemberCount));
        foreach (FrameScore frame in result.Frames)
        {
            Assert.Equal(frame.Scores["BAGGING_VMAF_bagging"], frame.Scores["BAGGING_VMAF"]);
            Assert.Equal(frame.Scores["BOOTSTRAP_VMAF_bagging"], frame.Scores["BAGGING_VMAF"]);
            Assert.NotEqual(frame.Scores["BOOTSTRAP_VMAF"], frame.Scores["BAGGING_VMAF"]);
            Assert.Equal(frame.Scores["BOOTSTRAP_VMAF_stddev"], frame.Scores["BAGGING_VMAF_stddev"]);
        }
    }

    [Fact]
    public void The_first_VMAF_has_its_published_score()
    {
        // Score of the harness' own test for this pair, whose features it rounds to six decimals: test/quality_runner_test.py, f85a8536.
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        Assert.SkipUnless(File.Exists(SharedData.Model("test/model_V8a.model")), "Needs the model model_V8a.model among the shared models.");
        var hints = new RawVideoHints(576, 324, ChromaFormat.Yuv420, 12);
        using var clips = ClipPair.Open(
            SharedData.Clip("src01_hrc00_576x324.yuv420p12le.yuv"),
            SharedData.Clip("src01_hrc01_576x324.yuv420p12le.yuv"),
            new ClipPairOptions { ReferenceHints = hints, DistortedHints = hints });
        var catalog = new ModelCatalog("none", [SharedData.Model("test")]);
        var options = new ScoringOptions { Metrics = MetricSelection.Create(["VMAF_legacy"], catalog) };
        Assert.Equal(72.19355058983041, QualityScorer.Score(clips, options, TestContext.Current.CancellationToken).Score!.Value, 1e-4);
    }

    [Fact]
    public void A_legacy_model_sees_features_limited_and_stretched()
    {
        // A linear kernel with one support vector (1, 2, 3, 4) and offset 0 shows what it is given.
        using var folder = new TemporaryFolder();
        QualityResult result = Measure(["VMAF_legacy"], CatalogOf(folder));
        foreach (FrameScore frame in result.Frames)
        {
            double Feature(string name, double low, double high) => (Math.Clamp(frame.Features[name]!.Value, low, high) - low) / (high - low);
            double expected = Feature("vif", 0, 1) + (2 * Feature("adm", 0.4, 1)) + (3 * Feature("float_ansnr", 10, 50)) + (4 * Feature("motion", 0, 20));
            Assert.Equal(expected, frame.Score!.Value, 12);
        }
    }

    [Fact]
    public void Metrics_of_one_extractor_share_it_with_models_and_each_other()
    {
        QualityResult result = Measure(["VMAF", "VIF_SCALE0", "VIF", "Cambi", "Cambi_FR"], new ModelCatalog("none", []));
        Assert.Equal(["VIF_SCALE0", "VIF", "cambi", "Cambi_FR"], result.Names.Named);
        Assert.Contains("integer_vif_den", result.Names.Features);
        Assert.Equal(result.Names.All.Count, result.Names.All.Distinct().Count());
    }

    [Fact]
    public void Options_of_the_user_that_leave_out_what_a_metric_needs_are_an_error()
    {
        var options = new ScoringOptions
        {
            Metrics = MetricSelection.Create(["VIF"], new ModelCatalog("none", [])),
            Features = [new FeatureRequest("vif")],
        };
        Assert.Equal(VmafErrorIds.OptionInvalid, Assert.Throws<VmafException>(() => Score(options)).ErrorId);
    }

    [Fact]
    public void Names_and_models_are_checked()
    {
        var catalog = new ModelCatalog("none", []);
        string ErrorOf(string name, params string[] models) => Assert.Throws<VmafException>(() => MetricSelection.Create([name], catalog, models)).ErrorId;
        Assert.Equal(VmafErrorIds.MetricUnknown, ErrorOf("PSNRR"));
        Assert.Equal(VmafErrorIds.MetricUnsupported, ErrorOf("STRRED"));
        Assert.Equal(VmafErrorIds.ModelNotFound, ErrorOf("NIQE"));
        Assert.Equal(VmafErrorIds.ModelNotFound, ErrorOf("VMAF_legacy"));
        Assert.Equal(VmafErrorIds.OptionInvalid, ErrorOf("VMAF", "vmaf_v0.6.1", "vmaf_4k_v0.6.1"));
        Assert.Equal(VmafErrorIds.ModelUnsupported, ErrorOf("BOOTSTRAP_VMAF", "vmaf_v0.6.1"));
    }

    [Fact]
    public void Named_metrics_keep_the_order_asked_for()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(["PSNR", "SSIM", "si", "ti"], Measure(["PSNR", "SSIM", "SITI"], CatalogOf(folder)).Names.Named);
        Assert.Equal(["si", "ti", "PSNR"], Measure(["SITI", "PSNR"], CatalogOf(folder)).Names.Named);
    }

    [Fact]
    public void A_video_can_be_measured_without_a_reference()
    {
        using var folder = new TemporaryFolder();
        var options = new ScoringOptions { Metrics = MetricSelection.Create(["SITI", "NIQE", "BRISQUE", "Moment_noref"], CatalogOf(folder)) };
        Assert.False(options.NeedsReference);
        using IFrameSource distorted = OpenDistorted();
        using ScoringRun run = QualityScorer.StartWithoutReference(distorted, options, TestContext.Current.CancellationToken);
        QualityResult alone = run.Complete();
        Assert.Equal(0, run.LentFrameCount);
        Assert.Null(alone.Reference);
        Assert.Null(alone.ReferenceFrameCount);
        Assert.Equal(FrameCount, alone.FramesCompared);
        Assert.Empty(alone.Warnings);

        QualityResult withReference = Score(options);
        Assert.Equal(withReference.Names.All, alone.Names.All);
        Assert.Equal(withReference.Frames.SelectMany(frame => frame.Metrics), alone.Frames.SelectMany(frame => frame.Metrics));
        Assert.Equal(withReference.Aggregates["niqe"], alone.Aggregates["niqe"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_stride_leaves_frames_out_and_keeps_the_others(int stride)
    {
        var options = new ScoringOptions { Features = [new FeatureRequest("siti")], Stride = stride };
        using IFrameSource distorted = OpenDistorted();
        using ScoringRun run = QualityScorer.StartWithoutReference(distorted, options, TestContext.Current.CancellationToken);
        QualityResult all = Score(options with { Stride = 1 });
        foreach (FrameScore frame in run.Complete().Frames)
        {
            Assert.Equal(all.Frames[frame.FrameIndex].Features["ti"], frame.Features["ti"]);
        }
    }

    [Fact]
    public void Without_a_reference_what_compares_is_an_error_that_names_it()
    {
        using IFrameSource distorted = OpenDistorted();
        var options = new ScoringOptions
        {
            Metrics = MetricSelection.Create(["PSNR", "SITI"], new ModelCatalog("none", [])),
            Features = [new FeatureRequest("siti"), new FeatureRequest("ciede")],
        };
        VmafException error = Assert.Throws<VmafException>(() => QualityScorer.StartWithoutReference(distorted, options));
        Assert.Equal(VmafErrorIds.ReferenceMissing, error.ErrorId);
        Assert.Contains("PSNR, ciede", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Xml)]
    [InlineData(ReportFormat.Csv)]
    public void Logs_of_metrics_can_be_read_back(ReportFormat format)
    {
        using var folder = new TemporaryFolder();
        QualityResult result = Measure(["BAGGING_VMAF", "PSNR", "VIF2"], CatalogOf(folder));
        string path = Path.Combine(folder.FullPath, "log." + format);
        ReportWriter.Write(result, path, format, significantDigits: 17);
        Report report = ReportReader.Read(path);
        Assert.Equal(result.Names.Features, report.Names.Features);
        Assert.Equal(result.Names.Scores, report.Names.Scores);
        Assert.Equal(result.Score, report.Score);
    }

    private static FrameRange OpenDistorted() => new(GoldenClip.Load(Clip).OpenDistorted(), 0, FrameCount);

    private static QualityResult Measure(IEnumerable<string> metrics, ModelCatalog catalog, IReadOnlyList<string>? models = null) =>
        Score(new ScoringOptions { Metrics = MetricSelection.Create(metrics, catalog, models) });

    private static QualityResult Score(ScoringOptions options)
    {
        GoldenClip clip = GoldenClip.Load(Clip);
        using var clips = new ClipPair(clip.OpenReference(), clip.OpenDistorted(), new ClipPairOptions { MaximumFrames = FrameCount });
        return QualityScorer.Score(clips, options, TestContext.Current.CancellationToken);
    }

    /// <summary>A catalogue that has the models which are not built in, made up.</summary>
    private static ModelCatalog CatalogOf(TemporaryFolder folder)
    {
        folder.Write("niqe_v0.1.json", NiqeTestModel.Json());
        folder.Write("model_V8a.model", Encoding.ASCII.GetBytes("svm_type nu_svr\nkernel_type linear\nnr_class 2\ntotal_sv 1\nrho 0\nSV\n1 1:1 2:2 3:3 4:4 \n"));
        var bootstrap = new JsonObject();
        for (int member = 0; member < 4; member++)
        {
            bootstrap[$"{member}"] = new JsonObject { ["model_dict"] = Member(member) };
        }

        folder.Write("vmaf_b_v0.6.3.json", Encoding.UTF8.GetBytes(bootstrap.ToJsonString()));
        return new ModelCatalog(folder.FullPath, []);
    }

    private static JsonObject Member(int member) => new()
    {
        ["model_type"] = "BOOTSTRAP_LIBSVMNUSVR",
        ["norm_type"] = "linear_rescale",
        ["feature_names"] = new JsonArray("VMAF_integer_feature_adm2_score", "VMAF_integer_feature_motion2_score"),
        ["slopes"] = new JsonArray(0.01, 1.0, 0.05),
        ["intercepts"] = new JsonArray(0.0, 0.0, 0.0),
        ["score_clip"] = new JsonArray(0, 100),
        ["model"] = $"svm_type nu_svr\nkernel_type linear\nnr_class 2\ntotal_sv 1\nrho 0\nSV\n0.{5 + member} 1:1 2:0.1 \n",
    };
}
