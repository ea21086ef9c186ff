using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vmaf.Engine.Simd;

/// <content>Products that are added up more exactly than they are made.</content>
internal unsafe readonly partial struct Width128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> MultiplySingleToDouble(float* address, Vector128<byte> factors)
    {
        Vector128<float> values = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<double>(address)).AsSingle();
        return Vector128.WidenLower(values * factors.AsSingle()).AsByte();
    }
}
