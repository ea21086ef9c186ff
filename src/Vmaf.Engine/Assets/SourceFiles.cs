using System.Text.RegularExpressions;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Assets;

/// <summary>What a source's name and properties say about how ffmpeg has to read it.</summary>
internal static partial class SourceFiles
{
    private const string EndlessNumberRange = "2147483647";

    /// <summary>ffmpeg's options that describe a source: a raw format, or what the extension stands for.</summary>
    public static IReadOnlyList<string> InputArguments(AssetSide video)
    {
        if (video.IsYuv)
        {
            PictureSize size = video.Size ?? throw new VmafException(
                VmafErrorIds.RawFormatUnknown, $"The size of the raw video '{video.Path}' is not stated.", "State width and height.", video.Path);
            return DecodeCommand.RawInput(video.YuvType, size);
        }

        return Path.GetExtension(video.Path) switch
        {
            ".j2c" or ".j2k" or ".tiff" => ["-f", "image2", "-start_number_range", EndlessNumberRange],
            ".icpf" => ["-f", "image2", "-c:v", "netflixprores", "-start_number_range", EndlessNumberRange],
            ".265" => ["-c:v", "hevc"],
            _ => [],
        };
    }

    /// <summary>Checks that a source is there: the file itself, or a file that fits a numbered template.</summary>
    /// <exception cref="VmafException">It is not (<see cref="VmafErrorIds.FileNotFound"/>).</exception>
    public static void CheckExists(string path)
    {
        if (!File.Exists(path) && !AnyFits(path))
        {
            throw new VmafException(VmafErrorIds.FileNotFound, $"'{path}' does not exist.", null, path);
        }
    }

    private static bool AnyFits(string template)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(template))!;
        string[] parts = NumberPlace().Split(Path.GetFileName(template));
        if (parts.Length < 2 || !Directory.Exists(folder))
        {
            return false;
        }

        var pattern = new Regex($"^{string.Join("[0-9]+", parts.Select(Regex.Escape))}$", RegexOptions.CultureInvariant);
        return Directory.EnumerateFiles(folder).Any(file => pattern.IsMatch(Path.GetFileName(file)));
    }

    // %d, %8d, %08d
    [GeneratedRegex("%[0-9]*d", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPlace();
}
