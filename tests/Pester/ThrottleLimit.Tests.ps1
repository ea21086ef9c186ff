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

    It 'begins while input still comes' {
        $cache = Join-Path $TestDrive 'begins'
        $savedBefore = [Collections.Generic.List[int]]::new()
        & {
            foreach ($clip in $clips[0..2]) {
                $clip
                # The command has this thread no more; what it has begun goes on.
                $patience = [Diagnostics.Stopwatch]::StartNew()
                while (@(Get-ChildItem $cache -ErrorAction Ignore).Count -le $savedBefore.Count -and $patience.Elapsed.TotalSeconds -lt 30) {
                    Start-Sleep -Milliseconds 10
                }
                $savedBefore.Add(@(Get-ChildItem $cache).Count)
            }
        } | Invoke-VmafQuality -Reference $reference -Model $model -ThrottleLimit 2 -CachePath $cache | Should -HaveCount 3
        $savedBefore | Should -Be 1, 2, 3
    }

    It 'writes what is done while input still comes' {
        $events = [Collections.Generic.List[string]]::new()
        $clips | ForEach-Object { Start-Sleep -Milliseconds 300; $events.Add('in'); $_ } |
            Invoke-VmafQuality -Reference $reference -Model $model -ThrottleLimit 2 | ForEach-Object { $events.Add('out') }
        $events.IndexOf('out') | Should -BeLessThan $events.LastIndexOf('in')
    }

    It 'holds the input back while as many wait as are measured' {
        $given = [Collections.Generic.List[string]]::new()
        $givenAtFirstFrame = [Collections.Generic.List[int]]::new()
        $clips | ForEach-Object { $given.Add($_); $_ } |
            Invoke-VmafQuality -Reference $reference -Model $model -ThrottleLimit 2 -DistortedCallback { $givenAtFirstFrame.Add($given.Count) } |
            Should -HaveCount 8
        $givenAtFirstFrame[0] | Should -BeLessOrEqual 5
    }

    It 'measures videos without a reference too, in the order of the input' {
        $rows = $clips | Invoke-VmafQuality -Metric SITI -ThrottleLimit 3
        $rows.Distorted | Should -Be $clips
        $rows.ti | Should -Be ($clips | Invoke-VmafQuality -Metric SITI).ti
    }

    It 'ends the work where the command before it fails' {
        $long = New-LongClip (Join-Path $TestDrive 'failing_1920x1080.yuv')
        $clock = [Diagnostics.Stopwatch]::StartNew()
        { & { $long; $long; throw 'no more' } | Invoke-VmafQuality -Reference $long -Model $model -ThrottleLimit 2 } | Should -Throw 'no more'
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 5
        if ($IsLinux) {
            Get-ChildItem /proc/self/fd | Where-Object { $_.LinkTarget -eq $long } | Should -BeNullOrEmpty
        }
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
