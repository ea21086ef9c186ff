BeforeDiscovery {
    $hasFfmpeg = [bool](Get-Command ffmpeg, ffprobe -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
}

Describe 'Invoke-VmafQuality with encoded videos' {
    Context 'where ffmpeg is installed' -Skip:(-not $hasFfmpeg) {
        BeforeAll {
            $model = Get-TestModel
            $reference = New-TestClip (Join-Path $TestDrive 'reference.y4m') -Seed 1
            $distorted = New-TestClip (Join-Path $TestDrive 'distorted.y4m') -Seed 2
            $encodedReference = Join-Path $TestDrive "it's [a] reference.mkv"
            $encodedDistorted = Join-Path $TestDrive 'distorted.mkv'
            ffmpeg -v error -y -i "file:$reference" -c:v ffv1 "file:$encodedReference"
            ffmpeg -v error -y -i "file:$distorted" -c:v ffv1 "file:$encodedDistorted"
            $small = Join-Path $TestDrive 'small.mkv'
            ffmpeg -v error -y -i "file:$distorted" -vf scale=32:24 -c:v ffv1 "file:$small"
        }

        It 'gives the scores of the decoded files' {
            $ofFiles = Invoke-VmafQuality $reference $distorted -Model $model
            $ofEncoded = Invoke-VmafQuality $encodedReference $encodedDistorted -Model $model
            $ofEncoded.Vmaf | Should -BeExactly $ofFiles.Vmaf
        }

        It 'shows frames of encoded and of scaled videos on a page' {
            $scaled = Invoke-VmafQuality $encodedReference $small -Model $model -Resize Bicubic -ReferenceSkip 1 -DistortedSkip 1
            $scaled | Export-VmafReport "$TestDrive/scaled.html" -WorstFrameCount 1
            $page = Get-Content "$TestDrive/scaled.html" -Raw
            [regex]::Matches($page, 'src="data:image/png;base64,') | Should -HaveCount 3
            $page | Should -Match 'width="64" height="48"'
        }

        It 'leaves nothing behind when the pipeline stops early' {
            $temporary = (New-Item -ItemType Directory (Join-Path $TestDrive 'temporary')).FullName
            $before = $env:TMPDIR, $env:TEMP
            $env:TMPDIR = $env:TEMP = $temporary
            try {
                $first = Invoke-VmafQuality $encodedReference $encodedDistorted -Model $model -PerFrame | Select-Object -First 1
                $first.Frame | Should -Be 0
                Get-ChildItem $temporary -Filter 'vmaf-*' | Should -BeNullOrEmpty
                Get-Process ffmpeg, dotnet -ErrorAction Ignore | Where-Object { $_.Parent.Id -eq $PID } | Should -BeNullOrEmpty
            }
            finally {
                $env:TMPDIR, $env:TEMP = $before
            }
        }

        It 'refuses another size, and resizes on request' {
            { Invoke-VmafQuality $encodedReference $small -Model $model -ErrorAction Stop } | Should -Throw -ErrorId 'VmafSizeMismatch*'
            (Invoke-VmafQuality $encodedReference $small -Model $model -Resize Lanczos).Vmaf | Should -Not -BeNullOrEmpty
            (Invoke-VmafQuality $reference $small -Model $model -Resize Bicubic).Vmaf | Should -Not -BeNullOrEmpty
        }

        It 'names a decoder that fails' {
            $broken = Join-Path $TestDrive 'broken.mp4'
            Set-Content $broken 'this is no video'
            { Invoke-VmafQuality $encodedReference $broken -Model $model -ErrorAction Stop } | Should -Throw -ErrorId 'VmafDecoderFailed*'
        }
    }

    It 'says how to install ffmpeg where it is missing' {
        $before = $env:VMAF_FFMPEG
        $env:VMAF_FFMPEG = Join-Path $TestDrive 'no ffmpeg here'
        try {
            $clip = Join-Path $TestDrive 'clip.mp4'
            Set-Content $clip 'something'
            Invoke-VmafQuality $clip $clip -Model (Get-TestModel) -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem[0].FullyQualifiedErrorId | Should -BeLike 'VmafDecoderNotFound*'
            $problem[0].ErrorDetails.RecommendedAction | Should -Match 'VMAF_FFMPEG'
        }
        finally {
            $env:VMAF_FFMPEG = $before
        }
    }
}
