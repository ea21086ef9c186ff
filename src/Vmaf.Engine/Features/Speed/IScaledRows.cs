namespace Vmaf.Engine.Features.Speed;

/// <summary>Makes rows of a picture scaled to a size, at chosen columns only.</summary>
internal interface IScaledRows
{
    /// <summary>Makes a row.</summary>
    /// <param name="picture">The picture before scaling.</param>
    /// <param name="y">Row number after scaling.</param>
    /// <param name="samples">Receives a sample for each column that was chosen.</param>
    void Make(in SpeedPicture picture, int y, Span<float> samples);
}
