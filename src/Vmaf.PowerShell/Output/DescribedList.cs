using System.Collections.ObjectModel;

namespace Vmaf.PowerShell.Output;

/// <summary>A list that reads well as one cell of a table or a CSV file.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public sealed class DescribedList<T> : ReadOnlyCollection<T>
{
    private readonly string _text;

    /// <summary>Creates the list.</summary>
    /// <param name="items">What it holds; kept, not copied.</param>
    /// <param name="text">How it reads as one cell.</param>
    internal DescribedList(IList<T> items, string text)
        : base(items) => _text = text;

    /// <inheritdoc/>
    public override string ToString() => _text;
}
