namespace Vmaf.Engine.Features.Speed;

/// <summary>Picks the sample before or at a place.</summary>
/// <param name="sourceColumns">The columns to pick.</param>
/// <param name="rowRatio">Height before over height after.</param>
internal sealed class NearestRows(int[] sourceColumns, float rowRatio) : IScaledRows
{
    /// <summary>Finds the columns to pick.</summary>
    /// <param name="source">Size before.</param>
    /// <param name="scaled">Size after.</param>
    /// <param name="columns">The columns that are wanted, after scaling.</param>
    public static NearestRows Create(PlaneSize source, PlaneSize scaled, int[] columns)
    {
        float ratio = (float)source.Width / scaled.Width;
        return new NearestRows([.. columns.Select(column => (int)(column * ratio))], (float)source.Height / scaled.Height);
    }

    /// <inheritdoc/>
    public void Make(in SpeedPicture picture, int y, Span<float> samples) => picture.Read((int)(y * rowRatio), sourceColumns, samples);
}
