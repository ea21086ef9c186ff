using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports.Plots;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Presenting;

/// <summary>Pictures of single frames, from the videos that were scored.</summary>
internal static class WorstFramePictures
{
    /// <summary>Reads the videos again; where they are gone or cannot be read twice, there are no pictures, and a note.</summary>
    /// <param name="pair">The videos; <see langword="null"/> where nothing says which.</param>
    /// <param name="frameIndices">The frames.</param>
    /// <param name="notes">Receives a sentence for the reader where pictures are missing.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyDictionary<int, FramePictures> Read(
        ScoredPair? pair, IReadOnlyCollection<int> frameIndices, ICollection<string> notes, CancellationToken cancellation)
    {
        if (pair?.Result.Reference is not { } reference)
        {
            notes.Add("There are no pictures of the frames: the report does not say which two videos were compared.");
        }
        else if (new[] { reference, pair.Result.Distorted }.FirstOrDefault(path => !CanBeReadAgain(path)) is { } missing)
        {
            notes.Add($"There are no pictures of the frames: '{missing}' is not there, or no file that can be read again.");
        }
        else
        {
            try
            {
                if (pair.Options.ReferenceProcess is not null || pair.Options.DistortedProcess is not null)
                {
                    notes.Add("The pictures show the frames as they were before the callbacks on luma.");
                }

                using var clips = ClipPair.Open(reference, pair.Result.Distorted, Quietly(pair.Options), cancellation);
                return FramePictureReader.Read(clips, frameIndices, cancellation);
            }
            catch (VmafException error)
            {
                notes.Add($"There are no pictures of the frames. {error.Message}");
            }
        }

        return new Dictionary<int, FramePictures>();
    }

    /// <summary>Pipes and devices have no length, and opening them would wait for a writer, or take what is another reader's.</summary>
    private static bool CanBeReadAgain(string path) => path != VideoSource.StandardInput && FileTarget.HasContent(path);

    /// <summary>
    /// As the pair was opened, but for what only scoring needs, and for what ended with the command that scored: its pipeline, which ran
    /// callbacks and wrote warnings, and perhaps its work folder.
    /// </summary>
    private static ClipPairOptions Quietly(ClipPairOptions options) => options with
    {
        WatchesOffset = false,
        WatchesDifferences = false,
        ReferenceProcess = null,
        DistortedProcess = null,
        ReferenceDecoding = Quietly(options.ReferenceDecoding),
        DistortedDecoding = Quietly(options.DistortedDecoding),
    };

    private static DecodeOptions? Quietly(DecodeOptions? options) =>
        options is null
            ? null
            : options with
            {
                FifoMode = FifoMode.Auto,
                KeptWorkfileFolder = null,
                TemporaryRoot = null,
                Ready = options.Ready with { OnWarning = null },
            };
}
