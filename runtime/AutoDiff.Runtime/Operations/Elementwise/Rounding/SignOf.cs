using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>1 for positive elements, -1 for negative ones, 0 for both zeros, NaN for NaN. Its derivative is 0.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Sign() => Unary<SignOf>.Apply(this);
}

/// <summary>sign x; ∂x = 0</summary>
readonly struct SignOf : IUnaryOperation
{
    public static string Name => "Sign";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Signs(x, result);

    public static bool TakesIntegers => true;

    public static void Invoke(ReadOnlySpan<int> x, Span<int> result) => Signs(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);

    static void Signs<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> a = new(x[i..]);
                Vector<T> below = Vector.ConditionalSelect(Vector.LessThan(a, Vector<T>.Zero), -Vector<T>.One, a + Vector<T>.Zero); // NaN, and 0 for -0
                Vector.ConditionalSelect(Vector.GreaterThan(a, Vector<T>.Zero), Vector<T>.One, below).CopyTo(result[i..]);
            }
        }
        for (; i < x.Length; i++) result[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? -T.One : x[i] + T.Zero;
    }
}
