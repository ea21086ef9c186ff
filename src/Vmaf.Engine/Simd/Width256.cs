using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <summary>256-bit registers.</summary>
internal unsafe readonly partial struct Width256 : ISimdWidth<Vector256<byte>>
{
    /// <inheritdoc/>
    public static int ByteCount => 32;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(void* address) => Vector256.Load((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> value, void* address) => value.Store((byte*)address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Zero() => Vector256<byte>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Broadcast16(short value) => Vector256.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Broadcast32(int value) => Vector256.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Broadcast64(long value) => Vector256.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> BroadcastSingle(float value) => Vector256.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> BroadcastDouble(double value) => Vector256.Create(value).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWiden8To16(byte* address) => Avx2.ConvertToVector256Int16(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWiden16To32(ushort* address) => Avx2.ConvertToVector256Int32(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LoadWidenSigned16To32(short* address) => Avx2.ConvertToVector256Int32(Vector128.Load(address)).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> And(Vector256<byte> a, Vector256<byte> b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Or(Vector256<byte> a, Vector256<byte> b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Xor(Vector256<byte> a, Vector256<byte> b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AndNot(Vector256<byte> a, Vector256<byte> b) => Vector256.AndNot(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Select(Vector256<byte> mask, Vector256<byte> whenSet, Vector256<byte> whenClear) => Vector256.ConditionalSelect(mask, whenSet, whenClear);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Add16(Vector256<byte> a, Vector256<byte> b) => Vector256.Add(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Subtract16(Vector256<byte> a, Vector256<byte> b) => Vector256.Subtract(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftLeft16(Vector256<byte> a, int count) => Vector256.ShiftLeft(a.AsInt16(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightLogical16(Vector256<byte> a, int count) => Vector256.ShiftRightLogical(a.AsInt16(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightArithmetic16(Vector256<byte> a, int count) => Vector256.ShiftRightArithmetic(a.AsInt16(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Equals16(Vector256<byte> a, Vector256<byte> b) => Vector256.Equals(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> GreaterThan16(Vector256<byte> a, Vector256<byte> b) => Vector256.GreaterThan(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Add32(Vector256<byte> a, Vector256<byte> b) => Vector256.Add(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Subtract32(Vector256<byte> a, Vector256<byte> b) => Vector256.Subtract(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftLeft32(Vector256<byte> a, int count) => Vector256.ShiftLeft(a.AsInt32(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightLogical32(Vector256<byte> a, int count) => Vector256.ShiftRightLogical(a.AsInt32(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightArithmetic32(Vector256<byte> a, int count) => Vector256.ShiftRightArithmetic(a.AsInt32(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Equals32(Vector256<byte> a, Vector256<byte> b) => Vector256.Equals(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> GreaterThan32(Vector256<byte> a, Vector256<byte> b) => Vector256.GreaterThan(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Add64(Vector256<byte> a, Vector256<byte> b) => Vector256.Add(a.AsInt64(), b.AsInt64()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Subtract64(Vector256<byte> a, Vector256<byte> b) => Vector256.Subtract(a.AsInt64(), b.AsInt64()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftLeft64(Vector256<byte> a, int count) => Vector256.ShiftLeft(a.AsInt64(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightLogical64(Vector256<byte> a, int count) => Vector256.ShiftRightLogical(a.AsInt64(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ShiftRightArithmetic64(Vector256<byte> a, int count) => Vector256.ShiftRightArithmetic(a.AsInt64(), count).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyLow16(Vector256<byte> a, Vector256<byte> b) => Vector256.Multiply(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Min16(Vector256<byte> a, Vector256<byte> b) => Vector256.MinNative(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MinUnsigned16(Vector256<byte> a, Vector256<byte> b) => Vector256.MinNative(a.AsUInt16(), b.AsUInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Max16(Vector256<byte> a, Vector256<byte> b) => Vector256.MaxNative(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MaxUnsigned16(Vector256<byte> a, Vector256<byte> b) => Vector256.MaxNative(a.AsUInt16(), b.AsUInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Abs16(Vector256<byte> a) => Vector256.Abs(a.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyLow32(Vector256<byte> a, Vector256<byte> b) => Vector256.Multiply(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Min32(Vector256<byte> a, Vector256<byte> b) => Vector256.MinNative(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MinUnsigned32(Vector256<byte> a, Vector256<byte> b) => Vector256.MinNative(a.AsUInt32(), b.AsUInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Max32(Vector256<byte> a, Vector256<byte> b) => Vector256.MaxNative(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Abs32(Vector256<byte> a) => Vector256.Abs(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyAddAdjacent16(Vector256<byte> a, Vector256<byte> b) => Avx2.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyHigh16(Vector256<byte> a, Vector256<byte> b) => Avx2.MultiplyHigh(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyEven32(Vector256<byte> a, Vector256<byte> b) => Avx2.Multiply(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyEvenUnsigned32(Vector256<byte> a, Vector256<byte> b) => Avx2.Multiply(a.AsUInt32(), b.AsUInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> UnpackLow16(Vector256<byte> a, Vector256<byte> b) => Avx2.UnpackLow(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> UnpackHigh16(Vector256<byte> a, Vector256<byte> b) => Avx2.UnpackHigh(a.AsInt16(), b.AsInt16()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> PackSigned32To16(Vector256<byte> a, Vector256<byte> b) => Avx2.PackSignedSaturate(a.AsInt32(), b.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AddSingle(Vector256<byte> a, Vector256<byte> b) => (a.AsSingle() + b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> SubtractSingle(Vector256<byte> a, Vector256<byte> b) => (a.AsSingle() - b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplySingle(Vector256<byte> a, Vector256<byte> b) => (a.AsSingle() * b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> DivideSingle(Vector256<byte> a, Vector256<byte> b) => (a.AsSingle() / b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> GreaterThanSingle(Vector256<byte> a, Vector256<byte> b) => Vector256.GreaterThan(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> GreaterThanOrEqualSingle(Vector256<byte> a, Vector256<byte> b) => Vector256.GreaterThanOrEqual(a.AsSingle(), b.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> FloorSingle(Vector256<byte> a) => Vector256.Floor(a.AsSingle()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> AddDouble(Vector256<byte> a, Vector256<byte> b) => (a.AsDouble() + b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> SubtractDouble(Vector256<byte> a, Vector256<byte> b) => (a.AsDouble() - b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplyDouble(Vector256<byte> a, Vector256<byte> b) => (a.AsDouble() * b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> DivideDouble(Vector256<byte> a, Vector256<byte> b) => (a.AsDouble() / b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> GreaterThanDouble(Vector256<byte> a, Vector256<byte> b) => Vector256.GreaterThan(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> GreaterThanOrEqualDouble(Vector256<byte> a, Vector256<byte> b) => Vector256.GreaterThanOrEqual(a.AsDouble(), b.AsDouble()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> ConvertInt32ToSingle(Vector256<byte> a) => Vector256.ConvertToSingle(a.AsInt32()).AsByte();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MaskBits32(Vector256<byte> mask) => (uint)Vector256.ExtractMostSignificantBits(mask.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsZero(Vector256<byte> a) => Vector256.EqualsAll(a, Vector256<byte>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sum32(Vector256<byte> a) => Vector256.Sum(a.AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum64(Vector256<byte> a) => Vector256.Sum(a.AsInt64());
}
