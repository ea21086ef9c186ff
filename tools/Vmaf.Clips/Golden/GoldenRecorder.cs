using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Vmaf.Clips.Writing;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Golden;

/// <summary>Runs libvmaf's tool, on its plain C path, over pairs of clips and keeps what it says of each frame.</summary>
internal sealed class GoldenRecorder(string toolPath, string modelFolder)
{
    // All instruction sets masked off.
    private const string PlainPath = "4294967295";

    private static readonly string[] ModelNames = ["vmaf_v0.6.1", "vmaf_v0.6.1neg", "vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1neg"];

    private static readonly string[] FeatureArguments =
        ["--no_prediction", "--feature", "vif=debug=true", "--feature", "adm=debug=true", "--feature", "motion=debug=true"];

    /// <summary>Records a pair.</summary>
    public GoldenRecord Record(GoldenRecipe recipe)
    {
        string folder = Directory.CreateTempSubdirectory("vmaf-golden-").FullName;
        try
        {
            IClip reference = recipe.Reference();
            IClip distorted = recipe.Distorted();
            ClipWriter.Write(reference, Path.Combine(folder, "reference.yuv"), new FrameRate(25, 1));
            ClipWriter.Write(distorted, Path.Combine(folder, "distorted.yuv"), new FrameRate(25, 1));
            string[] common = CommonArguments(recipe);
            (string version, IReadOnlyDictionary<string, double[]> features) = Run(folder, [.. common, .. FeatureArguments]);
            return new GoldenRecord
            {
                Recipe = recipe,
                ReferenceSha256 = reference.Sha256(),
                DistortedSha256 = distorted.Sha256(),
                LibvmafVersion = version,
                Arguments = string.Join(' ', [.. common, .. FeatureArguments]),
                Features = features,
                Models = ModelNames.ToDictionary(
                    name => name,
                    name => Run(folder, [.. common, "--model", $"path={Path.Combine(modelFolder, name + ".json")}"]).Metrics),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] CommonArguments(GoldenRecipe recipe) =>
    [
        "--reference", "reference.yuv", "--distorted", "distorted.yuv",
        "--width", recipe.Width.ToString(CultureInfo.InvariantCulture),
        "--height", recipe.Height.ToString(CultureInfo.InvariantCulture),
        "--pixel_format", recipe.Chroma switch { ChromaFormat.Yuv420 => "420", ChromaFormat.Yuv422 => "422", _ => "444" },
        "--bitdepth", recipe.BitDepth.ToString(CultureInfo.InvariantCulture),
        "--cpumask", PlainPath, "--json", "--output", "log.json",
    ];

    private (string Version, IReadOnlyDictionary<string, double[]> Metrics) Run(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(toolPath), arguments) { WorkingDirectory = folder, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"'{toolPath}' cannot be started.");
        string complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{toolPath}' failed with {process.ExitCode}: {complaint}");
        }

        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "log.json")));
        JsonElement[] frames = [.. log.RootElement.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("metrics"))];
        return (
            log.RootElement.GetProperty("version").GetString() ?? string.Empty,
            frames[0].EnumerateObject().ToDictionary(
                metric => metric.Name,
                metric => frames.Select(frame => frame.GetProperty(metric.Name).GetDouble()).ToArray()));
    }
}
