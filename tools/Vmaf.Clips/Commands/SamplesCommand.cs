using Vmaf.Clips.Writing;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Commands;

/// <summary>Writes the sample clips of the project.</summary>
internal static class SamplesCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage = "samples [-o samples]";

    /// <summary>Runs the command.</summary>
    public static void Run(ReadOnlySpan<string> arguments)
    {
        string folder = new CommandOptions(arguments, "output").Text("output", "samples");
        Directory.CreateDirectory(folder);
        foreach ((string name, IClip clip) in SampleClips.All)
        {
            ClipWriter.Write(clip, Path.Combine(folder, name), SampleClips.FrameRate);
        }
    }
}
