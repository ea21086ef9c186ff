using System.Globalization;
using Vmaf.Engine.Features.NaturalScene;

namespace Vmaf.Engine.Features.Guide;

/// <summary>
/// Notes on the statistics of BRISQUE and NIQE. They describe distributions; only a trained model says what is good.
/// </summary>
internal static class NaturalSceneNotes
{
    private static readonly string[] Scales = ["the whole picture", "the picture at half its size", "the picture at a quarter of its size"];

    private static readonly string[] Neighbors = ["above", "to the left", "above and to the left", "above and to the right"];

    private static readonly (string Name, string Meaning)[] ProductStatistics =
    [
        ("alpha", "Shape of the distribution of"),
        ("N", "Mean of the distribution of"),
        ("lsq", "Deviation of the negative"),
        ("rsq", "Deviation of the other"),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<FeatureNote> All =>
    [
        .. Notes("brisque", BrisqueDefinition.ScaleCount, ("sq_m", "Deviation")),
        .. Notes("niqe", NiqeDefinition.ScaleCount, ("blbr", "Scale")),
    ];

    private static IEnumerable<FeatureNote> Notes(string extractor, int scaleCount, (string Name, string Meaning) width)
    {
        for (int scale = 1; scale <= scaleCount; scale++)
        {
            string picture = Scales[scale - 1];
            yield return Note($"{extractor}_alpha_m{scale}", $"Shape of the distribution of normalised luma in {picture}.");
            yield return Note($"{extractor}_{width.Name}{scale}", $"{width.Meaning} of normalised luma in {picture}.");
            for (int neighbor = 1; neighbor <= Neighbors.Length; neighbor++)
            {
                foreach ((string name, string meaning) in ProductStatistics)
                {
                    yield return Note(
                        string.Create(CultureInfo.InvariantCulture, $"{extractor}_{name}{scale}{neighbor}"),
                        $"{meaning} products with the neighbour {Neighbors[neighbor - 1]} in {picture}.");
                }
            }
        }
    }

    private static FeatureNote Note(string name, string meaning) => new(name, FeatureDirection.Neither, meaning);
}
