using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>-x of each element.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Negate() => Unary<Negation>.Apply(this);

    /// <summary>-x of each element.</summary>
    /// <param name="operand">The operand.</param>
    /// <returns>A new array of the same shape.</returns>
    public static NDArray<TElement> operator -(NDArray<TElement> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return operand.Negate();
    }

    /// <summary>The same elements.</summary>
    /// <param name="operand">The operand.</param>
    /// <returns>A new array of the same shape.</returns>
    public static NDArray<TElement> operator +(NDArray<TElement> operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return operand.Copy();
    }
}

/// <summary>-x; ∂x = -1</summary>
readonly struct Negation : IUnaryOperation, ILaneFunction
{
    public static string Name => "Negate";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Lanes.Run<Negation, T>(x, result);

    public static Vector512<T> Invoke<T>(Vector512<T> x) where T : unmanaged, INumber<T> =>
        -x;

    public static bool TakesIntegers => true;

    public static void Invoke(ReadOnlySpan<int> x, Span<int> result) => Lanes.Run<Negation, int>(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => -gradient;
}
