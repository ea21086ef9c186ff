BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $model = Get-TestModel
    $reference = New-TestClip "$TestDrive/reference.y4m"
    $distorted = New-TestClip "$TestDrive/distorted.y4m" -Seed 2
    $PSDefaultParameterValues['Invoke-VmafQuality:Model'] = $model
}

AfterAll {
    $PSDefaultParameterValues.Remove('Invoke-VmafQuality:Model')
}

Describe 'Invoke-VmafQuality' {
    Context 'one pair' {
        It 'writes one object with the pooled score' {
            $result = @(Invoke-VmafQuality -Reference $reference -Distorted $distorted)
            $result.Count | Should -Be 1
            $result[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.QualityResult'
            $result[0].Vmaf | Should -BeOfType [double]
            $result[0].Vmaf | Should -BeGreaterThan 0
            $result[0].Min | Should -BeLessOrEqual $result[0].Vmaf
            $result[0].Frames.Count | Should -Be 5
            $result[0].Distorted | Should -Be $distorted
            $result[0].Reference | Should -Be $reference
            $result[0].Model | Should -Be 'motion_only'
        }

        It 'pools what the frames say' {
            $result = Invoke-VmafQuality $reference $distorted
            $result.Vmaf | Should -Be ($result.Frames | Measure-Object Vmaf -Average).Average
            $result.Frames[-1].Frame | Should -Be 4
        }

        It 'says which model it was, from where, and its hash' {
            $result = Invoke-VmafQuality $reference $distorted
            $result.Models[0].ModelName | Should -Be 'motion_only'
            $result.Models[0].Sha256 | Should -Be (Get-FileHash $model -Algorithm SHA256).Hash.ToLowerInvariant()
        }

        It 'measures features without a model' {
            $result = Invoke-VmafQuality $reference $distorted -Model @() -Feature motion
            $result.integer_motion2 | Should -BeGreaterThan 0
            ($result | Select-Object *).PSObject.Properties.Name | Should -Not -Contain 'Vmaf'
        }

        It 'takes features as <Form>' -ForEach @(
            @{ Form = 'a name'; Feature = 'motion' }
            @{ Form = 'a text with options'; Feature = 'motion=debug=true' }
            @{ Form = 'a hashtable'; Feature = @{ motion = @{ debug = $true } } }
        ) {
            (Invoke-VmafQuality $reference $distorted -Feature $Feature).integer_motion2 | Should -BeGreaterThan 0
        }

        It 'names the score of a second model after it' {
            $second = Copy-Item $model "$TestDrive/second.json" -PassThru
            $result = Invoke-VmafQuality $reference $distorted -Model $model, $second.FullName
            $result.second | Should -Be $result.Vmaf
            $result.Models.Count | Should -Be 2
        }

        It 'measures a part of the clips' {
            $result = Invoke-VmafQuality $reference $distorted -ReferenceSkip 1 -DistortedSkip 1 -FrameCount 3
            $result.Frames.Count | Should -Be 3
        }

        It 'scores every second frame with -Stride 2' {
            $result = Invoke-VmafQuality $reference $distorted -Stride 2 -WarningAction SilentlyContinue
            $result.Frames.Frame | Should -Be 0, 2, 4
        }

        It 'gives the same scores with any number of threads' {
            $scores = 1, 2, 5 | ForEach-Object { (Invoke-VmafQuality $reference $distorted -ThreadCount $_).Vmaf }
            $scores | Select-Object -Unique | Should -HaveCount 1
        }
    }

    Context 'the samples of the repository, with the default model' {
        BeforeAll {
            $PSDefaultParameterValues.Remove('Invoke-VmafQuality:Model')
            $samples = Join-Path $PSScriptRoot '../../samples'
        }

        AfterAll {
            $PSDefaultParameterValues['Invoke-VmafQuality:Model'] = $model
        }

        It 'ranks mild compression above scaling' {
            $results = Get-ChildItem "$samples/distorted-*.y4m" | Invoke-VmafQuality -Reference "$samples/reference.y4m" |
                Sort-Object Vmaf -Descending
            $results.Distorted | Split-Path -Leaf | Should -Be 'distorted-compressed.y4m', 'distorted-scaled.y4m'
            $results.Vmaf | ForEach-Object { $_ | Should -BeGreaterThan 20; $_ | Should -BeLessThan 100 }
            $results.Model | Should -Be 'vmaf_v0.6.1', 'vmaf_v0.6.1'
        }

        It 'fits its frames into 80 columns' {
            Invoke-VmafQuality "$samples/reference.y4m" "$samples/distorted-scaled.y4m" -FrameCount 2 -PerFrame |
                Out-String -Width 80 -Stream | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        }
    }

    Context 'per frame' {
        It 'writes one object a frame, in order' {
            $frames = Invoke-VmafQuality $reference $distorted -PerFrame
            $frames.Frame | Should -Be 0, 1, 2, 3, 4
            $frames[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.FrameScore'
            $frames[0].PSObject.Properties.Name[0..1] | Should -Be 'Frame', 'Vmaf'
        }

        It 'is stopped by Select-Object -First' {
            $long = New-LongClip "$TestDrive/long_1920x1080.yuv"
            $frames = Invoke-VmafQuality $long $long -PerFrame | Select-Object -First 3
            $frames.Frame | Should -Be 0, 1, 2
            if ($IsLinux) {
                # Nothing of the run may still be open.
                Get-ChildItem /proc/self/fd | Where-Object { $_.LinkTarget -eq $long } | Should -BeNullOrEmpty
            }
        }
    }

    Context 'pipeline' {
        It 'takes files of Get-ChildItem as distorted' {
            $result = Get-ChildItem $TestDrive -Filter distorted.y4m | Invoke-VmafQuality -Reference $reference
            $result.Distorted | Should -Be $distorted
        }

        It 'takes paths as distorted' {
            ($distorted, $reference | Invoke-VmafQuality -Reference $reference).Distorted | Should -Be $distorted, $reference
        }

        It 'takes pairs of a CSV file, with blank cells' {
            $raw = New-TestClip "$TestDrive/raw.yuv" -Raw
            @(
                [pscustomobject]@{ Reference = $reference; Distorted = $distorted; Width = $null; Height = $null; PixelFormat = ''; BitDepth = '' }
                [pscustomobject]@{ Reference = $raw; Distorted = $raw; Width = 64; Height = 48; PixelFormat = 'yuv420p'; BitDepth = 8 }
            ) | Export-Csv "$TestDrive/pairs.csv"
            $results = Import-Csv "$TestDrive/pairs.csv" | Invoke-VmafQuality -ErrorAction Stop
            $results.Distorted | Should -Be $distorted, $raw
        }

        It 'has nothing to do, and says so only when asked, where <What>' -ForEach @(
            @{ What = 'a CSV file has only a head'; Text = 'Reference,Distorted' }
            @{ What = 'a CSV file is empty'; Text = '' }
        ) {
            $list = Join-Path $TestDrive 'empty.csv'
            Set-Content $list $Text -NoNewline
            Import-Csv $list | Invoke-VmafQuality -Model $model *>&1 | Should -BeNullOrEmpty
            Import-Csv $list | Invoke-VmafQuality -Model $model -Verbose 4>&1 |
                Where-Object { "$_" -match 'No video came down the pipeline' } | Should -HaveCount 1
        }

        It 'makes one sensible row for Export-Csv' {
            Invoke-VmafQuality $reference $distorted -Feature motion | Export-Csv "$TestDrive/scores.csv"
            $rows = @(Import-Csv "$TestDrive/scores.csv")
            $rows.Count | Should -Be 1
            $rows[0].Distorted | Should -Be $distorted
            [double]::Parse($rows[0].Vmaf, [cultureinfo]::InvariantCulture) | Should -BeGreaterThan 0
            $rows[0].integer_motion2 | Should -Not -BeNullOrEmpty
            $rows[0].Frames | Should -Be '5'
            $rows[0].PSObject.Properties.Value | Where-Object { $_ -match 'System\.|@\{|Collections' } | Should -BeNullOrEmpty
        }

        It 'makes one row a frame for Export-Csv with -PerFrame' {
            Invoke-VmafQuality $reference $distorted -PerFrame | Export-Csv "$TestDrive/frames.csv"
            $rows = Import-Csv "$TestDrive/frames.csv"
            $rows.Frame | Should -Be '0', '1', '2', '3', '4'
        }

        It 'goes on after a pair that cannot be measured' {
            $results = "$TestDrive/missing.y4m", $distorted | Invoke-VmafQuality -Reference $reference -ErrorVariable failures -ErrorAction SilentlyContinue
            $results.Distorted | Should -Be $distorted
            $failures.FullyQualifiedErrorId | Should -Be 'VmafFileNotFound,Vmaf.PowerShell.InvokeVmafQualityCommand'
        }

        It 'runs twice at the same time' {
            $module = (Get-Module Vmaf).Path
            $scores = 1, 2 | ForEach-Object -Parallel {
                Import-Module $using:module
                (Invoke-VmafQuality $using:reference $using:distorted -Model $using:model).Vmaf
            }
            $scores[0] | Should -Be $scores[1]
        }
    }

    Context 'features without a finite number' {
        It 'are one error a feature, with the number of frames and the first of them' {
            $result = Invoke-VmafQuality $reference $reference -Model @() -Feature psnr_hvs, psnr -ErrorVariable problems -ErrorAction SilentlyContinue -WarningVariable said
            $result | Should -HaveCount 1
            $problems | Should -HaveCount 4
            $problems.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'VmafFeatureNotFinite,*'
            $count = $result.Frames.Count
            "$($problems[0])" | Should -Match "reference.*'psnr_hvs_y' is no finite number in $count of $count frames: 0, 1, 2"
            $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            "$said" | Should -Not -Match 'finite'
            "$($result.Warnings)" | Should -Match 'psnr_hvs_y'
        }

        It 'do not hold up frames' {
            $frames = Invoke-VmafQuality $reference $reference -Model @() -Feature psnr_hvs -PerFrame -ErrorVariable problems -ErrorAction SilentlyContinue
            $frames.Count | Should -BeGreaterThan 1
            $problems | Should -HaveCount 4
        }
    }

    Context 'errors' {
        It 'says <Id> where <What>' -ForEach @(
            @{ Id = 'VmafFileNotFound'; What = 'the distorted file is missing'; Category = 'ObjectNotFound'
                Call = { Invoke-VmafQuality $reference "$TestDrive/none.y4m" } }
            @{ Id = 'VmafFileNotFound'; What = 'the reference is missing'; Category = 'ObjectNotFound'
                Call = { Invoke-VmafQuality "$TestDrive/none.y4m" $distorted } }
            @{ Id = 'VmafFileNotFound'; What = 'a wildcard matches nothing'; Category = 'ObjectNotFound'
                Call = { Invoke-VmafQuality $reference "$TestDrive/none*.y4m" } }
            @{ Id = 'VmafFileNotFound'; What = 'the path is one of another provider'; Category = 'ObjectNotFound'
                Call = { Invoke-VmafQuality $reference 'Env:PATH' } }
            @{ Id = 'VmafFileNotFound'; What = 'a path has a null character'; Category = 'ObjectNotFound'
                Call = { Invoke-VmafQuality $reference "a`0b.y4m" } }
            @{ Id = 'VmafFileNotFound'; What = 'there is no such drive'; Category = 'ObjectNotFound'
                Call = { Invoke-VmafQuality $reference 'NoDrive:/x.y4m' } }
            @{ Id = 'VmafFileEmpty'; What = 'a file is empty'; Category = 'InvalidData'
                Call = { Invoke-VmafQuality $reference (New-Item "$TestDrive/empty.y4m" -Force) } }
            @{ Id = 'VmafSizeMismatch'; What = 'sizes differ'; Category = 'InvalidData'
                Call = { Invoke-VmafQuality $reference (New-TestClip "$TestDrive/small.y4m" -Width 32) } }
            @{ Id = 'VmafFormatMismatch'; What = 'chroma formats differ'; Category = 'InvalidData'
                Call = { Invoke-VmafQuality $reference (New-TestClip "$TestDrive/444.y4m" -Chroma 444) } }
            @{ Id = 'VmafLengthMismatch'; What = 'lengths differ'; Category = 'InvalidData'
                Call = { Invoke-VmafQuality $reference (New-TestClip "$TestDrive/short.y4m" -FrameCount 3) } }
            @{ Id = 'VmafRawFormatUnknown'; What = 'the size of a raw file is unknown'; Category = 'InvalidArgument'
                Call = { Invoke-VmafQuality $reference (New-TestClip "$TestDrive/unknown.yuv" -Raw) } }
            @{ Id = 'VmafRawLengthMismatch'; What = 'a raw file is no whole number of frames'; Category = 'InvalidData'
                Call = { Invoke-VmafQuality $reference (New-TestClip "$TestDrive/odd.yuv" -Raw) -Width 63 -Height 48 } }
            @{ Id = 'VmafFormatUnsupported'; What = 'a pixel format does not exist'; Category = 'NotImplemented'
                Call = { Invoke-VmafQuality $reference $distorted -PixelFormat nv12 } }
            @{ Id = 'VmafFormatUnsupported'; What = 'a width is none'; Category = 'NotImplemented'
                Call = { Invoke-VmafQuality (New-TestClip "$TestDrive/a.yuv" -Raw) (New-TestClip "$TestDrive/b.yuv" -Raw) -Width 0 -Height 48 } }
            @{ Id = 'VmafFormatUnsupported'; What = 'a bit depth is too large'; Category = 'NotImplemented'
                Call = { Invoke-VmafQuality (New-TestClip "$TestDrive/a.yuv" -Raw) (New-TestClip "$TestDrive/b.yuv" -Raw) -Width 64 -Height 48 -BitDepth 17 } }
            @{ Id = 'VmafNoFrames'; What = 'all frames are skipped'; Category = 'InvalidArgument'
                Call = { Invoke-VmafQuality $reference $distorted -ReferenceSkip 5 -DistortedSkip 5 } }
        ) {
            $result = & $Call 2>&1
            $result | Should -HaveCount 1
            $result.FullyQualifiedErrorId | Should -Be "$Id,Vmaf.PowerShell.InvokeVmafQualityCommand"
            $result.CategoryInfo.Category | Should -Be $Category
            $result.TargetObject | Should -Not -BeNullOrEmpty
        }

        It 'names the parameter where bit depths differ' {
            $deep = "$TestDrive/deep_64x48_yuv420p10le.yuv"
            [IO.File]::WriteAllBytes($deep, [byte[]]::new(5 * 64 * 48 * 3))
            $result = Invoke-VmafQuality $reference $deep 2>&1
            $result.ErrorDetails.RecommendedAction | Should -Match '-CommonBitDepth'
        }

        It 'ends the command where <What>' -ForEach @(
            @{ Id = 'VmafModelNotFound'; What = 'there is no such model'; Call = { Invoke-VmafQuality $reference $distorted -Model none } }
            @{ Id = 'VmafFeatureUnknown'; What = 'there is no such feature'; Call = { Invoke-VmafQuality $reference $distorted -Feature none } }
            @{ Id = 'VmafOptionUnknown'; What = 'a feature has no such option'; Call = { Invoke-VmafQuality $reference $distorted -Feature motion=none=1 } }
            @{ Id = 'VmafOptionInvalid'; What = 'an option has no such value'; Call = { Invoke-VmafQuality $reference $distorted -Feature motion=debug=perhaps } }
            @{ Id = 'VmafOptionInvalid'; What = 'there is nothing to measure'; Call = { Invoke-VmafQuality $reference $distorted -Model @() } }
            @{ Id = 'ParameterArgumentValidationError'; What = 'the model is null'; Call = { Invoke-VmafQuality $reference $distorted -Model $null } }
            @{ Id = 'ParameterArgumentValidationError'; What = 'a model is null'; Call = { Invoke-VmafQuality $reference $distorted -Model @($null) } }
        ) {
            $Call | Should -Throw -ErrorId "$Id,Vmaf.PowerShell.InvokeVmafQualityCommand"
        }

        It 'recommends what to do' {
            $failure = Invoke-VmafQuality $reference "$TestDrive/distorte.y4m" 2>&1
            $failure.ErrorDetails.RecommendedAction | Should -Match 'distorted.y4m'
        }

        It 'warns of frame rates <Reference> and <Distorted>, and says how to make them equal' -ForEach @(
            @{ Reference = '25:1'; Distorted = '30:1'; Expected = '25 fps.* 30;.*-DistortedFilter @{ fps = 25 }' }
            @{ Reference = '30000:1001'; Distorted = '25:1'; Expected = "29\.97 fps.* 25;.*-DistortedFilter @{ fps = '30000/1001' }" }
        ) {
            $first = New-TestClip "$TestDrive/first_rate.y4m" -FrameRate $Reference
            $second = New-TestClip "$TestDrive/second_rate.y4m" -FrameRate $Distorted
            $result = Invoke-VmafQuality $first $second -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings | Should -HaveCount 1
            $warnings | Should -Match $Expected
            $result.Warnings | Should -BeExactly "$warnings"
            $result.Vmaf | Should -Not -BeNullOrEmpty
        }

        It 'says nothing of frame rates that are <What>' -ForEach @(
            @{ What = 'as good as equal'; Distorted = { New-TestClip "$TestDrive/near_rate.y4m" -FrameRate '25001:1000' -Seed 2 } }
            @{ What = 'not known'; Distorted = { New-TestClip "$TestDrive/rate_64x48_yuv420p.yuv" -Raw -Seed 2 } }
        ) {
            Invoke-VmafQuality $reference (& $Distorted) -WarningVariable warnings | Out-Null
            $warnings | Should -BeNullOrEmpty
        }

        It 'warns of a shift, in the result too' {
            $bar = New-BarClip "$TestDrive/bar.y4m" 0
            $late = New-BarClip "$TestDrive/late.y4m" 2
            $result = Invoke-VmafQuality $bar $late -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings | Should -HaveCount 1
            $warnings | Should -Match 'shifted by -2 frames.*-ReferenceSkip 2'
            $result.Warnings | Should -BeExactly "$warnings"
            $result | ConvertTo-Csv | Select-Object -Last 1 | Should -Match 'shifted by -2 frames'
        }

        It 'names both lengths, and compares the shorter with -Shortest' {
            $short = New-TestClip "$TestDrive/short.y4m" -FrameCount 3
            $failure = Invoke-VmafQuality $reference $short 2>&1
            "$failure" | Should -Match '\b5\b.*\b3\b'
            $result = Invoke-VmafQuality $reference $short -Shortest -WarningAction SilentlyContinue
            $result.Frames.Count | Should -Be 3
            $result.ReferenceFrameCount, $result.DistortedFrameCount | Should -Be 5, 3
        }
    }

    Context 'paths' {
        It 'finds <Name>' -ForEach @(
            @{ Name = 'a clip.y4m' }
            @{ Name = "it's.y4m" }
            @{ Name = 'clip[1].y4m' }
            @{ Name = 'clip`2.y4m' }
            @{ Name = 'Über-видео-映像.y4m' }
            @{ Name = 'a,b;c.y4m' }
        ) {
            $path = Join-Path $TestDrive $Name
            [IO.File]::Copy($distorted, $path, $true)
            (Invoke-VmafQuality $reference $path).Distorted | Should -BeExactly $path
            $file = Get-Item -LiteralPath $path
            ($file | Invoke-VmafQuality -Reference $reference).Distorted | Should -BeExactly $file.FullName
        }

        It 'expands wildcards' {
            $copies = 'wild-1.y4m', 'wild-2.y4m' | ForEach-Object { Join-Path $TestDrive $_ }
            $copies | ForEach-Object { Copy-Item $distorted $_ }
            (Invoke-VmafQuality $reference "$TestDrive/wild-?.y4m").Distorted | Should -Be $copies
        }

        It 'starts from the location of PowerShell, not of the process' {
            Push-Location $TestDrive
            try { (Invoke-VmafQuality reference.y4m ./distorted.y4m).Distorted | Should -Be $distorted }
            finally { Pop-Location }
        }

        It 'goes through drives of PowerShell' {
            $null = New-PSDrive -Name VmafTest -PSProvider FileSystem -Root $TestDrive
            try { (Invoke-VmafQuality VmafTest:/reference.y4m VmafTest:/distorted.y4m).Distorted | Should -Be $distorted }
            finally { Remove-PSDrive VmafTest }
        }
    }

    Context 'culture <_>' -ForEach 'de-DE', 'tr-TR' {
        It 'gives the same numbers' {
            $expected = (Invoke-VmafQuality $reference $distorted).Vmaf
            Use-Culture $_ {
                $result = Invoke-VmafQuality $reference $distorted -Feature motion=debug=true
                $result.Vmaf | Should -Be $expected
                $result.Models.ToString() | Should -Match '^motion_only \(Path, SHA-256'
            }
        }
    }

    Context 'display' {
        It 'fits a table of 80 columns' {
            $lines = Invoke-VmafQuality $reference $distorted | Out-String -Width 80 -Stream | Where-Object { $_ }
            $lines | Should -HaveCount 3
            $lines[0] | Should -Match '^ *Score +Harm\. +P5 +Min +Frames +Speed +Model/Metric +Distorted$'
            $lines[2] | Should -Match '^ *\d+\.\d\d +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d +5 +\d+k?/s motion_only +distorted\.y4m$'
        }

        It 'gives each of several models a line of its own' {
            $lines = Invoke-VmafQuality $reference $distorted -Model vmaf_v0.6.1, vmaf_4k_v0.6.1 |
                Out-String -Width 80 -Stream | Where-Object { $_ }
            $lines | Should -HaveCount 4
            $lines[2] | Should -Match 'vmaf_v0\.6\.1 +distorted\.y4m$'
            $lines[3] | Should -Match '^ *\d+\.\d\d +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d +vmaf_4k_v0\.6\.1 *$'
        }

        It 'keeps a line a line where the name of a model or metric is long' {
            $named = Copy-Item -LiteralPath $model (Join-Path $TestDrive 'a_model_with_a_name_that_ends_in_v2.json') -PassThru
            $lines = Invoke-VmafQuality $reference $distorted -Model $named | Out-String -Width 80 -Stream | Where-Object { $_ }
            $lines | Should -HaveCount 3
            $lines[2] | Should -Match ' …\w+_v2 +distorted\.y4m$'
            $lines = Invoke-VmafQuality $reference $distorted -Model @() -Feature adm | Out-String -Width 80 -Stream | Where-Object { $_ }
            $lines[2] | Should -Match '^ *[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ +5 +\d+k?/s adm2 +distorted\.y4m$'
        }

        It 'shows a long name whole' {
            $long = Join-Path $TestDrive 'an_encode_with_a_name_that_ends_in_crf28.y4m'
            Copy-Item -LiteralPath $distorted $long
            (Invoke-VmafQuality $reference $long | Out-String -Width 80) -replace '\s' | Should -Match 'crf28\.y4m$'
        }

        It 'shows the end of a long name with frames, which tells encodes apart' {
            $long = Join-Path $TestDrive 'another_encode_with_a_name_that_ends_in_crf28.y4m'
            Copy-Item -LiteralPath $distorted $long
            Invoke-VmafQuality $reference $long -PerFrame -FrameCount 1 | Out-String -Width 80 | Should -Match '…\w+_crf28\.y4m '
        }

        It 'fits frames into 80 columns' {
            $lines = Invoke-VmafQuality $reference $distorted -PerFrame | Out-String -Width 80 -Stream | Where-Object { $_ }
            $lines | Should -HaveCount 7
            $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        }

        It 'lists everything with Format-List' {
            Invoke-VmafQuality $reference $distorted | Format-List | Out-String | Should -Match '(?s)StandardDeviation.*integer_motion2.*EngineVersion.*Models'
        }
    }

    Context 'a pipe that nobody writes to (needs mkfifo)' -Skip:$IsWindows {
        It 'is not waited for when the command is stopped' {
            mkfifo "$TestDrive/pipe.y4m"
            $shell = [powershell]::Create()
            $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters(@{ Reference = "$TestDrive/pipe.y4m"; Distorted = $distorted; Model = $model })
            $run = $shell.BeginInvoke()
            # Time to get to the pipe; a machine that needs more stops the command on its way there.
            $run.AsyncWaitHandle.WaitOne(500) | Should -BeFalse
            $stop = $shell.BeginStop($null, $null)
            $stop.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
            $run.AsyncWaitHandle.WaitOne(10000) | Should -BeTrue
        }
    }

    Context 'a run under way' {
        BeforeEach {
            $shell = [powershell]::Create()
            $long = New-LongClip "$TestDrive/long_1920x1080.yuv"
            # Not as two statements of one call: stopping those and disposing of the shell can end the whole process.
            $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters(@{ Reference = $long; Distorted = $long; Model = $model })
            $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
            $nothing.Complete()
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $run = $shell.BeginInvoke($nothing, $output)
            while ($shell.Streams.Progress.Count -lt 2 -and -not $run.IsCompleted) { Start-Sleep -Milliseconds 20 }
        }

        AfterEach {
            $shell.Dispose()
        }

        It 'is stopped at once' {
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # Far less than the run would take, far more than stopping takes on a busy machine.
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 5
            $output.Count | Should -Be 0
            $shell.Streams.Error | Where-Object FullyQualifiedErrorId -NE PipelineStopped |
                Should -BeNullOrEmpty
        }

        It 'shows percent, speed and time left' {
            $record = $shell.Streams.Progress[1]
            $shell.Stop()
            $record.Activity | Should -Be 'Measuring quality'
            $record.StatusDescription | Should -Match '^\d+ of 20000 frames, [\d.]+ fps, mean [\d.]+: long_1920x1080\.yuv$'
            $record.PercentComplete | Should -BeIn (0..100)
            $record.SecondsRemaining | Should -BeGreaterThan 0
        }
    }

    Context 'progress' {
        It 'is taken away at the end' {
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddCommand('Import-Module').AddArgument((Get-Module Vmaf).Path).AddStatement()
                $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters(@{ Reference = $reference; Distorted = $distorted; Model = $model })
                $shell.Invoke() | Should -HaveCount 1
                $shell.Streams.Progress.RecordType | Should -Be 'Processing', 'Completed'
            }
            finally {
                $shell.Dispose()
            }
        }
    }

    Context 'completion' {
        It 'completes <Line> with names that have it anywhere, after those that begin with it' -ForEach @(
            @{ Line = 'Invoke-VmafQuality a b -Feature adm'; Completions = 'adm', 'float_adm' }
            @{ Line = 'Invoke-VmafQuality a b -Metric ssim'; Completions = 'SSIM', 'MS_SSIM' }
            @{ Line = 'Invoke-VmafQuality a b -Feature *_hv'; Completions = , 'psnr_hvs' }
        ) {
            (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Be $Completions
        }

        It 'completes the names of filters after <_>' -ForEach '-Filter', '-DistortedFilter', '-ReferenceFilter' {
            $line = "Invoke-VmafQuality a b $_ @{ fps = 25; "
            $names = (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
            $names | Should -Contain 'Crop'
            $names | Should -Not -Contain 'Fps'
            $line = "Test-VmafPair a b $_ @{ lu"
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Lutyuv'
        }

        It 'knows -ref and -dis' {
            (Invoke-VmafQuality -ref $reference -dis $distorted -Model $model).Vmaf | Should -Not -BeNullOrEmpty
        }

        It 'makes JSON that holds everything by default' {
            $json = Invoke-VmafQuality $reference $distorted -Model $model | ConvertTo-Json -WarningVariable warnings
            $warnings | Should -BeNullOrEmpty
            $back = $json | ConvertFrom-Json
            $back.Models[0].ModelName | Should -Be 'motion_only'
            $back.Models[0].Mean | Should -Be $back.Vmaf
            $back.Metrics[-1].Kind | Should -Be 'Score'
            $back.Frames[0].Frame | Should -Be 0
            $json | Should -Not -Match '@\{|Vmaf\.PowerShell'
        }

        It 'completes <Line>' -ForEach @(
            @{ Line = 'Invoke-VmafQuality a b -Feature mot'; Completion = 'motion' }
            @{ Line = 'Invoke-VmafQuality a b -Feature motion=deb'; Completion = 'motion=debug=' }
            @{ Line = 'Invoke-VmafQuality a b -PixelFormat yuv422p10'; Completion = 'yuv422p10le' }
        ) {
            $match = (TabExpansion2 $Line $Line.Length).CompletionMatches[0]
            $match.CompletionText | Should -Be $Completion
            $match.ToolTip | Should -Not -Be $Completion
        }

        It 'completes properties after <Line>' -ForEach @(
            @{ Line = 'Invoke-VmafQuality a b | Sort-Object Harm'; Completion = 'HarmonicMean' }
            @{ Line = 'Invoke-VmafQuality a b -PerFrame | Where-Object Vm'; Completion = 'Vmaf' }
            @{ Line = '(Import-VmafReport a).StandardD'; Completion = 'StandardDeviation' }
            @{ Line = 'Find-VmafOffset a b | Where-Object IsC'; Completion = 'IsClearlyShifted' }
            @{ Line = 'Get-VmafExplanation a b | Select-Object Verd'; Completion = 'Verdict' }
        ) {
            (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Completion
        }

        It 'completes no property of <Type> that there is not' -ForEach @(
            @{ Type = 'Vmaf.QualityResult'; Call = { Invoke-VmafQuality $reference $distorted } }
            @{ Type = 'Vmaf.FrameScore'; Call = { Invoke-VmafQuality $reference $distorted -PerFrame -FrameCount 1 } }
            @{ Type = 'Vmaf.Offset'; Call = { Find-VmafOffset $reference $distorted } }
        ) {
            $result = & $Call
            $visible = ($result | Select-Object *).PSObject.Properties.Name
            # Score is hidden, and has a value.
            (Get-TypeData $Type).Members.Keys | Where-Object { $null -eq $result.$_ } | ForEach-Object { $visible | Should -Contain $_ }
        }
    }
}
