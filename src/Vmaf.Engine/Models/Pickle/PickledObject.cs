namespace Vmaf.Engine.Models.Pickle;

/// <summary>
/// What a pickle would have Python make by calling something: only its name and arguments, nothing is called.
/// </summary>
/// <param name="Module">Module of the function or class.</param>
/// <param name="Name">Its name.</param>
internal sealed record PickledObject(string Module, string Name)
{
    /// <summary>The arguments; <see langword="null"/> for a mere mention of the name.</summary>
    public IReadOnlyList<object?>? Arguments { get; init; }

    /// <summary>The state that it would be given afterwards.</summary>
    public object? State { get; set; }
}
