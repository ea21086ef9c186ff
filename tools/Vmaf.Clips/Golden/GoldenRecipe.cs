using System.Text.Json.Serialization;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Golden;

/// <summary>How a pair of clips is made.</summary>
/// <param name="Name">Name of the pair; also of its file.</param>
/// <param name="Width">Luma width in samples.</param>
/// <param name="Height">Luma height in samples.</param>
/// <param name="Chroma">Chroma subsampling.</param>
/// <param name="BitDepth">Bits per sample.</param>
/// <param name="FrameCount">Number of frames.</param>
/// <param name="Seed">Seed of the reference.</param>
/// <param name="Degradation">What is done to the distorted clip.</param>
/// <param name="Strength">How much of it.</param>
public sealed record GoldenRecipe(
    string Name, int Width, int Height, ChromaFormat Chroma, int BitDepth, int FrameCount, int Seed, Degradation Degradation, int Strength)
{
    /// <summary>Size, chroma format and bit depth.</summary>
    [JsonIgnore]
    public VideoFormat Format => new(Width, Height, Chroma, BitDepth);

    /// <summary>The reference.</summary>
    public IClip Reference() => SyntheticClip.Create(Format, FrameCount, Seed);

    /// <summary>The distorted clip.</summary>
    public IClip Distorted() => Reference().Degrade(Degradation, Strength);
}
