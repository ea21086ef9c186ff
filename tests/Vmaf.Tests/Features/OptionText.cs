using Vmaf.Engine.Features;

namespace Vmaf.Tests.Features;

/// <summary>Options as tests write them: <c>name=value</c>, joined by colons.</summary>
internal static class OptionText
{
    public static FeatureOptionSet Parse(FeatureExtractorDefinition definition, string text) =>
        FeatureOptionSet.Parse(
            definition,
            text.Split(':', StringSplitOptions.RemoveEmptyEntries)
                .Select(option => option.Split('=', 2))
                .Select(parts => KeyValuePair.Create(parts[0], parts[1])));
}
