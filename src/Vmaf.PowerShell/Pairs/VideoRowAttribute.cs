using System.Management.Automation;

namespace Vmaf.PowerShell.Pairs;

/// <summary>
/// Refuses objects without a path, such as rows of a CSV file with other columns, and says what they have. PowerShell would make a text
/// of them and take it for a path.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class VideoRowAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Paths = ["Reference", "Distorted", "FullName", "PSPath", "Path"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is not PSObject { BaseObject: PSCustomObject } row || Paths.Any(name => row.Properties[name] is not null))
        {
            return inputData;
        }

        throw new ArgumentTransformationMetadataException(
            $"The object names no video: it has {DescribeProperties(row)}. Needed are Reference and Distorted, or Path beside -Reference; "
            + "Select-Object renames properties.");
    }

    private static string DescribeProperties(PSObject row)
    {
        string[] names = [.. row.Properties.Select(property => property.Name)];
        return names.Length == 0 ? "no properties" : $"the properties {string.Join(", ", names)}";
    }
}
