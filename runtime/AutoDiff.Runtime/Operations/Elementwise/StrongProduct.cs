using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>A gradient times a partial derivative: where the gradient is exactly 0, exactly 0, also if the partial derivative is infinite or not a number.</summary>
    internal NDArray<TElement> Times(NDArray<TElement> partial) => Binary<StrongProduct>.Apply(this, partial);

    /// <inheritdoc cref="Times(NDArray{TElement})"/>
    internal NDArray<TElement> Times(TElement partial) => Binary<StrongProduct>.Apply(this, partial);
}

/// <summary>x · y, and 0 where x is 0; ∂x = y, ∂y = x</summary>
readonly struct StrongProduct : IBinaryOperation
{
    public static string Name => "Multiply";

    public static Reads LeftReads => Reads.Y;

    public static Reads RightReads => Reads.X;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> a = new(x[i..]);
                Strong(a, a * new Vector<T>(y[i..])).CopyTo(result[i..]);
            }
        }
        for (; i < result.Length; i++) result[i] = T.IsZero(x[i]) ? T.Zero : x[i] * y[i];
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> a = new(x[i..]);
                Strong(a, a * y).CopyTo(result[i..]);
            }
        }
        for (; i < result.Length; i++) result[i] = T.IsZero(x[i]) ? T.Zero : x[i] * y;
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        if (T.IsZero(x)) result.Clear();
        else Multiplication.Invoke(y, x, result);
    }

    static Vector<T> Strong<T>(Vector<T> x, Vector<T> product) => Vector.ConditionalSelect(Vector.Equals(x, Vector<T>.Zero), Vector<T>.Zero, product);

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.Y);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => gradient.Times(of.X);
}
