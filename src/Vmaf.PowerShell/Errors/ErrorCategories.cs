using System.Management.Automation;
using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Errors;

/// <summary>Which of PowerShell's categories each of the engine's errors belongs to.</summary>
internal static class ErrorCategories
{
    private static readonly Dictionary<string, ErrorCategory> Categories = new(StringComparer.Ordinal)
    {
        [VmafErrorIds.FileNotFound] = ErrorCategory.ObjectNotFound,
        [VmafErrorIds.FileUnreadable] = ErrorCategory.ReadError,
        [VmafErrorIds.FileEmpty] = ErrorCategory.InvalidData,
        [VmafErrorIds.Y4mMalformed] = ErrorCategory.InvalidData,
        [VmafErrorIds.TruncatedFrame] = ErrorCategory.InvalidData,
        [VmafErrorIds.RawFormatUnknown] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.RawLengthMismatch] = ErrorCategory.InvalidData,
        [VmafErrorIds.FormatUnsupported] = ErrorCategory.NotImplemented,
        [VmafErrorIds.SampleOutOfRange] = ErrorCategory.InvalidData,
        [VmafErrorIds.SizeMismatch] = ErrorCategory.InvalidData,
        [VmafErrorIds.FormatMismatch] = ErrorCategory.InvalidData,
        [VmafErrorIds.LengthMismatch] = ErrorCategory.InvalidData,
        [VmafErrorIds.SemaphoreFailed] = ErrorCategory.ResourceUnavailable,
        [VmafErrorIds.TemporaryFolderUnusable] = ErrorCategory.WriteError,
        [VmafErrorIds.WriterHostNotFound] = ErrorCategory.NotInstalled,
        [VmafErrorIds.WriterDied] = ErrorCategory.ResourceUnavailable,
        [VmafErrorIds.ReadyTimeout] = ErrorCategory.OperationTimeout,
        [VmafErrorIds.DecoderNotFound] = ErrorCategory.NotInstalled,
        [VmafErrorIds.DecoderFailed] = ErrorCategory.ReadError,
        [VmafErrorIds.NoVideoStream] = ErrorCategory.InvalidData,
        [VmafErrorIds.RangeMismatch] = ErrorCategory.InvalidData,
        [VmafErrorIds.RotationMismatch] = ErrorCategory.InvalidData,
        [VmafErrorIds.AssetInvalid] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.PictureTooSmall] = ErrorCategory.InvalidData,
        [VmafErrorIds.NoFrames] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.ReferenceMissing] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.MetricUnknown] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.MetricUnsupported] = ErrorCategory.NotImplemented,
        [VmafErrorIds.FrameRateUnknown] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.CallbackFailed] = ErrorCategory.InvalidOperation,
        [VmafErrorIds.OutOfMemory] = ErrorCategory.ResourceUnavailable,
        [VmafErrorIds.ModelNotFound] = ErrorCategory.ObjectNotFound,
        [VmafErrorIds.ModelMalformed] = ErrorCategory.InvalidData,
        [VmafErrorIds.ModelUnsupported] = ErrorCategory.NotImplemented,
        [VmafErrorIds.ModelNameDuplicate] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.FeatureUnknown] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.OptionUnknown] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.OptionInvalid] = ErrorCategory.InvalidArgument,
        [VmafErrorIds.FeatureNotFinite] = ErrorCategory.InvalidResult,
        [VmafErrorIds.FeatureMissing] = ErrorCategory.InvalidData,
        [VmafErrorIds.OutputUnwritable] = ErrorCategory.WriteError,
        [VmafErrorIds.OutputExists] = ErrorCategory.ResourceExists,
        [VmafErrorIds.ReportMalformed] = ErrorCategory.InvalidData,
        [VmafErrorIds.ResultsApart] = ErrorCategory.InvalidData,
        [VmafErrorIds.CurveTooShort] = ErrorCategory.InvalidData,
        [VmafErrorIds.CurveNotMonotone] = ErrorCategory.InvalidData,
        [VmafErrorIds.CurvesApart] = ErrorCategory.InvalidData,
        [VmafErrorIds.DownloadFailed] = ErrorCategory.ConnectionError,
        [VmafErrorIds.HashMismatch] = ErrorCategory.SecurityError,
    };

    /// <summary>The ids that have a category.</summary>
    public static IEnumerable<string> KnownIds => Categories.Keys;

    /// <summary>Category of an error.</summary>
    /// <param name="errorId">One of <see cref="VmafErrorIds"/>.</param>
    public static ErrorCategory Of(string errorId) => Categories.GetValueOrDefault(errorId, ErrorCategory.NotSpecified);
}
