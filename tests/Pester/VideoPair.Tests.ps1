# Which part of the videos is compared, and what is done to their frames on the way.

BeforeDiscovery {
    $hasFfmpeg = [bool](Get-Command ffmpeg, ffprobe -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip "$TestDrive/reference.y4m" -FrameCount 12
    $distorted = New-TestClip "$TestDrive/distorted.y4m" -FrameCount 12 -Seed 2
    $rawReference = New-TestClip "$TestDrive/reference_64x48.yuv" -FrameCount 12 -Raw
    $rawDistorted = New-TestClip "$TestDrive/distorted_64x48.yuv" -FrameCount 12 -Seed 2 -Raw
    $PSDefaultParameterValues['Invoke-VmafQuality:Model'] = Get-TestModel
}

AfterAll {
    $PSDefaultParameterValues.Remove('Invoke-VmafQuality:Model')
}

Describe 'Invoke-VmafQuality' {
    Context 'parts by time' {
        It 'compares the same frames as by number: <Name>' -ForEach @(
            @{ Name = 'seconds'; Start = 0.16; Duration = 0.2 }
            @{ Name = 'text of seconds'; Start = '0.16'; Duration = '0.2' }
            @{ Name = 'time spans'; Start = [timespan]::FromSeconds(0.16); Duration = [timespan]::FromSeconds(0.2) }
            @{ Name = 'text of time spans'; Start = '00:00:00.16'; Duration = '00:00:00.2' }
        ) {
            $byTime = Invoke-VmafQuality $reference $distorted -ReferenceStart $Start -DistortedStart $Start -Duration $Duration
            $byNumber = Invoke-VmafQuality $reference $distorted -ReferenceSkip 4 -DistortedSkip 4 -FrameCount 5
            $byTime.Frames.Vmaf | Should -Be $byNumber.Frames.Vmaf
            $byTime.Frames | Should -HaveCount 5
        }

        It 'needs a frame rate that nobody says' {
            $call = { Invoke-VmafQuality $rawReference $rawDistorted -Duration 0.2 -ErrorAction Stop }
            $call | Should -Throw -ErrorId 'VmafFrameRateUnknown*'
            (Invoke-VmafQuality $rawReference $rawDistorted -Duration 0.2 -FrameRate 25).Frames | Should -HaveCount 5
            (Invoke-VmafQuality $rawReference $rawDistorted 2>&1).Frames | Should -HaveCount 12
        }

        It 'refuses times below zero' {
            { Invoke-VmafQuality $reference $distorted -Duration -1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        }
    }

    Context 'callbacks' {
        It 'gives a script block every frame, and takes the luma that it leaves' {
            $seen = [Collections.Generic.List[string]]::new()
            $calls = 0
            $black = {
                param($luma, $width, $height, $frame)
                $seen.Add("$frame $width $height $($luma.Length) $($luma.GetType().Name)")
                $script:calls++
                [array]::Clear($luma)
                'this text goes nowhere'
            }
            $result = Invoke-VmafQuality $reference $distorted -Model @() -Feature psnr -DistortedCallback $black -FrameCount 3
            $result | Should -HaveCount 1
            $seen | Should -Be (0..2 | ForEach-Object { "$_ 64 48 3072 Double[]" })
            $unchanged = Invoke-VmafQuality $reference $distorted -Model @() -Feature psnr -FrameCount 3
            $result.psnr_y | Should -BeLessThan $unchanged.psnr_y
            $result.psnr_cb | Should -Be $unchanged.psnr_cb
        }

        It 'changes nothing where the block changes nothing' {
            $same = Invoke-VmafQuality $reference $distorted -ReferenceCallback { } -DistortedCallback identity
            $same.Frames.Vmaf | Should -Be (Invoke-VmafQuality $reference $distorted).Frames.Vmaf
        }

        It 'does what the named callback does' {
            $multiply = { param($luma) for ($i = 0; $i -lt $luma.Length; $i++) { $luma[$i] *= 1.1 } }
            $byBlock = Invoke-VmafQuality $reference $distorted -DistortedCallback $multiply -FrameCount 2
            $byBlock.Vmaf | Should -Be (Invoke-VmafQuality $reference $distorted -DistortedCallback multiply -FrameCount 2).Vmaf
        }

        It 'names the frame at which a block fails, and goes on with the next video' {
            $fail = { param($luma, $width, $height, $frame) if ($frame -eq 2) { throw 'a number is odd' } }
            $output = $distorted, $distorted | Invoke-VmafQuality $reference -DistortedCallback $fail 2>&1
            $output | Should -HaveCount 2
            $output[0].FullyQualifiedErrorId | Should -Be 'VmafCallbackFailed,Vmaf.PowerShell.InvokeVmafQualityCommand'
            "$($output[0])" | Should -Match 'distorted video .*frame 2: a number is odd'
        }

        It 'says what is wrong where a block <What>' -ForEach @(
            @{ What = 'uses exit'; Block = { exit 3 }; Expected = "it used 'exit'.*'return'" }
            @{ What = 'uses break'; Block = { break }; Expected = "it used 'break' outside of a loop" }
            @{ What = 'uses continue'; Block = { continue }; Expected = "it used 'continue' outside of a loop" }
            @{ What = 'throws without a word'; Block = { throw }; Expected = 'without a message' }
            @{ What = 'makes an error'; Block = { [int] 'x' }; Expected = 'Cannot convert value "x".*line \d+' }
            @{ What = 'is cancelled'; Block = { throw [OperationCanceledException]::new('it took too long') }; Expected = 'it took too long' }
            @{ What = 'has a task that is cancelled'; Block = { throw [Threading.Tasks.TaskCanceledException]::new() }; Expected = 'canceled' }
            @{ What = 'finds itself cancelled'; Block = { [Threading.CancellationToken]::new($true).ThrowIfCancellationRequested() }
                Expected = 'canceled' }
            @{ What = 'calls what is not there'; Block = { nosuch }; Expected = "'nosuch' is not recognized" }
        ) {
            $after = $false
            $problem = Invoke-VmafQuality $reference $distorted -ReferenceCallback $Block 2>&1
            $after = $true
            $problem | Should -HaveCount 1
            $problem.FullyQualifiedErrorId | Should -BeLike 'VmafCallbackFailed,*'
            "$problem" | Should -Match "(?s)luma callback of the reference '.*reference.y4m' failed at frame 0: .*$Expected"
            $problem.ErrorDetails.RecommendedAction | Should -Match 'callback'
            $after | Should -BeTrue
        }

        It 'ends with a pipeline that a block stops, and leaves nothing behind' {
            $work = "$TestDrive/stopped"
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).Invoke()
                $shell.Commands.Clear()
                $block = [scriptblock]::Create('throw [Management.Automation.PipelineStoppedException]::new()')
                $call = @{ Reference = $reference; Distorted = $distorted; Model = Get-TestModel; WorkPath = $work }
                $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters($call + @{ ReferenceCallback = $block })
                try { $shell.Invoke() | Should -BeNullOrEmpty } catch [Management.Automation.PipelineStoppedException] { $null = $_ }
                $shell.Streams.Progress | Select-Object -Last 1 -ExpandProperty RecordType | Should -BeIn $null, 'Completed'
                Get-ChildItem $work | Should -BeNullOrEmpty
                $shell.Commands.Clear()
                $shell.AddCommand('Invoke-VmafQuality').AddParameters($call).Invoke() | Should -HaveCount 1
            }
            finally {
                $shell.Dispose()
            }
        }

        It 'lets a block leave its own loops' {
            $block = { foreach ($i in 1..3) { if ($i -eq 2) { continue }; if ($i -eq 3) { break } }; return }
            Invoke-VmafQuality $reference $distorted -DistortedCallback $block -FrameCount 2 | Should -HaveCount 1
        }

        It 'refuses what is no callback' {
            { Invoke-VmafQuality $reference $distorted -ReferenceCallback none } | Should -Throw -ErrorId 'VmafAssetInvalid*'
            { Invoke-VmafQuality $reference $distorted -ReferenceCallback 5 } | Should -Throw -ErrorId 'VmafOptionInvalid*'
        }
    }

    Context 'the encode' {
        It 'tells CAMBI of its size and depth' {
            $result = Invoke-VmafQuality $reference $distorted -Model @() -Feature cambi -EncodeSize 256x192 -EncodeBitDepth 8
            $result.PSObject.Properties.Name | Should -Contain 'cambi_encbd_8_ench_192_encw_256'
        }

        It 'refuses to be told what nothing looks at' {
            { Invoke-VmafQuality $reference $distorted -EncodeSize 256x192 } | Should -Throw -ErrorId 'VmafOptionInvalid*'
        }
    }

    Context 'with ffmpeg' -Skip:(-not $hasFfmpeg) {
        BeforeAll {
            $plain = Invoke-VmafQuality $reference $distorted
            $work = "$TestDrive/work folder"
        }

        It 'gives the same scores with -FifoMode <_>' -ForEach 'Auto', 'Always', 'Never' {
            $result = Invoke-VmafQuality $reference $distorted -FifoMode $_ -WorkPath $work
            $result.Frames.Vmaf | Should -Be $plain.Frames.Vmaf
            Get-ChildItem $work | Should -BeNullOrEmpty
        }

        It 'gives filtered videos the same scores with -FifoMode <_>' -ForEach 'Auto', 'Always', 'Never' {
            $result = Invoke-VmafQuality $reference $distorted -FifoMode $_ -WorkPath $work -Filter @{ crop = 32, 32, 8, 8 }
            $result.Width, $result.Height | Should -Be 32, 32
            $result.Frames | Should -HaveCount 12
            Get-ChildItem $work | Should -BeNullOrEmpty
        }

        It 'keeps workfiles that can be measured again' {
            $kept = "$TestDrive/kept"
            $result = Invoke-VmafQuality $reference $distorted -FifoMode Never -KeepWorkfiles -WorkPath $kept -QualitySize 32x24 -FrameCount 4
            $files = Get-ChildItem $kept | Sort-Object Name
            $files.Name | Should -Match '^(distorted_dis|reference_ref)_[0-9a-f]{8}\.32x24\.yuv420p\.yuv$'
            $files | ForEach-Object Length | Should -Be (4 * 32 * 24 * 3 / 2), (4 * 32 * 24 * 3 / 2)
            (Invoke-VmafQuality $files[1] $files[0]).Frames.Vmaf | Should -Be $result.Frames.Vmaf
        }

        It 'keeps no workfiles that are FIFOs, or without a folder' {
            { Invoke-VmafQuality $reference $distorted -KeepWorkfiles -WorkPath $work } | Should -Throw -ErrorId 'VmafOptionInvalid*'
            { Invoke-VmafQuality $reference $distorted -KeepWorkfiles -FifoMode Never } | Should -Throw -ErrorId 'VmafOptionInvalid*'
        }

        It 'filters each side by its own filters, then by those of both' {
            $result = Invoke-VmafQuality $reference $distorted -Filter @{ gblur = 2 } -ReferenceFilter @{ gblur = $null } -FrameCount 3
            $result.Vmaf | Should -Be (Invoke-VmafQuality $reference $distorted -DistortedFilter @{ gblur = '2' } -FrameCount 3).Vmaf
        }

        It 'drops frames by the fps filter' {
            (Invoke-VmafQuality $reference $distorted -Filter @{ fps = 12.5 }).Frames | Should -HaveCount 6
        }

        It 'names the filters there are' {
            { Invoke-VmafQuality $reference $distorted -Filter @{ blur = 2 } } | Should -Throw -ErrorId 'VmafOptionUnknown*'
        }
    }
}
