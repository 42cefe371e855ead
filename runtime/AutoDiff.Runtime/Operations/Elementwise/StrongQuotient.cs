using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>A gradient divided by the reciprocal of a partial derivative: where the gradient is exactly 0, exactly 0, also over 0 or NaN.</summary>
    internal NDArray<TElement> Over(NDArray<TElement> divisor) => Binary<StrongQuotient>.Apply(this, divisor);
}

/// <summary>r = x / y, and 0 where x is 0; ∂x = 1/y, ∂y = -r/y</summary>
readonly struct StrongQuotient : IBinaryOperation
{
    public static string Name => "Divide";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.Y | Reads.Result;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> a = new(x[i..]);
                Strong(a, a / new Vector<T>(y[i..])).CopyTo(result[i..]);
            }
        }
        for (; i < result.Length; i++) result[i] = T.IsZero(x[i]) ? T.Zero : x[i] / y[i];
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> a = new(x[i..]);
                Strong(a, a / new Vector<T>(y)).CopyTo(result[i..]);
            }
        }
        for (; i < result.Length; i++) result[i] = T.IsZero(x[i]) ? T.Zero : x[i] / y;
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (T.IsZero(x)) result.Clear();
        else Division.Invoke(x, y, result);
    }

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Over(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => -gradient.Times(of.Result).Over(of.Y);

    static Vector<T> Strong<T>(Vector<T> x, Vector<T> quotient) => Vector.ConditionalSelect(Vector.Equals(x, Vector<T>.Zero), Vector<T>.Zero, quotient);
}
