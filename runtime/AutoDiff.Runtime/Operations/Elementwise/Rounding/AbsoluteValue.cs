using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The absolute value of each element; of <see cref="int.MinValue"/> itself, as in NumPy. Its derivative at 0 is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Abs() => Unary<AbsoluteValue>.Apply(this);
}

/// <summary>|x|; ∂x = sign x, 0 at 0</summary>
readonly struct AbsoluteValue : IUnaryOperation, ILaneFunction
{
    public static string Name => "Abs";

    public static Reads Reads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<AbsoluteValue, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        Vector512.Abs(x);

    public static bool TakesIntegers => true;

    public static void Invoke(ReadOnlySpan<int> x, Span<int> result) => Lanes.Run<AbsoluteValue, int>(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X.Sign());
}
