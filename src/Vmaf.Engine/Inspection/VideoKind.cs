namespace Vmaf.Engine.Inspection;

/// <summary>How a video's frames lie in its file.</summary>
public enum VideoKind
{
    /// <summary>Planes one after the other, without a header.</summary>
    Raw,

    /// <summary>Planes with the headers of YUV4MPEG2.</summary>
    Y4m,

    /// <summary>Compressed: ffmpeg decodes it.</summary>
    Encoded,
}
