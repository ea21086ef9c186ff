namespace Vmaf.Engine.Explanation;

/// <summary>What was done to a frame, as far as its features tell.</summary>
public enum Impairment
{
    /// <summary>The features do not say, or contradict each other.</summary>
    Unknown,

    /// <summary>Nothing that the features, and the pictures where they were looked at, would show.</summary>
    None,

    /// <summary>Detail was smoothed away and next to nothing added: blur, scaling down and up.</summary>
    Blur,

    /// <summary>Detail was lost and about as much error added: coarse quantisation, as of a codec.</summary>
    Quantization,

    /// <summary>Error was added and the detail is still there.</summary>
    Noise,

    /// <summary>Detail is stronger than in the reference: contrast raised, or sharpened.</summary>
    ContrastGain,

    /// <summary>Luma is intact and chroma is not. Known only where the pictures were looked at.</summary>
    ColorChange,

    /// <summary>Luma is the reference's moved up or down as a whole. Known only where the pictures were looked at.</summary>
    BrightnessChange,

    /// <summary>The picture repeats the one before while the reference moves on, as after a dropped frame.</summary>
    FrozenPicture,

    /// <summary>Even the large structures do not match: another frame of the video.</summary>
    WrongFrame,
}
