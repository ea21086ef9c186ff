using System.Diagnostics;
using System.Globalization;
using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks.FifoRuns;

/// <summary>The pairs that are measured: the y4m clips themselves, and what encoders make of them.</summary>
internal static class FifoInputs
{
    /// <summary>All pairs. An encoded pair that is not there yet is made.</summary>
    /// <param name="files">The y4m clips.</param>
    /// <param name="options">Encoders and folder.</param>
    public static IEnumerable<FifoInput> Of(BenchmarkClip files, FifoOptions options)
    {
        yield return new FifoInput("y4m", files, IsEncoded: false);
        foreach (string encoder in options.Encoders)
        {
            yield return new FifoInput(encoder, new BenchmarkClip(Encode(files.Reference, encoder), Encode(files.Distorted, encoder)), IsEncoded: true);
        }
    }

    /// <summary>Encodes nearly without loss; Matroska takes any codec.</summary>
    private static string Encode(string y4m, string encoder)
    {
        string encoded = Path.ChangeExtension(y4m, string.Create(CultureInfo.InvariantCulture, $".{encoder}.mkv"));
        if (!File.Exists(encoded))
        {
            string[] quality = encoder.StartsWith("libx26", StringComparison.Ordinal) ? ["-preset", "veryfast", "-crf", "18"] : ["-q:v", "4"];
            string unfinished = encoded + ".part";
            using Process ffmpeg = Process.Start(
                "ffmpeg", ["-v", "error", "-nostdin", "-i", y4m, "-c:v", encoder, .. quality, "-f", "matroska", "-y", unfinished]);
            ffmpeg.WaitForExit();
            if (ffmpeg.ExitCode != 0)
            {
                throw new InvalidOperationException($"ffmpeg could not encode '{y4m}' with {encoder}.");
            }

            File.Move(unfinished, encoded);
        }

        return encoded;
    }
}
