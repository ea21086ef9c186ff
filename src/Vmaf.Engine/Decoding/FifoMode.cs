namespace Vmaf.Engine.Decoding;

/// <summary>How a video's frames get from its file to the run.</summary>
public enum FifoMode
{
    /// <summary>Files of frames are read directly; what has to be decoded or filtered comes through a FIFO.</summary>
    Auto,

    /// <summary>All videos come through FIFOs, files of frames too.</summary>
    Always,

    /// <summary>Files of frames are read directly; what has to be decoded or filtered is first written to a plain file, whole.</summary>
    Never,
}
