using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Makes small pictures of chosen frames of a pair of videos.</summary>
public static class FramePictureReader
{
    /// <summary>The most pixels across a picture.</summary>
    public const int MaximumWidth = 384;

    /// <summary>The most pixels down a picture.</summary>
    public const int MaximumHeight = 288;

    /// <summary>Reads frames of both videos and shrinks them.</summary>
    /// <param name="clips">The pair, opened as it was for scoring; read from where it stands.</param>
    /// <param name="frameIndices">The frames, in any order.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The pictures by frame; frames behind the end of a video are left out.</returns>
    /// <exception cref="VmafException">A video cannot be read.</exception>
    public static IReadOnlyDictionary<int, FramePictures> Read(
        ClipPair clips, IEnumerable<int> frameIndices, CancellationToken cancellation = default)
    {
        var pictures = new Dictionary<int, FramePictures>();
        VideoFrame reference = VideoFrame.Allocate(clips.Format);
        VideoFrame distorted = VideoFrame.Allocate(clips.Format);
        try
        {
            int position = 0;
            foreach (int index in frameIndices.Distinct().Order())
            {
                while (position < index && clips.Reference.TrySkip(cancellation) && clips.Distorted.TrySkip(cancellation))
                {
                    position++;
                }

                if (position < index || !clips.Reference.TryRead(reference, cancellation) || !clips.Distorted.TryRead(distorted, cancellation))
                {
                    break;
                }

                position++;
                pictures[index] = FramePictures.Shrink(
                    reference, distorted, clips.Reference.ColorRange, clips.Distorted.ColorRange, MaximumWidth, MaximumHeight);
            }
        }
        finally
        {
            reference.Release();
            distorted.Release();
        }

        return pictures;
    }
}
