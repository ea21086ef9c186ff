using System.Numerics;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Sizes and shifts of one scale. Scores are summed over the <em>core</em>, the bands without a tenth at each side; the
/// <em>support</em> is the core and one more row and column around it where the bands have them.
/// </summary>
internal sealed class ScaleGeometry
{
    private const double BorderFraction = 0.1;

    /// <summary>Works out a scale.</summary>
    /// <param name="scale">0, the finest, to 3.</param>
    /// <param name="inputWidth">Width of what is transformed: the picture, or the low band of the scale before.</param>
    /// <param name="inputHeight">Height of what is transformed.</param>
    public ScaleGeometry(int scale, int inputWidth, int inputHeight)
    {
        Scale = scale;
        InputWidth = inputWidth;
        InputHeight = inputHeight;
        Width = (inputWidth + 1) / 2;
        Height = (inputHeight + 1) / 2;
        Left = (int)((Width * BorderFraction) - 0.5);
        Top = (int)((Height * BorderFraction) - 0.5);
        Right = Width - Left;
        Bottom = Height - Top;
        SupportLeft = Math.Max(Left - 1, 0);
        SupportTop = Math.Max(Top - 1, 0);
        SupportRight = Math.Min(Right + 1, Width);
        SupportBottom = Math.Min(Bottom + 1, Height);

        // Narrower than 9 columns libvmaf has no meaning (it reads outside its buffers first), so shifts stop at 0.
        int widthBits = CeilingLog2(Width);
        StraightCubeShift = scale == 0 ? Math.Max(widthBits - 4, 0) : widthBits;
        DiagonalCubeShift = scale == 0 ? Math.Max(widthBits - 3, 0) : widthBits;
        RowShift = CeilingLog2(Height);
        ReferenceCubeShift = scale == 0 ? 0 : CeilingLog2(CoreWidth);
        ReferenceRowShift = scale == 0 ? Math.Max(CeilingLog2(CoreArea) - 20, 0) : CeilingLog2(CoreHeight);
    }

    /// <summary>0, the finest, to 3.</summary>
    public int Scale { get; }

    /// <summary>Width of what is transformed.</summary>
    public int InputWidth { get; }

    /// <summary>Height of what is transformed.</summary>
    public int InputHeight { get; }

    /// <summary>Width of the bands.</summary>
    public int Width { get; }

    /// <summary>Height of the bands.</summary>
    public int Height { get; }

    /// <summary>First column of the core.</summary>
    public int Left { get; }

    /// <summary>First row of the core.</summary>
    public int Top { get; }

    /// <summary>Column after the core.</summary>
    public int Right { get; }

    /// <summary>Row after the core.</summary>
    public int Bottom { get; }

    /// <summary>First column of the support.</summary>
    public int SupportLeft { get; }

    /// <summary>First row of the support.</summary>
    public int SupportTop { get; }

    /// <summary>Column after the support.</summary>
    public int SupportRight { get; }

    /// <summary>Row after the support.</summary>
    public int SupportBottom { get; }

    /// <summary>Columns of the core.</summary>
    public int CoreWidth => Right - Left;

    /// <summary>Rows of the core.</summary>
    public int CoreHeight => Bottom - Top;

    /// <summary>Samples of the core.</summary>
    public int CoreArea => CoreWidth * CoreHeight;

    /// <summary>Columns of the support.</summary>
    public int SupportWidth => SupportRight - SupportLeft;

    /// <summary>Column of the core's first sample within a support row.</summary>
    public int CoreOffset => Left - SupportLeft;

    /// <summary>Bits that the cube of a masked straight sample loses.</summary>
    public int StraightCubeShift { get; }

    /// <summary>Bits that the cube of a masked diagonal sample loses.</summary>
    public int DiagonalCubeShift { get; }

    /// <summary>Bits that the sum of a row of masked cubes loses.</summary>
    public int RowShift { get; }

    /// <summary>Bits that the cube of a reference sample loses.</summary>
    public int ReferenceCubeShift { get; }

    /// <summary>Bits that the sum of a row of reference cubes loses.</summary>
    public int ReferenceRowShift { get; }

    /// <summary>Sizes of all scales of a picture.</summary>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    public static ScaleGeometry[] ForPicture(int width, int height)
    {
        var scales = new ScaleGeometry[AdmExtractor.ScaleCount];
        for (int scale = 0; scale < scales.Length; scale++)
        {
            scales[scale] = new ScaleGeometry(scale, width, height);
            width = scales[scale].Width;
            height = scales[scale].Height;
        }

        return scales;
    }

    private static int CeilingLog2(int value) => value <= 1 ? 0 : BitOperations.Log2((uint)value - 1) + 1;
}
