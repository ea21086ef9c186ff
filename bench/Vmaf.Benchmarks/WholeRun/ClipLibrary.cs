using System.Globalization;
using Vmaf.Clips;
using Vmaf.Clips.Writing;
using Vmaf.Engine.Video;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>
/// The clips of the comparison, one pair for each format: <c>reference_1920x1080_8.y4m</c> and <c>distorted_1920x1080_8.y4m</c> in a
/// folder. A pair that is there is used as it is (put real footage there); one that is missing is generated.
/// </summary>
internal sealed class ClipLibrary
{
    private readonly string _folder;

    /// <summary>Opens or makes the folder.</summary>
    /// <param name="folder">Path of the folder.</param>
    public ClipLibrary(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>The pair of a format.</summary>
    /// <param name="width">Luma width in samples.</param>
    /// <param name="height">Luma height in samples.</param>
    /// <param name="bitDepth">Bits per sample.</param>
    /// <param name="frameCount">Frames to generate where the pair is missing.</param>
    public BenchmarkClip Get(int width, int height, int bitDepth, int frameCount)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{width}x{height}_{bitDepth}.y4m");
        var pair = new BenchmarkClip(Path.Combine(_folder, $"reference_{name}"), Path.Combine(_folder, $"distorted_{name}"));
        if (!File.Exists(pair.Reference) || !File.Exists(pair.Distorted))
        {
            IClip reference = SyntheticClip.Create(new VideoFormat(width, height, ChromaFormat.Yuv420, bitDepth), frameCount, seed: 1);
            ClipWriter.Write(reference, pair.Reference, new FrameRate(25, 1));
            ClipWriter.Write(reference.Degrade(Degradation.Quantise, 4), pair.Distorted, new FrameRate(25, 1));
        }

        return pair;
    }
}
