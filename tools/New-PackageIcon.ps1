#Requires -Version 7.6

<#
.SYNOPSIS
Draws docs/images/icon.png, the icon of the packages: a score over time that dips, in the colours of the tables.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Path = (Join-Path $PSScriptRoot '../docs/images/icon.png')
)

$ErrorActionPreference = 'Stop'
$size = 128
$corner = 22
$background = 24, 32, 44

# Height of the curve at a column, in rows from the top.
function Get-CurveRow([double] $Column) {
    34 + 5 * [math]::Sin($Column / 9) + 52 * [math]::Exp(-[math]::Pow(($Column - 80) / 13, 2))
}

# Green, yellow, red: from good scores to bad ones.
function Get-ScoreColor([double] $Row) {
    $badness = [math]::Clamp(($Row - 36) / 46, 0.0, 1.0)
    if ($badness -lt 0.5) { return (90 + 280 * $badness), 200, 90 }
    230, (200 - 240 * ($badness - 0.5)), (90 - 20 * $badness)
}

# Coverage of the rounded square: 1 inside, 0 outside, in between on its rim.
function Get-Coverage([double] $Column, [double] $Row) {
    $dx = [math]::Max([math]::Abs($Column - $size / 2) - ($size / 2 - $corner), 0.0)
    $dy = [math]::Max([math]::Abs($Row - $size / 2) - ($size / 2 - $corner), 0.0)
    [math]::Clamp($corner + 0.5 - [math]::Sqrt($dx * $dx + $dy * $dy), 0.0, 1.0)
}

$rows = [IO.MemoryStream]::new()
foreach ($y in 0..($size - 1)) {
    # The predictor of the row: none.
    $rows.WriteByte(0)
    foreach ($x in 0..($size - 1)) {
        $curve = Get-CurveRow $x
        $slope = (Get-CurveRow ($x + 0.5)) - (Get-CurveRow ($x - 0.5))
        $distance = [math]::Abs($y - $curve) / [math]::Sqrt(1 + $slope * $slope)
        $isInFrame = $x -ge 14 -and $x -lt $size - 14
        [double] $line = $isInFrame ? [math]::Clamp(4.5 - $distance, 0.0, 1.0) : 0
        [double] $area = $isInFrame -and $y -gt $curve -and $y -lt $size - 20 ? 0.22 : 0
        $weight = [math]::Max($line, $area)
        $color = Get-ScoreColor $curve
        foreach ($channel in 0..2) {
            $rows.WriteByte([byte][math]::Round($background[$channel] * (1 - $weight) + $color[$channel] * $weight))
        }
        $rows.WriteByte([byte][math]::Round(255 * (Get-Coverage ($x + 0.5) ($y + 0.5))))
    }
}

$checksums = foreach ($value in 0..255) {
    [uint] $remainder = $value
    foreach ($bit in 1..8) { $remainder = $remainder -band 1 ? (0xEDB88320u -bxor ($remainder -shr 1)) : ($remainder -shr 1) }
    $remainder
}

function ConvertTo-BigEndian([uint] $Number) {
    $bytes = [BitConverter]::GetBytes($Number)
    [array]::Reverse($bytes)
    $bytes
}

function ConvertTo-Chunk([string] $Name, [byte[]] $Content) {
    [byte[]] $named = [Text.Encoding]::ASCII.GetBytes($Name) + $Content
    [uint] $checksum = [uint]::MaxValue
    foreach ($byte in $named) { $checksum = $checksums[($checksum -bxor $byte) -band 0xFF] -bxor ($checksum -shr 8) }
    (ConvertTo-BigEndian $Content.Length) + $named + (ConvertTo-BigEndian ($checksum -bxor [uint]::MaxValue))
}

$packed = [IO.MemoryStream]::new()
$compressor = [IO.Compression.ZLibStream]::new($packed, [IO.Compression.CompressionLevel]::SmallestSize)
$compressor.Write($rows.ToArray())
$compressor.Dispose()

# Eight bits a channel; red, green, blue and alpha.
[byte[]] $header = (ConvertTo-BigEndian $size) + (ConvertTo-BigEndian $size) + (8, 6, 0, 0, 0)
[byte[]] $file = (0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A) + (ConvertTo-Chunk 'IHDR' $header) +
    (ConvertTo-Chunk 'IDAT' $packed.ToArray()) + (ConvertTo-Chunk 'IEND' @())
$target = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
if ($PSCmdlet.ShouldProcess($target, 'Write icon')) {
    [IO.File]::WriteAllBytes($target, $file)
}
