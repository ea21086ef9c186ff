using System.Management.Automation;
using Vmaf.Engine.Caching;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Lists the results that <c>Invoke-VmafQuality -CachePath</c> saved.</summary>
[Cmdlet(VerbsCommon.Get, "VmafCache")]
[OutputType(typeof(CacheRow))]
public sealed class GetVmafCacheCommand : VmafCmdlet
{
    /// <summary>The folder of results.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string CachePath { get; set; } = string.Empty;

    /// <summary>Lists the results of a folder, newest first.</summary>
    protected override void ProcessRecord() => ForInput(CachePath, () =>
    {
        string folder = new FileSystemPaths(SessionState.Path).ResolveNew(CachePath);
        foreach (CacheEntry entry in new ResultCache(folder).List())
        {
            WriteObject(NamedOutput.Create(new CacheRow(folder, entry), CacheRow.TypeName));
        }
    });
}
