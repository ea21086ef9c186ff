# Packages that name the project's public address, and what may be published.

BeforeDiscovery {
    $root = Convert-Path (Join-Path $PSScriptRoot '../..')
    $isBuiltFolder = (Get-Module Vmaf).ModuleBase -eq (Join-Path $root 'out/Vmaf')
    $canPublish = $isBuiltFolder -and @(Get-Command dotnet, git -CommandType Application -ErrorAction Ignore).Count -ge 2
}

Describe 'A package that names the project (needs dotnet and git, and the module in out/Vmaf)' -Skip:(-not $canPublish) {
    BeforeAll {
        $root = Convert-Path (Join-Path $PSScriptRoot '../..')
        $address = 'https://github.com/owner/vmaf'
        $module = Get-Module Vmaf
        $version = $module.Version.ToString()
        $tagged = "$address/blob/v$version"

        function Invoke-Pack([string] $Folder, [string] $ProjectUri, [string] $Commit) {
            dotnet pack (Join-Path $root 'src/Vmaf.PowerShell') -c Release --no-build --nologo -o $Folder `
                "-p:VmafProjectUri=$ProjectUri" "-p:RepositoryCommit=$Commit"
        }

        # A repository with what Publish looks at, its version committed, tagged and packed.
        $repository = (New-Item -ItemType Directory (Join-Path $TestDrive 'repository [x]')).FullName
        'build.ps1', 'Directory.Build.props', '.gitignore', '.gitattributes' |
            ForEach-Object { Copy-Item -LiteralPath (Join-Path $root $_) -Destination $repository }
        $changes = Join-Path $repository 'CHANGELOG.md'
        "# Changelog`n`n## [$version] - 2026-01-01`n" | Set-Content -LiteralPath $changes -NoNewline
        function Invoke-Git { git -C $repository -c user.name=Tester -c user.email=tester@example.invalid @args 2>&1 | Out-Null }
        Invoke-Git init
        Invoke-Git add .
        Invoke-Git commit --no-gpg-sign -m 'First version'
        Invoke-Git tag --no-sign "v$version"
        $commit = git -C $repository rev-parse HEAD
        $artifacts = Join-Path $repository 'artifacts'
        $package = Join-Path $artifacts "Vmaf.$version.nupkg"
        $messages = Invoke-Pack $artifacts "$address/" $commit
        $feed = (New-Item -ItemType Directory (Join-Path $TestDrive 'feed')).FullName
        $publish = @{ Task = 'Publish'; Source = $feed }
        $build = Join-Path $repository 'build.ps1'
        $installed = Join-Path $TestDrive 'installed'
        [IO.Compression.ZipFile]::ExtractToDirectory($package, $installed)
    }

    It 'has the address in its description, with the commit' {
        $messages | Should -Not -Match 'warning'
        $description = ([xml](Get-Content (Join-Path $installed 'Vmaf.nuspec'))).package.metadata
        $description.projectUrl | Should -Be $address
        $description.iconUrl | Should -Be "$address/raw/v$version/docs/images/icon.png"
        $description.releaseNotes | Should -Be "$tagged/CHANGELOG.md"
        $description.repository.url | Should -Be $address
        $description.repository.commit | Should -Be $commit
    }

    It 'has it in its manifest, which is else as built' {
        $manifest = Join-Path $installed 'Vmaf.psd1'
        { Test-ModuleManifest $manifest -ErrorAction Stop } | Should -Not -Throw
        $named = (Import-PowerShellDataFile $manifest).PrivateData.PSData
        $named.ProjectUri | Should -Be $address
        $named.LicenseUri | Should -Be "$tagged/LICENSE"
        $named.IconUri | Should -Be "$address/raw/v$version/docs/images/icon.png"
        $named.ReleaseNotes | Should -Be "$tagged/CHANGELOG.md"
        $lines = Get-Content $manifest
        $built = Get-Content (Join-Path $module.ModuleBase 'Vmaf.psd1')
        (Compare-Object $built $lines).InputObject | Should -Match '^ +(ProjectUri|LicenseUri|IconUri|ReleaseNotes) += '
        $built | Should -Not -Match 'ProjectUri'
    }

    It 'names files that the repository has' {
        $tag = [regex]::Escape("/v$version/")
        $files = Get-ChildItem $installed -Recurse -File -Include *.psd1, *.xml, *.nuspec |
            Select-String "$address/(?:blob|raw)$tag([^'<]+)" -AllMatches | ForEach-Object { $_.Matches } | ForEach-Object { $_.Groups[1].Value }
        $files.Count | Should -BeGreaterThan 18
        $files | Where-Object { -not (Test-Path (Join-Path $root $_)) } | Should -BeNullOrEmpty
    }

    It 'has online help for every cmdlet' {
        # HelpUri is where Get-Help -Online goes.
        $script = "Import-Module '$installed/Vmaf.psd1'; Get-Command -Module Vmaf | ForEach-Object { '{0} {1}' -f `$_.Name, `$_.HelpUri }"
        $lines = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script
        $lines | Should -Be ((Get-Command -Module Vmaf).Name | ForEach-Object { "$_ $tagged/docs/en-US/$_.md" })
    }

    It 'is not made with the address <_>' -ForEach 'http://github.com/owner/vmaf', 'https://github.com/owner/vmaf.git', 'https://github.com',
    "https://github.com/owner/'vmaf'" {
        $PSNativeCommandUseErrorActionPreference = $false
        $folder = Join-Path $TestDrive 'refused'
        $output = Invoke-Pack $folder $_ $commit
        $LASTEXITCODE | Should -Be 1
        $output -join "`n" | Should -Match 'VMAF0002: VmafProjectUri is .*give the address'
        $folder | Should -Not -Exist
    }

    It 'takes no properties of MSBuild from the address <_>' -ForEach 'https://github.com/owner/vmaf;Authors=Mallory', 'https://github.com/owner/vmaf,Authors=Mallory',
    'https://github.com/owner/vmaf%3BAuthors=Mallory' {
        function dotnet { foreach ($argument in $args) { $argument } }
        $said = & (Join-Path $root 'build.ps1') Package -ProjectUri $_
        $properties = @($said) -match '^-p:'
        $properties | Should -HaveCount 2
        $properties | Should -Not -Match '[;,]'
        [uri]::UnescapeDataString($properties[0]) | Should -Be "-p:VmafProjectUri=$_"
    }

    Context 'is not published' {
        BeforeAll {
            $PSNativeCommandUseErrorActionPreference = $false
        }

        AfterEach {
            Invoke-Git reset --hard "v$version"
            Get-ChildItem $feed | Should -BeNullOrEmpty
        }

        It 'without a place to go' {
            { & $build Publish } | Should -Throw '*-Source*'
        }

        It 'while changes are not committed' {
            Add-Content -LiteralPath $changes 'More.'
            { & $build @publish } | Should -Throw "Version $version is not published: there are changes that are not committed."
        }

        It 'from a commit without tag, which it was not packed from either' {
            Invoke-Git commit --no-gpg-sign --allow-empty -m 'Second commit'
            { & $build @publish } | Should -Throw "*: the commit does not carry the tag v$version; Vmaf.$version.nupkg was packed from another commit."
        }

        It 'without a section of CHANGELOG.md' {
            '# Changelog' | Set-Content -LiteralPath $changes
            { & $build @publish } | Should -Throw "*; CHANGELOG.md has no section ``[$version``]."
        }

        It 'when there is none' {
            { & $build @publish -PackageId Vmaf.Tool } | Should -Throw "*: artifacts/Vmaf.Tool.$version.nupkg is missing."
        }

        It 'without an address' {
            $named = "$package.named"
            Move-Item -LiteralPath $package $named
            try {
                Invoke-Pack $artifacts '' $commit
                { & $build @publish } | Should -Throw "*: Vmaf.$version.nupkg names no project address: pack it with -ProjectUri."
            }
            finally {
                Move-Item -LiteralPath $named $package -Force
            }
        }

        It 'with -WhatIf' {
            & $build @publish -WhatIf
        }
    }

    It 'is published as it is' {
        & $build @publish | Out-Null
        $published = Get-ChildItem $feed -Recurse -Filter *.nupkg
        (Get-FileHash $published).Hash | Should -Be (Get-FileHash -LiteralPath $package).Hash
    }
}
