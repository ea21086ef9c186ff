using System.Management.Automation;

namespace Vmaf.PowerShell;

/// <summary>Takes an empty cell of a CSV file for a parameter that was not given.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class BlankIsMissingAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapper ? wrapper.BaseObject : inputData) is string text && string.IsNullOrWhiteSpace(text)
            ? null
            : inputData;
}
