using System.Management.Automation;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Explaining;

/// <summary>
/// Passes by what names videos (paths, files, rows with references and distorted videos), so that PowerShell binds it to the parameters
/// for videos. A parameter that takes any object would otherwise have it first.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NoVideoNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null || !NamesVideos(PSObject.AsPSObject(inputData)))
        {
            return inputData!;
        }

        // The one kind of failure after which PowerShell tries other parameters instead of giving up.
        var other = new PSInvalidCastException($"'{inputData}' names a video; it is no result and no frame of one.");
        throw new ArgumentTransformationMetadataException(other.Message, other);
    }

    private static bool NamesVideos(PSObject input) =>
        input.BaseObject is string or FileSystemInfo
        || (input.Properties[nameof(GetVmafExplanationCommand.Reference)] is not null
            && input.Properties[nameof(GetVmafExplanationCommand.Distorted)] is not null
            && FrameRow.FindIndex(input) is null
            && QualityRow.FindReport(input) is null);
}
