namespace Vmaf.Engine.Video;

/// <summary>How the two chroma planes are subsampled against luma.</summary>
public enum ChromaFormat
{
    /// <summary>Luma only.</summary>
    Yuv400,

    /// <summary>Half the width and half the height, rounded up.</summary>
    Yuv420,

    /// <summary>Half the width (rounded up), full height.</summary>
    Yuv422,

    /// <summary>Full width and height.</summary>
    Yuv444,
}
