using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// What x gets of the derivative of max(x, y): 1 if it is greater, ½ if they are equal, 0 if it is less; a single NaN counts as greater. ∂x =
/// ∂y = 0
/// </summary>
readonly struct GreaterShare : IBinaryOperation, ILanePairFunction
{
    public static string Name => "Share";

    public static Reads LeftReads => Reads.Nothing;

    public static Reads RightReads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> =>
        Lanes.Run<GreaterShare, T>(x, y, result);

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<GreaterShare, T>(x, y, result);

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T> => Lanes.Run<GreaterShare, T>(x, y, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T>
    {
        Vector512<T> half = Vector512.Create(T.CreateTruncating(0.5));
        Vector512<T> atLeast = Vector512.GreaterThanOrEqual(x, y) | ~Vector512.Equals(x, x);
        Vector512<T> greater = Vector512.GreaterThan(x, y) | (~Vector512.Equals(x, x) & Vector512.Equals(y, y));
        return (atLeast & half) + (greater & half);
    }

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);

}
