BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip (Join-Path $TestDrive 'reference.y4m') -FrameCount 6
    $first = New-TestClip (Join-Path $TestDrive 'first.y4m') -FrameCount 6 -Seed 2
    $second = New-TestClip (Join-Path $TestDrive 'second.y4m') -FrameCount 6 -Seed 3
    $results = $first, $second | Invoke-VmafQuality -Reference $reference -Feature psnr
}

Describe 'Measure-VmafScore' {
    It 'gives what a result says when it is given its frames' {
        $statistics = $results[0].Frames | Measure-VmafScore
        $statistics.PSObject.TypeNames[0] | Should -Be 'Vmaf.ScoreStatistics'
        $statistics.Count | Should -Be 6
        foreach ($name in 'HarmonicMean', 'Min', 'Max', 'Median', 'StandardDeviation', 'P1', 'P5', 'P10', 'P20') {
            $statistics.$name | Should -Be $results[0].$name
        }
        $statistics.Mean | Should -Be $results[0].Vmaf
    }

    It 'takes results, several properties and more percentiles' {
        $statistics = $results[0] | Measure-VmafScore Vmaf, psnr_* -Percentile 25, 5
        $statistics.Name | Should -Be 'Vmaf', 'psnr_y', 'psnr_cb', 'psnr_cr'
        $statistics[1].P25 | Should -BeGreaterOrEqual $statistics[1].P20
        $statistics[1].Mean | Should -Be $results[0].psnr_y
    }

    It 'pools numbers' {
        $statistics = 1..100 | Measure-VmafScore -Percentile 2.5
        $statistics.Mean | Should -Be 50.5
        $statistics.P1 | Should -Be 1.99
        $statistics.'P2.5' | Should -Be 3.475
        $statistics | Format-List | Out-String | Should -Match 'P2\.5 3\.475'
        ('90.5', '80.5' | Measure-VmafScore).Mean | Should -Be 85.5
    }

    It 'reads rows of CSV files under any culture and counts blanks' {
        $path = Join-Path $TestDrive 'frames.csv'
        'Frame,Vmaf', '0,90.5', '1,', '2,80.5' | Set-Content $path
        Use-Culture de-DE {
            $statistics = Import-Csv $path | Measure-VmafScore
            $statistics.Mean | Should -Be 85.5
            $statistics.MissingCount | Should -Be 1
        }
    }

    It 'refuses numbers with decimal commas, once a property' -ForEach @(
        @{ Names = 'Vmaf' }, @{ Names = 'Vma[f]', 'D*' }
    ) {
        $path = Join-Path $TestDrive 'commas.csv'
        Use-Culture de-DE {
            $results[0].Frames | Export-Csv $path
            $failure = Import-Csv $path | Measure-VmafScore $Names 2>&1
            $failure | Should -HaveCount 1
            $failure.FullyQualifiedErrorId | Should -BeLike 'VmafOptionInvalid,*'
            "$failure" | Should -Match "property 'Vmaf' has '\d+,\d+', which is no number"
            $failure.ErrorDetails.RecommendedAction | Should -Match "CurrentCulture = 'en-US'"
            { '95,3' | Measure-VmafScore -ErrorAction Stop } | Should -Throw "*'95,3'*" -ErrorId 'VmafOptionInvalid,*'
            { Import-Csv $path | Get-VmafExplanation -Model (Get-TestModel) -ErrorAction Stop } |
                Should -Throw "The property 'integer_*' has '*,*" -ErrorId 'VmafOptionInvalid,*'
        }
    }

    It 'reads back what the remedy for decimal commas advises' {
        $path = Join-Path $TestDrive 'points.csv'
        Use-Culture de-DE {
            [cultureinfo]::CurrentCulture = 'en-US'
            $results[0].Frames | Export-Csv $path
            [cultureinfo]::CurrentCulture = 'de-DE'
            (Import-Csv $path | Measure-VmafScore).Mean | Should -Be $results[0].Vmaf
            $results[0] | Export-VmafReport $path -Format Csv -SignificantDigits 17
            (Import-Csv $path | Measure-VmafScore).Mean | Should -Be $results[0].Vmaf
        }
    }

    It 'takes <Text> for <Meaning>' -ForEach @(
        @{ Text = '∞'; Meaning = 'missing'; Missing = 1; Mean = 2 }
        @{ Text = 'NaN'; Meaning = 'missing'; Missing = 1; Mean = 2 }
        @{ Text = ' '; Meaning = 'missing'; Missing = 1; Mean = 2 }
        @{ Text = ' 4e0 '; Meaning = 'a number'; Missing = 0; Mean = 3 }
    ) {
        $statistics = [pscustomobject]@{ Vmaf = 2 }, [pscustomobject]@{ Vmaf = $Text } | Measure-VmafScore
        $statistics.MissingCount | Should -Be $Missing
        $statistics.Mean | Should -Be $Mean
    }

    It 'suggests properties where there is none such' {
        $failure = $results[0].Frames | Measure-VmafScore psnr_yy 2>&1
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafFeatureMissing,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'psnr_y'
    }
}

