#Requires -Version 7.6

<#
.SYNOPSIS
Builds, tests and packs the project: a thin layer over the dotnet commands of the README.
.DESCRIPTION
Clean    removes what the other tasks made.
Build    makes the module folder out/Vmaf and the vmaf tool.
Test     runs all tests.
Help     makes the module's help in en-US from docs/en-US; needs the module Microsoft.PowerShell.PlatyPS.
Package  makes the module and the vmaf tool as packages in artifacts/; with -ProjectUri they name that address.
Publish  pushes a package of artifacts/ to a feed. Refuses what is not committed, tagged, in CHANGELOG.md and packed with an address.
Bench    runs the benchmarks.
.EXAMPLE
./build.ps1 Build, Test
.EXAMPLE
./build.ps1 Test, Package -ProjectUri https://github.com/owner/vmaf
./build.ps1 Publish -Source https://www.powershellgallery.com/api/v2/package -ApiKey $key -WhatIf
./build.ps1 Publish -PackageId Vmaf.Tool -Source https://api.nuget.org/v3/index.json -ApiKey $key

The packages of a version, its module for the PowerShell Gallery and its tool for nuget.org.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Help', 'Package', 'Publish', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # The public address of the repository's page, for Package.
    [string] $ProjectUri,

    # What Publish pushes: the module or the tool.
    [ValidateSet('Vmaf', 'Vmaf.Tool')]
    [string[]] $PackageId = 'Vmaf',

    # Where Publish pushes to: the address of a feed, or a folder.
    [string] $Source,

    # The feed's key, for Publish.
    [string] $ApiKey,

    # Arguments for the benchmark program, for example '--filter', '*Vif*'.
    [string[]] $BenchArgument = @('--filter', '*')
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Clean {
    dotnet clean $PSScriptRoot -c $Configuration
    foreach ($folder in (Join-Path $PSScriptRoot 'out'), $artifacts) {
        if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
    }
}

function Build { dotnet build $PSScriptRoot -c $Configuration }

function Test { dotnet test $PSScriptRoot -c $Configuration }

# The layout that Get-Help knows about topics by: TOPIC, headings at the margin, text indented.
function ConvertTo-AboutText([string[]] $Markdown) {
    $inCode = $false
    switch -Regex ($Markdown) {
        '^```' { $inCode = -not $inCode; continue }
        '^$' { ''; continue }
        { $inCode } { "        $_"; continue }
        '^# (.*)' { 'TOPIC', "    $($Matches[1])"; continue }
        '^## (.*)' { $Matches[1]; continue }
        '^### (.*)' { "  $($Matches[1])"; continue }
        default { '    ' + ($_ -replace '\*\*|`') }
    }
}

