BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip (Join-Path $TestDrive 'reference.y4m')
    $good = New-TestClip (Join-Path $TestDrive 'good.y4m') -Seed 2
    $longer = New-TestClip (Join-Path $TestDrive 'longer.y4m') -FrameCount 8
    $larger = New-TestClip (Join-Path $TestDrive 'larger.y4m') -Width 128
}

Describe 'Test-VmafPair' {
    It 'passes a good pair' {
        $checks = Test-VmafPair $reference $good
        $checks[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.PairCheck'
        $checks.Status | Select-Object -Unique | Should -Be 'Passed'
        $checks.Check | Should -Contain 'FrameCount'
        Test-VmafPair $reference $good -Quiet | Should -BeTrue
    }

    It 'says what is wrong, with the error that measuring ends with and the parameter that helps' {
        $failed = Test-VmafPair $reference $longer | Where-Object Status -EQ Failed
        $failed.ErrorId | Should -Be 'VmafLengthMismatch'
        $failed.Remedy | Should -Match '-Shortest'
        { Invoke-VmafQuality $reference $longer -ErrorAction Stop } | Should -Throw -ErrorId "$($failed.ErrorId),*"
        Test-VmafPair $reference $longer -Shortest -Quiet | Should -BeTrue
        (Test-VmafPair $reference $larger | Where-Object Status -EQ Failed).Remedy | Should -Match '-Resize'
    }

    It 'takes a file that is not there for a failed check, not for an error' {
        $checks = Test-VmafPair $reference (Join-Path $TestDrive 'none.y4m') -ErrorVariable problems
        $checks[-1].ErrorId | Should -Be 'VmafFileNotFound'
        $problems | Should -BeNullOrEmpty
        Test-VmafPair (Join-Path $TestDrive 'none.y4m') $good -Quiet | Should -BeFalse
    }

    It 'finds a raw file of a length that cannot be' {
        $raw = New-TestClip (Join-Path $TestDrive 'cut_64x48_yuv420p.yuv') -Raw
        $bytes = [IO.File]::ReadAllBytes($raw)
        [IO.File]::WriteAllBytes($raw, $bytes[0..($bytes.Length - 2)])
        (Test-VmafPair $reference $raw)[-1].ErrorId | Should -Be 'VmafRawLengthMismatch'
    }

    It 'warns of a model for another size' {
        $check = Test-VmafPair $reference $good -Model vmaf_4k_v0.6.1 | Where-Object Check -EQ Model
        $check.Status | Should -Be 'Warning'
        { Test-VmafPair $reference $good -Model nope -ErrorAction Stop } | Should -Throw -ErrorId 'VmafModelNotFound,*'
    }

    It 'tells the story of models that Get-VmafVideo tells' {
        $auto = (Get-VmafVideo $good).SuggestedModel
        $check = Test-VmafPair $reference $good -Model Auto | Where-Object Check -EQ Model
        $check.Status | Should -Be 'Passed'
        $check.Message | Should -Be "'Auto' takes '$auto' for 64x48 at 25 fps."
        $samples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples'
        $pair = "$samples/reference.y4m", "$samples/distorted-scaled.y4m"
        $auto = (Get-VmafVideo $pair[1]).SuggestedModel
        $checks = Test-VmafPair @pair -Model vmaf_v0.6.1, auto | Where-Object Check -EQ Model
        $checks.Status | Should -Be 'Passed', 'Passed'
        $checks[0].Message | Should -BeLike "'vmaf_v0.6.1' suits 320x180. 'Auto' would take '$auto';*"
        $checks[1].Message | Should -BeLike "'Auto' takes '$auto'*"
        $result = Invoke-VmafQuality @pair -Model Auto -FrameCount 2 -WarningVariable said
        $result.Model | Should -Be $auto
        $said | Should -BeNullOrEmpty -Because 'CAMBI lifts 8 bits to 10 by itself'
    }

    It 'takes rows and files, one answer a pair' {
        $answers = Get-Item $good, $longer, $larger | Test-VmafPair -Reference $reference -Quiet
        $answers | Should -Be $true, $false, $false
        $row = [pscustomobject]@{ Reference = $reference; Distorted = $good; Width = ''; Height = ''; PixelFormat = '' }
        $row | Test-VmafPair -Quiet | Should -BeTrue
    }

    It 'fits a table of 80 columns' {
        Test-VmafPair $reference $larger | Out-String -Width 80 -Stream | Where-Object { $_ -notmatch 'Distorted:' } |
            ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }
}

Describe 'Test-VmafPair with a video that was cut without encoding it again' -Skip:(-not (Get-Command ffmpeg, ffprobe -CommandType Application -ErrorAction Ignore)) {
    It 'counts the frames that are shown, as measuring does' {
        $whole = Join-Path $TestDrive 'whole.mp4'
        $cut = Join-Path $TestDrive 'cut.mp4'
        $frames = Join-Path $TestDrive 'cut.y4m'
        ffmpeg -v error -y -f lavfi -i testsrc2=s=64x48:d=1.2:r=25 -c:v mpeg4 -g 250 -sc_threshold 1000000000 $whole
        ffmpeg -v error -y -ss 0.52 -i $whole -c copy $cut
        ffmpeg -v error -y -i $cut -fps_mode passthrough $frames
        $count = Test-VmafPair $frames $cut | Where-Object Check -EQ FrameCount
        $count.Status | Should -Be 'Passed'
        $count.Message | Should -Match '^17 frames'
        $result = Invoke-VmafQuality $frames $cut -Metric PSNR -WarningVariable said -WarningAction SilentlyContinue
        $result.Frames.Count | Should -Be 17
        $said | Should -Not -Match 'as far as their containers say'
        (Test-VmafPair $whole $cut | Where-Object Check -EQ FrameCount).Status | Should -Be 'Failed'
    }
}

Describe 'Test-VmafPair with a variable frame rate' -Skip:(-not (Get-Command ffmpeg, ffprobe -CommandType Application -ErrorAction Ignore)) {
    BeforeAll {
        $constant = Join-Path $TestDrive 'constant.mkv'
        $variable = Join-Path $TestDrive 'variable.mkv'
        $again = Join-Path $TestDrive 'again.mp4'
        ffmpeg -v error -y -f lavfi -i testsrc2=s=64x48:d=2:r=25 -c:v ffv1 $constant
        # Every fifth frame is left out; what is left keeps its time. The container says 25 frames a second all the same.
        ffmpeg -v error -y -i $constant -vf "select='not(eq(mod(n,5),3))'" -fps_mode vfr -c:v ffv1 $variable
        ffmpeg -v error -y -i $variable -fps_mode passthrough -c:v mpeg4 $again
    }

    It 'finds it, and says from which frame on different moments are compared' {
        $checks = Test-VmafPair $constant $variable -WarningVariable said
        $rate = $checks | Where-Object Check -EQ FrameRate
        $rate.Status | Should -Be 'Warning'
        $rate.Message | Should -Match 'The reference has 25 fps\. The distorted video has a variable frame rate \(frames of 0\.040 to 0\.080 s'
        $rate.Message | Should -Match 'from frame 3 on, 0\.120 s of the reference with 0\.160 s of the distorted video'
        $rate.Remedy | Should -Match 'fps=25'
        $said | Should -BeNullOrEmpty -Because 'the check says it'
    }

    It 'does not advise to compare the shorter one only' {
        $count = Test-VmafPair $constant $variable | Where-Object Check -EQ FrameCount
        $count.Status | Should -Be 'Failed'
        $count.ErrorId | Should -Be 'VmafLengthMismatch'
        $count.Remedy | Should -Match 'fps=25.*different moments'
        $count.Remedy | Should -Not -Match 'Shortest'
        $count = Test-VmafPair $constant $variable -Shortest | Where-Object Check -EQ FrameCount
        $count.Status | Should -Be 'Warning'
        $count.Remedy | Should -Match 'fps=25'
    }

    It 'gives advice that helps' {
        Test-VmafPair $constant $variable -Filter @{ fps = 25 } -Quiet | Should -BeTrue
        Test-VmafPair $constant $variable -Filter @{ fps = 25 } -WarningVariable said | Out-Null
        $said | Should -BeNullOrEmpty -Because 'the filter mends it'
        (Invoke-VmafQuality $constant $variable -Filter @{ fps = 25 } -Shortest).Vmaf |
            Should -BeGreaterThan (Invoke-VmafQuality $constant $variable -Shortest 3>$null).Vmaf
    }

    It 'passes videos with the same times' {
        $checks = Test-VmafPair $variable $again
        ($checks | Where-Object Check -EQ FrameRate).Status | Should -Be 'Passed'
        ($checks | Where-Object Check -EQ FrameRate).Message | Should -Match 'variable frame rate.*same times.*same moments'
        Test-VmafPair $variable $again -Quiet | Should -BeTrue
    }

    It 'is found by Get-VmafVideo where frames are counted' {
        (Get-VmafVideo $variable -CountFrames).HasVariableFrameRate | Should -BeTrue
        (Get-VmafVideo $variable -CountFrames).FrameCount | Should -Be 40
        (Get-VmafVideo $constant -CountFrames).HasVariableFrameRate | Should -BeFalse
    }
}
