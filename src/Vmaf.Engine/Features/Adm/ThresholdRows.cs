namespace Vmaf.Engine.Features.Adm;

/// <summary>The rows from which the masking threshold of a row comes: that of a sample is the sum of the four at its column.</summary>
/// <param name="above">Sums over three columns of the masking strength, row above.</param>
/// <param name="middle">The same, row of the sample.</param>
/// <param name="below">The same, row below.</param>
/// <param name="centre">What the sample itself adds to its masking strength, all bands.</param>
internal readonly unsafe struct ThresholdRows(int* above, int* middle, int* below, int* centre)
{
    /// <summary>Sums over three columns of the masking strength, row above.</summary>
    public readonly int* Above = above;

    /// <summary>Sums over three columns of the masking strength, row of the sample.</summary>
    public readonly int* Middle = middle;

    /// <summary>Sums over three columns of the masking strength, row below.</summary>
    public readonly int* Below = below;

    /// <summary>What the sample itself adds to its masking strength, all bands.</summary>
    public readonly int* Centre = centre;
}
