BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
}

Describe 'Find-VmafOffset' {
    BeforeAll {
        # The second clip begins three frames later.
        $reference = New-BarClip (Join-Path $TestDrive 'reference.y4m') 0
        $late = New-BarClip (Join-Path $TestDrive 'late.y4m') 3
    }

    It 'says by how many frames a video is shifted, and which skip undoes it' {
        $offset = Find-VmafOffset $reference $late -MaximumOffset 6
        $offset.OffsetFrames | Should -Be -3
        $offset.IsClearlyShifted | Should -BeTrue
        $offset.ReferenceSkip | Should -Be 3
        $offset.DistortedSkip | Should -Be 0
    }

    It 'skips nothing for an offset that it does not believe' {
        $fast = Join-Path $TestDrive 'fast.y4m'
        $bytes = [IO.File]::ReadAllBytes($reference)
        $header = [Array]::IndexOf($bytes, [byte]10) + 1
        $frame = 6 + 64 * 36
        $stream = [IO.File]::Create($fast)
        $stream.Write($bytes, 0, $header)
        foreach ($index in 0..11) { $stream.Write($bytes, $header + $frame * (($index * 5 + 3) % 12), $frame) }
        $stream.Dispose()
        $offset = Find-VmafOffset $reference $fast -MaximumOffset 6
        $offset.IsClearlyShifted | Should -BeFalse
        $offset.OffsetFrames | Should -Not -Be 0
        $offset.ReferenceSkip | Should -Be 0
        $offset.DistortedSkip | Should -Be 0
    }

    It 'warns where the frame rates differ' {
        $fast = Join-Path $TestDrive 'faster.y4m'
        $bytes = [IO.File]::ReadAllBytes($reference)
        [IO.File]::WriteAllBytes($fast, [Text.Encoding]::Latin1.GetBytes([Text.Encoding]::Latin1.GetString($bytes).Replace('F25:1', 'F30:1')))
        $null = Find-VmafOffset $reference $fast -MaximumOffset 6 -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*has 25 fps*30*means nothing*'
        $null = Find-VmafOffset $reference $late -MaximumOffset 6 -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
    }

    It 'finds none between a video and itself' {
        (Get-Item $reference | Find-VmafOffset -Reference $reference).OffsetFrames | Should -Be 0
    }

    It 'takes raw videos whose format is stated' {
        $raw = New-TestClip "$TestDrive/raw.yuv" -FrameCount 4 -Raw
        (Find-VmafOffset $raw $raw -Width 64 -Height 48 -PixelFormat yuv420p).OffsetFrames | Should -Be 0
        Find-VmafOffset $raw $raw -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'VmafRawFormatUnknown*'
    }

    It 'writes an error for a file that does not exist and goes on' {
        $rows = Find-VmafOffset $reference (Join-Path $TestDrive 'missing.y4m'), $reference -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'VmafFileNotFound*'
        @($rows).Count | Should -Be 1
    }
}
