using System.Numerics;

namespace AutoDiff;

/// <summary>What x gets of the derivative of max(x, y): 1 if it is greater, ½ if they are equal, 0 if it is less; a single NaN counts as greater. ∂x = ∂y = 0</summary>
readonly struct GreaterShare : IBinaryOperation
{
    public static string Name => "Share";

    public static Reads LeftReads => Reads.Nothing;

    public static Reads RightReads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count) Share(new Vector<T>(x[i..]), new(y[i..])).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = Partials.MaxFirst(x[i], y[i]);
    }

    public static void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count) Share(new(x[i..]), new Vector<T>(y)).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = Partials.MaxFirst(x[i], y);
    }

    public static void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count) Share(new Vector<T>(x), new(y[i..])).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = Partials.MaxFirst(x, y[i]);
    }

    public static NDArray<T> Left<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);

    public static NDArray<T> Right<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);

    static Vector<T> Share<T>(Vector<T> x, Vector<T> y) where T : INumber<T>
    {
        Vector<T> half = new(T.CreateTruncating(0.5));
        Vector<T> isNaN = ~Vector.Equals(x, x);
        Vector<T> atLeast = Vector.GreaterThanOrEqual(x, y) | isNaN;
        Vector<T> greater = Vector.GreaterThan(x, y) | (isNaN & Vector.Equals(y, y));
        return (atLeast & half) + (greater & half);
    }
}
