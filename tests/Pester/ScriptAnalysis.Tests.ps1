BeforeDiscovery {
    $root = Convert-Path (Join-Path $PSScriptRoot '../..')
    $hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer)
    # The manifest is looked at where the files are that it names.
    $files = @(Get-ChildItem $root, $PSScriptRoot -File) + @(Get-Item (Join-Path (Get-Module Vmaf).ModuleBase 'Vmaf.psd1')) |
        Where-Object { $_.Extension -in '.ps1', '.psm1', '.psd1' -and $_.FullName -ne (Join-Path $root 'Vmaf.psd1') } |
        ForEach-Object { [IO.Path]::GetRelativePath($root, $_) }
}

Describe 'PSScriptAnalyzer' -Skip:(-not $hasAnalyzer) {
    It 'has nothing to say about <_>' -ForEach $files {
        $root = Convert-Path (Join-Path $PSScriptRoot '../..')
        Invoke-ScriptAnalyzer -Path (Join-Path $root $_) -Settings (Join-Path $root 'PSScriptAnalyzerSettings.psd1') |
            ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
