namespace Vmaf.Clips.Generation;

/// <summary>A textured disc or box that crosses the picture and turns back at its sides.</summary>
internal sealed class MovingObject
{
    private readonly uint _seed;
    private readonly bool _isDisc;
    private readonly int _texture;
    private readonly int _frameWidth;
    private readonly int _frameHeight;
    private readonly int _radius;
    private readonly int _startX;
    private readonly int _startY;
    private readonly int _speedX;
    private readonly int _speedY;
    private readonly Yuv _color;

    /// <summary>Makes the object of a number.</summary>
    /// <param name="number">Number of the object in its scene.</param>
    /// <param name="frameWidth">Luma width of the picture.</param>
    /// <param name="frameHeight">Luma height of the picture.</param>
    /// <param name="seed">Seed of the scene.</param>
    public MovingObject(int number, int frameWidth, int frameHeight, uint seed)
    {
        _seed = seed + (uint)(1000 * (number + 1));
        _frameWidth = frameWidth;
        _frameHeight = frameHeight;
        _isDisc = number % 2 == 0;
        _texture = number % 3;
        int side = Math.Min(frameWidth, frameHeight);
        _radius = Math.Max(2, (side / 16) + Draw(1, Math.Max(1, side / 10)));
        _startX = Draw(2, frameWidth);
        _startY = Draw(3, frameHeight);
        _speedX = Draw(4, 9) - 4;
        _speedY = Draw(5, 5) - 2;
        _color = Yuv.FromBytes(60 + Draw(6, 140), 70 + Draw(7, 116), 70 + Draw(8, 116));
    }

    /// <summary>Where the object's centre is in a frame.</summary>
    public (int X, int Y) Center(int frame) =>
        (Bounce(_startX + (_speedX * frame), _frameWidth), Bounce(_startY + (_speedY * frame), _frameHeight));

    /// <summary>Whether the object covers a point, given as offset from its centre.</summary>
    public bool Covers(int offsetX, int offsetY) => _isDisc
        ? (offsetX * offsetX) + (offsetY * offsetY) <= _radius * _radius
        : Math.Abs(offsetX) <= _radius && Math.Abs(offsetY) <= _radius * 3 / 4;

    /// <summary>The object's 16-bit value of a plane at an offset from its centre.</summary>
    public int Sample(int plane, int offsetX, int offsetY)
    {
        int value = _color.Component(plane);
        if (plane > 0)
        {
            return value;
        }

        // Offsets can be negative, the fields of noise cannot.
        int x = offsetX + (1 << 14);
        int y = offsetY + (1 << 14);
        return value + (_texture switch
        {
            0 => ((x >> 2) + (y >> 2)) % 2 == 0 ? 24 << 8 : -24 << 8,
            1 => (Math.Abs((x + y) % 12 - 6) - 3) * (10 << 8),
            _ => ValueNoise.Fractal(x, y, 4, 0, 40 << 8, _seed),
        });
    }

    private static int Bounce(int position, int length)
    {
        int period = 2 * length;
        int phase = ((position % period) + period) % period;
        return phase < length ? phase : period - 1 - phase;
    }

    private int Draw(int which, int range) => (int)(IntegerHash.At(which, 0, _seed) % (uint)range);
}
