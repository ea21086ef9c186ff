namespace Vmaf.Benchmarks.WholeRun;

/// <summary>The rows of the comparison table.</summary>
internal sealed class Scenarios
{
    /// <summary>libvmaf's mask that leaves AVX2 and takes AVX-512 away (its flags: SSE2 1, SSSE3 2, SSE4.1 4, AVX2 8, AVX-512 16 and 32).</summary>
    private const long WithoutAvx512 = 16 | 32;

    private const long PlainC = uint.MaxValue;

    private readonly ClipLibrary _clips;
    private readonly string _models;

    /// <summary>Prepares the rows.</summary>
    /// <param name="clips">Where the clips are.</param>
    /// <param name="modelFolder">Folder of the official model files, which both programs load by path.</param>
    public Scenarios(ClipLibrary clips, string modelFolder)
    {
        _clips = clips;
        _models = modelFolder;
    }

    /// <summary>All rows.</summary>
    public IEnumerable<Scenario> All()
    {
        string[] standard = [.. Model("vmaf_v0.6.1", "vmaf")];
        string[] standardAndNeg = [.. standard, .. Model("vmaf_v0.6.1neg", "vmaf_neg")];
        BenchmarkClip hd = _clips.Get(1920, 1080, 8, 60);
        BenchmarkClip hd10 = _clips.Get(1920, 1080, 10, 60);
        BenchmarkClip uhd = _clips.Get(3840, 2160, 8, 16);
        BenchmarkClip small = _clips.Get(320, 240, 8, 2);
        yield return new("v0.6.1, 1080p 8-bit", hd, 60, standard, 1);
        yield return new("v0.6.1, 1080p 8-bit", hd, 60, standard, 2);
        yield return new("v0.6.1, 1080p 10-bit", hd10, 60, standard, 1);
        yield return new("v0.6.1, 1080p 10-bit", hd10, 60, standard, 2);
        yield return new("v0.6.1, 2160p 8-bit", uhd, 16, standard, 1);
        yield return new("v0.6.1, 2160p 8-bit", uhd, 16, standard, 2);
        yield return new("v0.6.1 and NEG in one run, 1080p 8-bit", hd, 60, standardAndNeg, 1);
        yield return new("one frame, 1080p 8-bit", hd, 1, standard, 2);
        yield return new("cold start: two frames, 320×240", small, 2, standard, 1);
        yield return new("AVX2 against AVX2, 1080p 8-bit", hd, 60, standard, 1)
        {
            PeerInstructionMask = WithoutAvx512,
            Environment = new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" },
        };
        yield return new("128-bit against plain C, 1080p 8-bit", hd, 20, standard, 1)
        {
            PeerInstructionMask = PlainC,
            Environment = new Dictionary<string, string> { ["DOTNET_EnableAVX2"] = "0" },
        };
        yield return new("vif alone, 1080p 8-bit", hd, 60, ["-n", "--feature", "vif"], 1);
        yield return new("adm alone, 1080p 8-bit", hd, 60, ["-n", "--feature", "adm"], 1);
        yield return new("motion alone, 1080p 8-bit", hd, 60, ["-n", "--feature", "motion"], 1);
    }

    private string[] Model(string file, string name) => ["-m", $"path={Path.Combine(_models, file + ".json")}:name={name}"];
}
