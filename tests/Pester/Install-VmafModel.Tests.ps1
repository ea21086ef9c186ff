BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
}

Describe 'Install-VmafModel' {
    BeforeAll {
        # The user's model folder, wherever the system has it.
        $variable = $IsWindows ? 'APPDATA' : 'XDG_DATA_HOME'
        $before = [Environment]::GetEnvironmentVariable($variable)
        $data = Join-Path $TestDrive 'data folder'
        [Environment]::SetEnvironmentVariable($variable, $data)
        $canBeMoved = (Get-VmafModel | Where-Object Origin -EQ UserFolder) -eq $null -and -not $IsWindows
    }

    AfterAll {
        [Environment]::SetEnvironmentVariable($variable, $before)
    }

    BeforeEach {
        if (-not $canBeMoved) { Set-ItResult -Skipped -Because 'the model folder of this user would be written to' }
        Remove-Item $data -Recurse -ErrorAction Ignore
    }

    It 'installs a file, which is then found and completed by name' {
        $model = Install-VmafModel -Path (Get-TestModel) -As tested -PassThru
        $model.Origin | Should -Be 'UserFolder'
        $model.Path | Should -BeLike "$data*"
        (Get-VmafModel tested).Sha256 | Should -Be $model.Sha256
        $line = 'Invoke-VmafQuality a b -Model teste'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'tested'
        (Get-ChildItem $data -Recurse -File).Name | Should -Be 'tested.json'
    }

    It 'writes nothing with -WhatIf' {
        Install-VmafModel -Path (Get-TestModel) -WhatIf
        Install-VmafModel vmaf_v0.6.1 -WhatIf
        Test-Path $data | Should -BeFalse
    }

    It 'replaces another model of that name only with -Force' {
        Get-Item (Get-TestModel) | Install-VmafModel -As tested
        $changed = Join-Path $TestDrive 'changed.json'
        (Get-Content (Get-TestModel) -Raw) + ' ' | Set-Content $changed
        { Install-VmafModel -Path $changed -As tested -ErrorAction Stop } | Should -Throw -ErrorId 'VmafOutputExists,*'
        $hash = (Get-VmafModel tested).Sha256
        Install-VmafModel -Path $changed -As tested -Force
        (Get-VmafModel tested).Sha256 | Should -Not -Be $hash
    }

    It 'installs no file that is no model' {
        { Install-VmafModel -Path $PSCommandPath -ErrorAction Stop } | Should -Throw -ErrorId 'VmafModelMalformed,*'
        Test-Path $data | Should -BeFalse
    }

    It 'suggests names where there is none such' {
        $failure = Install-VmafModel vmaf_v0.6.11 2>&1
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafModelNotFound,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'vmaf_v0\.6\.1'
    }

    It 'says what to do where there is no network' {
        $module = (Get-Module Vmaf).Path
        $env:HTTPS_PROXY = 'http://127.0.0.1:9'
        try {
            $text = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command @"
Import-Module '$module'
try { Install-VmafModel vmaf_v0.6.1 -Confirm:`$false -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId; `$_.ErrorDetails.RecommendedAction }
"@
            $text -join ' ' | Should -Match '^VmafDownloadFailed,.*install it from the file'
        }
        finally {
            Remove-Item Env:HTTPS_PROXY
        }
    }

    It 'is completed with tooltips' {
        $line = 'Install-VmafModel vmaf_b_'
        $match = (TabExpansion2 $line $line.Length).CompletionMatches
        $match.CompletionText | Should -Be 'vmaf_b_v0.6.3'
        $match.ToolTip | Should -Match 'bootstrap'
    }
}

Describe 'A malformed wildcard' {
    It 'is an error that says what to do' -ForEach 'Get-VmafModel', 'Get-VmafFeature', 'Get-VmafExtractor', 'Install-VmafModel' {
        $failure = & $_ '[z-a]' 2>&1
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafOptionInvalid,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'backtick'
    }
}
