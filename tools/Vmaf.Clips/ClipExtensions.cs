using System.Security.Cryptography;
using Vmaf.Clips.Degradations;

namespace Vmaf.Clips;

/// <summary>What can be done with a clip.</summary>
public static class ClipExtensions
{
    /// <summary>A distorted version of a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="degradation">What is done to it.</param>
    /// <param name="strength">How much of it, 1 (slight) to 8.</param>
    public static IClip Degrade(this IClip clip, Degradation degradation, int strength = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(strength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(strength, 8);
        return degradation switch
        {
            Degradation.None => clip,
            Degradation.DroppedFrame => new FrameRepeatingClip(clip),
            _ => new FilteredClip(clip, PlaneFilters.For(degradation), strength),
        };
    }

    /// <summary>SHA-256 of the clip's frames as a raw file holds them, in lower-case hexadecimal digits.</summary>
    /// <param name="clip">The clip.</param>
    public static string Sha256(this IClip clip)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int index = 0; index < clip.FrameCount; index++)
        {
            hash.AppendData(clip.Frame(index).ToBytes());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
