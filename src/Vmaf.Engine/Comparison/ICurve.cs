namespace Vmaf.Engine.Comparison;

/// <summary>A function of one variable that can be integrated.</summary>
internal interface ICurve
{
    /// <summary>The integral of the function.</summary>
    /// <param name="from">Lower end.</param>
    /// <param name="to">Upper end.</param>
    double Integrate(double from, double to);
}
