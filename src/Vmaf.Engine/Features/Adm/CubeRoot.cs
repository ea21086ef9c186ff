namespace Vmaf.Engine.Features.Adm;

/// <summary>The cube root as libvmaf takes it: the power with the float nearest to 1/3, in float.</summary>
internal static class CubeRoot
{
    /// <summary>The root of a number that is not negative.</summary>
    public static float Of(float value) => MathF.Pow(value, 1f / 3f);
}
