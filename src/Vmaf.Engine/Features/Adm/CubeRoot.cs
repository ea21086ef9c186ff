namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// The cube root as libvmaf takes it: the power with the float nearest to 1/3, by the C library of the system. That makes scores equal
/// to libvmaf's on the same system. C libraries round such powers differently in about one of 1500 cases, by one bit of a float, so
/// scores of two systems can differ by some 10⁻⁸; the correctly rounded root would differ from glibc's just as often.
/// </summary>
internal static class CubeRoot
{
    /// <summary>The root of a number that is not negative.</summary>
    public static float Of(float value) => MathF.Pow(value, 1f / 3f);
}
