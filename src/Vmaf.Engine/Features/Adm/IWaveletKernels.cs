using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Row kernels of the wavelet transform. At scale 0 intermediate rows are of 16 bits, later of 32 bits in a layout of the kernels'
/// own: only they read and write them. Scratch rows have 256 bytes of room at either end.
/// </summary>
internal unsafe interface IWaveletKernels
{
    /// <summary>Filters the picture's columns: 16-bit low and high rows out of four rows.</summary>
    /// <param name="plane">The picture.</param>
    /// <param name="rows">The four rows.</param>
    /// <param name="low">Receives the low-pass row; its ends mirrored for the row filter.</param>
    /// <param name="high">Receives the high-pass row, or <see langword="null"/> where only the low one is wanted.</param>
    void FilterPictureColumns(PlaneView plane, FilterRows rows, short* low, short* high);

    /// <summary>Filters the columns of the first scale's low band: 32-bit rows without loss.</summary>
    /// <param name="source">Four 16-bit rows.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="low">Receives the low-pass row; its ends mirrored for the row filter.</param>
    /// <param name="high">Receives the high-pass row, or <see langword="null"/> where only the low one is wanted.</param>
    void FilterColumns(SourceRows<short> source, int width, int* low, int* high);

    /// <summary>Filters the columns of a later low band, 16 bits of the result dropped.</summary>
    /// <param name="source">Four 32-bit rows.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="low">Receives the low-pass row; its ends mirrored for the row filter.</param>
    /// <param name="high">Receives the high-pass row, or <see langword="null"/> where only the low one is wanted.</param>
    void FilterColumns(SourceRows<int> source, int width, int* low, int* high);

    /// <summary>Filters a 16-bit row, 16 bits of the result dropped.</summary>
    /// <param name="source">The row.</param>
    /// <param name="taps">The filter.</param>
    /// <param name="start">First output sample.</param>
    /// <param name="count">Number of output samples.</param>
    /// <param name="output">Receives sample <paramref name="start"/> and those after it.</param>
    void FilterRow(short* source, WaveletTaps taps, int start, int count, short* output);

    /// <summary>Filters a 32-bit row.</summary>
    /// <param name="source">The row.</param>
    /// <param name="width">Samples in the row.</param>
    /// <param name="taps">The filter.</param>
    /// <param name="shift">Bits of the result that are dropped, 15 or 16.</param>
    /// <param name="start">First output sample.</param>
    /// <param name="count">Number of output samples.</param>
    /// <param name="output">Receives sample <paramref name="start"/> and those after it.</param>
    void FilterRow(int* source, int width, WaveletTaps taps, int shift, int start, int count, int* output);
}
