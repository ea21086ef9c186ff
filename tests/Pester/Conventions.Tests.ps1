# What docs/conventions.md promises and no other file tests.

BeforeDiscovery {
    $root = Convert-Path (Join-Path $PSScriptRoot '../..')
    $isBuiltFolder = (Get-Module Vmaf).ModuleBase -eq (Join-Path $root 'out/Vmaf')
    $canPack = $isBuiltFolder -and (Get-Command dotnet -CommandType Application -ErrorAction Ignore)
    $names = (Get-Command -Module Vmaf).Name

    # A call of each cmdlet that writes objects, to see which. Installing is left out: it would change the models of the machine.
    $calls = @(
        @{ Name = 'Compare-VmafResult'; Call = { Compare-VmafResult $result $result } }
        @{ Name = 'Compare-VmafResult'; Call = { Compare-VmafResult $result $result -PerFrame } }
        @{ Name = 'Export-VmafExplanationPlot'; Call = { Get-VmafExplanation $result | Export-VmafExplanationPlot "$TestDrive/plot.svg" -PassThru } }
        @{ Name = 'Export-VmafReport'; Call = { $result | Export-VmafReport "$TestDrive/report.json" -PassThru } }
        @{ Name = 'Find-VmafOffset'; Call = { Find-VmafOffset $reference $distorted } }
        @{ Name = 'Get-VmafCache'
            Call = { $null = Invoke-VmafQuality $reference $distorted -FrameCount 1 -CachePath "$TestDrive/cache"; Get-VmafCache "$TestDrive/cache" } }
        @{ Name = 'Get-VmafExplanation'; Call = { Get-VmafExplanation $result } }
        @{ Name = 'Get-VmafExplanation'; Call = { Get-VmafExplanation $result -Worst 1 } }
        @{ Name = 'Get-VmafExtractor'; Call = { Get-VmafExtractor } }
        @{ Name = 'Get-VmafFeature'; Call = { Get-VmafFeature } }
        @{ Name = 'Get-VmafModel'; Call = { Get-VmafModel } }
        @{ Name = 'Get-VmafVideo'; Call = { Get-VmafVideo $reference } }
        @{ Name = 'Import-VmafReport'; Call = { $result | Export-VmafReport "$TestDrive/in.json"; Import-VmafReport "$TestDrive/in.json" } }
        @{ Name = 'Invoke-VmafQuality'; Call = { Invoke-VmafQuality $reference $distorted -FrameCount 2 } }
        @{ Name = 'Invoke-VmafQuality'; Call = { Invoke-VmafQuality $reference $distorted -FrameCount 2 -PerFrame } }
        @{ Name = 'Join-VmafResult'; Call = { $result, $result | Join-VmafResult } }
        @{ Name = 'Measure-VmafBdRate'; Call = { Measure-VmafBdRate $curve $curve } }
        @{ Name = 'Measure-VmafScore'; Call = { $result | Measure-VmafScore } }
        @{ Name = 'Test-VmafPair'; Call = { Test-VmafPair $reference $distorted } }
        @{ Name = 'Test-VmafPair'; Call = { Test-VmafPair $reference $distorted -Quiet } }
    )
    $notCalled = 'Clear-VmafCache', 'Install-VmafModel'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestClips.psm1') -Force
    $root = Convert-Path (Join-Path $PSScriptRoot '../..')
    $module = Get-Module Vmaf
    $reference = Join-Path $root 'samples/reference.y4m'
    $distorted = Join-Path $root 'samples/distorted-scaled.y4m'
    $result = Invoke-VmafQuality $reference $distorted -FrameCount 2
    $curve = 1, 2, 3, 4 | ForEach-Object { [pscustomobject]@{ Bitrate = 1000 * $_; Vmaf = 50 + 10 * $_ } }
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
}

