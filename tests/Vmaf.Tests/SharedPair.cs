using System.Text.Json;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;

namespace Vmaf.Tests;

/// <summary>The pairs of shared clips that golden figures were recorded for.</summary>
internal static class SharedPair
{
    /// <summary>Opens the pair of a golden file.</summary>
    /// <param name="golden">Root of the file.</param>
    public static ClipPair Open(JsonElement golden)
    {
        string format = golden.GetProperty("pixel_format").GetString()!;
        RawVideoHints? hints = format == "y4m"
            ? null
            : new RawVideoHints(
                golden.GetProperty("width").GetInt32(),
                golden.GetProperty("height").GetInt32(),
                Enum.Parse<ChromaFormat>("Yuv" + format),
                golden.GetProperty("bitdepth").GetInt32());
        return ClipPair.Open(
            SharedData.Clip(golden.GetProperty("reference").GetString()!),
            SharedData.Clip(golden.GetProperty("distorted").GetString()!),
            new ClipPairOptions { ReferenceHints = hints, DistortedHints = hints });
    }
}
