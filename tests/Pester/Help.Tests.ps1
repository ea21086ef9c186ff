BeforeDiscovery {
    $names = (Get-Command -Module Vmaf).Name
}

Describe 'Help of <_>' -ForEach $names {
    BeforeAll {
        $command = Get-Command $_
        $help = Get-Help $_ -Full
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
    }

    It 'has synopsis, description and no gap' {
        $help.Synopsis | Should -Match '\w+ \w+.*\.$'
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help | Out-String | Should -Not -Match '\{\{|\*\*|`[a-zA-Z]|\.md'
    }

    It 'has at least three examples, each with its text' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.examples.example) {
            $example.code | Should -Match '-Vmaf'
            $example.code | Should -Not -Match '```'
            ($example.remarks.Text -join '').Trim() | Should -Match '\.$'
        }
    }

    It 'describes every parameter, and none that there is not' {
        $real = $command.Parameters.Keys | Where-Object { $_ -notin $common }
        $described = $help.parameters.parameter | Where-Object { $_.description.Text } | ForEach-Object name |
            Where-Object { $_ -notin 'WhatIf', 'Confirm' }
        $described | Sort-Object | Should -Be ($real | Sort-Object)
    }

    It 'says what goes in and out' {
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get-Help <_>' -ForEach 'about_Vmaf', 'about_Vmaf_Scores', 'about_Vmaf_Features', 'about_Vmaf_Models', 'about_Vmaf_Errors' {
    It 'shows the topic as plain text that fits 80 columns' {
        $topic = (Get-Help $_) -split '\r?\n'
        $topic[0..1] -join '' | Should -Match "TOPIC.*$_"
        $topic | Where-Object { $_ -match '```|\*\*|^#' } | Should -BeNullOrEmpty
        ($topic | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}

Describe 'Get-Help <_>' -ForEach 'build.ps1', 'tests/Pester/Invoke-Suite.ps1', 'tools/New-PackageIcon.ps1' {
    It 'finds the help of the script' {
        (Get-Help (Join-Path $PSScriptRoot '../..' $_)).Synopsis | Should -Match '^[A-Z]\w+\W.*\.$'
    }
}
