using System.Management.Automation;

namespace Vmaf.PowerShell.Paths;

/// <summary>
/// Takes files of <c>Get-Item</c> for their paths before PowerShell looks at types, so that they count for text where several parameters
/// could have an argument.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FilePathTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapper ? wrapper.BaseObject : inputData) is FileSystemInfo file ? file.FullName : inputData;
}
