using System.Collections;
using System.Management.Automation;

namespace Vmaf.PowerShell.Pairs;

/// <summary>Takes hashtables for tables of filters, whatever their keys: what no filter is called is told with the names of those that there are.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterTableTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapper ? wrapper.BaseObject : inputData) is IDictionary entries ? new FilterTable(entries) : inputData;
}
