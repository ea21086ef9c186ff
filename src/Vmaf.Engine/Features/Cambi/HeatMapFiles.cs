using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// Files that show where banding is: one a scale, <c>cambi_heatmap_scale_S_WxH_16b.gray</c>, frame after frame of little-endian 16-bit
/// samples. Full scale is about the most contrast that a window can hold; what exceeds it is limited to it, where libvmaf wraps around to
/// black. W×H is the size of the pictures in the file, also where they are halved first.
/// </summary>
internal sealed class HeatMapFiles : IDisposable
{
    private readonly SafeFileHandle[] _files = new SafeFileHandle[BandingDetector.ScaleCount];
    private readonly double _scale;

    /// <summary>Makes the files; existing ones are overwritten.</summary>
    /// <param name="variant">The options, with the folder.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public HeatMapFiles(CambiVariant variant)
    {
        _scale = ushort.MaxValue / Math.Floor((double)variant.Levels.Weights.Max() * variant.Encode.WindowArea / 4);
        (int width, int height, _) = variant.Encode;
        try
        {
            Directory.CreateDirectory(variant.HeatMapFolder);
            for (int scale = 0; scale < _files.Length; scale++)
            {
                if (scale > 0 || variant.HalvesFirst)
                {
                    (width, height) = (BandingDetector.Half(width), BandingDetector.Half(height));
                }

                string name = string.Create(CultureInfo.InvariantCulture, $"cambi_heatmap_scale_{scale}_{width}x{height}_16b.gray");
                _files[scale] = File.OpenHandle(Path.Combine(variant.HeatMapFolder, name), FileMode.Create, FileAccess.Write, FileShare.Read);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Dispose();
            throw new VmafException(
                VmafErrorIds.OutputUnwritable,
                $"The heat maps of CAMBI cannot be written to '{variant.HeatMapFolder}': {error.Message}",
                "Give a folder that can be written.",
                variant.HeatMapFolder,
                error);
        }
    }

    /// <summary>Writes the map of a frame, in any order and from any thread.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="frameIndex">Index of the frame.</param>
    /// <param name="contrasts">Contrast of each sample.</param>
    public void Write(int scale, int frameIndex, ReadOnlySpan<float> contrasts)
    {
        ushort[] samples = new ushort[contrasts.Length];
        for (int index = 0; index < samples.Length; index++)
        {
            samples[index] = (ushort)Math.Min(_scale * contrasts[index], ushort.MaxValue);
        }

        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes<ushort>(samples);
        RandomAccess.Write(_files[scale], bytes, (long)frameIndex * bytes.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SafeFileHandle? file in _files)
        {
            file?.Dispose();
        }
    }
}
