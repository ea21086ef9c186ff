namespace Vmaf.Engine.Explanation;

/// <summary>
/// Tells what was done to a frame. ADM's two halves tell the common cases apart: its detail loss (1 − adm2) grows with whatever
/// removes detail, its additive impairment (aim) with whatever adds error.
/// </summary>
internal sealed class ImpairmentDetector
{
    /// <summary>Fidelities this near 1 come of rounding.</summary>
    private const double Intact = 0.001;

    /// <summary>From here on above 1, detail was strengthened.</summary>
    private const double Gain = 0.01;

    /// <summary>The least loss or addition that has a cause worth naming.</summary>
    private const double LeastDamage = 0.01;

    // Additive impairment over detail loss, as measured: blur and scaling up to 0.2, H.264 0.3 to 0.7, plain block quantisation about 1,
    // noise from 1.5 on.
    private const double QuantizationRatio = 0.25;
    private const double NoiseRatio = 1.4;

    // In steps of 8 bits.
    private const double LeastChromaDifference = 0.1;
    private const double LeastLumaShift = 0.5;

    private readonly int[] _fidelities;
    private readonly int _detail;

    /// <summary>Prepares for the features of a model.</summary>
    /// <param name="meanings">What the features mean, in the model's order.</param>
    public ImpairmentDetector(IReadOnlyList<FeatureMeaning> meanings)
    {
        _fidelities = [.. Enumerable.Range(0, meanings.Count).Where(index => meanings[index].Role == FeatureRole.Fidelity)];
        _detail = meanings.ToList().FindIndex(meaning => meaning.Name.Contains("adm2", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What was done to a frame.</summary>
    /// <param name="frame">Its features.</param>
    /// <param name="conditions">What is special about it.</param>
    public Impairment Detect(FrameFeatures frame, FrameConditions conditions)
    {
        if (conditions.HasFlag(FrameConditions.Frozen))
        {
            return Impairment.FrozenPicture;
        }

        if (conditions.HasFlag(FrameConditions.Misaligned))
        {
            return Impairment.WrongFrame;
        }

        if (_fidelities.Length == 0)
        {
            return Impairment.Unknown;
        }

        if (_fidelities.All(index => Math.Abs(frame.Values[index] - 1) <= Intact))
        {
            return OfIntactStructure(frame);
        }

        return _fidelities.All(index => frame.Values[index] > 1 + Gain) ? Impairment.ContrastGain : OfDamage(frame);
    }

    private static Impairment OfIntactStructure(FrameFeatures frame)
    {
        if (Math.Abs(frame.LumaShift ?? 0) >= LeastLumaShift)
        {
            return Impairment.BrightnessChange;
        }

        return frame.ChromaDifference >= LeastChromaDifference ? Impairment.ColorChange : Impairment.None;
    }

    private Impairment OfDamage(FrameFeatures frame)
    {
        if (_detail < 0 || frame.AdditiveImpairment is not { } added)
        {
            return Impairment.Unknown;
        }

        double lost = Math.Max(0, 1 - frame.Values[_detail]);
        if (Math.Max(lost, added) < LeastDamage)
        {
            return Impairment.Unknown;
        }

        if (added >= NoiseRatio * lost)
        {
            return Impairment.Noise;
        }

        return added >= QuantizationRatio * lost ? Impairment.Quantization : Impairment.Blur;
    }
}
