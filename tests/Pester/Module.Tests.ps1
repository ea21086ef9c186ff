BeforeDiscovery {
    $commands = (Get-Command -Module Vmaf).Name
}

Describe 'The module' {
    BeforeAll {
        $module = Get-Module Vmaf
    }

    It 'has a valid manifest' {
        { Test-ModuleManifest (Join-Path $module.ModuleBase 'Vmaf.psd1') -ErrorAction Stop } | Should -Not -Throw
    }

    It 'exports cmdlets and nothing else' {
        $module.ExportedCommands.Values.CommandType | Sort-Object -Unique | Should -Be 'Cmdlet'
        $module.ExportedVariables.Count + $module.ExportedAliases.Count | Should -Be 0
    }

    It 'is imported without a word' {
        & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command "Import-Module '$($module.Path)'" 2>&1 | Should -BeNullOrEmpty
    }

    It 'loads nothing but its own assemblies' {
        [AppDomain]::CurrentDomain.GetAssemblies() |
            Where-Object { $_.Location -and (Split-Path $_.Location) -eq $module.ModuleBase } |
            ForEach-Object { $_.GetName().Name } | Sort-Object -Unique | Should -Be 'Vmaf.Engine', 'Vmaf.PowerShell'
    }

    Context '<_>' -ForEach $commands {
        It 'has an approved verb' {
            (Get-Verb).Verb | Should -Contain $_.Split('-')[0]
        }

        It 'says what it writes' {
            (Get-Command $_).OutputType | Should -Not -BeNullOrEmpty
        }

        It 'does not ask for anything when not interactive' {
            $shell = [Environment]::ProcessPath
            & $shell -NoProfile -NonInteractive -Command "Import-Module '$($module.Path)'; $_ -ErrorAction Stop" *>&1 | Out-Null
            $LASTEXITCODE | Should -BeIn 0, 1
        }
    }
}
