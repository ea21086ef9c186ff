namespace Vmaf.Engine.Errors;

/// <summary>The stable ids of all errors that the engine raises. Scripts may rely on them; they do not change meaning.</summary>
public static class VmafErrorIds
{
    /// <summary>An input file does not exist.</summary>
    public const string FileNotFound = "VmafFileNotFound";

    /// <summary>An input file exists but cannot be read (permission, I/O error).</summary>
    public const string FileUnreadable = "VmafFileUnreadable";

    /// <summary>An input file has no bytes, or no frame.</summary>
    public const string FileEmpty = "VmafFileEmpty";

    /// <summary>A y4m header or frame header is malformed.</summary>
    public const string Y4mMalformed = "VmafY4mMalformed";

    /// <summary>A video ends inside a frame.</summary>
    public const string TruncatedFrame = "VmafTruncatedFrame";

    /// <summary>The size or pixel format of a raw video is not known.</summary>
    public const string RawFormatUnknown = "VmafRawFormatUnknown";

    /// <summary>The length of a raw file is no whole number of frames of the stated format.</summary>
    public const string RawLengthMismatch = "VmafRawLengthMismatch";

    /// <summary>A pixel format, bit depth or picture size that is not supported.</summary>
    public const string FormatUnsupported = "VmafFormatUnsupported";

    /// <summary>A sample is larger than the stated bit depth allows.</summary>
    public const string SampleOutOfRange = "VmafSampleOutOfRange";

    /// <summary>Reference and distorted differ in picture size.</summary>
    public const string SizeMismatch = "VmafSizeMismatch";

    /// <summary>Reference and distorted differ in chroma format or bit depth.</summary>
    public const string FormatMismatch = "VmafFormatMismatch";

    /// <summary>Reference and distorted differ in their number of frames.</summary>
    public const string LengthMismatch = "VmafLengthMismatch";

    /// <summary>A named semaphore cannot be made, opened or used.</summary>
    public const string SemaphoreFailed = "VmafSemaphoreFailed";

    /// <summary>The temporary folder, or a FIFO in it, cannot be made or written.</summary>
    public const string TemporaryFolderUnusable = "VmafTemporaryFolderUnusable";

    /// <summary>No program was found that can host a FIFO writer.</summary>
    public const string WriterHostNotFound = "VmafWriterHostNotFound";

    /// <summary>A FIFO writer ended without saying why: it was killed, or its host failed.</summary>
    public const string WriterDied = "VmafWriterDied";

    /// <summary>A FIFO writer was not ready within the time that the caller set.</summary>
    public const string ReadyTimeout = "VmafReadyTimeout";

    /// <summary>A video needs a decoder, and ffmpeg or ffprobe was not found.</summary>
    public const string DecoderNotFound = "VmafDecoderNotFound";

    /// <summary>The decoder ended with an error.</summary>
    public const string DecoderFailed = "VmafDecoderFailed";

    /// <summary>A file holds no video that the decoder can read.</summary>
    public const string NoVideoStream = "VmafNoVideoStream";

    /// <summary>Reference and distorted differ in sample range (full and limited).</summary>
    public const string RangeMismatch = "VmafRangeMismatch";

    /// <summary>Reference and distorted differ in the rotation that their containers ask for.</summary>
    public const string RotationMismatch = "VmafRotationMismatch";

    /// <summary>A property of an asset is missing, malformed or contradicts another.</summary>
    public const string AssetInvalid = "VmafAssetInvalid";

    /// <summary>The picture is too small for a feature.</summary>
    public const string PictureTooSmall = "VmafPictureTooSmall";

    /// <summary>Something asked for compares with a reference, and none was given.</summary>
    public const string ReferenceMissing = "VmafReferenceMissing";

    /// <summary>A metric's name is not known.</summary>
    public const string MetricUnknown = "VmafMetricUnknown";

    /// <summary>A metric of Netflix's harness that this software does not measure.</summary>
    public const string MetricUnsupported = "VmafMetricUnsupported";

    /// <summary>No frame was left to score (skips or count leave nothing).</summary>
    public const string NoFrames = "VmafNoFrames";

    /// <summary>A part of a video is asked for by time, and its frame rate is not known.</summary>
    public const string FrameRateUnknown = "VmafFrameRateUnknown";

    /// <summary>A callback that was to change frames failed.</summary>
    public const string CallbackFailed = "VmafCallbackFailed";

    /// <summary>There is not enough memory for pictures of this size.</summary>
    public const string OutOfMemory = "VmafOutOfMemory";

    /// <summary>No model of that name or path.</summary>
    public const string ModelNotFound = "VmafModelNotFound";

    /// <summary>A model file is malformed.</summary>
    public const string ModelMalformed = "VmafModelMalformed";

    /// <summary>A model needs a feature or a kind of regressor that is not available.</summary>
    public const string ModelUnsupported = "VmafModelUnsupported";

    /// <summary>Two models in one run have the same name.</summary>
    public const string ModelNameDuplicate = "VmafModelNameDuplicate";

    /// <summary>No feature extractor or feature of that name.</summary>
    public const string FeatureUnknown = "VmafFeatureUnknown";

    /// <summary>A feature extractor has no option of that name.</summary>
    public const string OptionUnknown = "VmafOptionUnknown";

    /// <summary>An option's value cannot be read or is out of its range.</summary>
    public const string OptionInvalid = "VmafOptionInvalid";

    /// <summary>A feature came out as NaN or infinite, or a log has one so large that no video has it.</summary>
    public const string FeatureNotFinite = "VmafFeatureNotFinite";

    /// <summary>A log or an object lacks a feature that a model needs.</summary>
    public const string FeatureMissing = "VmafFeatureMissing";

    /// <summary>A report cannot be written.</summary>
    public const string OutputUnwritable = "VmafOutputUnwritable";

    /// <summary>A file that was to be written exists, and was to be left alone.</summary>
    public const string OutputExists = "VmafOutputExists";

    /// <summary>A report cannot be read.</summary>
    public const string ReportMalformed = "VmafReportMalformed";

    /// <summary>Two results do not belong together: no frame or metric in common.</summary>
    public const string ResultsApart = "VmafResultsApart";

    /// <summary>A curve of quality over bitrate has too few points.</summary>
    public const string CurveTooShort = "VmafCurveTooShort";

    /// <summary>A curve of quality over bitrate does not grow.</summary>
    public const string CurveNotMonotone = "VmafCurveNotMonotone";

    /// <summary>Two curves of quality over bitrate have no range in common.</summary>
    public const string CurvesApart = "VmafCurvesApart";

    /// <summary>A model cannot be fetched from the network.</summary>
    public const string DownloadFailed = "VmafDownloadFailed";

    /// <summary>What was fetched is not the file that it should be.</summary>
    public const string HashMismatch = "VmafHashMismatch";
}
