using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Models;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class FeatureOverloadsTests
{
    private static readonly ModelFeature[] Features =
    [
        new("first_a", [KeyValuePair.Create("gain", "1"), KeyValuePair.Create("mode", "2")]),
        new("second", []),
        new("first_b", []),
        new("unknown", []),
    ];

    [Fact]
    public void Options_of_the_user_replace_those_of_the_file_for_all_features_of_the_extractor()
    {
        IReadOnlyList<ModelFeature> changed = FeatureOverloads.Apply(
            Features,
            [new FeatureOverload("first", "gain", "3"), new FeatureOverload("first", "gain", "4")],
            Find);
        Assert.Equal(["mode=2 gain=4", "", "gain=4", ""], changed.Select(Options));
        Assert.Equal(["gain=1 mode=2", "", "", ""], Features.Select(Options));
    }

    [Fact]
    public void An_extractor_that_the_model_does_not_use_is_an_error()
    {
        VmafException error = Assert.Throws<VmafException>(
            () => FeatureOverloads.Apply(Features, [new FeatureOverload("third", "gain", "3")], Find));
        Assert.Equal(VmafErrorIds.FeatureUnknown, error.ErrorId);
        Assert.Contains("first, second", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_resolved_by_the_extractor()
    {
        FeatureOptionSet options = new ModelFeature("first_a", [KeyValuePair.Create("gain", "1.5")]).ResolveOptions(Find);
        Assert.Equal(1.5, options.Double("gain"));
        VmafException error = Assert.Throws<VmafException>(() => Features[3].ResolveOptions(Find));
        Assert.Equal(VmafErrorIds.ModelUnsupported, error.ErrorId);
        Assert.Contains("'unknown'", error.Message, StringComparison.Ordinal);
    }

    private static string Options(ModelFeature feature) => string.Join(" ", feature.Options.Select(option => $"{option.Key}={option.Value}"));

    private static FakeExtractor? Find(string feature) => feature switch
    {
        "first_a" or "first_b" => FakeExtractor.First,
        "second" => FakeExtractor.Second,
        _ => null,
    };

    private sealed class FakeExtractor(string name) : FeatureExtractorDefinition
    {
        public static readonly FakeExtractor First = new("first");
        public static readonly FakeExtractor Second = new("second");

        public override string Name => name;

        public override string Description => "Measures nothing.";

        public override IReadOnlyList<string> ProvidedFeatures => [];

        public override IReadOnlyList<FeatureOption> Options => [new("gain", FeatureOptionKind.Double, 100.0, "A gain.")];

        internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) => throw new NotSupportedException();
    }
}
