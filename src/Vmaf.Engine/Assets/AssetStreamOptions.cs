using Vmaf.Engine.Fifo;

namespace Vmaf.Engine.Assets;

/// <summary>How the videos of an asset are opened.</summary>
public sealed record AssetStreamOptions
{
    /// <summary>Whether workfiles and procfiles are FIFOs; else they are plain files, written whole before anything is read.</summary>
    public bool UsesFifos { get; init; } = true;

    /// <summary>Whether the reference is read; else its openers open nothing.</summary>
    public bool ReadsReference { get; init; } = true;

    /// <summary>The folder in which plain workfiles are made and kept; <see langword="null"/> for a temporary one.</summary>
    public string? KeptWorkfileFolder { get; init; }

    /// <summary>A function for the reference's luma, evaluated here instead of a callback that the asset names.</summary>
    public Func<double, double>? ReferenceCallback { get; init; }

    /// <summary>A function for the distorted video's luma, evaluated here instead of a callback that the asset names.</summary>
    public Func<double, double>? DistortedCallback { get; init; }

    /// <summary>Warning time and time limit for the writers' start; also receives warnings about the videos.</summary>
    public ReadyOptions Ready { get; init; } = new();

    /// <summary>Where temporary folders are made; <see langword="null"/> for the system's place.</summary>
    public string? TemporaryRoot { get; init; }
}
