BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
}

Describe 'Get-VmafModel' {
    It 'lists the built-in models, the default one first' {
        $models = Get-VmafModel
        $models[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.ModelInfo'
        ($models | Where-Object Origin -EQ BuiltIn)[0].Name | Should -Be 'vmaf_v0.6.1'
        $models.Name | Should -Contain 'vmaf_4k_v0.6.1'
    }

    It 'tells what a model is for and what it takes' {
        $model = Get-VmafModel vmaf_v0.6.1
        $model.ScoreRange | Should -Be '0-100'
        $model.ViewingCondition | Should -Match '1080p'
        $model.Features | Should -Contain 'VMAF_integer_feature_adm2_score'
        $model.Sha256 | Should -Match '^[0-9a-f]{64}$'
    }

    It 'finds names by wildcard' {
        (Get-VmafModel *neg).Name | ForEach-Object { $_ | Should -BeLike '*neg' }
        Get-VmafModel no-such-* | Should -BeNullOrEmpty
    }

    It 'suggests names where there is none such' {
        $failure = Get-VmafModel vmaf_v0.6.2neg 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafModelNotFound,Vmaf.PowerShell.GetVmafModelCommand'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'vmaf_v0\.6\.1neg'
    }

    It 'describes files' {
        $model = Get-Item (Get-TestModel) | Get-VmafModel
        $model.Name | Should -Be 'motion_only'
        $model.Origin | Should -Be 'Path'
        $model.Path | Should -Be (Get-Item (Get-TestModel)).FullName
    }

    It 'finds models in the folders of VMAF_MODEL_PATH' {
        $before = $env:VMAF_MODEL_PATH
        try {
            $env:VMAF_MODEL_PATH = Split-Path (Get-TestModel)
            (Get-VmafModel motion_only).Origin | Should -Be 'EnvironmentPath'
        }
        finally {
            $env:VMAF_MODEL_PATH = $before
        }
    }

    It 'fits a table of 80 columns' {
        Get-VmafModel | Out-String -Width 80 -Stream | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }

    It 'is completed with tooltips' -ForEach 'Get-VmafModel ', 'Get-VmafModel -Name ', 'Invoke-VmafQuality a b -Model ' {
        $line = "${_}vmaf_v0.6.1n"
        $match = (TabExpansion2 $line $line.Length).CompletionMatches
        $match | Should -HaveCount 1
        $match.CompletionText | Should -Be 'vmaf_v0.6.1neg'
        $match.ToolTip | Should -Match 'NEG'
    }
}
