BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip "$TestDrive/reference.y4m" -FrameCount 8
    $distorted = New-TestClip "$TestDrive/distorted.y4m" -FrameCount 8 -Seed 2
    $result = Invoke-VmafQuality $reference $distorted -Model (Get-TestModel) -WarningAction Ignore

    function Get-PageData([string] $Path) {
        # The numbers behind the charts.
        $page = Get-Content -LiteralPath $Path -Raw
        $page -match '(?s)id="report-data">(.*?)</script>' | Should -BeTrue
        $Matches[1] | ConvertFrom-Json
    }

    function ConvertFrom-Doubles([string] $Base64) {
        $bytes = [Convert]::FromBase64String($Base64)
        for ($at = 0; $at -lt $bytes.Length; $at += 8) { [BitConverter]::ToDouble($bytes, $at) }
    }
}

Describe 'Export-VmafReport as a page' {
    It 'writes a page by the name of the file, with the scores of the result' {
        $file = $result | Export-VmafReport "$TestDrive/page.html" -PassThru
        $file | Should -BeOfType [IO.FileInfo]
        Get-Content $file -TotalCount 1 | Should -Be '<!DOCTYPE html>'
        $data = Get-PageData $file
        $data.results.name | Should -Be 'distorted.y4m'
        ConvertFrom-Doubles $data.results[0].scores[0].values | Should -Be $result.Frames.Vmaf
        $data.results[0].frameRate | Should -Be 25
    }

    It 'shows worst frames with three pictures each, as many as asked for' {
        $result | Export-VmafReport "$TestDrive/frames.html" -WorstFrameCount 2
        (Get-PageData "$TestDrive/frames.html").results[0].worstFrames | Should -HaveCount 2
        $page = Get-Content "$TestDrive/frames.html" -Raw
        [regex]::Matches($page, 'src="data:image/png;base64,') | Should -HaveCount 6
        [regex]::Matches($page, '<table class="effects">') | Should -HaveCount 2
        $lowest = ($result.Frames | Sort-Object Vmaf)[0].Frame
        (Get-PageData "$TestDrive/frames.html").results[0].worstFrames[0] | Should -Be $lowest
    }

    It 'shows no frames where none is wanted' {
        $result | Export-VmafReport "$TestDrive/none.html" -WorstFrameCount 0
        Get-Content "$TestDrive/none.html" -Raw | Should -Not -Match '<article class="frame"'
    }

    It 'leaves pictures out with -NoThumbnail, and says nothing of it' {
        $result | Export-VmafReport "$TestDrive/plain.html" -NoThumbnail
        $page = Get-Content "$TestDrive/plain.html" -Raw
        $page | Should -Not -Match 'data:image/png'
        $page | Should -Not -Match 'There are no pictures'
        $page | Should -Match '<table class="effects">'
    }

    It 'goes on without pictures where a video is gone, and says so in the page' {
        $gone = New-TestClip "$TestDrive/gone.y4m" -FrameCount 8 -Seed 3
        $lost = Invoke-VmafQuality $reference $gone -Model (Get-TestModel) -WarningAction Ignore
        Remove-Item $gone
        $lost | Export-VmafReport "$TestDrive/gone.html" -ErrorAction Stop
        $page = Get-Content "$TestDrive/gone.html" -Raw
        $page | Should -Match 'There are no pictures of the frames'
        $page | Should -Not -Match 'data:image/png'
    }

    It 'shows frames as they were before callbacks, which ended with the command that scored' {
        $called = Invoke-VmafQuality $reference $distorted -Model (Get-TestModel) -WarningAction Ignore -DistortedCallback {
            param($luma, $width, $height, $frame)
            $luma
        }
        $called | Export-VmafReport "$TestDrive/callback.html" -WorstFrameCount 1
        $page = Get-Content "$TestDrive/callback.html" -Raw
        $page | Should -Match 'before the callbacks on luma'
        [regex]::Matches($page, 'src="data:image/png;base64,') | Should -HaveCount 3
    }

    It 'says which part was compared, and shows frames of it' {
        $part = Invoke-VmafQuality $reference $distorted -Model (Get-TestModel) -WarningAction Ignore -ReferenceSkip 2 -DistortedSkip 2 -FrameCount 3
        $part | Export-VmafReport "$TestDrive/part.html"
        $page = Get-Content "$TestDrive/part.html" -Raw
        $page | Should -Match '<dt>Skipped frames</dt><dd><bdi>2</bdi>'
        [regex]::Matches($page, 'src="data:image/png;base64,') | Should -HaveCount 9
    }

    It 'puts several results into one page, told apart by name' {
        $results = $distorted, $reference | Invoke-VmafQuality $reference -Model (Get-TestModel) -WarningAction Ignore
        $results | Export-VmafReport "$TestDrive/several.html"
        $data = Get-PageData "$TestDrive/several.html"
        $data.results.name | Should -Be 'distorted.y4m', 'reference.y4m'
        $result, $result | Export-VmafReport "$TestDrive/same.html" -NoThumbnail
        (Get-PageData "$TestDrive/same.html").results.name | Should -Be '1: distorted.y4m', '2: distorted.y4m'
    }

    It 'writes a page a result into a folder' {
        $folder = New-Item -ItemType Directory "$TestDrive/pages"
        $files = $distorted, $reference | Invoke-VmafQuality $reference -Model (Get-TestModel) -WarningAction Ignore |
            Export-VmafReport $folder -Format Html -NoThumbnail -PassThru
        $files.Name | Should -Be 'distorted.html', 'reference.html'
    }

    It 'takes what was imported, and explains it only by the model that fits' {
        $result | Export-VmafReport "$TestDrive/log.json"
        Import-VmafReport "$TestDrive/log.json" | Export-VmafReport "$TestDrive/imported.html"
        $page = Get-Content "$TestDrive/imported.html" -Raw
        $page | Should -Match 'There are no pictures of the frames: the report does not say which two videos were compared'
        $page | Should -Match 'cannot be explained'
        (Get-PageData "$TestDrive/imported.html").results[0].name | Should -Be 'log.json'
    }

    It 'explains the other frames of a log where one has a value that no video has' {
        $samples = Join-Path $PSScriptRoot '../../samples'
        Invoke-VmafQuality "$samples/reference.y4m" "$samples/distorted-scaled.y4m" -FrameCount 4 | Export-VmafReport "$TestDrive/absurd.json"
        $log = Get-Content "$TestDrive/absurd.json" -Raw | ConvertFrom-Json
        $log.frames[2].metrics.integer_adm2 = 1e300
        $log | ConvertTo-Json -Depth 9 | Set-Content "$TestDrive/absurd.json"
        Import-VmafReport "$TestDrive/absurd.json" | Export-VmafReport "$TestDrive/absurd.html"
        $page = Get-Content "$TestDrive/absurd.html" -Raw
        [Net.WebUtility]::HtmlDecode($page).Contains('of frame 2 is 1E+300, which no video has') | Should -BeTrue
        [regex]::Matches($page, '<p class="verdict">').Count | Should -Be 3
    }

    It 'shows the explanation that came with the result' {
        $explained = Invoke-VmafQuality $reference $distorted -Model (Get-TestModel) -Explain -WarningAction Ignore
        $explained | Export-VmafReport "$TestDrive/explained.html" -NoThumbnail
        $verdict = [Net.WebUtility]::HtmlEncode($explained.Explanation.Verdict)
        (Get-Content "$TestDrive/explained.html" -Raw).Contains("<p class=`"verdict`">$verdict</p>") | Should -BeTrue
    }

    It 'escapes names of files' {
        $odd = Copy-Item $distorted "$TestDrive/a 'b' & é.y4m" -PassThru
        Invoke-VmafQuality $reference $odd.FullName -Model (Get-TestModel) -WarningAction Ignore |
            Export-VmafReport "$TestDrive/odd.html" -NoThumbnail
        (Get-PageData "$TestDrive/odd.html").results[0].name | Should -Be $odd.Name
        (Get-Content "$TestDrive/odd.html" -Raw) | Should -Not -Match ([regex]::Escape($odd.Name))
    }

    It 'shows features where no model was asked for' {
        Invoke-VmafQuality $reference $distorted -Model @() -Feature motion | Export-VmafReport "$TestDrive/features.html"
        (Get-PageData "$TestDrive/features.html").results[0].scores | Should -BeNullOrEmpty
    }

    It 'leaves no page with -WhatIf, and none where another is to stay' {
        $result | Export-VmafReport "$TestDrive/what-if.html" -WhatIf
        "$TestDrive/what-if.html" | Should -Not -Exist
        'old' | Set-Content "$TestDrive/there.html"
        $failure = $result | Export-VmafReport "$TestDrive/there.html" -NoClobber 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOutputExists,Vmaf.PowerShell.ExportVmafReportCommand'
    }

    It 'refuses -<Name> for <Path>' -ForEach @(
        @{ Name = 'SignificantDigits'; Value = 3; Path = 'x.html' }
        @{ Name = 'WorstFrameCount'; Value = 3; Path = 'x.json' }
        @{ Name = 'WorstFrameCount'; Value = 3; Path = 'x.svg' }
        @{ Name = 'NoThumbnail'; Value = $true; Path = 'x.csv' }
    ) {
        $parameters = @{ $Name = $Value }
        $failure = $result | Export-VmafReport "$TestDrive/$Path" @parameters 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafReportCommand'
        "$TestDrive/$Path" | Should -Not -Exist
    }

    It 'writes the same page under culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $result | Export-VmafReport "$TestDrive/plain-culture.html"
        Use-Culture $_ { $result | Export-VmafReport "$TestDrive/culture.html" }
        (Get-FileHash "$TestDrive/culture.html").Hash | Should -Be (Get-FileHash "$TestDrive/plain-culture.html").Hash
    }

    It 'is no log that could be imported' {
        $result | Export-VmafReport "$TestDrive/no-log.html" -NoThumbnail
        $failure = Import-VmafReport "$TestDrive/no-log.html" 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafReportMalformed,Vmaf.PowerShell.ImportVmafReportCommand'
    }
}

Describe 'Export-VmafReport as a drawing' {
    It 'draws a line for each result' {
        $results = $distorted, $reference | Invoke-VmafQuality $reference -Model (Get-TestModel) -WarningAction Ignore
        $results | Export-VmafReport "$TestDrive/scores.svg"
        $drawing = [xml](Get-Content "$TestDrive/scores.svg" -Raw)
        $drawing.svg.path | Should -HaveCount 2
        $drawing.svg.text.'#text' | Should -Contain ('distorted.y4m: mean {0:F2}' -f $results[0].Vmaf)
    }

    It 'says that there is nothing to draw without a score' {
        $failure = Invoke-VmafQuality $reference $distorted -Model @() -Feature motion | Export-VmafReport "$TestDrive/none.svg" 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafReportCommand'
        "$TestDrive/none.svg" | Should -Not -Exist
    }
}
