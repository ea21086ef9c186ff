BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $reference = New-TestClip "$TestDrive/reference.y4m"
    $distorted = New-TestClip "$TestDrive/distorted.y4m" -Seed 2
    $result = Invoke-VmafQuality $reference $distorted -Model (Get-TestModel) -Feature motion
}

Describe 'Export-VmafReport' {
    It 'writes <Extension> by the name of the file' -ForEach @(
        @{ Extension = 'json'; Start = '{' }
        @{ Extension = 'xml'; Start = '<VMAF' }
        @{ Extension = 'csv'; Start = 'Frame,' }
        @{ Extension = 'sub'; Start = '{0}{1}' }
    ) {
        $path = "$TestDrive/by-name.$Extension"
        $result | Export-VmafReport $path | Should -BeNullOrEmpty
        (Get-Content $path -Raw).TrimStart().StartsWith($Start) | Should -BeTrue
    }

    It 'writes the format that is named' {
        $result | Export-VmafReport "$TestDrive/named.log" -Format Csv
        Get-Content "$TestDrive/named.log" | Should -HaveCount 6
    }

    It 'refuses a name that says nothing' {
        $failure = $result | Export-VmafReport "$TestDrive/named.txt" 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafReportCommand'
    }

    It 'says that a folder is missing, rather than write one file' -ForEach 'no-folder', 'no-folder/' {
        $failure = $result | Export-VmafReport "$TestDrive/$_" 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOutputUnwritable,Vmaf.PowerShell.ExportVmafReportCommand'
        $failure.ErrorDetails.RecommendedAction | Should -Match 'New-Item -ItemType Directory'
    }

    It 'replaces a file, but not with -NoClobber' {
        'old' | Set-Content "$TestDrive/there.csv"
        $failure = $result | Export-VmafReport "$TestDrive/there.csv" -NoClobber 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOutputExists,Vmaf.PowerShell.ExportVmafReportCommand'
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        Get-Content "$TestDrive/there.csv" | Should -Be 'old'
        $result | Export-VmafReport "$TestDrive/there.csv"
        Get-Content "$TestDrive/there.csv" | Should -HaveCount 6
    }

    It 'replaces a read-only file only with -Force' {
        $file = New-Item "$TestDrive/read-only.csv"
        $file.IsReadOnly = $true
        $failure = $result | Export-VmafReport $file.FullName 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOutputUnwritable,Vmaf.PowerShell.ExportVmafReportCommand'
        $result | Export-VmafReport $file.FullName -Force
        Get-Content $file.FullName | Should -HaveCount 6
    }

    It 'leaves no file with -WhatIf' {
        $result | Export-VmafReport "$TestDrive/what-if.json" -WhatIf
        "$TestDrive/what-if.json" | Should -Not -Exist
    }

    It 'leaves no file, and no part of one, where it cannot write' {
        $failure = $result | Export-VmafReport "$TestDrive/no-folder/x.json" 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOutputUnwritable,Vmaf.PowerShell.ExportVmafReportCommand'
        Get-ChildItem $TestDrive -Force -Filter '*.tmp' | Should -BeNullOrEmpty
    }

    It 'writes one file a result into a folder' {
        $folder = New-Item -ItemType Directory "$TestDrive/reports"
        $files = $distorted, $reference | Invoke-VmafQuality $reference -Model (Get-TestModel) |
            Export-VmafReport $folder -Format Xml -PassThru
        $files | Should -BeOfType [IO.FileInfo]
        $files.Name | Should -Be 'distorted.xml', 'reference.xml'
    }

    It 'refuses several results for one log before it writes anything, and before more are made' {
        $script:made = 0
        {
            1..3 | ForEach-Object { $script:made++; $result } | Export-VmafReport "$TestDrive/twice.json"
        } | Should -Throw -ErrorId 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafReportCommand'
        "$TestDrive/twice.json" | Should -Not -Exist
        $made | Should -Be 2
        $Error[0].ErrorDetails.RecommendedAction | Should -Match 'folder.*\.html.*Export-Csv'
    }

    It 'numbers results of videos of the same name in a folder' {
        $folder = New-Item -ItemType Directory "$TestDrive/same"
        $files = $result, $result, $result | Export-VmafReport $folder -PassThru
        $files.Name | Should -Be 'distorted.json', 'distorted-2.json', 'distorted-3.json'
    }

    It 'refuses what is no result' {
        $failure = [pscustomobject]@{ Vmaf = 1 } | Export-VmafReport "$TestDrive/none.json" 2>&1
        $failure.FullyQualifiedErrorId | Should -Be 'VmafOptionInvalid,Vmaf.PowerShell.ExportVmafReportCommand'
    }

    It 'starts from the location of PowerShell, and takes odd names as they stand' {
        Push-Location $TestDrive
        try { $result | Export-VmafReport "it's [1] é.json" }
        finally { Pop-Location }
        Test-Path -LiteralPath "$TestDrive/it's [1] é.json" | Should -BeTrue
    }
}

