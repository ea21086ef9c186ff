using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Caching;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Removes results that <c>Invoke-VmafQuality -CachePath</c> saved.</summary>
[Cmdlet(VerbsCommon.Clear, "VmafCache", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class ClearVmafCacheCommand : VmafCmdlet
{
    /// <summary>The folder of results.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string CachePath { get; set; } = string.Empty;

    /// <summary>Only the results with these keys, as <c>Get-VmafCache</c> writes them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Key { get; set; } = [];

    /// <summary>Only results that were saved longer ago than this.</summary>
    [Parameter]
    public TimeSpan OlderThan { get; set; }

    /// <summary>Removes the results of one input object.</summary>
    protected override void ProcessRecord() => ForInput(CachePath, () =>
    {
        var cache = new ResultCache(new FileSystemPaths(SessionState.Path).ResolveNew(CachePath));
        DateTime newest = DateTime.Now - OlderThan;
        CacheFile[] files =
        [
            .. cache.Files().Where(file => file.Saved <= newest && (Key.Length == 0 || Key.Contains(file.Key, StringComparer.OrdinalIgnoreCase))),
        ];
        if (Key.Length > 0)
        {
            foreach (CacheFile file in files.Where(file => ShouldProcess(file.Path, "Remove saved result")))
            {
                ForInput(file.Path, () => cache.Remove(file.Key));
            }
        }
        else if (files.Length > 0 && ShouldProcess(CachePath, string.Create(CultureInfo.CurrentCulture, $"Remove {files.Length} saved {(files.Length == 1 ? "result" : "results")}")))
        {
            foreach (CacheFile file in files)
            {
                ForInput(file.Path, () => cache.Remove(file.Key));
            }
        }
    });
}
