Describe 'Get-VmafFeature' {
    It 'tells what a feature means and who uses it' {
        $feature = Get-VmafFeature integer_adm2
        $feature.PSObject.TypeNames[0] | Should -Be 'Vmaf.Feature'
        $feature.Extractor | Should -Be 'adm'
        $feature.Direction | Should -Be 'HigherIsBetter'
        $feature.Range | Should -Be '0..1'
        $feature.IdenticalValue | Should -Be 1
        $feature.Models | Should -Contain 'vmaf_v0.6.1'
        $feature.Models | Should -Not -Contain 'vmaf_v1.0.16_3d0h'
    }

    It 'chooses by name, extractor and model' {
        (Get-VmafFeature integer_vif_scale*).Name | Should -HaveCount 4
        (Get-VmafFeature -Extractor psnr).Name | Should -Be 'psnr_y', 'psnr_cb', 'psnr_cr'
        (Get-VmafFeature -Model vmaf_v1.0.16_3d0h).Name | Should -Be 'integer_adm3', 'integer_motion3', 'speed_chroma_uv', 'cambi'
        Get-VmafFeature no-such-* | Should -BeNullOrEmpty
    }

    It 'lists what is needed first first' {
        $features = Get-VmafFeature
        $features[0..5].Name | Sort-Object | Should -Be ('integer_adm2', 'integer_motion2' + (0..3 | ForEach-Object { "integer_vif_scale$_" }))
        $extractors = [array] ($features.Extractor | Select-Object -Unique)
        $twins = 'float_psnr', 'float_adm', 'float_vif', 'float_motion'
        ($extractors | Select-Object -Last 4 | Sort-Object) | Should -Be ($twins | Sort-Object)
        $extractors.IndexOf('cambi') | Should -BeLessThan $extractors.IndexOf('psnr')
        $features.Name | Should -HaveCount @($features.Name | Select-Object -Unique).Count
    }

    It 'has what must be asked for to get a feature' {
        $feature = Get-VmafFeature integer_vif
        $feature.RequiredOption | Should -Be 'debug=true'
        (Get-VmafFeature motion).RequiredOption | Should -BeNullOrEmpty
    }

    It 'suggests names where there is none such' -ForEach @(
        @{ Arguments = @{ Name = 'integer_adm22' }; Id = 'VmafFeatureUnknown' }
        @{ Arguments = @{ Extractor = 'admm' }; Id = 'VmafFeatureUnknown' }
        @{ Arguments = @{ Model = 'vmaf_v0.6.11' }; Id = 'VmafModelNotFound' }
    ) {
        { Get-VmafFeature @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*"
    }

    It 'fits a table of 80 columns, between words' {
        $lines = Get-VmafFeature | Out-String -Width 80 -Stream
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        ($lines | Select-String 'visible').Line | Should -Not -BeNullOrEmpty
    }

    It 'is completed with tooltips' {
        $line = 'Get-VmafFeature integer_aim'
        $match = (TabExpansion2 $line $line.Length).CompletionMatches
        $match.CompletionText | Should -Be 'integer_aim'
        $match.ToolTip | Should -Match 'errors'
    }
}

Describe 'Get-VmafExtractor' {
    It 'lists extractors with features and options' {
        $extractor = Get-VmafExtractor vif
        $extractor.Features | Should -Contain 'integer_vif_scale0'
        $option = $extractor.Options | Where-Object Name -EQ vif_enhn_gain_limit
        $option.Alias | Should -Be 'egl'
        $option.DefaultValue | Should -Be 100
        $option.Range | Should -Be '1..100'
        $option.IsPartOfName | Should -BeTrue
    }

    It 'takes what Get-VmafFeature wrote' {
        (Get-VmafFeature integer_adm2 | Select-Object Extractor | Get-VmafExtractor).Name | Should -Be 'adm'
    }

    It 'suggests names where there is none such' {
        $failure = Get-VmafExtractor vifff 2>&1
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafFeatureUnknown,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'vif'
    }

    It 'fits tables of 80 columns' {
        Get-VmafExtractor | Out-String -Width 80 -Stream | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        (Get-VmafExtractor).Options | Out-String -Width 80 -Stream | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }

    It 'is completed' {
        $line = 'Get-VmafExtractor camb'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'cambi'
    }
}
