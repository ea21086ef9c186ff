namespace Vmaf.Engine.Features.Adm;

/// <summary>The sums of a scale from which its scores come.</summary>
/// <param name="Reference">Cubes of the reference's detail.</param>
/// <param name="Detail">Cubes of what is visible of the restored detail.</param>
/// <param name="Additive">Cubes of what is visible of the additive impairment.</param>
internal readonly record struct ScaleSums(BandSums Reference, BandSums Detail, BandSums Additive);
