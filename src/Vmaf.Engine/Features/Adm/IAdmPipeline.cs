using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>From a pair of pictures to the sums of all scales and variants.</summary>
internal interface IAdmPipeline : IDisposable
{
    /// <summary>Works through a pair of luma planes.</summary>
    void Run(PlaneView reference, PlaneView distorted);

    /// <summary>Sums of the last pair.</summary>
    /// <param name="scale">A scale that the variant counts.</param>
    /// <param name="variant">The variant.</param>
    ScaleSums Sums(int scale, AdmVariant variant);
}
