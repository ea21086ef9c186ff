namespace Vmaf.Engine.Scoring;

/// <summary>What to do when reference and distorted have different numbers of frames.</summary>
public enum LengthPolicy
{
    /// <summary>Compare as many frames as the shorter video has, and warn. What libvmaf's tool does.</summary>
    Shortest,

    /// <summary>Raise <see cref="Errors.VmafErrorIds.LengthMismatch"/>, before the run where both lengths are known.</summary>
    RequireEqual,
}
