namespace Vmaf.Engine.Video;

/// <summary>Which of the two videos.</summary>
public enum VideoSide
{
    /// <summary>The undistorted original.</summary>
    Reference,

    /// <summary>The video whose quality is asked.</summary>
    Distorted,
}
