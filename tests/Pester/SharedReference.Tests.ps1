# Several encodes of one reference, which is decoded once for all.

BeforeDiscovery {
    $canCount = -not $IsWindows -and (Get-Command ffmpeg, ffprobe -CommandType Application -ErrorAction Ignore)
}

Describe 'Invoke-VmafQuality with one reference for several videos (needs ffmpeg, and scripts that start it)' -Skip:(-not $canCount) {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
        $clip = New-TestClip "$TestDrive/clip.y4m" -FrameCount 20
        $reference = "$TestDrive/reference.mkv"
        ffmpeg -v error -y -i $clip -c:v ffv1 $reference
        foreach ($number in 1..4) {
            $other = New-TestClip "$TestDrive/clip$number.y4m" -FrameCount 20 -Seed (10 + $number)
            ffmpeg -v error -y -i $other -c:v ffv1 "$TestDrive/encode$number.mkv"
        }

        # An ffmpeg that writes down each of its starts.
        $starts = "$TestDrive/starts.log"
        $ffmpeg = "$TestDrive/counting-ffmpeg/ffmpeg"
        New-Item -ItemType Directory (Split-Path $ffmpeg) | Out-Null
        $real = (Get-Command ffmpeg -CommandType Application)[0].Source
        Set-Content $ffmpeg "#!/bin/sh`necho `"`$*`" >> '$starts'`nexec '$real' `"`$@`""
        chmod +x $ffmpeg
        New-Item -ItemType SymbolicLink "$TestDrive/counting-ffmpeg/ffprobe" -Target (Get-Command ffprobe -CommandType Application)[0].Source | Out-Null
        $temporary = (New-Item -ItemType Directory "$TestDrive/temporary").FullName
        $before = $env:VMAF_FFMPEG, $env:TMPDIR
        $env:VMAF_FFMPEG, $env:TMPDIR = $ffmpeg, $temporary
        $PSDefaultParameterValues['Invoke-VmafQuality:Model'] = Get-TestModel

        function Get-DecodingCount([string] $Name) {
            @((Get-Content $starts) -match "file:\S*$Name .*rawvideo").Count
        }
    }

    AfterAll {
        $env:VMAF_FFMPEG, $env:TMPDIR = $before
        $PSDefaultParameterValues.Remove('Invoke-VmafQuality:Model')
    }

    BeforeEach {
        Set-Content $starts $null
    }

    AfterEach {
        Get-ChildItem $temporary -Filter 'vmaf-*' | Should -BeNullOrEmpty
        Get-Process ffmpeg, dotnet -ErrorAction Ignore | Where-Object { $_.Parent.Id -eq $PID } | Should -BeNullOrEmpty
    }

    It 'decodes it once, and gives each video the scores that it has alone' {
        $together = Get-ChildItem "$TestDrive/encode*.mkv" | Invoke-VmafQuality -Reference $reference
        Get-DecodingCount 'reference.mkv' | Should -Be 1
        Get-DecodingCount 'encode\d.mkv' | Should -Be 4
        $alone = Get-ChildItem "$TestDrive/encode*.mkv" | ForEach-Object { Invoke-VmafQuality $reference $_ }
        Get-DecodingCount 'reference.mkv' | Should -Be 5
        $together.Distorted | Should -Be $alone.Distorted
        $together.Frames.Vmaf | Should -Be $alone.Frames.Vmaf
    }

    It 'decodes it once for wildcards too' {
        Invoke-VmafQuality $reference "$TestDrive/encode*.mkv" | Should -HaveCount 4
        Get-DecodingCount 'reference.mkv' | Should -Be 1
    }

    It 'decodes it once into one file without FIFOs' {
        Get-ChildItem "$TestDrive/encode*.mkv" | Invoke-VmafQuality -Reference $reference -FifoMode Never | Should -HaveCount 4
        Get-DecodingCount 'reference.mkv' | Should -Be 1
    }

    It 'writes the frames of each video together, in the order of the videos' {
        $rows = Get-ChildItem "$TestDrive/encode*.mkv" | Invoke-VmafQuality -Reference $reference -PerFrame
        $rows.Frame | Should -Be (@(0..19) * 4)
        $rows.Distorted | Select-Object -Unique | Should -Be (Get-ChildItem "$TestDrive/encode*.mkv").FullName
    }

    It 'calls a callback of the reference once a frame for all' {
        $frames = [Collections.Generic.List[int]]::new()
        Get-ChildItem "$TestDrive/encode*.mkv" |
            Invoke-VmafQuality -Reference $reference -ReferenceCallback { $frames.Add($args[3]) } | Should -HaveCount 4
        $frames | Should -Be (0..19)
    }

    It 'measures the others where one <What>' -ForEach @(
        @{ What = 'is no video'; Id = 'VmafDecoderFailed'; Make = { Set-Content "$TestDrive/wrong.mkv" 'no video' } }
        @{ What = 'has another size'; Id = 'VmafSizeMismatch'
            Make = { ffmpeg -v error -y -i $clip -vf scale=32:24 -c:v ffv1 "$TestDrive/wrong.mkv" } }
        @{ What = 'is shorter'; Id = 'VmafLengthMismatch'
            Make = { ffmpeg -v error -y -i $clip -frames:v 3 -c:v ffv1 "$TestDrive/wrong.mkv" } }
    ) {
        & $Make
        $paths = "$TestDrive/encode1.mkv", "$TestDrive/wrong.mkv", "$TestDrive/encode2.mkv", "$TestDrive/encode3.mkv"
        $rows = $paths | Invoke-VmafQuality -Reference $reference -ErrorVariable problems -ErrorAction SilentlyContinue
        $rows.Distorted | Should -Be $paths[0, 2, 3]
        $rows.Frames | Should -HaveCount 60
        $problems.FullyQualifiedErrorId | Should -Be "$Id,Vmaf.PowerShell.InvokeVmafQualityCommand"
        $problems[0].TargetObject | Should -Be $paths[1]
    }

    It 'says for each video that the reference is wrong' {
        Set-Content "$TestDrive/noreference.mkv" 'no video'
        $problems = Get-ChildItem "$TestDrive/encode*.mkv" | Invoke-VmafQuality -Reference "$TestDrive/noreference.mkv" 2>&1
        $problems | Should -HaveCount 4
        $problems.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'VmafDecoderFailed*'
    }

    It 'stops all where the pipeline wants no more' {
        $first = Get-ChildItem "$TestDrive/encode*.mkv" | Invoke-VmafQuality -Reference $reference -PerFrame | Select-Object -First 1
        $first.Frame | Should -Be 0
    }

    It 'stops soon when it is stopped while all decoders stand still' {
        $still = "$TestDrive/still-ffmpeg/ffmpeg"
        New-Item -ItemType Directory (Split-Path $still) | Out-Null
        Set-Content $still @"
#!/bin/sh
for last; do :; done
case "`$last" in */vmaf-*) ;; *) exec '$real' "`$@" ;; esac
echo started >> '$starts'
exec sleep 1000 > "`${last#file:}"
"@
        chmod +x $still
        Copy-Item "$TestDrive/counting-ffmpeg/ffprobe" (Split-Path $still)
        $env:VMAF_FFMPEG = $still
        $session = [powershell]::Create()
        try {
            $measure = {
                param($module, $reference, $encodes, $model)
                Import-Module $module
                $encodes | Invoke-VmafQuality -Reference $reference -Model $model
            }
            $null = $session.AddScript($measure).AddArgument((Get-Module Vmaf).Path).AddArgument($reference).
                AddArgument((Get-ChildItem "$TestDrive/encode*.mkv").FullName).AddArgument((Get-TestModel)).BeginInvoke()
            $patience = [Diagnostics.Stopwatch]::StartNew()
            while (@(Get-Content $starts).Count -lt 5 -and $patience.Elapsed.TotalSeconds -lt 60) { Start-Sleep -Milliseconds 20 }
            Get-Content $starts | Should -HaveCount 5
            (Measure-Command { $session.Stop() }).TotalSeconds | Should -BeLessThan 15
            $session.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $session.Dispose()
            $env:VMAF_FFMPEG = $ffmpeg
        }
    }

    It 'stops all where an error ends the command' {
        $paths = "$TestDrive/encode1.mkv", "$TestDrive/none.mkv", "$TestDrive/encode2.mkv"
        { $paths | Invoke-VmafQuality -Reference $reference -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFileNotFound*'
    }
}
