namespace Vmaf.Engine.Features.Vif;

/// <summary>The 16-bit planes that the vector kernels filter, by number: the samples, then the halves of their 32-bit products.</summary>
internal static class VifPlaneOrder
{
    /// <summary>Reference samples.</summary>
    public const int Reference = 0;

    /// <summary>Distorted samples.</summary>
    public const int Distorted = 1;

    /// <summary>Low half of the squared reference.</summary>
    public const int ReferenceSquareLow = 2;

    /// <summary>Low half of the squared distorted.</summary>
    public const int DistortedSquareLow = 3;

    /// <summary>Low half of reference times distorted.</summary>
    public const int ProductLow = 4;

    /// <summary>High half of the squared reference.</summary>
    public const int ReferenceSquareHigh = 5;

    /// <summary>High half of the squared distorted.</summary>
    public const int DistortedSquareHigh = 6;

    /// <summary>High half of reference times distorted.</summary>
    public const int ProductHigh = 7;

    /// <summary>Number of planes.</summary>
    public const int Count = 8;

    /// <summary>How many planes hold samples, not products.</summary>
    public const int SampleCount = 2;

    /// <summary>From the low half of a product to its high half.</summary>
    public const int LowToHigh = ReferenceSquareHigh - ReferenceSquareLow;
}
