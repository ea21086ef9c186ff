#Requires -Version 7.6
<#
.SYNOPSIS
Builds, tests and packs the project: a thin layer over the dotnet commands of the README.
.DESCRIPTION
Clean    removes what the other tasks made.
Build    makes the module folder out/Vmaf and the vmaf tool.
Test     runs all tests.
Help     makes the module's help in en-US from docs/en-US; needs the module Microsoft.PowerShell.PlatyPS.
Package  makes the module and the vmaf tool as packages in artifacts/.
Bench    runs the benchmarks.
.EXAMPLE
./build.ps1 Build, Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Help', 'Package', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # Arguments for the benchmark program, for example '--filter', '*Vif*'.
    [string[]] $BenchArgument = @('--filter', '*')
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

function Clean {
    dotnet clean $PSScriptRoot -c $Configuration
    'out', 'artifacts' | ForEach-Object { Join-Path $PSScriptRoot $_ } | Where-Object { Test-Path $_ } | Remove-Item -Recurse
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
        Get-ChildItem $source -Filter *-*.md | Import-MarkdownCommandHelp |
            Export-MamlCommandHelp -OutputFolder $staging -Force | Out-Null
        $null = New-Item -ItemType Directory $target -Force
        # PlatyPS leaves an example in one piece, fences included; Get-Help shows code and remarks apart.
        $example = '(?s)<maml:introduction>\s*<maml:para>```powershell\r?\n(.*?)\r?\n```</maml:para>\s*(.*?)\s*</maml:introduction>' +
            '\s*<dev:code />\s*<dev:remarks />'
        $emptyLink = '<maml:navigationLink>\s*<maml:linkText>Online Version</maml:linkText>\s*<maml:uri />\s*</maml:navigationLink>\s*'
        foreach ($file in Get-ChildItem $staging -Recurse -Filter *.xml) {
            $text = (Get-Content $file -Raw) -replace '\s*<maml:para>&#x80;</maml:para>'
            $text = $text -replace $example, '<dev:code>$1</dev:code><dev:remarks>$2</dev:remarks>'
            # Get-Help shows plain text: no emphasis, no links between files, no online version where there is none.
            $text = $text -replace $emptyLink -replace '<maml:uri>[^<]*\.md</maml:uri>', '<maml:uri />' -replace '\*\*' `
                -replace '`([^`<]+)`', '$1'
            $text | Set-Content (Join-Path $target $file.Name) -NoNewline
        }
        Get-ChildItem $source -Filter about_*.md |
            ForEach-Object { ConvertTo-AboutText (Get-Content $_) | Set-Content (Join-Path $target ($_.BaseName + '.help.txt')) }
    }
    finally {
        Remove-Item $staging -Recurse
    }
}

function Package {
    $artifacts = Join-Path $PSScriptRoot 'artifacts'
    dotnet pack (Join-Path $PSScriptRoot 'src/Vmaf.PowerShell') -c $Configuration -o $artifacts
    dotnet pack (Join-Path $PSScriptRoot 'src/Vmaf.Cli') -c $Configuration -o $artifacts
}

function Bench {
    dotnet run -c Release --project (Join-Path $PSScriptRoot 'bench/Vmaf.Benchmarks') -- @BenchArgument
}

foreach ($name in $Task) { & $name }
