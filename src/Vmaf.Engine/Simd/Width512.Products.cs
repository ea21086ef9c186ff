using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <content>Products that are added up more exactly than they are made.</content>
internal unsafe readonly partial struct Width512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> MultiplySingleToDouble(float* address, Vector512<byte> factors) =>
        Avx512F.ConvertToVector512Double(Vector256.Load(address) * factors.GetLower().AsSingle()).AsByte();
}
