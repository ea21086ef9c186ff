BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $samples = Join-Path $PSScriptRoot '../../samples'
    $reference = Join-Path $samples 'reference.y4m'
    $distorted = Join-Path $samples 'distorted-scaled.y4m'
    $result = Invoke-VmafQuality $reference $distorted -Explain
}

Describe 'Get-VmafExplanation' {
    It 'explains a result as a clip, with its worst frames' {
        $clip = $result | Get-VmafExplanation
        $clip.PSObject.TypeNames[0] | Should -Be 'Vmaf.Explanation'
        $clip.Vmaf | Should -BeGreaterThan ($result.Vmaf - 1e-9)
        $clip.Vmaf | Should -BeLessThan ($result.Vmaf + 1e-9)
        $clip.Impairment | Should -Be 'Blur'
        $clip.Verdict | Should -Match 'looks blurred'
        $clip.Model | Should -Be 'vmaf_v0.6.1'
        $clip.FrameCount | Should -Be $result.Frames.Count
        $clip.WorstFrames | Should -HaveCount 10
        $clip.WorstFrames[0].Frame | Should -Be $clip.WorstFrame
        $clip.Features | Should -HaveCount 6
        ($clip.Features | Sort-Object Rank)[0].EffectPoints | Should -BeGreaterThan 1
        ($clip.Features | Where-Object Name -eq integer_vif_scale0).Meaning | Should -Be 'fine texture is lost'
    }

    It 'gives frames in order, chosen ones, or the worst first' {
        ($result | Get-VmafExplanation -PerFrame).Frame | Should -Be $result.Frames.Frame
        ($result | Get-VmafExplanation -Frame 7, 2).Frame | Should -Be 2, 7
        $worst = $result | Get-VmafExplanation -Worst 3
        $worst[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.FrameExplanation'
        $worst.Vmaf | Should -Be ($result.Frames.Vmaf | Sort-Object | Select-Object -First 3)
    }

    It 'says the same on every run, for any number of threads, and in every view' {
        $first = $result | Get-VmafExplanation -PerFrame -ThreadCount 1
        $second = $result | Get-VmafExplanation -Frame 5 -ThreadCount 3
        $second.Features.Weight | Should -Be $first[5].Features.Weight
        ($result | Get-VmafExplanation -Frame 5 -Seed 1).Features[0].Weight | Should -Not -Be $second.Features[0].Weight
        ($result | Get-VmafExplanation -Frame 5 -NeighborCount 50).Features[0].Weight | Should -Not -Be $second.Features[0].Weight
    }

    It 'explains a pair as the result of measuring it' {
        $pair = Get-Item $distorted | Get-VmafExplanation -Reference $reference
        $pair.Verdict | Should -Be $result.Explanation.Verdict
        $pair.Features.Weight | Should -Be $result.Explanation.Features.Weight
        $pair.Reference | Should -Be $result.Reference
    }

    It 'takes <Name> for a pair of videos' -ForEach @(
        @{ Name = 'two paths'; Call = { Get-VmafExplanation $reference $distorted } }
        @{ Name = 'two files'; Call = { Get-VmafExplanation (Get-Item $reference) (Get-Item $distorted) } }
        @{ Name = 'a path, and another from the pipeline'; Call = { $distorted | Get-VmafExplanation $reference } }
        @{ Name = 'a row of a CSV file'
            Call = { "Reference,Distorted`n$reference,$distorted" | ConvertFrom-Csv | Get-VmafExplanation } }
        @{ Name = 'a row of a CSV file with more columns'
            Call = { "Distorted,Reference,Width,Height,PixelFormat,BitDepth`n$distorted,$reference,320,180,yuv420p," |
                    ConvertFrom-Csv | Get-VmafExplanation } }
        @{ Name = 'a result that a CSV file kept without its frames'
            Call = { $result | ConvertTo-Csv | ConvertFrom-Csv | Get-VmafExplanation } }
    ) {
        $clip = & $Call
        $clip.Distorted | Should -Be $result.Distorted
        $clip.Reference | Should -Be $result.Reference
        $clip.Vmaf | Should -Be $result.Explanation.Vmaf
        $clip.Verdict | Should -Be $result.Explanation.Verdict
    }

    It 'takes <Name> for what was measured, and does not measure again' -ForEach @(
        @{ Name = 'a result from the pipeline'; Call = { $short | Get-VmafExplanation } }
        @{ Name = 'a result as the first argument'; Call = { Get-VmafExplanation $short } }
        @{ Name = 'a result by name'; Call = { Get-VmafExplanation -InputObject $short } }
        @{ Name = 'a result among rows and frames'
            Call = { $short, [pscustomobject]@{ Reference = $reference; Distorted = $distorted }, $short.Frames[0] | Get-VmafExplanation |
                    Select-Object -First 1 } }
    ) {
        $short = Invoke-VmafQuality $reference $distorted -FrameCount 2
        $clip = & $Call
        $clip.FrameCount | Should -Be 2
        $clip.Vmaf | Should -BeGreaterThan ($short.Vmaf - 1e-9)
        $clip.Vmaf | Should -BeLessThan ($short.Vmaf + 1e-9)
    }

    It 'takes several results or frames as one argument' {
        (Get-VmafExplanation $result.Frames).Frame | Should -Be $result.Frames.Frame
        (Get-VmafExplanation @($result, $result)).Vmaf | Should -Be $result.Explanation.Vmaf, $result.Explanation.Vmaf
    }

    It 'takes raw videos whose format is stated' {
        $raw = New-TestClip "$TestDrive/raw.yuv" -FrameCount 2 -Raw
        $clip = Get-VmafExplanation $raw $raw -Width 64 -Height 48 -PixelFormat yuv420p
        $clip.FrameCount | Should -Be 2
        $pair = "Reference,Distorted,Width,Height,PixelFormat`n$raw,$raw,64,48,yuv420p" | ConvertFrom-Csv
        ($pair | Get-VmafExplanation).Vmaf | Should -Be $clip.Vmaf
    }

    It 'asks for the reference of a lone video' {
        $distorted | Get-VmafExplanation -ErrorVariable failures -ErrorAction SilentlyContinue
        "$failures" | Should -Match 'Reference'
        { Get-VmafExplanation -InputObject $distorted } | Should -Throw '*names a video*'
    }

    It 'explains frames that come one by one' {
        $frames = $result.Frames | Sort-Object Vmaf | Select-Object -First 2 | Get-VmafExplanation
        $frames | Should -HaveCount 2
        $frames[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.FrameExplanation'
        $frames[0].Features[0].RawValue | Should -Be $result.Frames[$frames[0].Frame].integer_adm2
    }

    It 'explains a log' {
        $result | Export-VmafReport "$TestDrive/log.json" -SignificantDigits 17
        $clip = Import-VmafReport "$TestDrive/log.json" | Get-VmafExplanation -WarningVariable warnings
        $clip.Features.Weight | Should -Be ($result | Get-VmafExplanation).Features.Weight
        $warnings | Should -BeNullOrEmpty
    }

    It 'warns where a log is of another model' {
        $other = Invoke-VmafQuality $reference $distorted -Model vmaf_4k_v0.6.1
        $other | Export-VmafReport "$TestDrive/4k.json"
        Import-VmafReport "$TestDrive/4k.json" | Get-VmafExplanation -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        $warnings | Should -Match '-Model'
        Import-VmafReport "$TestDrive/4k.json" | Get-VmafExplanation -Model vmaf_4k_v0.6.1 -WarningVariable none | Out-Null
        $none | Should -BeNullOrEmpty
        ($other | Get-VmafExplanation).Model | Should -Be 'vmaf_4k_v0.6.1'
    }

    It 'warns of frame rates that differ' {
        $first = New-TestClip "$TestDrive/25.y4m"
        $second = New-TestClip "$TestDrive/30.y4m" -FrameRate '30:1' -Seed 2
        Get-VmafExplanation $first $second -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        $warnings | Should -Match '25 fps.* 30;'
    }

    It 'refuses a pair whose <What>, and says how to measure it first' -ForEach @(
        @{ What = 'lengths differ'; Id = 'VmafLengthMismatch'; More = @{ FrameCount = 4 }; Remedy = 'Invoke-VmafQuality … -ReferenceSkip … | Get-VmafExplanation' }
        @{ What = 'sizes differ'; Id = 'VmafSizeMismatch'; More = @{ Width = 32 }; Remedy = 'Invoke-VmafQuality … -Resize Bicubic | Get-VmafExplanation' }
    ) {
        $failure = Get-VmafExplanation (New-TestClip "$TestDrive/whole.y4m") (New-TestClip "$TestDrive/other.y4m" @More) 2>&1
        $failure.FullyQualifiedErrorId | Should -Be "$Id,Vmaf.PowerShell.GetVmafExplanationCommand"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*$Remedy"
    }

    It 'says <Id> where <What>' -ForEach @(
        @{ Id = 'VmafOptionInvalid'; What = 'the object is none'; Block = { 1 | Get-VmafExplanation } }
        @{ Id = 'VmafOptionInvalid'; What = 'there is no such frame'; Block = { $result | Get-VmafExplanation -Frame 99 } }
        @{ Id = 'VmafFeatureMissing'; What = 'a frame lacks features'; Block = { [pscustomobject]@{ Frame = 0; Vmaf = 1 } | Get-VmafExplanation } }
        @{ Id = 'VmafOptionInvalid'; What = 'the model has no members'; Block = { $result | Get-VmafExplanation -BootstrapMember 1 } }
        @{ Id = 'VmafFileNotFound'; What = 'a video is missing'; Block = { Get-VmafExplanation -Reference $reference -Distorted "$TestDrive/none.y4m" } }
    ) {
        $failure = & $Block 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
        $failure.FullyQualifiedErrorId | Should -Be "$Id,Vmaf.PowerShell.GetVmafExplanationCommand"
        $failure.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
    }

    It 'ends at once for <Name> <Value>' -ForEach @(
        @{ Id = 'VmafModelNotFound'; Name = 'Model'; Value = 'no_such_model' }
        @{ Id = 'VmafOptionInvalid'; Name = 'KernelWidth'; Value = 0 }
    ) {
        $options = @{ $Name = $Value }
        { $result | Get-VmafExplanation @options } | Should -Throw -ErrorId "$Id,Vmaf.PowerShell.GetVmafExplanationCommand"
    }

    It 'fits tables into 80 columns' {
        $views = @(
            , ($result | Get-VmafExplanation) | Format-Table | Out-String -Width 80
            $result | Get-VmafExplanation -Worst 2 | Out-String -Width 80
            ($result | Get-VmafExplanation).Features | Out-String -Width 80
        )
        foreach ($view in $views) {
            ($view -split '\r?\n' -replace '\e\[[\d;]*m' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        }
        $views[0] | Should -Match 'Impairment'
        $views[1] | Should -Match 'MainFeatures'
        $views[2] | Should -Match 'Meaning'
    }

    It 'lists everything there is about <Name>, in 80 columns' -ForEach @(
        @{ Name = 'a clip'; Call = { $result | Get-VmafExplanation } }
        @{ Name = 'a frame'; Call = { $result | Get-VmafExplanation -Frame 3 } }
    ) {
        $object = & $Call
        $lines = $object | Format-List | Out-String -Width 80 -Stream | ForEach-Object { $_ -replace '\e\[[\d;]*m' }
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $labels = $lines | Where-Object { $_ -match '^(\w+) *:' } | ForEach-Object { $Matches[1] }
        $labels | Sort-Object | Should -Be ($object.PSObject.Properties.Name | Sort-Object)
    }

    It 'does not blame colours that are as good as can be' {
        $measured = Invoke-VmafQuality $reference (Join-Path $samples 'distorted-compressed.y4m') -Model vmaf_v1.0.16_3d0h -WarningAction Ignore
        $clip = $measured | Get-VmafExplanation
        $chroma = $clip.Features | Where-Object Name -eq speed_chroma_uv
        $chroma.RawValue, $chroma.BestValue, $chroma.EffectPoints | Should -Be 0, 0, 0
        $clip.Verdict | Should -Not -Match 'colour'
        $clip.Verdict | Should -Match 'integer_adm3'
    }

    It 'says which frame of a log has a value that no video has, and explains the others' {
        $result | Export-VmafReport "$TestDrive/absurd.json"
        $log = Get-Content "$TestDrive/absurd.json" -Raw | ConvertFrom-Json
        $log.frames[2].metrics.integer_adm2 = 1e300
        $log | ConvertTo-Json -Depth 9 | Set-Content "$TestDrive/absurd.json"
        $frames = Import-VmafReport "$TestDrive/absurd.json" | Get-VmafExplanation -PerFrame -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures.FullyQualifiedErrorId | Should -Be 'VmafFeatureNotFinite,Vmaf.PowerShell.GetVmafExplanationCommand'
        "$failures" | Should -Be "The feature 'integer_adm2' of frame 2 is 1E+300, which no video has."
        $frames.Frame | Should -Be ($result.Frames.Frame | Where-Object { $_ -ne 2 })
    }

    It 'makes flat CSV files' {
        $result | Get-VmafExplanation -PerFrame | Export-Csv "$TestDrive/frames.csv"
        $rows = Import-Csv "$TestDrive/frames.csv"
        $rows | Should -HaveCount $result.Frames.Count
        $rows[0].Features | Should -Match '^integer_\w+ [\d.]+ \('
        ($rows | Get-Member -MemberType NoteProperty).Name | Should -Contain 'Verdict'
        $rows[0].PSObject.Properties.Value | Should -Not -Match '^(System|Vmaf)\.'
    }
}

Describe 'Invoke-VmafQuality -Explain' {
    It 'adds an explanation, and nothing else, to a result' {
        $plain = Invoke-VmafQuality $reference $distorted
        $result.Vmaf | Should -Be $plain.Vmaf
        Compare-Object $plain.PSObject.Properties.Name $result.PSObject.Properties.Name |
            ForEach-Object InputObject | Should -Be 'Explanation'
    }

    It 'adds an explanation to every frame' {
        $frames = Invoke-VmafQuality $reference $distorted -Explain -PerFrame -FrameCount 4
        $frames | Should -HaveCount 4
        $frames[3].Explanation.Frame | Should -Be 3
        $frames[3].Explanation.Vmaf | Should -Be $frames[3].Vmaf
    }

    It 'needs a model' {
        { Invoke-VmafQuality $reference $distorted -Model @() -Feature motion -Explain } |
            Should -Throw -ErrorId 'VmafOptionInvalid,Vmaf.PowerShell.InvokeVmafQualityCommand'
    }
}

Describe 'Export-VmafExplanationPlot' {
    It 'draws the frames with pictures' {
        $file = $result | Get-VmafExplanation -Worst 2 | Export-VmafExplanationPlot "$TestDrive/worst.svg" -PassThru
        $file | Should -BeOfType [IO.FileInfo]
        $plot = [xml](Get-Content $file)
        @($plot.svg.image) | Should -HaveCount 2
        ($plot.svg.text | Where-Object class -eq title).InnerText | Should -Match '^distorted-scaled.y4m, frame \d+: VMAF'
    }

    It 'draws the worst frames of a clip, of a result with its explanation, and without pictures' {
        $result | Get-VmafExplanation | Export-VmafExplanationPlot "$TestDrive/clip.svg"
        $result | Export-VmafExplanationPlot "$TestDrive/result.svg" -NoThumbnail
        @(([xml](Get-Content "$TestDrive/clip.svg")).svg.image) | Should -HaveCount 10
        ([xml](Get-Content "$TestDrive/result.svg")).svg.image | Should -BeNullOrEmpty
    }

    It 'finds the pictures of raw videos and of parts of them' {
        $a = New-TestClip "$TestDrive/a.yuv" -Raw
        $b = New-TestClip "$TestDrive/b.yuv" -Raw -Seed 2
        Invoke-VmafQuality $a $b -Width 64 -Height 48 -PixelFormat yuv420p -ReferenceSkip 2 -DistortedSkip 2 -Explain -Model vmaf_v0.6.1 |
            Export-VmafExplanationPlot "$TestDrive/raw.svg"
        @(([xml](Get-Content "$TestDrive/raw.svg")).svg.image) | Should -HaveCount 3
    }

    It 'warns, and draws, where the video is gone' {
        $copy = Copy-Item $distorted "$TestDrive/gone.y4m" -PassThru
        $frames = Get-VmafExplanation -Reference $reference -Distorted $copy.FullName -Worst 1
        Remove-Item $copy
        $frames | Export-VmafExplanationPlot "$TestDrive/gone.svg" -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -Match 'gone.y4m'
        "$TestDrive/gone.svg" | Should -Exist
    }

    It 'keeps to -WhatIf, -NoClobber and -Force' {
        $frame = $result | Get-VmafExplanation -Worst 1
        $frame | Export-VmafExplanationPlot "$TestDrive/none.svg" -WhatIf
        "$TestDrive/none.svg" | Should -Not -Exist
        $file = New-Item "$TestDrive/there.svg"
        ($frame | Export-VmafExplanationPlot $file.FullName -NoClobber 2>&1).FullyQualifiedErrorId |
            Should -Be 'VmafOutputExists,Vmaf.PowerShell.ExportVmafExplanationPlotCommand'
        $file.IsReadOnly = $true
        ($frame | Export-VmafExplanationPlot $file.FullName 2>&1).FullyQualifiedErrorId |
            Should -Be 'VmafOutputUnwritable,Vmaf.PowerShell.ExportVmafExplanationPlotCommand'
        $frame | Export-VmafExplanationPlot $file.FullName -Force
        (Get-Item $file).Length | Should -BeGreaterThan 0
    }

    It 'refuses other formats and other objects' {
        { $result | Export-VmafExplanationPlot "$TestDrive/plot.png" } |
            Should -Throw -ErrorId 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafExplanationPlotCommand'
        (1 | Export-VmafExplanationPlot "$TestDrive/one.svg" 2>&1).FullyQualifiedErrorId |
            Should -Be 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafExplanationPlotCommand'
    }
}
