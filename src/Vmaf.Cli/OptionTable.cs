namespace Vmaf.Cli;

/// <summary>All options, in the order of the help: those of libvmaf's tool, and --precision, --metric and --help.</summary>
internal static class OptionTable
{
    public static IReadOnlyList<CommandOption> All { get; } =
    [
        new(OptionId.Reference, "reference", 'r', "path", "reference video, .y4m or .yuv; - for standard input"),
        new(OptionId.Distorted, "distorted", 'd', "path", "distorted video, .y4m or .yuv; - for standard input"),
        new(OptionId.Width, "width", 'w', "number", "width of .yuv video"),
        new(OptionId.Height, "height", 'h', "number", "height of .yuv video"),
        new(OptionId.PixelFormat, "pixel_format", 'p', "name", "chroma of .yuv video: 420, 422 or 444"),
        new(OptionId.BitDepth, "bitdepth", 'b', "number", "bits per sample of .yuv video: 8, 10, 12 or 16"),
        new(OptionId.Model, "model", 'm', "params", """
            model, parameters divided by colons (default version=vmaf_v0.6.1):
            path=FILE         model file
            version=NAME      model by name; auto to choose by size and frame rate
            name=NAME         name of its score in the log (default vmaf)
            disable_clip      do not limit scores
            enable_transform  apply the model's score transform
            FEATURE.OPT=VAL   set an option of the model's features
            """),
        new(OptionId.Output, "output", 'o', "path", "write a log to this file; - for standard output"),
        new(OptionId.Xml, "xml", null, null, "log as XML (default)"),
        new(OptionId.Json, "json", null, null, "log as JSON"),
        new(OptionId.Csv, "csv", null, null, "log as CSV"),
        new(OptionId.Subtitle, "sub", null, null, "log as subtitles"),
        new(OptionId.Precision, "precision", null, "digits", "significant digits in the log, 1 to 17 (default: six decimals)"),
        new(OptionId.Threads, "threads", null, "number", "measuring threads (default 0: one a processor)"),
        new(OptionId.Feature, "feature", null, "params", "measure a further feature: NAME or NAME=OPT=VAL:OPT=VAL"),
        new(OptionId.Metric, "metric", null, "name", """
            a metric by the harness' name, with its own model: PSNR, SSIM, VMAFNEG,
            SITI, NIQE and others; alone it stands in for the default model, and
            where no metric compares with a reference, none is needed
            """),
        new(OptionId.FrameCount, "frame_cnt", null, "number", "compare at most so many frames"),
        new(OptionId.SkipReference, "frame_skip_ref", null, "number", "pass over so many frames of the reference"),
        new(OptionId.SkipDistorted, "frame_skip_dist", null, "number", "pass over so many frames of the distorted video"),
        new(OptionId.Subsample, "subsample", null, "number", "score only each n-th frame"),
        new(OptionId.AomTestConditions, "aom_ctc", null, "version", "models and features of the AOM test conditions, v1.0 to v7.0"),
        new(OptionId.NetflixTestConditions, "nflx_ctc", null, "version", "models and features of the Netflix test conditions, v1.0"),
        new(OptionId.CpuMask, "cpumask", null, "bits", "instruction sets not to use: 16 AVX-512, 8 AVX2, 4, 2 or 1 all vectors"),
        new(OptionId.GpuMask, "gpumask", null, "bits", "has no effect, as no GPU is used"),
        new(OptionId.Quiet, "quiet", 'q', null, "no meter; with a log, no score line"),
        new(OptionId.NoPrediction, "no_prediction", 'n', null, "measure features only"),
        new(OptionId.Version, "version", 'v', null, "print the version"),
        new(OptionId.Help, "help", null, null, "print this help"),
    ];
}
