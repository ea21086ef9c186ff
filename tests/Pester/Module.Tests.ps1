Describe 'The module' {
    BeforeAll {
        $module = Get-Module Vmaf
    }

    It 'has a valid manifest' {
        { Test-ModuleManifest (Join-Path $module.ModuleBase 'Vmaf.psd1') -ErrorAction Stop } | Should -Not -Throw
    }
}
