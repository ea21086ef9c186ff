BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
}

Describe 'Get-VmafVideo' {
    BeforeAll {
        $clip = New-TestClip (Join-Path $TestDrive 'a b [1].y4m') -FrameCount 7
        $raw = New-TestClip (Join-Path $TestDrive 'raw_64x48_yuv422p.yuv') -Chroma 422 -FrameCount 3 -Raw
    }

    It 'describes a y4m file' {
        $video = Get-VmafVideo $clip
        $video.PSObject.TypeNames[0] | Should -Be 'Vmaf.Video'
        $video.Kind | Should -Be 'Y4m'
        "$($video.Width)x$($video.Height)" | Should -Be '64x48'
        $video.FrameCount | Should -Be 7
        $video.FramesPerSecond | Should -Be 25
        $video.Duration | Should -Be ([timespan]::FromSeconds(0.28))
        $video.FileSize | Should -Be (Get-Item -LiteralPath $clip).Length
        $video.Bitrate | Should -Be (64 * 48 * 1.5 * 8 * 25 / 1000)
        $video | Format-List | Out-String | Should -Match 'Bitrate +: 921[.,]6 kb/s'
        $video.SuggestedModel | Should -Be 'vmaf_v0.6.1'
    }

    It 'describes a raw file by its name or by parameters' {
        (Get-VmafVideo $raw).PixelFormat | Should -Be 'yuv422p'
        (Get-VmafVideo $raw).FrameCount | Should -Be 3
        (Get-VmafVideo $raw).Bitrate | Should -BeNullOrEmpty
        $other = Copy-Item $raw (Join-Path $TestDrive 'other.yuv') -PassThru
        (Get-VmafVideo $other -Width 64 -Height 48 -PixelFormat yuv422p).FrameCount | Should -Be 3
    }

    It 'states the size of the file that a link leads to' -Skip:$IsWindows {
        $link = New-Item -ItemType SymbolicLink (Join-Path $TestDrive 'link.y4m') -Target $clip
        (Get-VmafVideo $link).FileSize | Should -Be (Get-Item -LiteralPath $clip).Length
    }

    It 'passes on what a video in <Format> is' -ForEach @{ Format = 'gray' }, @{ Format = 'GRAY' }, @{ Format = 'gray8' } {
        $bar = New-BarClip (Join-Path $TestDrive 'bar.y4m') 0
        $plain = Join-Path $TestDrive 'plain.yuv'
        [IO.File]::WriteAllBytes($plain, [byte[]]::new(64 * 36 * 3))
        $named = Copy-Item $plain (Join-Path $TestDrive 'named_64x36_gray.yuv') -PassThru
        (Get-VmafVideo $plain -Width 64 -Height 36 -PixelFormat $Format).PixelFormat | Should -Be 'gray'
        foreach ($video in (Get-VmafVideo $bar), (Get-VmafVideo $named)) {
            $video.PixelFormat | Should -Be 'gray'
            ($video | Invoke-VmafQuality -Reference $video.Path -Model (Get-TestModel)).Frames.Count | Should -Be $video.FrameCount
        }
    }

    It 'takes files of the pipeline, writes an error for each that cannot be read, and goes on' {
        $videos = Get-Item -LiteralPath $clip, $raw | Get-VmafVideo
        $videos.Kind | Should -Be 'Y4m', 'Raw'
        $videos = $clip, (Join-Path $TestDrive 'none.y4m'), $raw | Get-VmafVideo -ErrorVariable problems -ErrorAction SilentlyContinue
        $videos | Should -HaveCount 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'VmafFileNotFound,*'
    }

    It 'says in a table what was only stated' {
        $lines = Get-VmafVideo $clip, $raw | Out-String -Width 80 -Stream
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        $lines -join "`n" | Should -Match '64x48\s+7\s+25'
    }

    It 'counts the frames of an encoded file' {
        $ffmpeg = Get-Command ffmpeg -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $ffmpeg) { Set-ItResult -Skipped -Because 'ffmpeg is not on the PATH'; return }
        $encoded = Join-Path $TestDrive 'clip.mkv'
        & $ffmpeg -v error -nostdin -y -i $clip -c:v ffv1 $encoded
        (Get-VmafVideo $encoded).Kind | Should -Be 'Encoded'
        (Get-VmafVideo $encoded -CountFrames).FrameCount | Should -Be 7
        (Get-VmafVideo $encoded -CountFrames).IsFrameCountExact | Should -BeTrue
    }

    It 'has the bitrate of the frames beside longer sound' {
        $ffmpeg = Get-Command ffmpeg -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $ffmpeg) { Set-ItResult -Skipped -Because 'ffmpeg is not on the PATH'; return }
        $alone = Join-Path $TestDrive 'alone.mkv'
        $withSound = Join-Path $TestDrive 'sound.mkv'
        & $ffmpeg -v error -nostdin -y -i $clip -c:v mpeg4 $alone
        & $ffmpeg -v error -nostdin -y -i $alone -f lavfi -i sine=d=12 -c:v copy -c:a pcm_s16le -metadata:s:v BPS=5000000 $withSound
        (Get-VmafVideo $withSound).Bitrate | Should -BeNullOrEmpty
        $counted = Get-VmafVideo $withSound -CountFrames
        $counted.Bitrate | Should -Be (Get-VmafVideo $alone -CountFrames).Bitrate
        $counted.Duration.TotalSeconds | Should -Be (7 / 25)
        (Invoke-VmafQuality $clip $withSound -Metric PSNR).Bitrate | Should -Be $counted.Bitrate
    }

    It 'reads bare streams' {
        $ffmpeg = Get-Command ffmpeg -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $ffmpeg) { Set-ItResult -Skipped -Because 'ffmpeg is not on the PATH'; return }
        foreach ($stream in 'clip.m2v', 'clip.mjpeg') {
            $path = Join-Path $TestDrive $stream
            & $ffmpeg -v error -nostdin -y -i $clip $path
            $video = Get-VmafVideo $path -CountFrames
            $video.Kind, $video.FrameCount | Should -Be 'Encoded', 7
        }
    }
}
