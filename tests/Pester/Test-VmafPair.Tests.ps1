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
