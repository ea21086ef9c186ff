namespace Vmaf.Engine.Features.Speed;

/// <summary>Makes the scaling of a method.</summary>
internal static class ScaledRows
{
    /// <summary>Makes the scaling.</summary>
    /// <param name="method">The method.</param>
    /// <param name="source">Size before.</param>
    /// <param name="scaled">Size after; where it is the same, nothing is scaled.</param>
    /// <param name="columns">The columns that are wanted, after scaling.</param>
    public static IScaledRows Create(PrescaleMethod method, PlaneSize source, PlaneSize scaled, int[] columns) => method switch
    {
        _ when source == scaled => new NearestRows(columns, 1),
        PrescaleMethod.Nearest => NearestRows.Create(source, scaled, columns),
        PrescaleMethod.Bilinear => new BilinearRows(source, scaled, columns),
        PrescaleMethod.Bicubic => new ConvolvedRows(ConvolutionWindow.Bicubic, source, scaled, columns),
        _ => new ConvolvedRows(ConvolutionWindow.Lanczos4, source, scaled, columns),
    };

    /// <summary>Where a sample lies before scaling.</summary>
    /// <param name="place">Row or column after scaling.</param>
    /// <param name="ratio">Length before over length after.</param>
    public static float SourcePlace(int place, float ratio) => (float)(((place + 0.5) * ratio) - 0.5);

    /// <summary>Reflects a place at the first and at the last sample.</summary>
    /// <param name="place">The place.</param>
    /// <param name="length">Number of samples.</param>
    public static int Mirror(int place, int length) => place < 0 ? -place : place >= length ? (2 * (length - 1)) - place : place;
}
