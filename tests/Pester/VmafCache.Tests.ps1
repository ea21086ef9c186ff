BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip (Join-Path $TestDrive 'reference.y4m')
    $first = New-TestClip (Join-Path $TestDrive 'first.y4m') -Seed 2
    $second = New-TestClip (Join-Path $TestDrive 'second.y4m') -Seed 3
    $model = Get-TestModel

    function Measure-Again {
        # What was measured now, as file names, and the results.
        param([hashtable] $Arguments)
        $all = Invoke-VmafQuality @Arguments -Verbose 4>&1
        $records, $results = $all.Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
        [pscustomobject]@{
            Results = $results
            Known   = @(@($records.Message) -match 'was measured before' | ForEach-Object { Split-Path ($_ -split ': the result')[0] -Leaf })
        }
    }
}

Describe 'Invoke-VmafQuality -CachePath' {
    BeforeEach {
        $cache = Join-Path $TestDrive ([guid]::NewGuid())
        $arguments = @{ Reference = $reference; Distorted = $first, $second; Model = $model; CachePath = $cache }
        $before = Measure-Again $arguments
    }

    It 'measures each pair once' {
        $before.Known | Should -BeNullOrEmpty
        $again = Measure-Again $arguments
        $again.Known | Should -Be 'first.y4m', 'second.y4m'
        $again.Results.Vmaf | Should -Be $before.Results.Vmaf
        $again.Results[1].Frames[3].Vmaf | Should -Be $before.Results[1].Frames[3].Vmaf
        $again.Results[0].PSObject.Properties.Name | Should -Be $before.Results[0].PSObject.Properties.Name
        $again.Results[0].Models.Sha256 | Should -Be $before.Results[0].Models.Sha256
    }

    It 'repeats the warning of <Of> once' -ForEach @(
        @{ Of = 'frame rates'; FirstFrame = 0; Rate = 'F30:1'; Words = 'fps = 25' }
        @{ Of = 'a shift'; FirstFrame = 2; Rate = 'F25:1'; Words = 'shifted by -2 frames' }
    ) {
        $bar = New-BarClip "$TestDrive/bar.y4m" 0
        $other = New-BarClip "$TestDrive/other.y4m" $FirstFrame
        $text = [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($other))
        [IO.File]::WriteAllBytes($other, [Text.Encoding]::Latin1.GetBytes($text.Replace(' F25:1 ', " $Rate ")))
        $results = foreach ($time in 1..2) {
            Invoke-VmafQuality $bar $other -Model $model -CachePath $cache -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings | Should -HaveCount 1
        }
        $results[0].Warnings | Should -HaveCount 1
        $results[1].Warnings | Should -Be $results[0].Warnings
        "$($results[1].Warnings)" | Should -Match $Words
    }

    It 'goes on where a batch was stopped' {
        $third = New-TestClip (Join-Path $TestDrive 'third.y4m') -Seed 4
        $again = Measure-Again ($arguments + @{} | ForEach-Object { $_.Distorted = $first, $third, $second; $_ })
        $again.Known | Should -Be 'first.y4m', 'second.y4m'
        $again.Results.Distorted | Split-Path -Leaf | Should -Be 'first.y4m', 'third.y4m', 'second.y4m'
    }

    It 'knows a file that was moved, and not one that was changed' {
        $moved = Copy-Item $first (Join-Path $TestDrive 'moved.y4m') -PassThru
        $changed = New-TestClip (Join-Path $TestDrive 'changed.y4m') -Seed 2 -FrameCount 5
        $bytes = [IO.File]::ReadAllBytes($changed)
        $bytes[-1] = $bytes[-1] -bxor 1
        [IO.File]::WriteAllBytes($changed, $bytes)
        $arguments.Distorted = $moved.FullName, $changed
        $again = Measure-Again $arguments
        $again.Known | Should -Be 'moved.y4m'
        $again.Results[0].Distorted | Should -Be $moved.FullName
    }

    It 'takes a link for the file that it leads to' -Skip:$IsWindows {
        $target = Copy-Item $first (Join-Path $TestDrive 'target.y4m') -PassThru
        $link = Join-Path $TestDrive 'link.y4m'
        if (-not (Test-Path $link)) { $null = New-Item -ItemType SymbolicLink $link -Target $target.FullName }
        $target.LastWriteTime = '2020-01-01'
        $arguments.Distorted = $link
        (Measure-Again $arguments).Known | Should -Be 'link.y4m'
        Copy-Item $second $target
        $other = Measure-Again $arguments
        $other.Known | Should -Be 'link.y4m'
        $other.Results.Vmaf | Should -Be $before.Results[1].Vmaf
    }

    It 'measures anew what is asked otherwise' -ForEach @(
        @{ Parameter = 'Stride'; Value = 2 }
        @{ Parameter = 'Feature'; Value = 'psnr' }
        @{ Parameter = 'FrameCount'; Value = 3 }
        @{ Parameter = 'Model'; Value = 'vmaf_v0.6.1' }
    ) {
        $arguments[$Parameter] = $Value
        (Measure-Again $arguments).Known | Should -BeNullOrEmpty
        (Measure-Again $arguments).Known | Should -HaveCount 2
    }

    It 'knows metrics by name' {
        $metrics = @{ Reference = $reference; Distorted = $first; Metric = 'PSNR', 'VMAFNEG'; CachePath = $cache }
        $measured = Measure-Again $metrics
        $measured.Known | Should -BeNullOrEmpty
        $again = Measure-Again $metrics
        $again.Known | Should -Be 'first.y4m'
        $again.Results.Metrics.Name | Should -Be $measured.Results.Metrics.Name
        $again.Results.Metrics.Mean | Should -Be $measured.Results.Metrics.Mean
        (Measure-Again ($metrics + @{ Stride = 3 })).Known | Should -BeNullOrEmpty
    }

    It 'gives the order of the call, whatever that of the saved result' {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $pair = @{ Reference = $reference; Distorted = $first; CachePath = $folder }
        $now = @{ Metric = 'VMAFNEG', 'SITI', 'VMAF', 'PSNR'; Feature = 'ciede', 'psnr_hvs' }
        $before = Measure-Again ($pair + @{ Metric = 'VMAF', 'PSNR', 'SITI', 'VMAFNEG'; Feature = 'psnr_hvs', 'ciede' })
        $before.Known | Should -BeNullOrEmpty
        $again = Measure-Again ($pair + $now)
        $again.Known | Should -Be 'first.y4m'
        $found = $again.Results[0]
        $measured = Invoke-VmafQuality $reference $first @now
        $found.Vmaf | Should -Be $measured.Vmaf
        $found.Vmaf | Should -Not -Be $before.Results[0].Vmaf
        $found.PSObject.Properties.Name | Should -Be $measured.PSObject.Properties.Name
        $found.Metrics.Name | Should -Be $measured.Metrics.Name
        $found.Metrics.Mean | Should -Be $measured.Metrics.Mean
        $found.Frames[3].si | Should -Be $before.Results[0].Frames[3].si
        ($found | Select-Object * -ExcludeProperty *PerSecond, Elapsed, Frames | Out-String) |
            Should -Be ($measured | Select-Object * -ExcludeProperty *PerSecond, Elapsed, Frames | Out-String)
        (Measure-Again ($pair + @{ Metric = 'VMAF', 'PSNR', 'SITI'; Feature = 'psnr_hvs', 'ciede' })).Known | Should -BeNullOrEmpty
        Get-VmafCache $folder | Should -HaveCount 2
    }

    It 'keeps the bitrate' {
        $again = Measure-Again $arguments
        $again.Known | Should -HaveCount 2
        $again.Results.Bitrate | Should -Be $before.Results.Bitrate
        $again.Results[0].Bitrate | Should -Be (64 * 48 * 1.5 * 8 * 25 / 1000)
    }

    It 'gives frames and explanations too' {
        $frames = Measure-Again ($arguments + @{ PerFrame = $true })
        $frames.Known | Should -HaveCount 2
        $frames.Results | Should -HaveCount 10
        $explained = Measure-Again ($arguments + @{ Explain = $true })
        $explained.Known | Should -BeNullOrEmpty
        $explained.Results[0].Explanation | Should -Not -BeNullOrEmpty
    }

    It 'repeats what the decoder said' -Skip:(-not (Get-Command ffmpeg, ffprobe -CommandType Application -ErrorAction Ignore)) {
        $hdr = Join-Path $TestDrive 'hdr.mkv'
        ffmpeg -v error -y -i $first -c:v ffv1 -color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc $hdr
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $once = Invoke-VmafQuality $reference $hdr -Model $model -CachePath $folder -WarningVariable saidOnce -WarningAction SilentlyContinue
        $again = Invoke-VmafQuality $reference $hdr -Model $model -CachePath $folder -WarningVariable saidAgain -WarningAction SilentlyContinue
        "$saidOnce" | Should -Match 'HDR'
        "$saidAgain" | Should -Be "$saidOnce"
        "$($once.Warnings)" | Should -Match 'HDR'
        $again.Warnings | Should -Be $once.Warnings
    }

    It 'is stopped while it reads a large file' {
        # A hole of 1 TiB takes no room, and longer to read than anybody waits.
        $large = Join-Path $TestDrive 'large_1920x1080.yuv'
        $stream = [IO.File]::Create($large)
        try { $stream.SetLength(1920L * 1080 * 3 / 2 * 350000) } finally { $stream.Dispose() }
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).Invoke()
            $shell.Commands.Clear()
            $run = $shell.AddCommand('Invoke-VmafQuality').AddParameters(
                @{ Reference = $large; Distorted = $large; Model = $model; CachePath = $cache }).BeginInvoke()
            $patience = [Diagnostics.Stopwatch]::StartNew()
            while ($shell.Streams.Progress.Count -lt 1 -and -not $run.IsCompleted -and $patience.Elapsed.TotalSeconds -lt 60) { Start-Sleep -Milliseconds 20 }
            $shell.Streams.Progress[0].StatusDescription | Should -Match '\d % read: large'
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 5
        }
        finally {
            $shell.Dispose()
            Remove-Item $large
        }
    }

    It 'takes a broken file for none' {
        Get-ChildItem $cache | ForEach-Object { Set-Content $_ 'nonsense' }
        (Measure-Again $arguments).Known | Should -BeNullOrEmpty
        (Measure-Again $arguments).Known | Should -HaveCount 2
    }

    It 'ends with an error where the folder cannot be' {
        { Invoke-VmafQuality $reference $first -CachePath (Join-Path $first 'x') } | Should -Throw -ErrorId 'VmafOutputUnwritable,*'
    }

    It 'keeps nothing of pairs that fail' {
        $larger = New-TestClip (Join-Path $TestDrive 'larger.y4m') -Width 128
        Invoke-VmafQuality $reference $larger -Model $model -CachePath $cache -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-VmafCache $cache | Should -HaveCount 2
    }

    Context 'Get-VmafCache and Clear-VmafCache' {
        It 'list what there is' {
            $entries = Get-VmafCache $cache
            $entries | Should -HaveCount 2
            $entries[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.CacheEntry'
            $entries.Distorted | Split-Path -Leaf | Sort-Object | Should -Be 'first.y4m', 'second.y4m'
            $entries | Out-String -Width 80 -Stream | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        }

        It 'list metrics with their scores' {
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            $result = Invoke-VmafQuality $reference $first -Metric PSNR, SSIM -CachePath $folder
            $entry = Get-VmafCache $folder
            $entry.Metrics.Name | Should -Be 'PSNR', 'SSIM'
            $entry.Metrics.Mean | Should -Be $result.PSNR, $result.SSIM
            $entry.Vmaf | Should -BeNullOrEmpty
            $lines = $entry | Out-String -Width 80 -Stream | Where-Object { $_ -match '^ *\d' }
            $lines[0] | Should -Match ('^ *{0:F4} .* PSNR +first.y4m' -f $result.PSNR)
            $lines[1] | Should -Match ('^ *{0:F4} .* SSIM' -f $result.SSIM)
            "$($entry.Metrics)" | Should -Not -BeNullOrEmpty
            (Invoke-VmafQuality $reference $first -Metric PSNR, SSIM -CachePath $folder | Out-String) |
                Should -Be ($result | Out-String)
        }

        It 'remove nothing with -WhatIf' {
            Clear-VmafCache $cache -WhatIf
            Get-VmafCache $cache | Should -HaveCount 2
        }

        It 'remove what is chosen' {
            Get-VmafCache $cache | Where-Object Distorted -Like *first* | Clear-VmafCache -Confirm:$false
            (Get-VmafCache $cache).Distorted | Split-Path -Leaf | Should -Be 'second.y4m'
            Clear-VmafCache $cache -OlderThan 1:00:00 -Confirm:$false
            Get-VmafCache $cache | Should -HaveCount 1
        }

        It 'remove results and nothing else' {
            $other = New-Item (Join-Path $cache 'notes.json')
            Clear-VmafCache $cache -Confirm:$false
            Get-VmafCache $cache | Should -BeNullOrEmpty
            $other | Should -Exist
        }

        It 'remove damaged results too' {
            $damaged = Get-ChildItem $cache -Filter *.json | Select-Object -First 1
            Set-Content $damaged 'nonsense'
            Clear-VmafCache $cache -Confirm:$false
            Get-ChildItem $cache | Should -BeNullOrEmpty
        }

        It 'say where there is no folder' {
            { Get-VmafCache (Join-Path $TestDrive 'none') -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFileNotFound,*'
            { Clear-VmafCache (Join-Path $TestDrive 'none') -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFileNotFound,*'
        }
    }
}
