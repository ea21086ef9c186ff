using System.Management.Automation;

namespace Vmaf.PowerShell.Output;

/// <summary>Gives objects the type name that views and scripts know them by.</summary>
internal static class NamedOutput
{
    /// <summary>The object as the pipeline gets it.</summary>
    /// <param name="row">The object.</param>
    /// <param name="typeName">Its type name.</param>
    public static PSObject Create(object row, string typeName)
    {
        var output = PSObject.AsPSObject(row);
        if (output.TypeNames[0] != typeName)
        {
            output.TypeNames.Insert(0, typeName);
        }

        return output;
    }
}
