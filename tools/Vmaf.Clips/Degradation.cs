namespace Vmaf.Clips;

/// <summary>What is done to a clip to make a distorted one.</summary>
public enum Degradation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Binomial 5-tap blur, as many times as the strength says.</summary>
    Blur,

    /// <summary>Coefficients of 8×8 Hadamard blocks rounded to multiples of a step: blocking and lost detail, as of a codec.</summary>
    Quantise,

    /// <summary>Independent noise on each sample, different in each frame.</summary>
    Noise,

    /// <summary>Contrast around mid-grey raised by an eighth for each strength.</summary>
    ContrastBoost,

    /// <summary>Scaled down by strength + 1 with averages and up again with linear blending.</summary>
    Rescale,

    /// <summary>Luma untouched; chroma planes moved and desaturated.</summary>
    ChromaError,

    /// <summary>Frames 2, 5, 8 … replaced by the one before, as after a dropped frame.</summary>
    DroppedFrame,

    /// <summary>Every luma sample brighter by 3 (of 255) for each strength.</summary>
    BrightnessShift,
}
