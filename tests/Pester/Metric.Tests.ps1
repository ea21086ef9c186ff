BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $samples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples'
    $reference = Join-Path $samples 'reference.y4m'
    $distorted = Join-Path $samples 'distorted-compressed.y4m'
    $pair = @{ Reference = $reference; Distorted = $distorted; FrameCount = 3 }
}

Describe 'Invoke-VmafQuality -Metric' {
    It 'gives each metric a property of its name' {
        $result = Invoke-VmafQuality @pair -Metric PSNR, ssim, VMAFNEG, VIF2, Cambi, CIEDE2000
        foreach ($name in 'PSNR', 'SSIM', 'VMAFNEG', 'VIF2', 'Cambi', 'CIEDE2000') {
            $result.$name | Should -BeOfType [double] -Because $name
        }
        $result.Vmaf | Should -Be $result.VMAFNEG
        $result.PSNR | Should -Be $result.float_psnr
        $result.Model | Should -Be 'vmaf_v0.6.1neg'
    }

    It 'measures no model unless a metric takes one' {
        $result = Invoke-VmafQuality @pair -Metric PSNR
        $result.PSObject.Properties.Name | Should -Not -Contain 'Vmaf'
        $result.Model | Should -BeNullOrEmpty
    }

    It 'shows metrics in the table, each on its line' {
        $lines = { param($result) @(($result | Format-Table | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ -match '^ *\d' }) }
        $result = Invoke-VmafQuality @pair -Metric PSNR, SSIM, VMAFNEG
        $text = & $lines $result
        $text | Should -HaveCount 3
        $text[0] | Should -Match 'vmaf_v0.6.1neg +distorted-compressed.y4m'
        $text[1] | Should -Match ('{0:F2} .* PSNR' -f $result.PSNR)
        $text[2] | Should -Match ('{0:F4} .* SSIM' -f $result.SSIM)
        $text = & $lines (Invoke-VmafQuality @pair -Metric PSNR)
        $text | Should -HaveCount 1
        $text | Should -Match 'PSNR +distorted-compressed.y4m'
        & $lines (Invoke-VmafQuality @pair) | Should -HaveCount 1
    }

    It 'shows metrics whose score is a feature, and those that are features, beside others' {
        $text = Invoke-VmafQuality @pair -Metric PSNR, CIEDE2000, SITI | Format-Table | Out-String -Width 80
        $text | Should -Match '(?s) PSNR.*'
        $text | Should -Match '\d +ciede2000|\d ciede2000'
        $text | Should -Match '\d +si\b|\d si\b'
    }

    It 'shows the first features where there is no score, and how many more there are' {
        $text = Invoke-VmafQuality @pair -Metric SITI | Format-Table | Out-String -Width 80
        $text | Should -Match '\d/s si +distorted-compressed.y4m'
        $text | Should -Match '\d +ti'
        $text = Invoke-VmafQuality @pair -Metric BRISQUE | Format-Table | Out-String -Width 80
        $text | Should -Match '…sque_alpha_m1 +distorted-compressed.y4m'
        $text | Should -Match '\+ 49 more'
    }

    It 'streams frames' {
        $frames = Invoke-VmafQuality @pair -Metric PSNR, MOTION2 -PerFrame
        $frames.Count | Should -Be 3
        $frames[0].MOTION2 | Should -Be $frames[0].integer_motion2
        $frames[1].PSNR | Should -BeGreaterThan 0
    }

    It 'takes a model that is named for the metric, and one that no metric takes beside it' {
        (Invoke-VmafQuality @pair -Metric VMAF_Phone -Model vmaf_4k_v0.6.1).Model | Should -Be 'vmaf_4k_v0.6.1'
        $result = Invoke-VmafQuality @pair -Metric PSNR -Model vmaf_v0.6.1
        $result.Vmaf | Should -BeGreaterThan 0
        $result.PSNR | Should -BeGreaterThan 0
    }

    It 'scores an ensemble' {
        $both = Invoke-VmafQuality @pair -Model vmaf_v0.6.1, vmaf_4k_v0.6.1
        $result = Invoke-VmafQuality @pair -Metric EnsembleVMAF -Model vmaf_v0.6.1, vmaf_4k_v0.6.1
        [Math]::Abs($result.EnsembleVMAF - ($both.Vmaf + $both.'vmaf_4k_v0.6.1') / 2) | Should -BeLessThan 1e-9
    }

    It 'explains VMAF_LE' {
        (Invoke-VmafQuality @pair -Metric VMAF_LE).Explanation | Should -Not -BeNullOrEmpty
    }

    It 'goes on to logs and back' {
        $path = "$TestDrive/metrics.json"
        Invoke-VmafQuality @pair -Metric PSNR, VMAF | Export-VmafReport -Path $path
        $report = Import-VmafReport $path
        $report.Vmaf | Should -BeGreaterThan 0
        $report.PSNR | Should -BeGreaterThan 0
    }

    It 'names what does not exist or cannot be measured' {
        { Invoke-VmafQuality @pair -Metric PSNRR } | Should -Throw -ErrorId 'VmafMetricUnknown,*'
        { Invoke-VmafQuality @pair -Metric STRRED } | Should -Throw -ErrorId 'VmafMetricUnsupported,*'
        { Invoke-VmafQuality @pair -Metric PSNR -Explain } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
    }

    It 'completes names with what they mean' {
        $typed = 'Invoke-VmafQuality -Metric SpeedC'
        $found = (TabExpansion2 $typed $typed.Length).CompletionMatches
        $found.CompletionText | Should -Be 'SpeedChroma', 'SpeedChromaU', 'SpeedChromaV'
        $found[0].ToolTip | Should -Match 'chroma'
    }
}

