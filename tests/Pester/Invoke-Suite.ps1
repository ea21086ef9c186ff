#Requires -Version 7.6

<#
.SYNOPSIS
Runs the Pester files of this folder against a built module.
.PARAMETER ModulePath
The module folder, by default out/Vmaf of this repository.
.PARAMETER ResultPath
A JSON file to write the counts and the names of failed tests to.
.PARAMETER PesterVersion
A certain version of Pester instead of the newest.
#>
[CmdletBinding()]
param(
    [string] $ModulePath = (Join-Path $PSScriptRoot '../../out/Vmaf'),
    [string] $ResultPath,
    [string] $PesterVersion
)

$ErrorActionPreference = 'Stop'
$pester = if ($PesterVersion) { @{ RequiredVersion = $PesterVersion } } else { @{ MinimumVersion = '5.5' } }
Import-Module Pester @pester
Import-Module (Join-Path (Convert-Path $ModulePath) 'Vmaf.psd1')

$configuration = New-PesterConfiguration
$configuration.Run.Path = Join-Path $PSScriptRoot '*.Tests.ps1'
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = if ($ResultPath) { 'None' } else { 'Detailed' }

# As in a session where nobody has set it: errors of one input do not end a command.
$ErrorActionPreference = 'Continue'
$result = Invoke-Pester -Configuration $configuration

# A file or block that cannot be run counts as a failure: its tests never ran.
$broken = @($result.FailedContainers) + @($result.FailedBlocks) | Where-Object { $_ }
$failures = @(
    foreach ($item in @($result.Failed) + @($broken)) {
        if ($item) { '{0}: {1}' -f ($item.ExpandedPath ?? $item.Item), ($item.ErrorRecord -join ' ') }
    }
)
$summary = [pscustomobject]@{
    Passed   = $result.PassedCount
    Failed   = $result.FailedCount + @($broken).Count
    Skipped  = $result.SkippedCount + $result.NotRunCount
    Failures = $failures
}
if ($ResultPath) { $summary | ConvertTo-Json | Set-Content -LiteralPath $ResultPath }
exit [int]($summary.Failed -gt 0 -or $summary.Passed -eq 0)
