using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <summary>512-bit registers.</summary>
internal unsafe readonly partial struct Width512 : ISimdWidth<Vector512<byte>>
{
    /// <inheritdoc/>
    public static int ByteCount => 64;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(void* address) => Vector512.Load((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> value, void* address) => value.Store((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Zero() => Vector512<byte>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Broadcast16(short value) => Vector512.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Broadcast32(int value) => Vector512.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Broadcast64(long value) => Vector512.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> BroadcastSingle(float value) => Vector512.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> BroadcastDouble(double value) => Vector512.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWiden8To16(byte* address) => Avx512BW.ConvertToVector512Int16(Vector256.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWiden16To32(ushort* address) => Avx512F.ConvertToVector512Int32(Vector256.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LoadWidenSigned16To32(short* address) => Avx512F.ConvertToVector512Int32(Vector256.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> And(Vector512<byte> a, Vector512<byte> b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Or(Vector512<byte> a, Vector512<byte> b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Xor(Vector512<byte> a, Vector512<byte> b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AndNot(Vector512<byte> a, Vector512<byte> b) => Vector512.AndNot(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Select(Vector512<byte> mask, Vector512<byte> whenSet, Vector512<byte> whenClear) => Vector512.ConditionalSelect(mask, whenSet, whenClear);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Add16(Vector512<byte> a, Vector512<byte> b) => Vector512.Add(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Subtract16(Vector512<byte> a, Vector512<byte> b) => Vector512.Subtract(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftLeft16(Vector512<byte> a, int count) => Vector512.ShiftLeft(a.AsInt16(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftRightLogical16(Vector512<byte> a, int count) => Vector512.ShiftRightLogical(a.AsInt16(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftRightArithmetic16(Vector512<byte> a, int count) => Vector512.ShiftRightArithmetic(a.AsInt16(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Equals16(Vector512<byte> a, Vector512<byte> b) => Vector512.Equals(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> GreaterThan16(Vector512<byte> a, Vector512<byte> b) => Vector512.GreaterThan(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Add32(Vector512<byte> a, Vector512<byte> b) => Vector512.Add(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Subtract32(Vector512<byte> a, Vector512<byte> b) => Vector512.Subtract(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftLeft32(Vector512<byte> a, int count) => Vector512.ShiftLeft(a.AsInt32(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftRightLogical32(Vector512<byte> a, int count) => Vector512.ShiftRightLogical(a.AsInt32(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftRightArithmetic32(Vector512<byte> a, int count) => Vector512.ShiftRightArithmetic(a.AsInt32(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Equals32(Vector512<byte> a, Vector512<byte> b) => Vector512.Equals(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> GreaterThan32(Vector512<byte> a, Vector512<byte> b) => Vector512.GreaterThan(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Add64(Vector512<byte> a, Vector512<byte> b) => Vector512.Add(a.AsInt64(), b.AsInt64()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Subtract64(Vector512<byte> a, Vector512<byte> b) => Vector512.Subtract(a.AsInt64(), b.AsInt64()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftLeft64(Vector512<byte> a, int count) => Vector512.ShiftLeft(a.AsInt64(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftRightLogical64(Vector512<byte> a, int count) => Vector512.ShiftRightLogical(a.AsInt64(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ShiftRightArithmetic64(Vector512<byte> a, int count) => Vector512.ShiftRightArithmetic(a.AsInt64(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyLow16(Vector512<byte> a, Vector512<byte> b) => Vector512.Multiply(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Min16(Vector512<byte> a, Vector512<byte> b) => Vector512.MinNative(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MinUnsigned16(Vector512<byte> a, Vector512<byte> b) => Vector512.MinNative(a.AsUInt16(), b.AsUInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Max16(Vector512<byte> a, Vector512<byte> b) => Vector512.MaxNative(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MaxUnsigned16(Vector512<byte> a, Vector512<byte> b) => Vector512.MaxNative(a.AsUInt16(), b.AsUInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Abs16(Vector512<byte> a) => Vector512.Abs(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyLow32(Vector512<byte> a, Vector512<byte> b) => Vector512.Multiply(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Min32(Vector512<byte> a, Vector512<byte> b) => Vector512.MinNative(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MinUnsigned32(Vector512<byte> a, Vector512<byte> b) => Vector512.MinNative(a.AsUInt32(), b.AsUInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Max32(Vector512<byte> a, Vector512<byte> b) => Vector512.MaxNative(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Abs32(Vector512<byte> a) => Vector512.Abs(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyAddAdjacent16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyHigh16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.MultiplyHigh(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyEven32(Vector512<byte> a, Vector512<byte> b) => Avx512F.Multiply(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyEvenUnsigned32(Vector512<byte> a, Vector512<byte> b) => Avx512F.Multiply(a.AsUInt32(), b.AsUInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> UnpackLow16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.UnpackLow(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> UnpackHigh16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.UnpackHigh(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> PackSigned32To16(Vector512<byte> a, Vector512<byte> b) => Avx512BW.PackSignedSaturate(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AddSingle(Vector512<byte> a, Vector512<byte> b) => (a.AsSingle() + b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> SubtractSingle(Vector512<byte> a, Vector512<byte> b) => (a.AsSingle() - b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplySingle(Vector512<byte> a, Vector512<byte> b) => (a.AsSingle() * b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> DivideSingle(Vector512<byte> a, Vector512<byte> b) => (a.AsSingle() / b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> GreaterThanSingle(Vector512<byte> a, Vector512<byte> b) => Vector512.GreaterThan(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> GreaterThanOrEqualSingle(Vector512<byte> a, Vector512<byte> b) => Vector512.GreaterThanOrEqual(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> FloorSingle(Vector512<byte> a) => Vector512.Floor(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> AddDouble(Vector512<byte> a, Vector512<byte> b) => (a.AsDouble() + b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> SubtractDouble(Vector512<byte> a, Vector512<byte> b) => (a.AsDouble() - b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplyDouble(Vector512<byte> a, Vector512<byte> b) => (a.AsDouble() * b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> DivideDouble(Vector512<byte> a, Vector512<byte> b) => (a.AsDouble() / b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> GreaterThanDouble(Vector512<byte> a, Vector512<byte> b) => Vector512.GreaterThan(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> GreaterThanOrEqualDouble(Vector512<byte> a, Vector512<byte> b) => Vector512.GreaterThanOrEqual(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> ConvertInt32ToSingle(Vector512<byte> a) => Vector512.ConvertToSingle(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskBits32(Vector512<byte> mask) => (uint)Vector512.ExtractMostSignificantBits(mask.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(Vector512<byte> a) => Vector512.EqualsAll(a, Vector512<byte>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum32(Vector512<byte> a) => Vector512.Sum(a.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum64(Vector512<byte> a) => Vector512.Sum(a.AsInt64());
}
