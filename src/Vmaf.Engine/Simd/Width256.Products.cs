using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Products that are added up more exactly than they are made.</content>
internal unsafe readonly partial struct Width256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> MultiplySingleToDouble(float* address, Vector256<byte> factors) =>
        Avx.ConvertToVector256Double(Vector128.Load(address) * factors.GetLower().AsSingle()).AsByte();
}
