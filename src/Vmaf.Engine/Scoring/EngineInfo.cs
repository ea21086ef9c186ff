using System.Reflection;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Scoring;

/// <summary>What program made a result.</summary>
public static class EngineInfo
{
    /// <summary>Version of the engine, for example <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(EngineInfo).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>The instruction set that the kernels use in this process.</summary>
    public static SimdTier SimdTier => SimdTiers.Current;
}
