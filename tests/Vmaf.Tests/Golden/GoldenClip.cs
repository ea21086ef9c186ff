using Vmaf.Clips;
using Vmaf.Clips.Golden;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.Golden;

/// <summary>
/// A generated pair of clips with the figures of each frame that libvmaf f85a8536 gives on its plain C path. Recorded by
/// <c>Vmaf.Clips record-golden</c>; recorded anew only when a pair is added or libvmaf itself changes, never because a test fails.
/// </summary>
internal sealed class GoldenClip
{
    private GoldenClip(GoldenRecord record) => Record = record;

    /// <summary>The names of all pairs, for theories.</summary>
    public static TheoryData<string> Names => [.. GoldenRecipes.All.Select(recipe => recipe.Name)];

    /// <summary>Recipe, hashes and figures as recorded.</summary>
    public GoldenRecord Record { get; }

    public VideoFormat Format => Record.Recipe.Format;

    public int FrameCount => Record.Recipe.FrameCount;

    /// <summary>Loads a pair by its name.</summary>
    public static GoldenClip Load(string name) =>
        new(GoldenJson.Read(Repository.Combine("tests", "Vmaf.Tests", "Golden", name + ".json")));

    public IFrameSource OpenReference() => new ClipSource(Record.Recipe.Reference(), "reference");

    public IFrameSource OpenDistorted() => new ClipSource(Record.Recipe.Distorted(), "distorted");

    public ClipPair OpenPair() => new(OpenReference(), OpenDistorted());

    /// <summary>A metric of the run with a model, frame by frame, for example <c>vmaf</c> or <c>integer_adm2_egl_1</c>.</summary>
    public double[] Metric(string model, string metric) => Record.Models[model][metric];

    /// <summary>A metric of the feature extractors run with <c>debug=true</c>, frame by frame.</summary>
    public double[] Feature(string metric) => Record.Features[metric];
}