Describe 'Measure-VmafBdRate' {
    BeforeAll {
        $points = foreach ($codec in @{ Name = 'a'; Factor = 1 }, @{ Name = 'b'; Factor = 0.75 }, @{ Name = 'far'; Factor = 2; Shift = -80 }) {
            foreach ($point in @(1000, 70), @(2000, 80), @(4000, 88), @(8000, 94)) {
                [pscustomobject]@{ Codec = $codec.Name; Bitrate = $point[0] * $codec.Factor; Score = $point[1] + $codec.Shift }
            }
        }
    }

    It 'says what a codec saves' -ForEach 'Pchip', 'Cubic' {
        $test = $points | Where-Object Codec -EQ b
        $row = $test | Measure-VmafBdRate -Anchor ($points | Where-Object Codec -EQ a) -Fit $_
        $row.BdRatePercent | Should -BeGreaterThan -25.000001
        $row.BdRatePercent | Should -BeLessThan -24.999999
        $row.Overlap | Should -Be 1
    }

    It 'compares groups, and goes on after one that cannot be compared' {
        $rows = $points | Measure-VmafBdRate -GroupBy Codec -AnchorName b -ErrorVariable problems -ErrorAction SilentlyContinue
        $rows.Test | Should -Be 'a'
        $rows.Anchor | Should -Be 'b'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'VmafCurvesApart,*'
    }

    It 'says once that the anchor makes no curve, and how to name another' {
        $flat = 1000, 2000 | ForEach-Object { [pscustomobject]@{ Codec = '0 flat'; Bitrate = $_; Score = 99 } }
        { @($flat) + $points | Measure-VmafBdRate -GroupBy Codec } | Should -Throw -ErrorId 'VmafCurveNotMonotone,*'
        $problem = $Error[0]
        $problem.ErrorDetails.RecommendedAction | Should -Match '-AnchorName'
    }

    It 'reads other columns and texts' {
        $rows = $points | Select-Object Codec, @{ n = 'kbps'; e = { "$($_.Bitrate)" } }, @{ n = 'Vmaf'; e = 'Score' } | Where-Object Codec -NE far
        ($rows | Measure-VmafBdRate -GroupBy Codec -Bitrate kbps).BdRatePercent | Should -BeLessThan -24.9
    }

    It 'takes script blocks for properties' {
        $rows = $points | Where-Object Codec -NE far | ForEach-Object { [pscustomobject]@{ File = "$($_.Codec)_$($_.Bitrate).mp4"; Bits = 1000 * $_.Bitrate; Loss = 100 - $_.Score } }
        $expected = $points | Where-Object Codec -NE far | Measure-VmafBdRate -GroupBy Codec
        $row = $rows | Measure-VmafBdRate -GroupBy { ($_.File -split '_')[0] } -Bitrate { $_.Bits } -Score { 100 - $_.Loss }
        $row.Anchor, $row.Test | Should -Be 'a', 'b'
        $row.BdRatePercent | Should -BeGreaterThan ($expected.BdRatePercent - 1e-9)
        $row.BdRatePercent | Should -BeLessThan ($expected.BdRatePercent + 1e-9)
        { $rows | Measure-VmafBdRate -GroupBy { throw 'no codec' } } | Should -Throw '*no codec*' -ErrorId 'VmafOptionInvalid,*'
    }

    It 'refuses <Name>, with its own id' -ForEach @(
        @{ Name = 'a block with begin and end'; Call = { $points | Measure-VmafBdRate -GroupBy { begin { } process { $_.Codec } end { } } }; Words = 'begin' }
        @{ Name = 'a block that ends the session'; Call = { $points | Measure-VmafBdRate -GroupBy { exit } }; Words = "used 'exit'" }
        @{ Name = 'a block with two values'; Call = { $points | Measure-VmafBdRate -GroupBy { 'x'; $_.Codec } }; Words = '2 values for one point: x, a' }
        @{ Name = 'a block with a list'; Call = { $points | Measure-VmafBdRate -GroupBy { , @('a', 'x') } }; Words = '2 values for one point: a, x' }
        @{ Name = 'a property with a list'; Call = { $points | Select-Object *, @{ n = 'L'; e = { 'a', 'b' } } | Measure-VmafBdRate -GroupBy L }; Words = "'L' has 2 values" }
        @{ Name = 'a property that throws'; Call = { $broken | Measure-VmafBdRate -GroupBy Broken }; Words = "'Broken' failed: .*no value" }
        @{ Name = 'a bitrate that throws'; Call = { $broken | Measure-VmafBdRate -GroupBy Codec -Bitrate Broken }; Words = "'Broken' failed: .*no value" }
        @{ Name = 'a reference that throws'; Words = "'Reference' failed: .*no value"
            Call = { $broken | Select-Object * -ExcludeProperty Broken | Add-Member ScriptProperty Reference { throw 'no value' } -PassThru | Measure-VmafBdRate -GroupBy Codec } }
        @{ Name = 'a decimal comma'; Call = { $points | Measure-VmafBdRate -GroupBy Codec -Bitrate { '1,5' } }; Words = "'1,5', which is no number" }
    ) {
        $broken = $points | Select-Object * | ForEach-Object { $_ | Add-Member ScriptProperty Broken { throw 'no value' } -PassThru }
        $ErrorActionPreference = 'Stop'
        $failure = try { & $Call } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafOptionInvalid,*'
        "$failure" | Should -Match $Words
    }

    It 'names groups of numbers in every culture alike' {
        Use-Culture de-DE {
            $rows = $points | Where-Object Codec -NE far | Select-Object Bitrate, Score, @{ n = 'Speed'; e = { $_.Codec -eq 'a' ? 1.5 : 2.5 } }
            $row = $rows | Measure-VmafBdRate -GroupBy Speed -AnchorName 2.5
            $row.Anchor, $row.Test | Should -Be '2.5', '1.5'
            ($rows | Measure-VmafBdRate -GroupBy { $_.Speed } -AnchorName 1.5).Anchor | Should -Be '1.5'
        }
    }

    It 'ends with an error, and asks nothing, where <Name> is missing' -ForEach @(
        @{ Name = 'what tells codecs apart'; Call = { $points | Measure-VmafBdRate }; Remedy = '-GroupBy.*-Anchor' }
        @{ Name = '-GroupBy'; Call = { $points | Measure-VmafBdRate -AnchorName a }; Remedy = '-GroupBy' }
        @{ Name = 'any point'; Call = { Measure-VmafBdRate -Anchor $points[0..3] }; Remedy = 'Invoke-VmafQuality' }
    ) {
        $failure = try { & $Call } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafOptionInvalid,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match $Remedy
    }

    It 'warns where points are of several references' {
        $rows = $points | Where-Object Codec -NE far | Select-Object *, @{ n = 'Reference'; e = { $_.Codec } }
        $null = $rows | Measure-VmafBdRate -GroupBy Codec -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -Match '2 references.*Group-Object Reference'
    }

    It 'says which point has no bitrate, and why' {
        $result = $results[0].PSObject.Copy()
        $result.Bitrate = $null
        { $result, $results[1] | Measure-VmafBdRate -GroupBy Distorted } | Should -Throw "*no number in 'Bitrate': *first.y4m*"
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-Bitrate.*-FrameRate'
    }

    It 'says what is wrong with the points' {
        { $points | Measure-VmafBdRate -GroupBy Codec -AnchorName z -ErrorAction Stop } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
        { $points | Measure-VmafBdRate -GroupBy Nope -ErrorAction Stop } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
        { $points[0..3] | Measure-VmafBdRate -GroupBy Codec -ErrorAction Stop } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
        @() | Measure-VmafBdRate -GroupBy Codec -ErrorAction Stop | Should -BeNullOrEmpty
        { $points[0] | Measure-VmafBdRate -Anchor $points[0..3] -ErrorAction Stop } | Should -Throw -ErrorId 'VmafCurveTooShort,*'
        { $points[0..3] | Measure-VmafBdRate -Anchor $points[0..3] -Score nope -ErrorAction Stop } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
        { $points | Measure-VmafBdRate -GroupBy Codex -AnchorName x264 -ErrorAction Stop } |
            Should -Throw "*have no property 'Codex'; they have *Bitrate*" -ErrorId 'VmafOptionInvalid,*'
        $twice = $points[0..3] + $points[1]
        { $twice | Measure-VmafBdRate -Anchor $points[0..3] -ErrorAction Stop } | Should -Throw -ErrorId 'VmafCurveNotMonotone,*'
    }
}

