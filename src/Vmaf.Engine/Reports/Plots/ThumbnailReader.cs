using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Makes small grey pictures of chosen frames of a video.</summary>
public static class ThumbnailReader
{
    /// <summary>Reads the luma of frames and shrinks it.</summary>
    /// <param name="path">Path of the video.</param>
    /// <param name="hints">What is known of its format, if it is raw.</param>
    /// <param name="skippedFrames">Frames passed over before frame 0.</param>
    /// <param name="frameIndices">The frames, in any order.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The pictures by frame; frames behind the end of the video are left out.</returns>
    /// <exception cref="VmafException">The video cannot be read.</exception>
    public static IReadOnlyDictionary<int, GrayPicture> Read(
        string path, RawVideoHints? hints, long skippedFrames, IEnumerable<int> frameIndices, CancellationToken cancellation = default)
    {
        var pictures = new Dictionary<int, GrayPicture>();
        using IFrameSource source = VideoSource.Open(path, hints, null, cancellation);
        using var range = new FrameRange(source, skippedFrames);
        VideoFrame frame = VideoFrame.Allocate(range.Format);
        try
        {
            int position = 0;
            foreach (int index in frameIndices.Distinct().Order())
            {
                while (position < index && range.TrySkip(cancellation))
                {
                    position++;
                }

                if (position < index || !range.TryRead(frame, cancellation))
                {
                    break;
                }

                position++;
                pictures[index] = GrayPicture.Shrink(frame.Luma, ExplanationPlot.PictureWidth, ExplanationPlot.PictureHeight);
            }
        }
        finally
        {
            frame.Release();
        }

        return pictures;
    }
}
