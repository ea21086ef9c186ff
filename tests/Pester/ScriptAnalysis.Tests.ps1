BeforeDiscovery {
    $root = Convert-Path (Join-Path $PSScriptRoot '../..')
    # The manifest is looked at where the files are that it names.
    $folders = 'src', 'tests', 'tools', 'bench', 'samples' | ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path $_ }
    $files = @(Get-ChildItem $root -File) + @(Get-ChildItem $folders -File -Recurse) +
        @(Get-Item (Join-Path (Get-Module Vmaf).ModuleBase 'Vmaf.psd1')) |
        Where-Object { $_.Extension -in '.ps1', '.psm1', '.psd1' -and $_.FullName -ne (Join-Path $root 'Vmaf.psd1') } |
        Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' |
        ForEach-Object { [IO.Path]::GetRelativePath($root, $_) }
}

Describe 'PSScriptAnalyzer' {
    It 'has nothing to say about <_>' -ForEach $files {
        if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) {
            Set-ItResult -Skipped -Because 'the module PSScriptAnalyzer is not installed'
        }
        $root = Convert-Path (Join-Path $PSScriptRoot '../..')
        Invoke-ScriptAnalyzer -Path (Join-Path $root $_) -Settings (Join-Path $root 'PSScriptAnalyzerSettings.psd1') |
            ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
