using System.Numerics;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>1 where the element is positive (or NaN), 0 elsewhere: the derivative of <see cref="Relu"/>.</summary>
    internal NDArray<TElement> Step() => Unary<UnitStep>.Apply(this);
}

/// <summary>1 above 0, else 0; ∂x = 0</summary>
readonly struct UnitStep : IUnaryOperation
{
    public static string Name => "Step";

    public static Reads Reads => Reads.Nothing;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T> => Positive(x, result);

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of) => NDArray<T>.Zeros(gradient.Layout);

    static void Positive<T>(ReadOnlySpan<T> x, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
                Vector.ConditionalSelect(Vector.LessThanOrEqual(new(x[i..]), Vector<T>.Zero), Vector<T>.Zero, Vector<T>.One).CopyTo(result[i..]);
        }
        for (; i < x.Length; i++) result[i] = x[i] <= T.Zero ? T.Zero : T.One;
    }
}
