using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Vmaf.Engine.Video;
using Vmaf.Tests.Infrastructure;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Cli;

/// <summary>
/// What the build compiles ahead of time: of types that are generic over registers the compiler takes only what it sees named, and a
/// change that hides a kernel from it costs start-up and nothing else, so nobody would notice.
/// </summary>
public sealed partial class AheadOfTimeTests : IDisposable
{
    private const int Width = 480;
    private const int Height = 400;
    private const int Frames = 8;

    private static readonly string[] Kernels =
    [
        ".VifVerticalFilter`", ".VifHorizontalFilter`", ".VifStatistics`", ".VectorWaveletKernels`", ".VectorMasking`", ".RowDifference`",
        ".VectorLumaKernels`", ".VectorSpeedKernels`",
    ];

    private static readonly string Tool = Repository.Combine("src", "Vmaf.Cli", "bin", "Release", "net10.0", "vmaf.dll");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_kernels_are_not_compiled_when_the_tool_runs()
    {
        Assert.SkipUnless(IsPrecompiled(Tool), "Needs the tool compiled ahead of time: a Release build.");
        Assert.SkipUnless(
            File.Exists("/proc/cpuinfo") && File.ReadAllText("/proc/cpuinfo").Contains(" avx2 ", StringComparison.Ordinal),
            "Needs a processor with AVX2 and /proc/cpuinfo, by which the build chooses instructions.");
        var format = new VideoFormat(Width, Height, ChromaFormat.Yuv420, 8);
        string clip = _folder.Write("a.y4m", TestVideo.Y4m($"YUV4MPEG2 W{Width} H{Height} F25:1 C420jpeg\n", format, Frames + 1));
        string compiled = Path.Combine(_folder.FullPath, "compiled.txt");

        (int code, string output) = ChildProcess.Run(
            "dotnet",
            [
                "exec", Tool, "-r", clip, "-d", clip, "--frame_skip_dist", "1", "--frame_cnt", $"{Frames}", "-q",
                "--feature", "cambi", "--feature", "speed_chroma",
            ],
            new Dictionary<string, string?>
            {
                ["DOTNET_JitStdOutFile"] = compiled,
                ["DOTNET_JitDisasmSummary"] = "1",
                ["DOTNET_ReadyToRun"] = null,
                ["VMAF_SIMD"] = null,
            },
            TimeSpan.FromMinutes(2));

        Assert.True(code == 0, output);
        string[] methods = File.ReadAllLines(compiled);
        Assert.NotEmpty(methods);
        Assert.Equal("", string.Join('\n', methods.Where(method => Kernels.Any(method.Contains) && !IsTrivial(method))));
    }

    /// <summary>Accessors, bridges of interfaces: a few instructions.</summary>
    private static bool IsTrivial(string method) => int.Parse(CodeSize().Match(method).Groups[1].Value, CultureInfo.InvariantCulture) < 64;

    [GeneratedRegex(@"code size=(\d+)")]
    private static partial Regex CodeSize();

    private static bool IsPrecompiled(string assembly)
    {
        if (!File.Exists(assembly))
        {
            return false;
        }

        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }
}
