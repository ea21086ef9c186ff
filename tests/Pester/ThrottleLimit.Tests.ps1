BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip (Join-Path $TestDrive 'reference.y4m')
    $model = Get-TestModel
    $clips = 2..9 | ForEach-Object { New-TestClip (Join-Path $TestDrive "clip$_.y4m") -Seed $_ }
}

Describe 'Invoke-VmafQuality -ThrottleLimit' {
    It 'gives the results of one at a time, in the order of the input' -ForEach 1, 2, 3, 20 {
        $expected = $clips | Invoke-VmafQuality -Reference $reference -Model $model
        $results = $clips | Invoke-VmafQuality -Reference $reference -Model $model -ThrottleLimit $_
        $results.Distorted | Should -Be $clips
        $results.Vmaf | Should -Be $expected.Vmaf
        $results.Min | Should -Be $expected.Min
    }

    It 'keeps frames of a pair together' {
        $frames = Invoke-VmafQuality $reference $clips -Model $model -ThrottleLimit 4 -PerFrame
        $frames.Distorted | Should -Be ($clips | ForEach-Object { , $_ * 5 })
        $frames.Frame | Should -Be ($clips | ForEach-Object { 0..4 })
    }

    It 'goes on after pairs that fail' {
        $larger = New-TestClip (Join-Path $TestDrive 'larger.y4m') -Width 128
        $longer = New-TestClip (Join-Path $TestDrive 'longer.y4m') -FrameCount 9
        $inputs = $clips[0], $larger, $clips[1], (Join-Path $TestDrive 'none.y4m'), $longer, $clips[2]
        $results = $inputs | Invoke-VmafQuality -Reference $reference -Model $model -ThrottleLimit 3 -ErrorVariable problems -ErrorAction SilentlyContinue
        $results.Distorted | Should -Be $clips[0..2]
        $problems.FullyQualifiedErrorId -replace ',.*' | Sort-Object |
            Should -Be 'VmafFileNotFound', 'VmafLengthMismatch', 'VmafSizeMismatch'
    }

    It 'measures pairs of different references and sizes' {
        $otherReference = New-TestClip (Join-Path $TestDrive 'other_96x32_yuv420p.yuv') -Width 96 -Height 32 -Raw
        $other = New-TestClip (Join-Path $TestDrive 'distorted_96x32_yuv420p.yuv') -Width 96 -Height 32 -Seed 5 -Raw
        $rows = @(
            [pscustomobject]@{ Reference = $reference; Distorted = $clips[0] }
            [pscustomobject]@{ Reference = $otherReference; Distorted = $other }
            [pscustomobject]@{ Reference = $reference; Distorted = $clips[1] }
        )
        $results = $rows | Invoke-VmafQuality -Model $model -ThrottleLimit 3
        $results.Width | Should -Be 64, 96, 64
    }

    It 'ends early when the pipeline wants no more' {
        $results = $clips | Invoke-VmafQuality -Reference $reference -Model $model -ThrottleLimit 2 | Select-Object -First 1
        $results.Distorted | Should -Be $clips[0]
    }

    It 'is stopped at once' {
        $shell = [powershell]::Create()
        try {
            $long = New-LongClip (Join-Path $TestDrive 'long_1920x1080.yuv')
            $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters(
                @{ Reference = $long; Distorted = @($long, $long, $long); Model = $model; ThrottleLimit = 3 })
            $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
            $nothing.Complete()
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $run = $shell.BeginInvoke($nothing, $output)
            while ($shell.Streams.Progress.Count -lt 2 -and -not $run.IsCompleted) { Start-Sleep -Milliseconds 20 }
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # Far less than the run would take, far more than stopping takes on a busy machine.
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 5
            $output.Count | Should -Be 0
        }
        finally {
            $shell.Dispose()
        }
    }
}
