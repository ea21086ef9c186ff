using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>The latest frames of one video, newest first; counts itself as a user of each.</summary>
internal sealed class FrameHistory(int length)
{
    private readonly List<VideoFrame> _frames = [];

    /// <summary>A frame and its predecessors, newest first.</summary>
    public VideoFrame[] WindowOf(VideoFrame current) => [current, .. _frames];

    /// <summary>Takes over the caller's use of a frame; gives up the oldest.</summary>
    public void Push(VideoFrame frame)
    {
        _frames.Insert(0, frame);
        if (_frames.Count > length)
        {
            _frames[^1].Release();
            _frames.RemoveAt(_frames.Count - 1);
        }
    }

    /// <summary>Gives up all frames.</summary>
    public void Clear()
    {
        foreach (VideoFrame frame in _frames)
        {
            frame.Release();
        }

        _frames.Clear();
    }
}
