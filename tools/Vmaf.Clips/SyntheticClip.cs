using Vmaf.Clips.Generation;
using Vmaf.Engine.Video;

namespace Vmaf.Clips;

/// <summary>
/// A made-up clip with the things that matter to a quality metric: smooth gradients, textures of all scales, hard edges, moving
/// objects, a pan, camera noise, and a cut to another scene after three fifths. Integer arithmetic only.
/// </summary>
public sealed class SyntheticClip : IClip
{
    private readonly Lazy<Scene> _beforeCut;
    private readonly Lazy<Scene> _afterCut;
    private readonly int _cut;

    private SyntheticClip(VideoFormat format, int frameCount, int seed)
    {
        Format = format;
        FrameCount = frameCount;
        _cut = Math.Max(1, ((frameCount * 3) + 4) / 5);
        uint sceneSeed = (uint)seed * 1_000_003u;
        _beforeCut = new Lazy<Scene>(() => new Scene(format, sceneSeed));
        _afterCut = new Lazy<Scene>(() => new Scene(format, sceneSeed + 500_000u));
    }

    /// <inheritdoc/>
    public VideoFormat Format { get; }

    /// <inheritdoc/>
    public int FrameCount { get; }

    /// <summary>Describes a clip; frames are made when asked for.</summary>
    /// <param name="format">Size, chroma format and bit depth; any that the engine takes.</param>
    /// <param name="frameCount">Number of frames, at least 1.</param>
    /// <param name="seed">Chooses the clip.</param>
    public static SyntheticClip Create(VideoFormat format, int frameCount, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frameCount, 1);
        return new SyntheticClip(format, frameCount, seed);
    }

    /// <inheritdoc/>
    public PlanarFrame Frame(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)FrameCount, nameof(index));
        return index < _cut ? _beforeCut.Value.Draw(index) : _afterCut.Value.Draw(index - _cut);
    }
}
