using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>1 for positive elements, -1 for negative ones, 0 for both zeros, NaN for NaN. Its derivative is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sign() => Unary<SignOf>.Apply(this);
}

/// <summary>sign x; ∂x = 0</summary>
readonly struct SignOf : IUnaryOperation, ILaneFunction
{
    public static string Name => "Sign";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<SignOf, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512<T>.Zero),
            Vector512<T>.One,
            Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), -Vector512<T>.One, x + Vector512<T>.Zero)); // x + 0: NaN, and 0 for -0

    public static bool TakesIntegers => true;

    public static void Invoke(ReadOnlySpan<int> x, Span<int> result) => Lanes.Run<SignOf, int>(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);
}
