namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>For each sample along one side of the output: which input samples it is mixed from, and their weights (libvmaf, vif_tools.c).</summary>
internal sealed class ResamplingTaps
{
    private const int LanczosReach = 4;

    /// <summary>Works out the taps.</summary>
    /// <param name="method">How to mix.</param>
    /// <param name="inputLength">Samples of the side of the input.</param>
    /// <param name="outputLength">Samples of the side of the output.</param>
    public ResamplingTaps(ResamplingMethod method, int inputLength, int outputLength)
    {
        Count = method switch
        {
            ResamplingMethod.Nearest => 1,
            ResamplingMethod.Bilinear => 2,
            ResamplingMethod.Bicubic => 4,
            _ => (2 * LanczosReach) + 1,
        };
        Indices = new int[outputLength * Count];
        Weights = new float[outputLength * Count];
        float ratio = (float)inputLength / outputLength;
        for (int output = 0; output < outputLength; output++)
        {
            Span<int> indices = Indices.AsSpan(output * Count, Count);
            Span<float> weights = Weights.AsSpan(output * Count, Count);
            float place = (float)(((output + 0.5) * ratio) - 0.5);
            switch (method)
            {
                case ResamplingMethod.Nearest:
                    indices[0] = (int)(output * ratio);
                    weights[0] = 1;
                    break;
                case ResamplingMethod.Bilinear:
                    indices[0] = Mirror((int)MathF.Floor(place), inputLength);
                    indices[1] = Mirror((int)MathF.Ceiling(place), inputLength);
                    weights[1] = place - indices[0];
                    weights[0] = 1 - weights[1];
                    break;
                default:
                    FillKernel(method, place, inputLength, indices, weights);
                    break;
            }
        }
    }

    /// <summary>Taps of an output sample.</summary>
    public int Count { get; }

    /// <summary>Input samples, <see cref="Count"/> for each output sample.</summary>
    public int[] Indices { get; }

    /// <summary>Their weights.</summary>
    public float[] Weights { get; }

    private static void FillKernel(ResamplingMethod method, float place, int inputLength, Span<int> indices, Span<float> weights)
    {
        int whole = (int)MathF.Floor(place);
        float fraction = place - whole;
        int first = method == ResamplingMethod.Bicubic ? -1 : -LanczosReach;
        for (int tap = 0; tap < indices.Length; tap++)
        {
            indices[tap] = Mirror(whole + first + tap, inputLength);
            float distance = first + tap - fraction;
            weights[tap] = method == ResamplingMethod.Bicubic ? Cubic(distance) : Lanczos(distance);
        }
    }

    private static float Cubic(float distance)
    {
        const float A = -0.75f;
        float t = MathF.Abs(distance);
        return t < 1 ? ((((A + 2) * t) - (A + 3)) * t * t) + 1
            : t < 2 ? ((((t - 5) * t) + 8) * t - 4) * A
            : 0;
    }

    private static float Lanczos(float distance)
    {
        if (distance == 0)
        {
            return 1;
        }

        if (MathF.Abs(distance) >= LanczosReach)
        {
            return 0;
        }

        double angle = Math.PI * distance;
        return (float)(LanczosReach * Math.Sin(angle) * Math.Sin(angle / LanczosReach) / (Math.PI * Math.PI * distance * distance));
    }

    /// <summary>Both mirrors on the sample; small pictures may need several reflections.</summary>
    private static int Mirror(int index, int length)
    {
        while (length > 1 && (index < 0 || index >= length))
        {
            index = EdgeMirror.OnSamples(index, length);
        }

        return length > 1 ? index : 0;
    }
}
