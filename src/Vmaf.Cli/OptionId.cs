namespace Vmaf.Cli;

/// <summary>The options of the command line.</summary>
internal enum OptionId
{
    /// <summary>Path of the reference.</summary>
    Reference,

    /// <summary>Path of the distorted video.</summary>
    Distorted,

    /// <summary>Width of raw video.</summary>
    Width,

    /// <summary>Height of raw video.</summary>
    Height,

    /// <summary>Chroma format of raw video.</summary>
    PixelFormat,

    /// <summary>Bit depth of raw video.</summary>
    BitDepth,

    /// <summary>A model.</summary>
    Model,

    /// <summary>Path of the log.</summary>
    Output,

    /// <summary>Log as XML.</summary>
    Xml,

    /// <summary>Log as JSON.</summary>
    Json,

    /// <summary>Log as CSV.</summary>
    Csv,

    /// <summary>Log as subtitles.</summary>
    Subtitle,

    /// <summary>Significant digits in the log.</summary>
    Precision,

    /// <summary>Number of measuring threads.</summary>
    Threads,

    /// <summary>A further feature.</summary>
    Feature,

    /// <summary>A metric of the harness by name.</summary>
    Metric,

    /// <summary>Instruction sets not to use.</summary>
    CpuMask,

    /// <summary>GPU operations not to use.</summary>
    GpuMask,

    /// <summary>Most frames to compare.</summary>
    FrameCount,

    /// <summary>Frames of the reference to pass over.</summary>
    SkipReference,

    /// <summary>Frames of the distorted video to pass over.</summary>
    SkipDistorted,

    /// <summary>Score only each n-th frame.</summary>
    Subsample,

    /// <summary>How to scale a distorted video of another size.</summary>
    Resize,

    /// <summary>The size to scale both videos to.</summary>
    QualitySize,

    /// <summary>Turn videos as their containers ask.</summary>
    ApplyRotation,

    /// <summary>Time of the reference to pass over.</summary>
    StartReference,

    /// <summary>Time of the distorted video to pass over.</summary>
    StartDistorted,

    /// <summary>Longest time to compare.</summary>
    Duration,

    /// <summary>Frames a second of videos that do not say it.</summary>
    FrameRate,

    /// <summary>A filter for both videos.</summary>
    Filter,

    /// <summary>A filter for the reference.</summary>
    FilterReference,

    /// <summary>A filter for the distorted video.</summary>
    FilterDistorted,

    /// <summary>A function for the reference's luma.</summary>
    CallbackReference,

    /// <summary>A function for the distorted video's luma.</summary>
    CallbackDistorted,

    /// <summary>Whether frames come through FIFOs.</summary>
    FifoMode,

    /// <summary>Folder for FIFOs and files of frames.</summary>
    WorkPath,

    /// <summary>Leave files of frames.</summary>
    KeepWorkfiles,

    /// <summary>Time after which a slow decoder is warned about.</summary>
    ReadyWarning,

    /// <summary>Time after which a slow decoder is given up.</summary>
    ReadyTimeout,

    /// <summary>The AOM common test conditions.</summary>
    AomTestConditions,

    /// <summary>The Netflix common test conditions.</summary>
    NetflixTestConditions,

    /// <summary>No meter.</summary>
    Quiet,

    /// <summary>Features only.</summary>
    NoPrediction,

    /// <summary>Print the version.</summary>
    Version,

    /// <summary>Print the help.</summary>
    Help,
}
