@{
    RootModule           = 'Vmaf.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '7f586e3d-83fa-4bcd-99a7-7fbf5d586879'
    Author               = 'Vmaf contributors'
    CompanyName          = 'Vmaf contributors'
    Copyright            = 'Copyright (c) 2026 the Vmaf contributors'
    Description          = 'Measures video quality with VMAF in managed code: frame and pooled scores as objects, with nothing else to install.'

    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')

    FormatsToProcess     = @('Vmaf.Format.ps1xml')
    TypesToProcess       = @('Vmaf.Types.ps1xml')

    CmdletsToExport      = @(
        'Clear-VmafCache'
        'Compare-VmafResult'
        'Export-VmafExplanationPlot'
        'Export-VmafReport'
        'Find-VmafOffset'
        'Get-VmafCache'
        'Get-VmafExplanation'
        'Get-VmafExtractor'
        'Get-VmafFeature'
        'Get-VmafModel'
        'Get-VmafVideo'
        'Import-VmafReport'
        'Install-VmafModel'
        'Invoke-VmafQuality'
        'Join-VmafResult'
        'Measure-VmafBdRate'
        'Measure-VmafScore'
        'Test-VmafPair'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'VMAF', 'video', 'quality', 'metric', 'PSNR', 'encoding')
            LicenseUri   = 'https://licenses.nuget.org/BSD-2-Clause-Patent'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
