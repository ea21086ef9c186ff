namespace Vmaf.Engine.Features.Moments;

/// <summary>Sums over a plane, exact.</summary>
/// <param name="Samples">Sum of the samples.</param>
/// <param name="Squares">Sum of their squares.</param>
internal readonly record struct SampleSums(ulong Samples, ulong Squares)
{
    public static SampleSums operator +(SampleSums a, SampleSums b) => new(a.Samples + b.Samples, a.Squares + b.Squares);
}
