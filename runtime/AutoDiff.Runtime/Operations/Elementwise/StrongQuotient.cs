using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>A gradient divided by the reciprocal of a partial derivative: where the gradient is exactly 0, exactly 0, also over 0 or NaN.</summary>
    internal NDArray<TElement> Over(NDArray<TElement> divisor) => Binary<StrongQuotient>.Apply(this, divisor);
}

/// <summary>r = x / y, and 0 where x is 0; ∂x = 1/y, ∂y = -r/y</summary>
readonly struct StrongQuotient : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Divide";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.Y | Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<StrongQuotient, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<StrongQuotient, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<StrongQuotient, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Lanes.ZeroWhere(Vector512.Equals(x, Vector512<T>.Zero), x / y);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient.Times(of.Result).Over(of.Y);

}
