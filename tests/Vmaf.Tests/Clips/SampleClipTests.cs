using System.Security.Cryptography;
using Vmaf.Clips;
using Vmaf.Clips.Writing;
using Vmaf.Tests.Infrastructure;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Clips;

public sealed class SampleClipTests
{
    public static TheoryData<string> Names => [.. SampleClips.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_what_the_generator_makes(string name)
    {
        using var folder = new TemporaryFolder();
        string regenerated = Path.Combine(folder.FullPath, name);
        ClipWriter.Write(SampleClips.All.Single(sample => sample.Name == name).Clip, regenerated, SampleClips.FrameRate);
        Assert.Equal(Hash(Repository.Combine("samples", name)), Hash(regenerated));
    }

    private static string Hash(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
