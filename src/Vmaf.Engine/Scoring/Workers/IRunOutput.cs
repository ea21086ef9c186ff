namespace Vmaf.Engine.Scoring.Workers;

/// <summary>Takes what the threads of a run give away. Called by one of them at a time.</summary>
internal interface IRunOutput
{
    /// <summary>Takes the next frame, in order; may wait for the consumer.</summary>
    /// <param name="frame">The frame with all its metrics.</param>
    void Emit(FrameScore frame);

    /// <summary>Takes what is known at the end of a run that neither failed nor was stopped. What it throws fails the run.</summary>
    /// <param name="reader">How far the videos were read.</param>
    /// <param name="aggregates">Figures about the whole video.</param>
    void Finish(FrameReader reader, IReadOnlyDictionary<string, double> aggregates);

    /// <summary>The last call, whatever has happened.</summary>
    /// <param name="failure">What ended the run; <see langword="null"/> where it came to its end or was stopped.</param>
    void Close(Exception? failure);
}
