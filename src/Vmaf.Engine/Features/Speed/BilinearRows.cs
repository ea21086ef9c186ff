namespace Vmaf.Engine.Features.Speed;

/// <summary>
/// Interpolates between the two samples on either side of a place, mirrored at the borders. As in libvmaf, the share of the second one is
/// the distance from the first one even where that was mirrored.
/// </summary>
internal sealed class BilinearRows : IScaledRows
{
    private readonly int _sourceHeight;
    private readonly float _rowRatio;
    private readonly int[] _lefts;
    private readonly int[] _rights;
    private readonly float[] _shares;
    private readonly float[][] _corners;

    /// <summary>Finds the columns to interpolate between.</summary>
    /// <param name="source">Size before.</param>
    /// <param name="scaled">Size after.</param>
    /// <param name="columns">The columns that are wanted, after scaling.</param>
    public BilinearRows(PlaneSize source, PlaneSize scaled, int[] columns)
    {
        _sourceHeight = source.Height;
        _rowRatio = (float)source.Height / scaled.Height;
        float ratio = (float)source.Width / scaled.Width;
        _lefts = new int[columns.Length];
        _rights = new int[columns.Length];
        _shares = new float[columns.Length];
        for (int index = 0; index < columns.Length; index++)
        {
            (_lefts[index], _rights[index], _shares[index]) = Neighbours(columns[index], ratio, source.Width);
        }

        _corners = [.. Enumerable.Range(0, 4).Select(_ => new float[columns.Length])];
    }

    /// <inheritdoc/>
    public void Make(in SpeedPicture picture, int y, Span<float> samples)
    {
        (int top, int bottom, float share) = Neighbours(y, _rowRatio, _sourceHeight);
        picture.Read(top, _lefts, _corners[0]);
        picture.Read(top, _rights, _corners[1]);
        picture.Read(bottom, _lefts, _corners[2]);
        picture.Read(bottom, _rights, _corners[3]);
        for (int index = 0; index < _shares.Length; index++)
        {
            float right = _shares[index];
            samples[index] = ((1 - share) * (1 - right) * _corners[0][index])
                + ((1 - share) * right * _corners[1][index])
                + (share * (1 - right) * _corners[2][index])
                + (share * right * _corners[3][index]);
        }
    }

    private static (int First, int Second, float Share) Neighbours(int place, float ratio, int length)
    {
        float source = ScaledRows.SourcePlace(place, ratio);
        int first = ScaledRows.Mirror((int)MathF.Floor(source), length);
        return (first, ScaledRows.Mirror((int)MathF.Ceiling(source), length), source - first);
    }
}
