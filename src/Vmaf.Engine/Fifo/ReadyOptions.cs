namespace Vmaf.Engine.Fifo;

/// <summary>How long to wait for FIFO writers to be ready.</summary>
public sealed record ReadyOptions
{
    /// <summary>After this time a warning is given, once; the wait goes on.</summary>
    public TimeSpan Warning { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After this time the wait fails; <see langword="null"/> to wait as long as the writers live.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Receives the warning, and what is said of the videos themselves.</summary>
    public Action<string>? OnWarning { get; init; }

    /// <summary>Receives the warning in place of <see cref="OnWarning"/>, which then tells of the videos only.</summary>
    public Action<string>? OnSlow { get; init; }
}
