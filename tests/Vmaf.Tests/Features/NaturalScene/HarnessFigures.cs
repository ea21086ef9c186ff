using System.Text.Json;
using Vmaf.Tests.Infrastructure;

namespace Vmaf.Tests.Features.NaturalScene;

/// <summary>What the harness of Netflix/vmaf gives for two generated pictures; <c>harness-figures.json</c> says how it was recorded.</summary>
internal sealed record HarnessFigures
{
    public int Width { get; init; }

    public int Height { get; init; }

    public int BitDepth { get; init; }

    public uint[] Seeds { get; init; } = [];

    public double[] Si { get; init; } = [];

    public double[] Ti { get; init; } = [];

    public double[][] Brisque { get; init; } = [];

    public double[][] Moment { get; init; } = [];

    public int? NiqePatchSize { get; init; }

    public double[][] Niqe { get; init; } = [];

    public double NiqeScore { get; init; }

    public static HarnessFigures[] Load()
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllBytes(Repository.Combine("tests", "Vmaf.Tests", "Features", "NaturalScene", "harness-figures.json")));
        return document.RootElement.GetProperty("pictures").Deserialize<HarnessFigures[]>(JsonSerializerOptions.Web)!;
    }

    public override string ToString() => $"{Width}x{Height}, {BitDepth} bits";
}