Describe 'The score of the table' {
    It 'can be sorted and filtered by, and is written once' {
        $results = Invoke-VmafQuality $reference $distorted, $reference -Metric PSNR -FrameCount 2
        $results.Score | Should -Be $results.PSNR
        ($results | Sort-Object Score -Descending)[0].Distorted | Should -Be $results[1].Distorted
        ($results | Where-Object Score -LT 50).Distorted | Should -Be $results[0].Distorted
        ($results | ConvertTo-Csv)[0] | Should -Not -Match '"Score"'
    }

    It 'is that of the metric asked for first, and the lines keep the order' {
        $lines = { param($result) @(($result | Format-Table | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ -match '^ *\d' }) }
        $result = Invoke-VmafQuality $reference $distorted -Metric PSNR, SSIM, SITI -FrameCount 2
        $result.Score | Should -Be $result.PSNR
        $kept = $result, [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($result, 4))
        foreach ($text in $kept.ForEach({ , (& $lines $_) })) {
            $text | Should -HaveCount 4
            $text[0] | Should -Match '/s +PSNR '
            $text[1] | Should -Match ' SSIM'
            $text[2] | Should -Match ' si'
            $text[3] | Should -Match ' ti'
        }
        (& $lines (Invoke-VmafQuality $reference $distorted -Metric SITI, PSNR -FrameCount 2))[2] | Should -Match ' PSNR'
    }

    It 'is that of the first model where there is one' {
        $result = Invoke-VmafQuality $reference $distorted -Metric PSNR, VMAF -FrameCount 2
        $result.Score | Should -Be $result.Vmaf
    }
}

Describe 'Rows that name no video' {
    It 'are refused by <Name> with what they have and what is needed' -ForEach @(
        @{ Name = 'Invoke-VmafQuality'; Call = { $input | Invoke-VmafQuality -ErrorVariable problem -ErrorAction SilentlyContinue; $problem } }
        @{ Name = 'Find-VmafOffset'; Call = { $input | Find-VmafOffset -Reference $reference -ErrorVariable problem -ErrorAction SilentlyContinue; $problem } }
    ) {
        $rows = [pscustomobject]@{ Source = $reference; Encode = $distorted }, [pscustomobject]@{ Source = $reference; Encode = $reference }
        $problem = @($rows | & $Call)
        $problem.Count | Should -Be 2
        $problem[0].ToString() | Should -BeLike '*has the properties Source, Encode. Needed are Reference and Distorted*'
    }

    It 'are no rows with a path' {
        ([pscustomobject]@{ Path = $distorted } | Invoke-VmafQuality -Reference $reference -Metric PSNR -FrameCount 1).Distorted | Should -Be $distorted
    }
}

