namespace Vmaf.Engine.Video;

/// <summary>Which sample values stand for black and white. VMAF takes samples as they are; this is information only.</summary>
public enum ColorRange
{
    /// <summary>The file does not say.</summary>
    Unspecified,

    /// <summary>Studio range, 16 to 235 for 8-bit luma.</summary>
    Limited,

    /// <summary>All values, 0 to 255 for 8 bits.</summary>
    Full,
}
