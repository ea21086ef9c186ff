using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>A stretch of two pictures' colours and of what follows from them, a row each.</summary>
internal readonly unsafe struct ColourRows
{
    /// <summary>Number of rows.</summary>
    public const int Count = 9;

    /// <summary>Takes the rows of a plane.</summary>
    /// <param name="plane">At least <see cref="Count"/> rows.</param>
    public ColourRows(FloatPlane plane)
    {
        ReferenceLightness = plane.Row(0);
        ReferenceA = plane.Row(1);
        ReferenceB = plane.Row(2);
        DistortedLightness = plane.Row(3);
        DistortedA = plane.Row(4);
        DistortedB = plane.Row(5);
        MeanChroma = plane.Row(6);
        ChromaStep = plane.Row(7);
        HueStep = plane.Row(8);
    }

    /// <summary>L* of the reference.</summary>
    public float* ReferenceLightness { get; }

    /// <summary>a* of the reference, stretched in the second step.</summary>
    public float* ReferenceA { get; }

    /// <summary>b* of the reference.</summary>
    public float* ReferenceB { get; }

    /// <summary>L* of the distorted picture.</summary>
    public float* DistortedLightness { get; }

    /// <summary>a* of the distorted picture, stretched in the second step.</summary>
    public float* DistortedA { get; }

    /// <summary>b* of the distorted picture.</summary>
    public float* DistortedB { get; }

    /// <summary>Mean of both chromas.</summary>
    public float* MeanChroma { get; }

    /// <summary>Difference of the chromas.</summary>
    public float* ChromaStep { get; }

    /// <summary>Difference of the hues, as a distance.</summary>
    public float* HueStep { get; }
}