Describe 'Invoke-VmafQuality without a reference' {
    It 'measures what compares nothing' {
        $result = Invoke-VmafQuality -Distorted $distorted -Metric SITI, Moment_noref, BRISQUE
        $result.si | Should -BeGreaterThan 0
        $result.ti | Should -BeGreaterThan 0
        $result.moment_noref_1st | Should -BeGreaterThan 0
        $result.brisque_alpha_m1 | Should -BeGreaterThan 0
        $result.Reference | Should -BeNullOrEmpty
        $result.ReferenceFrameCount | Should -BeNullOrEmpty
        $result.Distorted | Should -Be $distorted
    }

    It 'measures each file of the pipeline' {
        $results = Get-ChildItem "$samples/*.y4m" | Invoke-VmafQuality -Feature siti -FrameCount 2
        $results.Count | Should -Be (Get-ChildItem "$samples/*.y4m").Count
        $results.ti | Should -Not -Contain $null
    }

    It 'takes the only video of a call, or what its wildcards find' {
        $alone = Invoke-VmafQuality $distorted -Metric SITI -FrameCount 2
        $alone.si | Should -Be (Invoke-VmafQuality -Distorted $distorted -Metric SITI -FrameCount 2).si
        $alone.Distorted | Should -Be $distorted
        $alone.Reference | Should -BeNullOrEmpty
        (Invoke-VmafQuality "$samples/distorted-*.y4m" -Metric SITI -FrameCount 2).Count | Should -Be (Get-ChildItem "$samples/distorted-*.y4m").Count
        Invoke-VmafQuality "$TestDrive/none.y4m" -Metric SITI -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'VmafFileNotFound,*'
    }

    It 'ends a call with one video where two are compared: <Name>' -ForEach @(
        @{ Name = 'the default model'; Call = { Invoke-VmafQuality $distorted } }
        @{ Name = 'a model that videos choose'; Call = { Invoke-VmafQuality $distorted -Model Auto } }
        @{ Name = 'a metric'; Call = { Invoke-VmafQuality $distorted -Metric SITI, PSNR } }
        @{ Name = 'a feature'; Call = { Invoke-VmafQuality $distorted -Feature psnr } }
    ) {
        $call = $Call
        $failure = { & $call } | Should -Throw -ErrorId 'VmafReferenceMissing,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -Match 'Two paths are a reference and a distorted video'
    }

    It 'ends a call without a video' {
        { Invoke-VmafQuality } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
        @() | Invoke-VmafQuality -Metric SITI | Should -BeNullOrEmpty
    }

    It 'gives what a run with a reference gives' {
        $alone = Invoke-VmafQuality -Distorted $distorted -Metric SITI -DistortedSkip 1 -FrameCount 2 -PerFrame
        $paired = Invoke-VmafQuality $reference $distorted -Metric SITI -ReferenceSkip 1 -DistortedSkip 1 -FrameCount 2 -PerFrame
        $alone.Count | Should -Be 2
        $alone.si | Should -Be $paired.si
        $alone.ti | Should -Be $paired.ti
    }

    It 'does not pass over what is asked of the reference: <Name>' -ForEach @(
        @{ Name = 'ReferenceSkip'; Value = 1 }, @{ Name = 'ReferenceStart'; Value = 0.1 }, @{ Name = 'ReferenceCallback'; Value = 'identity' }
        @{ Name = 'ReferenceFilter'; Value = @{ crop = '16:16:0:0' } }, @{ Name = 'Resize'; Value = 'Bicubic' }
    ) {
        $option = @{ $Name = $Value }
        Invoke-VmafQuality -Distorted $distorted -Metric SITI @option -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'VmafOptionInvalid,*'
        "$($problem[0])" | Should -Match 'measured without a reference, and this is asked of the reference'
        $problem[0].ErrorDetails.RecommendedAction | Should -Match 'Name the reference'
    }

    It 'says what needs a reference' {
        Invoke-VmafQuality -Distorted $distorted -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'VmafReferenceMissing,*'
        $errors[0].Exception.Message | Should -Match 'vmaf_v0.6.1'
        Invoke-VmafQuality -Distorted $distorted -Metric SITI, PSNR -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors[0].Exception.Message | Should -Match 'PSNR'
    }

    It 'says that a NIQE model is missing' {
        { Invoke-VmafQuality -Distorted $distorted -Metric NIQE -Model "$TestDrive/none.pkl" } | Should -Throw -ErrorId 'VmafModelNotFound,*'
    }
}

