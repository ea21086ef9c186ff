using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Decoding;

/// <summary>Makes encoded clips with a real ffmpeg, where there is one.</summary>
internal static class Ffmpeg
{
    private static readonly Lazy<FfmpegTools?> Found = new(() =>
    {
        try
        {
            return FfmpegTools.Find();
        }
        catch (VmafException)
        {
            return null;
        }
    });

    public static FfmpegTools Tools
    {
        get
        {
            Assert.SkipWhen(Found.Value is null, "Needs ffmpeg and ffprobe on the PATH, or VMAF_FFMPEG.");
            return Found.Value;
        }
    }

    /// <summary>Encodes raw frames without loss, whatever else the arguments ask.</summary>
    public static string Encode(TemporaryFolder folder, string name, VideoFormat format, int frameCount, params string[] arguments)
    {
        string raw = folder.Write("input.yuv", TestVideo.Raw(format, frameCount));
        string path = Path.Combine(folder.FullPath, name);
        string[] codec = arguments.Contains("-c:v") ? [] : ["-c:v", "ffv1"];
        Run(["-f", "rawvideo", "-pix_fmt", format.PixelFormatName, "-s", $"{format.Width}x{format.Height}", "-r", "25", "-i", raw, .. codec, .. arguments, "file:" + path]);
        return path;
    }

    public static byte[] Raw(string path, params string[] arguments)
    {
        string raw = path + ".raw";
        Run(["-noautorotate", "-i", "file:" + path, "-fps_mode", "passthrough", .. arguments, "-f", "rawvideo", raw]);
        return File.ReadAllBytes(raw);
    }

    public static void Run(params string[] arguments)
    {
        ToolOutput output = ToolOutput.Capture(Tools.Ffmpeg, ["-v", "error", "-nostdin", "-y", .. arguments], TestContext.Current.CancellationToken);
        Assert.True(output.ExitCode == 0, output.ErrorTail);
    }
}