function Help {
    if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)) {
        throw 'The help is made with Microsoft.PowerShell.PlatyPS, which is not installed. Install-PSResource Microsoft.PowerShell.PlatyPS'
    }

    Import-Module Microsoft.PowerShell.PlatyPS
    $source = Join-Path $PSScriptRoot 'docs/en-US'
    $target = Join-Path $PSScriptRoot 'en-US'
    $staging = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "vmaf-help-$PID")
    try {
        Import-MarkdownCommandHelp -LiteralPath (Get-ChildItem -LiteralPath $source -Filter *-*.md).FullName |
            Export-MamlCommandHelp -OutputFolder $staging -Force | Out-Null
        $null = New-Item -ItemType Directory $target -Force
        # PlatyPS leaves an example in one piece, fences included; Get-Help shows code and remarks apart.
        $example = '(?s)<maml:introduction>\s*<maml:para>```powershell\r?\n(.*?)\r?\n```</maml:para>\s*(.*?)\s*</maml:introduction>' +
            '\s*<dev:code />\s*<dev:remarks />'
        $emptyLink = '<maml:navigationLink>\s*<maml:linkText>Online Version</maml:linkText>\s*<maml:uri />\s*</maml:navigationLink>\s*'
        foreach ($file in Get-ChildItem -LiteralPath $staging -Recurse -Filter *.xml) {
            $text = (Get-Content -LiteralPath $file.FullName -Raw) -replace '\s*<maml:para>&#x80;</maml:para>'
            $text = $text -replace $example, '<dev:code>$1</dev:code><dev:remarks>$2</dev:remarks>'
            # Get-Help shows plain text: no emphasis, no links between files, no online version where there is none.
            $text = $text -replace $emptyLink -replace '<maml:uri>[^<]*\.md</maml:uri>', '<maml:uri />' -replace '\*\*' `
                -replace '`([^`<]+)`', '$1'
            $text | Set-Content -LiteralPath (Join-Path $target $file.Name) -NoNewline
        }
        foreach ($topic in Get-ChildItem -LiteralPath $source -Filter about_*.md) {
            ConvertTo-AboutText (Get-Content -LiteralPath $topic.FullName) |
                Set-Content -LiteralPath (Join-Path $target ($topic.BaseName + '.help.txt'))
        }
    }
    finally {
        Remove-Item -LiteralPath $staging -Recurse
    }
}

function Package {
    # As it is, a semicolon or comma would end the property and begin another.
    $uri = $ProjectUri -replace '[%$@''();,?*"]', { '%{0:X2}' -f [int] [char] $_.Value }
    foreach ($project in 'src/Vmaf.PowerShell', 'src/Vmaf.Cli') {
        dotnet pack (Join-Path $PSScriptRoot $project) -c $Configuration -o $artifacts "-p:VmafProjectUri=$uri"
    }
}

function Get-PackageMetadata([string] $Path) {
    $archive = [IO.Compression.ZipFile]::OpenRead($Path)
    try {
        $reader = [IO.StreamReader]::new(($archive.Entries | Where-Object FullName -Like '*.nuspec').Open())
        ([xml] $reader.ReadToEnd()).package.metadata
    }
    finally {
        $archive.Dispose()
    }
}

# What a published version could not be traced back by.
function Get-PublishObstacle([string] $Version, [string[]] $Package) {
    if (git -C $PSScriptRoot status --porcelain) { 'there are changes that are not committed' }
    if ("v$Version" -notin @(git -C $PSScriptRoot tag --points-at HEAD)) { "the commit does not carry the tag v$Version" }
    if (-not (Select-String "^## \[$([regex]::Escape($Version))\]" -LiteralPath (Join-Path $PSScriptRoot 'CHANGELOG.md') -Quiet)) {
        "CHANGELOG.md has no section [$Version]"
    }
    foreach ($path in $Package) {
        $name = Split-Path $path -Leaf
        if (-not (Test-Path -LiteralPath $path)) { "artifacts/$name is missing"; continue }
        $metadata = Get-PackageMetadata $path
        if (-not $metadata.projectUrl) { "$name names no project address: pack it with -ProjectUri" }
        if ($metadata.repository.commit -ne (git -C $PSScriptRoot rev-parse HEAD)) { "$name was packed from another commit" }
    }
}

function Publish {
    [CmdletBinding(SupportsShouldProcess)]
    param()
    if (-not $Source) { throw 'Publish needs -Source, the address of a feed or a folder.' }
    $version = ([xml](Get-Content -LiteralPath (Join-Path $PSScriptRoot 'Directory.Build.props') -Raw)).Project.PropertyGroup.Version
    $packages = $PackageId | ForEach-Object { Join-Path $artifacts "$_.$version.nupkg" }
    $obstacles = @(Get-PublishObstacle $version $packages)
    if ($obstacles) { throw "Version $version is not published: $($obstacles -join '; ')." }
    $key = if ($ApiKey) { '--api-key', $ApiKey }
    foreach ($path in $packages) {
        if ($PSCmdlet.ShouldProcess($Source, "Push $(Split-Path $path -Leaf)")) { dotnet nuget push $path --source $Source @key }
    }
}

function Bench {
    dotnet run -c Release --project (Join-Path $PSScriptRoot 'bench/Vmaf.Benchmarks') -- @BenchArgument
}

foreach ($name in $Task) {
    # Publish asks by itself, so that -WhatIf makes its checks.
    if ($name -eq 'Publish' -or $PSCmdlet.ShouldProcess($PSScriptRoot, $name)) { & $name }
}
