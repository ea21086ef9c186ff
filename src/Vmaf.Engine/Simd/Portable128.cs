using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <summary>128-bit operations for which SSE and Arm have different instructions and .NET has no common name.</summary>
internal static class Portable128
{
    /// <summary>Products of signed 16-bit lanes, sums of neighbouring pairs in 32-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MultiplyAddAdjacent16(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(a, b);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), AdvSimd.MultiplyWideningUpper(a, b));
        }

        (Vector128<int> aLow, Vector128<int> aHigh) = Vector128.Widen(a);
        (Vector128<int> bLow, Vector128<int> bHigh) = Vector128.Widen(b);
        Vector128<int> low = aLow * bLow;
        Vector128<int> high = aHigh * bHigh;
        return Vector128.Create(low[0] + low[1], low[2] + low[3], high[0] + high[1], high[2] + high[3]);
    }

    /// <summary>High 16 bits of the products of signed 16-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> MultiplyHigh16(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyHigh(a, b);
        }

        (Vector128<int> aLow, Vector128<int> aHigh) = Vector128.Widen(a);
        (Vector128<int> bLow, Vector128<int> bHigh) = Vector128.Widen(b);
        return Vector128.Narrow((aLow * bLow) >> 16, (aHigh * bHigh) >> 16);
    }

    /// <summary>64-bit products of the signed low halves of 64-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> MultiplyEven32(Vector128<int> a, Vector128<int> b)
    {
        if (Sse41.IsSupported)
        {
            return Sse41.Multiply(a, b);
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a.AsInt64()), AdvSimd.ExtractNarrowingLower(b.AsInt64()));
        }

        return Vector128.Create((long)a[0] * b[0], (long)a[2] * b[2]);
    }

    /// <summary>64-bit products of the unsigned low halves of 64-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> MultiplyEvenUnsigned32(Vector128<uint> a, Vector128<uint> b)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.Multiply(a, b);
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a.AsUInt64()), AdvSimd.ExtractNarrowingLower(b.AsUInt64()));
        }

        return Vector128.Create((ulong)a[0] * b[0], (ulong)a[2] * b[2]);
    }

    /// <summary>Interleaves the low halves of 16-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> UnpackLow16(Vector128<short> a, Vector128<short> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : (Vector128.WidenLower(a.AsUInt16()) | (Vector128.WidenLower(b.AsUInt16()) << 16)).AsInt16();

    /// <summary>Interleaves the high halves of 16-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> UnpackHigh16(Vector128<short> a, Vector128<short> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : (Vector128.WidenUpper(a.AsUInt16()) | (Vector128.WidenUpper(b.AsUInt16()) << 16)).AsInt16();

    /// <summary>Narrows signed 32-bit lanes to 16 bits with saturation: a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> PackSigned32To16(Vector128<int> a, Vector128<int> b) =>
        Sse2.IsSupported ? Sse2.PackSignedSaturate(a, b) : Vector128.NarrowWithSaturation(a, b);

    /// <summary>Shifts each lane left by a count of its own, 0 to 31.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ShiftLeftVariable(Vector128<uint> a, Vector128<int> counts)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.ShiftLeftLogicalVariable(a, counts.AsUInt32());
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.ShiftLogical(a, counts);
        }

        if (Sse41.IsSupported)
        {
            // Times a power of two, made as the exponent of a float; 2^31, which is out of range, converts to the right bits.
            Vector128<int> exponents = Vector128.ShiftLeft(counts + Vector128.Create(127), 23);
            return a * Sse2.ConvertToVector128Int32WithTruncation(exponents.AsSingle()).AsUInt32();
        }

        return Vector128.Create(a[0] << counts[0], a[1] << counts[1], a[2] << counts[2], a[3] << counts[3]);
    }

    /// <summary>Shifts each lane right by a count of its own, 0 to 31, filling with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ShiftRightLogicalVariable(Vector128<uint> a, Vector128<int> counts)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.ShiftRightLogicalVariable(a, counts.AsUInt32());
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.ShiftLogical(a, -counts);
        }

        if (Sse41.IsSupported)
        {
            // All lanes by the count of each, which must be in the low half of a register; then the lane that it is meant for.
            Vector128<uint> first = Sse2.ShiftRightLogical(a, Sse41.ConvertToVector128Int64(counts).AsUInt32());
            Vector128<uint> second = Sse2.ShiftRightLogical(a, Sse2.ShiftRightLogical(counts.AsInt64(), 32).AsUInt32());
            Vector128<uint> third = Sse2.ShiftRightLogical(a, Sse2.UnpackHigh(counts, Vector128<int>.Zero).AsUInt32());
            Vector128<uint> fourth = Sse2.ShiftRightLogical(a, Sse2.ShiftRightLogical128BitLane(counts, 12).AsUInt32());
            Vector128<ushort> lower = Sse41.Blend(first.AsUInt16(), second.AsUInt16(), 0b00001100);
            Vector128<ushort> upper = Sse41.Blend(third.AsUInt16(), fourth.AsUInt16(), 0b11000000);
            return Sse41.Blend(lower, upper, 0b11110000).AsUInt32();
        }

        return Vector128.Create(a[0] >> counts[0], a[1] >> counts[1], a[2] >> counts[2], a[3] >> counts[3]);
    }
}