Describe 'Compare-VmafResult' {
    It 'compares frame by frame' {
        $comparison = Compare-VmafResult $results[0] $results[1]
        $comparison.PSObject.TypeNames[0] | Should -Be 'Vmaf.Comparison'
        $comparison.FrameCount | Should -Be 6
        $comparison.BaselineMean | Should -Be $results[0].Vmaf
        $comparison.MeanDifference | Should -BeGreaterThan ($results[1].Vmaf - $results[0].Vmaf - 1e-9)
        $comparison.MeanDifference | Should -BeLessThan ($results[1].Vmaf - $results[0].Vmaf + 1e-9)
        $comparison.WorstFrames[0].Difference | Should -Be $comparison.MinDifference
    }

    It 'writes every frame on request' {
        $frames = $results[1] | Compare-VmafResult $results[0] -PerFrame -Metric psnr_y
        $frames.Frame | Should -Be (0..5)
        $frames[2].Difference | Should -Be ($results[1].Frames[2].psnr_y - $results[0].Frames[2].psnr_y)
    }

    It 'fits a table of 80 columns' {
        Compare-VmafResult $results[0] $results[1] | Format-Table | Out-String -Width 80 -Stream |
            ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }

    It 'says in the table which metric is compared, by default the first one asked for' {
        $samples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples'
        $both = Invoke-VmafQuality "$samples/reference.y4m" "$samples/distorted-*.y4m" -Metric PSNR, SITI -FrameCount 2
        $comparison = Compare-VmafResult $both[0] $both[1]
        $comparison.Metric | Should -Be 'PSNR'
        $text = $comparison | Format-Table | Out-String -Width 80 -Stream
        $text | Where-Object { $_ } | Select-Object -First 1 | Should -Match '^Metric +Baseline +Candidate +Mean'
        $text -match '^PSNR +\d' | Should -HaveCount 1
    }

    It 'takes metric <_> as results spell it' -ForEach 'vmaf', 'Vmaf', 'PSNR_Y' {
        (Compare-VmafResult $results[0] $results[1] -Metric $_).CandidateMean | Should -Be $results[1].$_
    }

    It 'ends with an error, and asks nothing, where <Name> is missing' -ForEach @(
        @{ Name = 'the baseline'; Call = { $results | Compare-VmafResult } }
        @{ Name = 'the candidate'; Call = { Compare-VmafResult $results[0] } }
        @{ Name = 'everything'; Call = { Compare-VmafResult } }
    ) {
        $failure = try { & $Call } catch { $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'VmafOptionInvalid,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'Compare-VmafResult \$results\[0\]'
    }

    It 'refuses what is no result' {
        { Compare-VmafResult $results[0] 'text' -ErrorAction Stop } | Should -Throw -ErrorId 'VmafOptionInvalid,*'
        { Compare-VmafResult $results[0] $results[1] -Metric nope -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFeatureMissing,*'
    }
}

Describe 'Join-VmafResult' {
    It 'joins segments in time' {
        $whole = $results | Join-VmafResult -Name whole.y4m
        $whole.PSObject.TypeNames[0] | Should -Be 'Vmaf.QualityResult'
        $whole.Distorted | Should -Be 'whole.y4m'
        $whole.Frames.Count | Should -Be 12
        $whole.Frames.Frame | Should -Be (0..11)
        $whole.Min | Should -Be ($results.Min | Measure-Object -Minimum).Minimum
        $whole.Bitrate | Should -Be $results[0].Bitrate
        $other = $results[1].PSObject.Copy()
        $other.Bitrate = 1
        ($results[0], $other | Join-VmafResult).Bitrate | Should -BeNullOrEmpty
    }

    It 'joins metrics of the same frames, and what it joined can be exported' {
        $other = Invoke-VmafQuality $reference $first -Model @() -Feature float_ssim
        $both = $results[0], $other | Join-VmafResult -SideBySide
        $both.float_ssim | Should -Be $other.float_ssim
        $both.Vmaf | Should -Be $results[0].Vmaf
        $both | Export-VmafReport (Join-Path $TestDrive 'both.json')
        (Import-VmafReport (Join-Path $TestDrive 'both.json')).Frames.Count | Should -Be 6
    }

    It 'ends with an error where results do not belong together' {
        $other = Invoke-VmafQuality $reference $first -Model @() -Feature float_ssim
        { $results[0], $other | Join-VmafResult } | Should -Throw -ErrorId 'VmafResultsApart,*'
    }
}

Describe 'Results that went through serialisation' {
    BeforeAll {
        $path = Join-Path $TestDrive 'result.xml'
        $results[0] | Export-Clixml $path
        $fromFile = Import-Clixml $path
    }

    It 'are exported as the same report' {
        $fromFile | Export-VmafReport (Join-Path $TestDrive 'copy.json')
        $results[0] | Export-VmafReport (Join-Path $TestDrive 'original.json')
        Get-Content (Join-Path $TestDrive 'copy.json') | Should -Be (Get-Content (Join-Path $TestDrive 'original.json'))
    }

    It 'are compared, joined and measured' {
        (Compare-VmafResult $fromFile $results[0]).MaxDifference | Should -Be 0
        (Compare-VmafResult $results[0] $fromFile -Metric psnr_cb).MinDifference | Should -Be 0
        ($fromFile, $results[1] | Join-VmafResult).Frames.Count | Should -Be 12
        ($fromFile | Measure-VmafScore psnr_y).Mean | Should -Be $results[0].psnr_y
        ($fromFile.Frames | Measure-VmafScore).P5 | Should -Be $results[0].P5
        $fromFile.Bitrate | Should -Be $results[0].Bitrate
    }

    It 'are shown as the original is' {
        ($fromFile | Out-String -Width 80) | Should -Be ($results[0] | Out-String -Width 80)
    }

    It 'come out of a job' {
        $module = (Get-Module Vmaf).Path
        $fromJob = Start-Job { Import-Module $using:module; Invoke-VmafQuality $using:reference $using:first -Feature psnr } | Receive-Job -Wait -AutoRemoveJob
        (Compare-VmafResult $fromJob $results[0]).FrameCount | Should -Be 6
        $fromJob | Export-VmafReport (Join-Path $TestDrive 'job.xml')
        (Import-VmafReport (Join-Path $TestDrive 'job.xml')).Frames.Count | Should -Be 6
    }
}

Describe 'Completion of names in results' {
    BeforeAll {
        # Global, as completion takes place outside of the scopes of a script.
        Set-Variable completedResult $results[0] -Scope Global
        Set-Variable completedPoint ([pscustomobject]@{ Codec = 'x264'; kbps = 1000.5; Vmaf = 90 }) -Scope Global
    }

    AfterAll {
        Remove-Variable completedResult, completedPoint -Scope Global
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'Compare-VmafResult $completedResult x -Metric '; Completion = 'vmaf', 'psnr_y'; ToolTip = 'first model' }
        @{ Line = '$completedResult | Compare-VmafResult -Baseline $completedResult -Metric psnr_c'; Completion = 'psnr_cb', 'psnr_cr'; ToolTip = 'Cb' }
        @{ Line = 'Compare-VmafResult a b -Metric psnr_h'; Completion = 'psnr_hvs_y', 'psnr_hvs'; ToolTip = 'frequencies' }
        @{ Line = '$completedResult | Measure-VmafScore '; Completion = 'Vmaf', 'psnr_y'; ToolTip = '.' }
        @{ Line = '$completedResult.Frames | Measure-VmafScore -Property integer_adm_'; Completion = 'integer_adm_scale0'; ToolTip = 'detail' }
        @{ Line = '$completedResult.Frames[0] | Measure-VmafScore psnr_y'; Completion = 'psnr_y'; ToolTip = 'luma' }
        @{ Line = 'Invoke-VmafQuality a b -PerFrame | Measure-VmafScore V'; Completion = 'Vmaf'; ToolTip = 'first model' }
        @{ Line = '$completedPoint | Measure-VmafBdRate -GroupBy '; Completion = 'Codec', 'kbps'; ToolTip = 'x264' }
        @{ Line = 'Measure-VmafBdRate $completedPoint x -Bitrate k'; Completion = 'kbps'; ToolTip = '1000\.5' }
    ) {
        $found = (TabExpansion2 $Line $Line.Length).CompletionMatches
        foreach ($name in $Completion) {
            $found.CompletionText | Should -Contain $name
        }
        $found[0].ToolTip | Should -Match $ToolTip
    }

    It 'runs nothing but a variable for that' {
        $line = '$completedResult.Frames.Clear() | Measure-VmafScore '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'psnr_hvs_y'
        $completedResult.Frames.Count | Should -Be 6
    }
}