Describe 'Results of Invoke-VmafQuality -Metric' {
    BeforeAll {
        $asked = 'PSNR', 'VMAFNEG', 'SSIM', 'CIEDE2000'
        $shown = 'PSNR', 'VMAFNEG', 'SSIM', 'ciede2000'
        $result = Invoke-VmafQuality @pair -Metric $asked -Feature @{ psnr = @{ enable_apsnr = $true } }
        $module = (Get-Module Vmaf).Path

        function Assert-Same {
            # All that the copy says is what the original says, to the last bit, and looks the same.
            param($Copy)
            foreach ($name in $shown + 'Vmaf', 'Min', 'P5', 'apsnr_y') {
                $Copy.$name | Should -Be $result.$name -Because $name
            }
            foreach ($name in 'Vmaf', 'PSNR', 'SSIM') {
                ($Copy.Frames | ForEach-Object $name) | Should -Be ($result.Frames | ForEach-Object $name)
            }
            $Copy.FramesPerSecond = $result.FramesPerSecond
            ($Copy | Out-String -Width 80) | Should -Be ($result | Out-String -Width 80)
            "$($Copy.Metrics.Kind)" | Should -Be "$($result.Metrics.Kind)"
        }
    }

    It 'survive Export-Clixml' {
        $result | Export-Clixml "$TestDrive/result.xml"
        $copy = Import-Clixml "$TestDrive/result.xml"
        Assert-Same $copy
        $copy | Export-VmafReport "$TestDrive/copy.json"
        $result | Export-VmafReport "$TestDrive/original.json"
        Get-Content "$TestDrive/copy.json" | Should -Be (Get-Content "$TestDrive/original.json")
    }

    It 'survive Start-Job' {
        Assert-Same (Start-Job {
                Import-Module $using:module
                $pair = $using:pair
                Invoke-VmafQuality @pair -Metric $using:asked -Feature @{ psnr = @{ enable_apsnr = $true } }
            } | Receive-Job -Wait -AutoRemoveJob)
    }

    It 'survive ForEach-Object -Parallel' {
        $copies = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:module
            $pair = $using:pair
            Invoke-VmafQuality @pair -Metric $using:asked -Feature @{ psnr = @{ enable_apsnr = $true } }
        }
        $copies | Should -HaveCount 2
        $copies | ForEach-Object { Assert-Same $_ }
    }

    It 'survive Join-VmafResult, in time and side by side, <Way>' -ForEach @(
        @{ Way = 'as they are'; Pass = { $input } }
        @{ Way = 'after Export-Clixml'; Pass = { $input | Export-Clixml "$TestDrive/part.xml"; Import-Clixml "$TestDrive/part.xml" } }
    ) {
        $whole = Join-VmafResult ($result | & $Pass), ($result | & $Pass)
        $whole.Frames | Should -HaveCount 6
        ($whole.Metrics | Where-Object Kind -EQ NamedMetric).Name | Should -Be 'ciede2000', 'PSNR', 'SSIM'
        $whole.PSNR | Should -BeGreaterThan ($result.PSNR - 1e-9)
        $whole.Model | Should -Be 'vmaf_v0.6.1neg'

        $psnr = Invoke-VmafQuality @pair -Metric PSNR | & $Pass
        $vmaf = Invoke-VmafQuality @pair -Metric VMAFNEG | & $Pass
        $both = $psnr, $vmaf | Join-VmafResult -SideBySide
        $both.PSNR | Should -Be $result.PSNR
        $both.Vmaf | Should -Be $result.Vmaf
        $both.Model | Should -Be 'vmaf_v0.6.1neg'
        $text = $both | Out-String -Width 80
        $text | Should -Match 'vmaf_v0.6.1neg +distorted-compressed.y4m'
        $text | Should -Match '\d +PSNR\b|\d PSNR\b'
    }

    It 'are joined with their models where they are known' {
        $parts = (Invoke-VmafQuality @pair -Metric VMAFNEG), (Invoke-VmafQuality @pair)
        $both = $parts | Join-VmafResult -SideBySide
        $both.Models.ModelName | Should -Be 'vmaf_v0.6.1neg', 'vmaf_v0.6.1'
        $both.Models.Mean | Should -Be $parts.Vmaf
    }

    It 'are known in reports that are read back' {
        $result | Export-VmafReport "$TestDrive/report.json"
        $text = Import-VmafReport "$TestDrive/report.json" | Out-String -Width 80
        ($text -split '\r?\n' -match '^ *\d') | Should -HaveCount 4
        $text | Should -Match '(?s)SSIM.*ciede2000'
    }
}
