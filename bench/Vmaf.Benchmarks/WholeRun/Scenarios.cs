namespace Vmaf.Benchmarks.WholeRun;

/// <summary>The rows of the comparison table.</summary>
internal sealed class Scenarios
{
    /// <summary>libvmaf's mask that leaves AVX2 and takes AVX-512 away (its flags: SSE2 1, SSSE3 2, SSE4.1 4, AVX2 8, AVX-512 16 and 32).</summary>
    private const long WithoutAvx512 = 16 | 32;

    private const long PlainC = uint.MaxValue;

    private readonly ClipLibrary _clips;
    private readonly string _models;
    private readonly int _frameCount;

    /// <summary>Prepares the rows.</summary>
    /// <param name="clips">Where the clips are.</param>
    /// <param name="modelFolder">Folder of the official model files, which both programs load by path.</param>
    /// <param name="frameCount">Frames of 1080p to score; a third of that in 2160p.</param>
    public Scenarios(ClipLibrary clips, string modelFolder, int frameCount)
    {
        _frameCount = frameCount;
        _clips = clips;
        _models = modelFolder;
    }

    /// <summary>All rows.</summary>
    public IEnumerable<Scenario> All()
    {
        string[] standard = [.. Model("vmaf_v0.6.1", "vmaf")];
        string[] standardAndNeg = [.. standard, .. Model("vmaf_v0.6.1neg", "vmaf_neg")];
        int uhdFrameCount = Math.Max(1, _frameCount / 3);
        BenchmarkClip hd = _clips.Get(1920, 1080, 8, _frameCount);
        BenchmarkClip hd10 = _clips.Get(1920, 1080, 10, _frameCount);
        BenchmarkClip uhd = _clips.Get(3840, 2160, 8, uhdFrameCount);
        BenchmarkClip small = _clips.Get(320, 240, 8, 2);
        yield return new("v0.6.1, 1080p 8-bit", hd, _frameCount, standard, 1);
        yield return new("v0.6.1, 1080p 8-bit", hd, _frameCount, standard, 2);
        yield return new("v0.6.1, 1080p 10-bit", hd10, _frameCount, standard, 1);
        yield return new("v0.6.1, 1080p 10-bit", hd10, _frameCount, standard, 2);
        yield return new("v0.6.1, 2160p 8-bit", uhd, uhdFrameCount, standard, 1);
        yield return new("v0.6.1, 2160p 8-bit", uhd, uhdFrameCount, standard, 2);
        yield return new("v0.6.1 and NEG in one run, 1080p 8-bit", hd, _frameCount, standardAndNeg, 1);
        yield return new("one frame, 1080p 8-bit", hd, 1, standard, 2);
        yield return new("cold start: two frames, 320×240", small, 2, standard, 1);
        yield return new("AVX2 against AVX2, 1080p 8-bit", hd, _frameCount, standard, 1)
        {
            PeerInstructionMask = WithoutAvx512,
            Environment = new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" },
        };
        yield return new("128-bit against plain C, 1080p 8-bit", hd, Math.Min(60, _frameCount), standard, 1)
        {
            PeerInstructionMask = PlainC,
            Environment = new Dictionary<string, string> { ["DOTNET_EnableAVX2"] = "0" },
        };
        yield return new("v1.0.16_3d0h, 1080p 8-bit", hd, _frameCount, [.. Model("vmaf_v1.0.16_3d0h", "vmaf")], 1);
        yield return new("v1.0.16_3d0h, 1080p 8-bit", hd, _frameCount, [.. Model("vmaf_v1.0.16_3d0h", "vmaf")], 2);
        yield return new("vif alone, 1080p 8-bit", hd, _frameCount, ["-n", "--feature", "vif"], 1);
        yield return new("adm alone, 1080p 8-bit", hd, _frameCount, ["-n", "--feature", "adm"], 1);
        yield return new("motion alone, 1080p 8-bit", hd, _frameCount, ["-n", "--feature", "motion"], 1);
        yield return new("psnr_hvs alone, 1080p 8-bit", hd, _frameCount, ["-n", "--feature", "psnr_hvs"], 1);
        yield return new("float_ssim alone, 1080p 8-bit", hd, _frameCount, ["-n", "--feature", "float_ssim"], 1);
        yield return new("float_ms_ssim alone, 1080p 8-bit", hd, Math.Min(60, _frameCount), ["-n", "--feature", "float_ms_ssim"], 1);
        yield return new("ciede alone, 1080p 8-bit", hd, Math.Min(20, _frameCount), ["-n", "--feature", "ciede"], 1);
        yield return new("cambi alone, 1080p 8-bit", hd, _frameCount, ["-n", "--feature", "cambi"], 1);
    }

    private string[] Model(string file, string name) => ["-m", $"path={Path.Combine(_models, file + ".json")}:name={name}"];
}
