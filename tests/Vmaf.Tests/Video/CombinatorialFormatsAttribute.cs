using System.Reflection;
using Vmaf.Engine.Video;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Vmaf.Tests.Video;

/// <summary>All chroma formats and bit depths at sizes that are odd, tiny, or at the row alignment.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialFormatsAttribute : DataAttribute
{
    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (2, 3), (33, 17), (64, 5), (129, 4), (2048, 3)];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        .. from size in Sizes
           from chroma in Enum.GetValues<ChromaFormat>()
           from bitDepth in new[] { 8, 9, 10, 12, 14, 16 }
           select new TheoryDataRow(new VideoFormat(size.Width, size.Height, chroma, bitDepth)),
    ]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
