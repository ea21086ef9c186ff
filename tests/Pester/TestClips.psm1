# Small clips that the tests make themselves, and a model that needs one cheap feature only.

$ErrorActionPreference = 'Stop'

function Get-TestModel {
    # Path of a model made for tests: its scores mean nothing but are defined on every clip.
    Join-Path $PSScriptRoot 'data/motion_only.json'
}

function New-TestClip {
    # Writes a y4m clip of a moving pattern and returns its path. Clips of equal size and seed are equal.
    param(
        [string] $Path,
        [int] $Width = 64,
        [int] $Height = 48,
        [int] $FrameCount = 5,
        [int] $Seed = 1,
        [ValidateSet('420jpeg', '422', '444')] [string] $Chroma = '420jpeg',
        [string] $FrameRate = '25:1',
        [switch] $Raw
    )
    $chromaSamples = switch ($Chroma) {
        '420jpeg' { [math]::Ceiling($Width / 2) * [math]::Ceiling($Height / 2) }
        '422' { [math]::Ceiling($Width / 2) * $Height }
        '444' { $Width * $Height }
    }
    $random = [Random]::new($Seed)
    $texture = [byte[]]::new($Width * $Height + 2 * $chromaSamples)
    $random.NextBytes($texture)
    $stream = [IO.File]::Create($Path)
    try {
        if (-not $Raw) {
            $stream.Write([Text.Encoding]::ASCII.GetBytes("YUV4MPEG2 W$Width H$Height F$FrameRate Ip C$Chroma`n"))
        }
        foreach ($frame in 0..($FrameCount - 1)) {
            if (-not $Raw) { $stream.Write([Text.Encoding]::ASCII.GetBytes("FRAME`n")) }
            $offset = ($frame * 3) % $texture.Length
            $stream.Write($texture, $offset, $texture.Length - $offset)
            $stream.Write($texture, 0, $offset)
        }
    }
    finally {
        $stream.Dispose()
    }
    Convert-Path -LiteralPath $Path
}

function New-BarClip {
    # Writes a y4m clip of a bright bar that moves over a dark picture, from a frame of it on, and returns its path.
    param([string] $Path, [int] $FirstFrame, [int] $FrameCount = 12)
    $width, $height = 64, 36
    $stream = [IO.File]::Create($Path)
    try {
        $stream.Write([Text.Encoding]::ASCII.GetBytes("YUV4MPEG2 W$width H$height F25:1 Ip Cmono`n"))
        foreach ($frame in $FirstFrame..($FirstFrame + $FrameCount - 1)) {
            $stream.Write([Text.Encoding]::ASCII.GetBytes("FRAME`n"))
            $row = [byte[]]::new($width)
            foreach ($x in 0..7) { $row[($x + 3 * $frame) % $width] = 220 }
            foreach ($y in 1..$height) { $stream.Write($row) }
        }
    }
    finally {
        $stream.Dispose()
    }
    Convert-Path -LiteralPath $Path
}

function New-LongClip {
    # Makes a raw clip of 1920x1080 that is long enough for a run to be stopped in its midst; takes no room where files can be sparse.
    param([string] $Path)
    $stream = [IO.File]::Create($Path)
    if ($IsWindows) {
        $stream.Dispose()
        fsutil sparse setflag $Path | Out-Null
        $stream = [IO.File]::OpenWrite($Path)
    }
    try { $stream.SetLength(20000L * 1920 * 1080 * 3 / 2) } finally { $stream.Dispose() }
    Convert-Path -LiteralPath $Path
}

function Use-Culture {
    # Runs a block under a culture, on this thread and on those that it starts.
    param([string] $Name, [scriptblock] $ScriptBlock)
    $before = [cultureinfo]::CurrentCulture
    $beforeDefault = [cultureinfo]::DefaultThreadCurrentCulture
    try {
        [cultureinfo]::CurrentCulture = $Name
        [cultureinfo]::DefaultThreadCurrentCulture = $Name
        & $ScriptBlock
    }
    finally {
        [cultureinfo]::CurrentCulture = $before
        [cultureinfo]::DefaultThreadCurrentCulture = $beforeDefault
    }
}

Export-ModuleMember -Function *