Describe 'The package (needs dotnet, and the module in out/Vmaf)' -Skip:(-not $canPack) {
    BeforeAll {
        $packages = Join-Path $TestDrive 'packages'
        $messages = dotnet pack (Join-Path $root 'src/Vmaf.PowerShell') -c Release --no-build --nologo -o $packages
        # As an installation lays it out: Modules/<name>/<version>, without what makes a package of it.
        $modules = Join-Path $TestDrive 'Modules'
        $installed = Join-Path $modules "Vmaf/$($module.Version)"
        $package = Get-Item (Join-Path $packages "Vmaf.$($module.Version).nupkg")
        [IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $installed)
        $description = ([xml](Get-Content (Join-Path $installed 'Vmaf.nuspec'))).package.metadata
        $readme = Get-Content (Join-Path $installed 'README.md')
        $icon = [IO.File]::ReadAllBytes((Join-Path $installed 'icon.png'))
        Remove-Item -LiteralPath (Join-Path $installed 'README.md'), (Join-Path $installed 'icon.png')
        Remove-Item -LiteralPath (Join-Path $installed '_rels'), (Join-Path $installed 'package'), (Join-Path $installed '[Content_Types].xml'),
            (Join-Path $installed 'Vmaf.nuspec') -Recurse -Force
    }

    It 'holds the files of the module folder, and no others' {
        $packed = Get-ChildItem $installed -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($installed, $_) } | Sort-Object
        $built = Get-ChildItem $module.ModuleBase -Recurse -File |
            ForEach-Object { [IO.Path]::GetRelativePath($module.ModuleBase, $_) } | Sort-Object
        $packed | Should -Be $built
    }

    It 'has a readme, an icon and a licence, and is packed without a word of what is missing' {
        $messages | Should -Not -Match 'warning|missing|readme'
        $description.readme | Should -Be 'README.md'
        $readme | Should -Not -Match '\]\((?!https:)' -Because 'the package has no other pages to link to'
        $description.icon | Should -Be 'icon.png'
        $icon[1..3] | Should -Be ([byte[]][char[]]'PNG')
        $icon.Length | Should -BeLessThan 10KB
        $description.license.type | Should -Be 'expression'
        $description.license.'#text' | Should -Be 'BSD-2-Clause-Patent'
        $description.projectUrl | Should -BeNullOrEmpty -Because 'there is no public address'
    }

    It 'is found by name in its folder of a version, scores and has help' {
        $script = @"
`$env:PSModulePath = '$modules' + [IO.Path]::PathSeparator + `$env:PSModulePath
Invoke-VmafQuality '$reference' '$distorted' -FrameCount 1 | ForEach-Object { 'Frames: {0}' -f `$_.Frames.Count }
(Get-Module Vmaf).ModuleBase
(Get-Help Invoke-VmafQuality).Synopsis
"@
        $lines = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script
        $lines[0] | Should -Be 'Frames: 1'
        $lines[1] | Should -Be $installed
        $lines[2] | Should -Be (Get-Help Invoke-VmafQuality).Synopsis
    }
}

Describe 'The manifest' {
    It 'names a licence, and the version of PowerShell that the repository tests with' {
        $module.LicenseUri | Should -Match '/BSD-2-Clause-Patent$'
        $tools = Get-Content (Join-Path $root '.config/dotnet-tools.json') -Raw | ConvertFrom-Json
        $tools.tools.powershell.version | Should -Match "^$([regex]::Escape($module.PowerShellVersion.ToString(2)))\.\d+$"
    }
}

Describe 'The sources' {
    It 'write nothing to the host past PowerShell' {
        $cmdlets = Get-ChildItem (Join-Path $root 'src/Vmaf.PowerShell') -Filter *.cs -Recurse |
            Where-Object FullName -NotMatch '[\\/](obj|bin)[\\/]'
        $scripts = Get-ChildItem $root, $PSScriptRoot -File | Where-Object { $_.Extension -in '.ps1', '.psm1' -and $_.FullName -ne $PSCommandPath }
        $cmdlets.Count | Should -BeGreaterThan 10
        @($cmdlets | Select-String '\bConsole\.|Host\.UI\b') + @($scripts | Select-String 'Write-Host|\[Console\]') | Should -BeNullOrEmpty
    }
}

Describe 'Every cmdlet' {
    It 'is called by this file, or left out on purpose' -ForEach @{ Called = @($calls.Name) + $notCalled | Sort-Object -Unique } {
        (Get-Command -Module Vmaf).Name | Sort-Object | Should -Be $Called
    }

    It 'keeps <Name> to its output types, in a table that fits 80 columns: <Call>' -ForEach $calls {
        $declared = (Get-Command $Name).OutputType.Name
        $output = @(& $Call)
        $output.Count | Should -BeGreaterThan 0
        foreach ($item in $output) {
            $item.PSObject.TypeNames | Where-Object { $_ -in $declared } | Should -Not -BeNullOrEmpty
        }
        if ($output[0].PSObject.TypeNames[0] -like 'Vmaf.*') {
            $type = $output[0].PSObject.TypeNames[0]
            $views = Get-FormatData -TypeName $type
            $views | Should -Not -BeNullOrEmpty
            # Of frames everything is shown: what they hold depends on what was measured.
            $shown = $output[0].PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames
            if ($type -eq 'Vmaf.FrameScore') { $shown | Should -BeNullOrEmpty } else { $shown | Should -Not -BeNullOrEmpty }
            $names = $output[0].PSObject.Properties.Name
            $shown | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
            if ($shown -and -not ($views.FormatViewDefinition | Where-Object Control -Is [Management.Automation.ListControl])) {
                # The set stands in for a list view, and a list has everything.
                $names | Where-Object { $_ -notin $shown } | Should -BeNullOrEmpty
            }
            $output | Out-String -Width 80 -Stream | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
        }
    }

    Context '<_>' -ForEach $names {
        BeforeAll {
            $command = Get-Command $_
        }

        It 'has parameter sets with names that mean something, one of them the default' {
            if ($command.ParameterSets.Count -gt 1) {
                $command.DefaultParameterSet | Should -BeIn $command.ParameterSets.Name
                $command.ParameterSets.Name | Should -Match '^[A-Z][A-Za-z]+$'
            }
        }

        It 'names and completes its parameters as the others do' {
            foreach ($parameter in $command.Parameters.Values | Where-Object Name -NotIn $common) {
                $attributes = $parameter.Attributes.TypeId.Name
                $parameter.ParameterType.Name | Should -Not -Be 'Boolean' -Because 'it would be a switch'
                if ($parameter.ParameterType -in [string], [string[]]) {
                    $attributes | Should -Not -Contain 'ValidateSetAttribute' -Because 'closed lists of names are enumerations'
                }
                if ($parameter.Name -in 'Path', 'Distorted' -and $parameter.ParameterType -eq [string[]]) {
                    $parameter.Aliases | Should -Contain 'FullName'
                    $parameter.Aliases | Should -Contain 'PSPath'
                    $attributes | Should -Contain 'SupportsWildcardsAttribute'
                }
                if ($parameter.Name -in 'Model', 'Feature', 'Extractor', 'PixelFormat', 'Metric', 'Property', 'Bitrate', 'Score', 'GroupBy') {
                    $attributes | Should -Contain 'ArgumentCompleterAttribute'
                }
            }
        }
    }
}

Describe 'A name that is empty' {
    It 'is refused by <Line>, with a remedy' -ForEach @(
        @{ Line = 'Invoke-VmafQuality -Model ""'; Call = { Invoke-VmafQuality $reference $distorted -Model '' }; Remedy = 'Get-VmafModel lists' }
        @{ Line = 'Invoke-VmafQuality -Model $null'; Call = { Invoke-VmafQuality $reference $distorted -Model $null }; Remedy = 'Get-VmafModel lists' }
        @{ Line = 'Invoke-VmafQuality -Model ..., " "'; Call = { Invoke-VmafQuality $reference $distorted -Model vmaf_v0.6.1, ' ' }
            Remedy = 'Get-VmafModel lists' }
        @{ Line = 'Invoke-VmafQuality -Metric ""'; Call = { Invoke-VmafQuality $reference $distorted -Metric '' }; Remedy = 'PSNR, SSIM' }
        @{ Line = 'Invoke-VmafQuality -Metric PSNR, $null'; Call = { Invoke-VmafQuality $reference $distorted -Metric PSNR, $null }; Remedy = 'PSNR, SSIM' }
        @{ Line = 'Invoke-VmafQuality -Metric @()'; Call = { Invoke-VmafQuality $reference $distorted -Metric @() }; Remedy = 'Leave -Metric out' }
        @{ Line = 'Invoke-VmafQuality -Feature ""'; Call = { Invoke-VmafQuality $reference $distorted -Feature '' }; Remedy = 'Write a feature as name' }
        @{ Line = 'Get-VmafExplanation -Model ""'; Call = { Get-VmafExplanation $result -Model '' }; Remedy = 'Leave -Model out' }
        @{ Line = 'Get-VmafModel ""'; Call = { Get-VmafModel '' }; Remedy = 'give \*' }
        @{ Line = 'Get-VmafModel $null'; Call = { Get-VmafModel $null }; Remedy = 'give \*' }
        @{ Line = 'Get-VmafExtractor ""'; Call = { Get-VmafExtractor '' }; Remedy = 'give \*' }
        @{ Line = 'Get-VmafFeature $null'; Call = { Get-VmafFeature $null }; Remedy = 'give \*' }
        @{ Line = 'Get-VmafFeature -Extractor ""'; Call = { Get-VmafFeature -Extractor '' }; Remedy = 'Get-VmafExtractor lists' }
        @{ Line = 'Get-VmafFeature -Model ""'; Call = { Get-VmafFeature -Model '' }; Remedy = 'Get-VmafModel lists' }
        @{ Line = 'Test-VmafPair -Model ""'; Call = { Test-VmafPair $reference $distorted -Model '' }; Remedy = 'Get-VmafModel lists' }
        @{ Line = 'Install-VmafModel ""'; Call = { Install-VmafModel '' -WhatIf }; Remedy = 'tab key' }
        @{ Line = 'Compare-VmafResult -Metric ""'; Call = { Compare-VmafResult $result $result -Metric '' }; Remedy = 'Leave -Metric out' }
        @{ Line = 'Measure-VmafScore -Property Vmaf, ""'; Call = { $result | Measure-VmafScore -Property Vmaf, '' }; Remedy = 'such as Vmaf' }
    ) {
        $failure = $Call | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -Match '^ParameterArgument(Validation|Transformation)Error,'
        $failure.Exception.Message | Should -Match $Remedy
    }
}

Describe 'Invoke-VmafQuality among other commands' {
    It 'runs in thread jobs side by side' {
        $path = $module.Path
        $scores = 1, 2 | ForEach-Object {
            Start-ThreadJob { Import-Module $using:path; (Invoke-VmafQuality $using:reference $using:distorted -FrameCount 2).Vmaf }
        } | Receive-Job -Wait -AutoRemoveJob
        $scores | Should -Be $result.Vmaf, $result.Vmaf
    }

    It 'writes objects and nothing else' {
        $streams = @(Invoke-VmafQuality $reference $distorted -FrameCount 2 -Stride 1 *>&1)
        $streams[0].PSObject.TypeNames[0] | Should -Be 'Vmaf.QualityResult'
        $streams.Count | Should -Be 1
    }

    Context 'progress' {
        BeforeEach {
            $shell = [powershell]::Create()
            $null = $shell.AddCommand('Import-Module').AddArgument($module.Path).Invoke()
            $shell.Commands.Clear()
        }

        AfterEach {
            $shell.Dispose()
        }

        It 'is silent with -ProgressAction Ignore' {
            $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters(
                @{ Reference = $reference; Distorted = $distorted; ProgressAction = 'Ignore' }).Invoke()
            $shell.Streams.Progress.Count | Should -Be 0
        }

        It 'is taken away where a run fails half way' {
            $cut = Join-Path $TestDrive 'cut.y4m'
            $bytes = [IO.File]::ReadAllBytes($distorted)
            [IO.File]::WriteAllBytes($cut, [ArraySegment[byte]]::new($bytes, 0, $bytes.Length - 1000).ToArray())
            $null = $shell.AddCommand('Invoke-VmafQuality').AddParameters(@{ Reference = $reference; Distorted = $cut; Shortest = $true }).Invoke()
            $shell.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'Vmaf*,Vmaf.PowerShell.InvokeVmafQualityCommand'
            $shell.Streams.Progress | Select-Object -Last 1 -ExpandProperty RecordType | Should -BeIn $null, 'Completed'
        }
    }
}

Describe 'Measure-VmafScore' {
    It 'counts nothing as a missing number' {
        { $null | Measure-VmafScore -ErrorAction Stop } | Should -Throw -ErrorId 'VmafFeatureMissing*'
    }
}
