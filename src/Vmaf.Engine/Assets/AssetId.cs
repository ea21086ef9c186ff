using System.Globalization;

namespace Vmaf.Engine.Assets;

/// <summary>A content or asset id: a whole number or a text; the two are told apart.</summary>
public readonly record struct AssetId
{
    private readonly object _value;

    private AssetId(object value) => _value = value;

    /// <summary>A whole number as id.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator AssetId(long number) => new(number);

    /// <summary>A text as id.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator AssetId(string text) => new(text);

    internal object Value => _value ?? 0L;

    /// <summary>A whole number as id.</summary>
    /// <param name="number">The number.</param>
    public static AssetId FromInt64(long number) => number;

    /// <summary>A text as id.</summary>
    /// <param name="text">The text.</param>
    public static AssetId FromString(string text) => text;

    /// <summary>The id as text.</summary>
    public override string ToString() => Convert.ToString(Value, CultureInfo.InvariantCulture)!;
}
