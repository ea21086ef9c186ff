namespace Vmaf.Engine.Video;

/// <summary>What is known about a raw video's format; what is missing is looked for in the file's name.</summary>
/// <param name="Width">Luma width in samples.</param>
/// <param name="Height">Luma height in samples.</param>
/// <param name="Chroma">Chroma subsampling.</param>
/// <param name="BitDepth">Bits per sample, 8 to 16.</param>
public sealed record RawVideoHints(int? Width = null, int? Height = null, ChromaFormat? Chroma = null, int? BitDepth = null)
{
    /// <summary>These hints, with what they lack taken from others.</summary>
    /// <param name="others">The hints that fill the gaps; a size is taken as a whole or not at all.</param>
    public RawVideoHints Or(RawVideoHints others) => new(
        Width is null && Height is null ? others.Width : Width,
        Width is null && Height is null ? others.Height : Height,
        Chroma ?? others.Chroma,
        BitDepth ?? others.BitDepth);
}
