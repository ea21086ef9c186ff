using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video.Luma;

/// <summary>The named functions that an asset may pass its luma through: samples scaled to 0…1 in, the same out.</summary>
public static class LumaCallbacks
{
    /// <summary>The function that changes nothing.</summary>
    public const string Identity = "identity";

    private static readonly Dictionary<string, Func<double, double>> Functions = new(StringComparer.Ordinal)
    {
        [Identity] = static sample => sample,
        ["multiply"] = static sample => sample * 1.1,
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Functions.Keys;

    /// <summary>Finds a function.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="VmafException">There is none of that name (<see cref="VmafErrorIds.AssetInvalid"/>).</exception>
    public static Func<double, double> Find(string name) => Functions.TryGetValue(name, out Func<double, double>? function)
        ? function
        : throw new VmafException(
            VmafErrorIds.AssetInvalid,
            $"There is no luma callback '{name}'.",
            $"The callbacks are: {string.Join(", ", Functions.Keys)}.",
            name);
}
