using System.Management.Automation;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Base of the cmdlets that write files: what happens to a file that is there, and what the pipeline gets.</summary>
public abstract class VmafExportCmdlet : VmafCmdlet
{
    /// <summary>Replaces files that are read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves files that exist as they are, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Writes the file objects to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Writes a file, if the one that is there may be replaced.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="Engine.Errors.VmafException">It exists and is to stay, is read-only, or cannot be written.</exception>
    protected void WriteFile(string path, Action write)
    {
        ArgumentNullException.ThrowIfNull(write);
        OutputFile.MakeWritable(path, NoClobber, Force);
        write();
        if (PassThru)
        {
            // As the provider gives it, so that it is shown as by Get-Item.
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
        }
    }
}
