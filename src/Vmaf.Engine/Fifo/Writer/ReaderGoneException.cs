namespace Vmaf.Engine.Fifo.Writer;

/// <summary>The reader of a FIFO closed its end before everything was written. It has what it wants, so this is no error.</summary>
internal sealed class ReaderGoneException : IOException
{
    /// <summary>Creates the exception.</summary>
    public ReaderGoneException()
        : base("The reader closed its end of the FIFO.")
    {
    }
}
