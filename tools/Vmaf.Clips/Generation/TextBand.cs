namespace Vmaf.Clips.Generation;

/// <summary>A dark band with rows of bright random letters that move to the left: hard edges, as of subtitles.</summary>
internal sealed class TextBand
{
    private const int GlyphWidth = 6;
    private const int GlyphHeight = 9;

    private readonly uint _seed;
    private readonly int _scale;

    /// <summary>Makes the band for a picture's height.</summary>
    public TextBand(int frameHeight, uint seed)
    {
        _seed = seed + 7000;
        _scale = Math.Max(1, frameHeight / 240);
        Top = frameHeight - (frameHeight / 8);
    }

    /// <summary>First row of the band; it goes to the bottom of the picture.</summary>
    public int Top { get; }

    /// <summary>The band's 16-bit value of a plane at a point of the picture.</summary>
    public int Sample(int plane, int x, int y, int frame)
    {
        if (plane > 0)
        {
            return 128 << 8;
        }

        int column = (x + (frame * 2)) / _scale;
        int row = (y - Top) / _scale;
        int glyph = column / GlyphWidth;
        int inColumn = column % GlyphWidth;
        int inRow = row % GlyphHeight;
        bool isGap = inColumn == GlyphWidth - 1 || inRow >= GlyphHeight - 2 || IntegerHash.At(glyph, row / GlyphHeight, _seed) % 6 == 0;
        bool isLit = !isGap && (IntegerHash.At((glyph * GlyphWidth) + (inColumn / 2), row, _seed + 1) & 3) != 0;
        return isLit ? 220 << 8 : 36 << 8;
    }
}
