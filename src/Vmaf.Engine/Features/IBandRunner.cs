namespace Vmaf.Engine.Features;

/// <summary>Runs the bands of passes, on the caller's thread and on any that have nothing else to do.</summary>
internal interface IBandRunner
{
    /// <summary>Runs all bands of a pass; returns when the last has ended.</summary>
    /// <param name="pass">The pass.</param>
    void Run(IBandedPass pass);
}
