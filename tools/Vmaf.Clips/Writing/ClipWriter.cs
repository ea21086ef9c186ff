using Vmaf.Engine.Video;

namespace Vmaf.Clips.Writing;

/// <summary>Writes whole clips to files.</summary>
public static class ClipWriter
{
    /// <summary>Writes a clip: as y4m if the file's name ends so, else raw.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="rate">Frames per second, for y4m.</param>
    public static void Write(IClip clip, string path, FrameRate rate)
    {
        FileStream file = File.Create(path);
        if (Path.GetExtension(path).Equals(".y4m", StringComparison.OrdinalIgnoreCase))
        {
            using var writer = new Y4mWriter(file, clip.Format, rate);
            WriteFrames(clip, writer.Write);
        }
        else
        {
            using var writer = new RawYuvWriter(file, clip.Format);
            WriteFrames(clip, writer.Write);
        }
    }

    private static void WriteFrames(IClip clip, Action<PlanarFrame> write)
    {
        for (int index = 0; index < clip.FrameCount; index++)
        {
            write(clip.Frame(index));
        }
    }
}
