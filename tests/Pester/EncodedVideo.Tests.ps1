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

        It 'warns of what the videos are, measured or explained' {
            $hdr = Join-Path $TestDrive 'hdr.mkv'
            ffmpeg -v error -y -i "file:$distorted" -c:v ffv1 -color_trc smpte2084 "file:$hdr"
            $other = Copy-Item $hdr (Join-Path $TestDrive 'other.mkv') -PassThru
            $null = Invoke-VmafQuality $hdr $other -Model $model -WarningVariable measured -WarningAction SilentlyContinue
            $null = Get-VmafExplanation $hdr $other -WarningVariable explained -WarningAction SilentlyContinue
            "$measured" | Should -Match 'HDR'
            "$explained" | Should -Be "$measured"
        }

        It 'goes from encodes to the bitrate at equal quality by itself' {
            $sample = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples/reference.y4m'
            $encodes = (New-Item -ItemType Directory (Join-Path $TestDrive 'encodes')).FullName
            foreach ($codec in 'mpeg4', 'mpeg2video') {
                foreach ($step in 3, 6, 12, 24) {
                    ffmpeg -v error -y -i $sample -c:v $codec -q:v $step "$encodes/${codec}_q$step.mp4"
                }
            }

            $results = Get-ChildItem $encodes -Filter *.mp4 | Invoke-VmafQuality -Reference $sample -CachePath "$TestDrive/scores"
            foreach ($result in $results) {
                $video = Get-VmafVideo $result.Distorted
                $result.Bitrate | Should -Be $video.Bitrate
                $video.Bitrate | Should -BeLessThan ($video.FileSize * 8 / $video.Duration.TotalSeconds / 1000)
            }

            $byName = { (Split-Path $_.Distorted -Leaf) -replace '_.*' }
            $row = $results | Measure-VmafBdRate -GroupBy $byName -AnchorName mpeg2video
            $row.Test, $row.Anchor | Should -Be 'mpeg4', 'mpeg2video'
            $row.Overlap | Should -BeGreaterThan 0.5
            $table = $results | Select-Object @{ n = 'Codec'; e = $byName }, Bitrate, Vmaf
            ($table | Measure-VmafBdRate -GroupBy Codec -AnchorName mpeg2video).BdRatePercent | Should -Be $row.BdRatePercent
            Get-ChildItem $encodes -Filter *.mp4 | Invoke-VmafQuality -Reference $sample -CachePath "$TestDrive/scores" | Export-Csv "$TestDrive/scores.csv"
            (Import-Csv "$TestDrive/scores.csv" | Measure-VmafBdRate -GroupBy $byName -AnchorName mpeg2video).BdRatePercent | Should -Be $row.BdRatePercent

            $results | Export-VmafReport "$TestDrive/encodes.html" -WorstFrameCount 0
            $page = Get-Content "$TestDrive/encodes.html" -Raw
            [regex]::Matches($page, 'data-label="kb/s"') | Should -HaveCount 8
            $page | Should -Match 'Bitrate of the distorted video'
            $results[0] | Format-List | Out-String | Should -Match 'Bitrate +: \d.* kb/s'
        }

        It 'gives pairs that are left all threads' {
            $verbose = $encodedDistorted | Invoke-VmafQuality -Reference $encodedReference -Model $model -ThrottleLimit 3 -ThreadCount 6 -Verbose 4>&1
            "$verbose" | Should -Match 'threads: 6\.'
            $two = Copy-Item -LiteralPath $encodedDistorted (Join-Path $TestDrive 'again.mkv') -PassThru
            $verbose = $encodedDistorted, $two.FullName |
                Invoke-VmafQuality -Reference $encodedReference -Model $model -ThrottleLimit 3 -ThreadCount 6 -Verbose 4>&1
            @("$verbose" -split 'threads: ' -match '^3\.') | Should -HaveCount 2
        }

        It 'warns of banding only where it is scaled at 8 bits' {
            $sample = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples/reference.y4m'
            Invoke-VmafQuality $sample $sample -Model Auto -FrameCount 2 -WarningVariable said | Out-Null
            $said | Should -BeNullOrEmpty
            $half = Join-Path $TestDrive 'half.mkv'
            ffmpeg -v error -y -i $sample -vf scale=160:90 -c:v ffv1 $half
            $call = @{ Reference = $sample; Distorted = $half; Resize = 'Bicubic'; Model = 'Auto' }
            $result = Invoke-VmafQuality @call -FrameCount 2 -WarningVariable said -WarningAction SilentlyContinue
            $said | Should -HaveCount 1
            "$said" | Should -Match 'looks for banding.*scaled at 8 bits'
            "$($result.Warnings)" | Should -Be "$said"
            $check = Test-VmafPair @call | Where-Object Check -EQ Model
            $check.Status | Should -Be 'Warning'
            "$said" | Should -BeLike "$($check.Message)*"
        }

        It 'shows how much there is to do by what containers say' {
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).AddStatement().
                    AddCommand('Invoke-VmafQuality').AddParameter('Reference', $encodedReference).AddParameter('Distorted', $encodedDistorted).
                    AddParameter('Model', $model).Invoke()
                $first = $shell.Streams.Progress | Where-Object RecordType -EQ 'Processing' | Select-Object -First 1
                $first.StatusDescription | Should -Match '^\d of about 5 frames'
                $first.PercentComplete | Should -BeIn (1..99)
            }
            finally { $shell.Dispose() }
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

        Context 'whose lengths differ' {
            BeforeAll {
                $whole = Join-Path $TestDrive 'whole.mp4'
                $cut = Join-Path $TestDrive 'cut.mp4'
                ffmpeg -v error -y -i "file:$reference" -c:v mpeg4 "file:$whole"
                ffmpeg -v error -y -i "file:$distorted" -frames:v 4 -c:v mpeg4 "file:$cut"
            }

            It 'warns before the first frame, and names both lengths in the error' {
                $said = Invoke-VmafQuality $whole $cut -Model $model 2>&1 3>&1
                $said | Should -HaveCount 2
                $said[0] | Should -BeOfType ([Management.Automation.WarningRecord])
                "$($said[0])" | Should -Match '\b5 frames.*\b4\b.*Find-VmafOffset'
                $said[1].FullyQualifiedErrorId | Should -BeLike 'VmafLengthMismatch,*'
                "$($said[1])" | Should -Match '\b4 frames.*\b5\b'
                $said[1].ErrorDetails.RecommendedAction | Should -Match 'Find-VmafOffset.*-ReferenceSkip.*-Shortest'
            }

            It 'does not warn before with <Name>' -ForEach @(
                @{ Name = '-FrameCount'; More = @{ FrameCount = 4 }; Count = 0 }
                @{ Name = '-ReferenceSkip'; More = @{ ReferenceSkip = 1 }; Count = 0 }
                @{ Name = '-Shortest'; More = @{ Shortest = $true }; Count = 1 }
            ) {
                $result = Invoke-VmafQuality $whole $cut -Model $model @More -WarningVariable warnings -WarningAction SilentlyContinue
                $warnings | Should -HaveCount $Count
                $result.Warnings | Should -HaveCount $Count
            }

            It 'advises to check a <Extension> file that is not whole before all else' -ForEach @(
                @{ Extension = 'mkv' }
                @{ Extension = 'mp4' }
            ) {
                $made = Join-Path $TestDrive "made.$Extension"
                ffmpeg -v error -y -i "file:$reference" -c:v mpeg4 -movflags +faststart "file:$made"
                $bytes = [IO.File]::ReadAllBytes($made)
                $part = Join-Path $TestDrive "part.$Extension"
                [IO.File]::WriteAllBytes($part, $bytes[0..($bytes.Length * 3 / 4)])
                $said = Invoke-VmafQuality $made $part -Model $model 2>&1 3>&1
                $said[-1].FullyQualifiedErrorId | Should -BeLike 'VmafLengthMismatch,*'
                $said[-1].ErrorDetails.RecommendedAction | Should -Match "^Check '.*part.$Extension' first.*-Shortest"
                "$($said[0])" | Should -Not -Match '0x[0-9a-f]{6}\]'
            }

            It 'says that garbage is no video, in words' {
                $garbage = Join-Path $TestDrive 'garbage.mp4'
                [IO.File]::WriteAllBytes($garbage, [byte[]](1..5000 | ForEach-Object { $_ % 251 }))
                $failure = Invoke-VmafQuality $reference $garbage -Model $model 2>&1
                "$failure" | Should -Match "^'.*garbage.mp4' cannot be read as a video\. ffprobe"
                "$failure" | Should -Not -Match '0x'
                $failure.ErrorDetails.RecommendedAction | Should -Match 'plays.*damaged'
            }

            It 'names the filter first where frame rates differ' {
                $fast = Join-Path $TestDrive 'fast.mp4'
                ffmpeg -v error -y -r 30 -i "file:$distorted" -frames:v 4 -c:v mpeg4 "file:$fast"
                $failure = Invoke-VmafQuality $whole $fast -Model $model 2>&1 3>$null
                $failure.ErrorDetails.RecommendedAction | Should -Match '^Their frame rates differ \(25 and 30 fps\).*fps=25.*-Shortest'
                $none = Invoke-VmafQuality $whole $fast -Model $model -Filter @{ fps = 25 } -Shortest -WarningAction SilentlyContinue
                $none.Warnings | Should -Not -Match 'fps'
            }
        }

        It 'refuses another size, and resizes on request' {
            { Invoke-VmafQuality $encodedReference $small -Model $model -ErrorAction Stop } | Should -Throw -ErrorId 'VmafSizeMismatch*'
            (Invoke-VmafQuality $encodedReference $small -Model $model -Resize Lanczos).Vmaf | Should -Not -BeNullOrEmpty
            (Invoke-VmafQuality $reference $small -Model $model -Resize Bicubic).Vmaf | Should -Not -BeNullOrEmpty
        }

        Context 'with an ffmpeg that is not what it should be' -Skip:$IsWindows {
            BeforeAll {
                $before = $env:VMAF_FFMPEG
                $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'wrapped')).FullName
                $real = (Get-Command ffmpeg -CommandType Application)[0].Source
                $probe = (Get-Command ffprobe -CommandType Application)[0].Source
                New-Item -ItemType SymbolicLink (Join-Path $folder 'ffprobe') -Target $probe | Out-Null
                $env:VMAF_FFMPEG = Join-Path $folder 'ffmpeg'
            }

            AfterAll {
                $env:VMAF_FFMPEG = $before
            }

            It 'names one that <What>' -ForEach @(
                @{ What = 'fails at once'; Script = 'echo nope >&2; exit 7'; Said = 'exit code 7: nope' }
                @{ What = 'crashes at once'; Script = 'kill -SEGV $$'; Said = 'signal 11' }
                @{ What = 'fails half way with words of a broken pipe'
                    Script = '"$REAL" "${@:1:$#-1}" -frames:v 2 "${@: -1}"; echo "av_interleaved_write_frame(): Broken pipe" >&2; exit 1'
                    Said = 'exit code 1: .*Broken pipe' }
            ) {
                Set-Content $env:VMAF_FFMPEG "#!/bin/bash`nREAL='$real'`n$Script"
                chmod +x $env:VMAF_FFMPEG
                $result = Invoke-VmafQuality $encodedReference $encodedDistorted -Model $model -ErrorVariable problems -ErrorAction SilentlyContinue
                $result | Should -BeNullOrEmpty
                $problems[0].FullyQualifiedErrorId | Should -BeLike 'VmafDecoderFailed*'
                $problems[0].Exception.Message | Should -Match $Said
            }

            It 'has the frames that are wanted of one that complains when no more are' {
                Set-Content $env:VMAF_FFMPEG "#!/bin/bash`n'$real' `"`$@`" || { echo 'Broken pipe' >&2; exit 1; }"
                chmod +x $env:VMAF_FFMPEG
                $result = Invoke-VmafQuality $encodedReference $encodedDistorted -Model $model -FrameCount 1 -ErrorAction Stop
                $result.Frames | Should -HaveCount 1
                $result.Warnings | Should -BeNullOrEmpty
            }
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