Describe 'Import-VmafReport' {
    It 'gives back what was exported as <_>' -ForEach 'Json', 'Xml', 'Csv' {
        $path = Join-Path $TestDrive "back.$_"
        $result | Export-VmafReport $path -Format $_ -SignificantDigits 17
        $back = Import-VmafReport $path
        $back.PSObject.TypeNames[0] | Should -Be 'Vmaf.QualityResult'
        $back.Vmaf | Should -Be $result.Vmaf
        $back.HarmonicMean | Should -Be $result.HarmonicMean
        $back.integer_motion2 | Should -Be $result.integer_motion2
        $back.ReportPath | Should -Be $path
        $back.Frames.Vmaf | Should -Be $result.Frames.Vmaf
        $back.PSObject.Properties.Name | Should -Be $result.PSObject.Properties.Name
    }

    It 'gives back metrics that were asked for by name in their order from <_>' -ForEach 'Json', 'Xml' {
        $named = Invoke-VmafQuality $reference $distorted -Metric SITI, SSIM, PSNR
        $named | Export-VmafReport "$TestDrive/named.$_"
        $back = Import-VmafReport "$TestDrive/named.$_"
        ($back.Metrics | Where-Object Kind -EQ NamedMetric).Name | Sort-Object | Should -Be 'PSNR', 'si', 'SSIM', 'ti'
        $back.PSObject.Properties.Name | Should -Be $named.PSObject.Properties.Name
    }

    It 'exports again what it read' {
        $result | Export-VmafReport "$TestDrive/first.json"
        Import-VmafReport "$TestDrive/first.json" | Export-VmafReport "$TestDrive/second.json"
        (Import-VmafReport "$TestDrive/second.json").Vmaf | Should -Be (Import-VmafReport "$TestDrive/first.json").Vmaf
    }

    It 'takes files from the pipeline, and wildcards' {
        $folder = New-Item -ItemType Directory "$TestDrive/many"
        'a.json', 'b.xml', 'c.csv' | ForEach-Object { $result | Export-VmafReport "$folder/$_" }
        Get-ChildItem $folder | Import-VmafReport | Should -HaveCount 3
        Import-VmafReport "$folder/*" | Should -HaveCount 3
    }

    It 'says <Id> where <What>, and goes on' -ForEach @(
        @{ Id = 'VmafFileNotFound'; What = 'a file is missing'; Content = $null }
        @{ Id = 'VmafReportMalformed'; What = 'a file is no report'; Content = 'something' }
        @{ Id = 'VmafReportMalformed'; What = 'a report ends early'; Content = '{ "frames": [' }
    ) {
        Remove-Item "$TestDrive/bad.json" -ErrorAction Ignore
        if ($Content) { Set-Content "$TestDrive/bad.json" $Content }
        $result | Export-VmafReport "$TestDrive/good.json"
        $back = Import-VmafReport "$TestDrive/bad.json", "$TestDrive/good.json" -ErrorVariable failures -ErrorAction SilentlyContinue
        $back | Should -HaveCount 1
        $failures.FullyQualifiedErrorId | Should -Be "$Id,Vmaf.PowerShell.ImportVmafReportCommand"
    }

    It 'reads and writes the same under culture <_>' -ForEach 'de-DE', 'tr-TR' {
        $result | Export-VmafReport "$TestDrive/plain.csv"
        Use-Culture $_ {
            $result | Export-VmafReport "$TestDrive/culture.csv"
            (Import-VmafReport "$TestDrive/culture.csv").Vmaf | Should -Be (Import-VmafReport "$TestDrive/plain.csv").Vmaf
        }
        (Get-FileHash "$TestDrive/culture.csv").Hash | Should -Be (Get-FileHash "$TestDrive/plain.csv").Hash
    }
}
