using Vmaf.Engine.Video;

namespace Vmaf.Clips.Generation;

/// <summary>One shot: a background that is panned over, moving objects, a band of text, and the camera's noise.</summary>
internal sealed class Scene
{
    private const int ObjectCount = 5;
    private const int CameraNoise = 320;

    private readonly VideoFormat _format;
    private readonly uint _seed;
    private readonly Background _background;
    private readonly TextBand _text;
    private readonly MovingObject[] _objects;

    /// <summary>Sets the scene up.</summary>
    public Scene(VideoFormat format, uint seed)
    {
        _format = format;
        _seed = seed;
        _background = new Background(format, seed);
        _text = new TextBand(format.Height, seed);
        _objects = [.. Enumerable.Range(0, ObjectCount).Select(number => new MovingObject(number, format.Width, format.Height, seed))];
    }

    /// <summary>Draws a frame of the scene.</summary>
    public PlanarFrame Draw(int frame)
    {
        var picture = new PlanarFrame(_format);
        (int X, int Y)[] centers = [.. _objects.Select(moving => moving.Center(frame))];
        int panX = Pan(frame * 3 / 2);
        int panY = Pan(frame / 2);
        int droppedBits = 16 - _format.BitDepth;
        int largest = (1 << _format.BitDepth) - 1;
        for (int plane = 0; plane < _format.PlaneCount; plane++)
        {
            int stepX = plane > 0 && _format.ChromaWidth != _format.Width ? 2 : 1;
            int stepY = plane > 0 && _format.ChromaHeight != _format.Height ? 2 : 1;
            int width = _format.PlaneWidth(plane);
            ushort[] samples = picture.Planes[plane];
            uint noiseSeed = _seed + (uint)((frame * 3) + plane + 9000);
            int index = plane;
            Parallel.For(0, _format.PlaneHeight(plane), row =>
            {
                int y = row * stepY;
                for (int column = 0; column < width; column++)
                {
                    int x = column * stepX;
                    int value = Paint(index, x, y, frame, panX, panY, centers) + IntegerHash.Triangular(column, row, noiseSeed, CameraNoise);
                    samples[(row * width) + column] = (ushort)Math.Clamp(value >> droppedBits, 0, largest);
                }
            });
        }

        return picture;
    }

    private int Paint(int plane, int x, int y, int frame, int panX, int panY, (int X, int Y)[] centers)
    {
        if (y >= _text.Top)
        {
            return _text.Sample(plane, x, y, frame);
        }

        for (int number = _objects.Length - 1; number >= 0; number--)
        {
            int offsetX = x - centers[number].X;
            int offsetY = y - centers[number].Y;
            if (_objects[number].Covers(offsetX, offsetY))
            {
                return _objects[number].Sample(plane, offsetX, offsetY);
            }
        }

        return _background.Sample(plane, x + panX, y + panY);
    }

    /// <summary>To and fro over the background's margin.</summary>
    private static int Pan(int step)
    {
        int phase = step % (2 * Background.Margin);
        return phase < Background.Margin ? phase : (2 * Background.Margin) - 1 - phase;
    }
}
