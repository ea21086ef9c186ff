namespace Vmaf.Engine.Models;

/// <summary>What the well-known models are for, by name.</summary>
internal static class ModelDescriptions
{
    /// <summary>One line about a model; empty where the name says nothing.</summary>
    /// <param name="name">Name of the model.</param>
    public static string Describe(string name)
    {
        if (!name.StartsWith("vmaf_", StringComparison.Ordinal))
        {
            return string.Empty;
        }

        var parts = new List<string>();
        if (ViewingCondition(name) is { } condition)
        {
            parts.Add(condition);
        }

        if (name.EndsWith("neg", StringComparison.Ordinal))
        {
            parts.Add("NEG (no credit for enhancement)");
        }

        if (name.Contains("_hfr_", StringComparison.Ordinal))
        {
            parts.Add("high frame rate");
        }

        if (name.Contains("_b_", StringComparison.Ordinal) || name.Contains("_rb_", StringComparison.Ordinal))
        {
            parts.Add("bootstrap, with 95 % interval");
        }

        if (name.Contains("_float_", StringComparison.Ordinal))
        {
            parts.Add("floating-point features");
        }

        return string.Join("; ", parts);
    }

    /// <summary>Heights are those of the picture; the v1 names carry the viewing distance, for example 3d0h.</summary>
    private static string? ViewingCondition(string name) => name switch
    {
        _ when name.Contains("_1d5h_2160", StringComparison.Ordinal) => "4K television, 1.5 heights away",
        _ when name.Contains("_3d0h_2160", StringComparison.Ordinal) => "4K television, 3 heights away",
        _ when name.Contains("_3d0h", StringComparison.Ordinal) => "1080p television, 3 heights away",
        _ when name.Contains("_5d0h", StringComparison.Ordinal) => "1080p phone, 5 heights away",
        _ when name.EndsWith("_phone", StringComparison.Ordinal) => "1080p phone",
        _ when name.Contains("_4k_", StringComparison.Ordinal) => "4K television, 1.5 heights away",
        _ when name.Contains("v0.6.", StringComparison.Ordinal) => "1080p television, 3 heights away",
        _ => null,
    };
}
