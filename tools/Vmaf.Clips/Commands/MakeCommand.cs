using Vmaf.Clips.Writing;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Commands;

/// <summary>Writes one clip.</summary>
internal static class MakeCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage =
        "make --size 1920x1080 --frames 50 [--chroma 420] [--depth 8] [--seed 1] [--degrade quantise] [--strength 2] [--fps 25] -o clip.y4m";

    /// <summary>Runs the command.</summary>
    public static void Run(ReadOnlySpan<string> arguments)
    {
        var options = new CommandOptions(arguments, "size", "frames", "chroma", "depth", "seed", "degrade", "strength", "fps", "output");
        Degradation degradation = Enum.Parse<Degradation>(options.Text("degrade", nameof(Degradation.None)), ignoreCase: true);
        IClip clip = SyntheticClip
            .Create(options.Format(), options.Number("frames", 25), options.Number("seed", 1))
            .Degrade(degradation, options.Number("strength", 2));
        ClipWriter.Write(clip, options.Required("output"), new FrameRate(options.Number("fps", 25), 1));
    }
}
