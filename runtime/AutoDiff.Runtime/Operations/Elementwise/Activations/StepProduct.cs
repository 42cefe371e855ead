using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// x times the derivative of <see cref="NDArray{TElement}.Relu"/>, which is 1 where y is positive (or NaN) and 0 elsewhere; 0 where x is 0. ∂x is the same of
/// the gradient, ∂y = 0
/// </summary>
readonly struct StepProduct : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Relu";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<StepProduct, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<StepProduct, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<StepProduct, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T>
    {
        Vector512<T> step = Lanes.ZeroWhere(Vector512.LessThanOrEqual(y, Vector512<T>.Zero), Vector512<T>.One);
        return Lanes.ZeroWhere(Vector512.Equals(x, Vector512<T>.Zero), x * step);
    }

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => Binary<StepProduct>.Apply(gradient, of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);
}
