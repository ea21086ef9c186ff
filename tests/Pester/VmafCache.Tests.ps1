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

    It 'gives frames and explanations too' {
        $frames = Measure-Again ($arguments + @{ PerFrame = $true })
        $frames.Known | Should -HaveCount 2
        $frames.Results | Should -HaveCount 10
        $explained = Measure-Again ($arguments + @{ Explain = $true })
        $explained.Known | Should -BeNullOrEmpty
        $explained.Results[0].Explanation | Should -Not -BeNullOrEmpty
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

        It 'say where there is no folder' {
            { Get-VmafCache (Join-Path $TestDrive 'none') -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFileNotFound,*'
            { Clear-VmafCache (Join-Path $TestDrive 'none') -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFileNotFound,*'
        }
    }
}
