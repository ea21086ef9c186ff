namespace Vmaf.Cli;

/// <summary>All options, in the order of the help: those of libvmaf's tool and some more, in its style.</summary>
internal static class OptionTable
{
    public static IReadOnlyList<CommandOption> All { get; } =
    [
        new(OptionId.Reference, "reference", 'r', "path", "reference video: .y4m, .yuv, or what ffmpeg decodes; - for standard input"),
        new(OptionId.Distorted, "distorted", 'd', "path", "distorted video: likewise"),
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
        new(OptionId.StartReference, "start_ref", null, "time", "pass over so much of the reference: seconds or hh:mm:ss"),
        new(OptionId.StartDistorted, "start_dist", null, "time", "pass over so much of the distorted video"),
        new(OptionId.Duration, "duration", null, "time", "compare at most so much"),
        new(OptionId.FrameRate, "frame_rate", null, "number", "frames a second of .yuv video, for times"),
        new(OptionId.Resize, "resize", null, "kernel", "scale a distorted video of another size: bicubic, bilinear, lanczos"),
        new(OptionId.QualitySize, "quality_size", null, "size", "scale both videos to this size, such as 1280x720"),
        new(OptionId.ApplyRotation, "apply_rotation", null, null, "turn encoded videos as their containers ask"),
        new(OptionId.Filter, "filter", null, "name=args", """
            a filter of ffmpeg for both videos, in this order whatever the order given:
            crop, pad, (scaling,) gblur, eq, lutyuv, yadif, format, fps, select
            """),
        new(OptionId.FilterReference, "filter_ref", null, "name=args", "the same for the reference; wins over --filter"),
        new(OptionId.FilterDistorted, "filter_dist", null, "name=args", "the same for the distorted video; wins over --filter"),
        new(OptionId.CallbackReference, "callback_ref", null, "name", "pass the reference's luma through identity or multiply"),
        new(OptionId.CallbackDistorted, "callback_dist", null, "name", "pass the distorted video's luma through identity or multiply"),
        new(OptionId.FifoMode, "fifo_mode", null, "mode", "auto: FIFOs for what is decoded; always; never: plain files"),
        new(OptionId.WorkPath, "work_path", null, "folder", "folder for FIFOs and files of decoded frames"),
        new(OptionId.KeepWorkfiles, "keep_workfiles", null, null, "leave the files of decoded frames; with --fifo_mode never"),
        new(OptionId.ReadyWarning, "ready_warning", null, "time", "warn of a decoder that has not started by then (default 5)"),
        new(OptionId.ReadyTimeout, "ready_timeout", null, "time", "give a decoder up that has not started by then"),
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
