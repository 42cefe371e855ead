using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The Euclidean norm of all elements: the root of the sum of their squares, without overflow.</summary>
    /// <returns>An array without axes.</returns>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Norm() => Reduction<EuclideanNorm>.Apply(this);

    /// <summary>The Euclidean norms along an axis.</summary>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Norm(int axis, bool keepDims = false) => Reduction<EuclideanNorm>.Apply(this, [axis], keepDims);

    /// <summary>The Euclidean norms along several axes.</summary>
    /// <param name="axes">The axes; negative from the end.</param>
    /// <param name="keepDims">Whether the axes stay, with length 1.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Norm(ReadOnlySpan<int> axes, bool keepDims = false) => Reduction<EuclideanNorm>.Apply(this, axes, keepDims);
}

/// <summary>r = √Σ x²; ∂x = x / r, and 0 where r is 0</summary>
readonly struct EuclideanNorm : IReduction
{
    public static string Name => "Norm";

    public static Reads Reads => Reads.X | Reads.Result;

    public static NDArray<T> Values<T>(NDArray<T> x, bool[] reduced)
    {
        if (typeof(T) == typeof(float)) return Values<T, float>(x, reduced);
        if (typeof(T) == typeof(double)) return Values<T, double>(x, reduced);
        throw Element.Unsupported<T>(Name);
    }

    static NDArray<T> Values<T, TReal>(NDArray<T> x, bool[] reduced) where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
    {
        NDArray<T> sums = Fold.Run<SquareSums, Sums, T>(x, reduced, Name);
        Span<TReal> norms = Element.As<T, TReal>(sums.Span);
        if (x.Size == 0 || AreExact<TReal>(norms))
        {
            TensorPrimitives.Sqrt(norms, norms);
            return sums;
        }
        NDArray<T> scales = Fold.Run<Maxima, Maxima, T>(x, reduced, Name);
        NDArray<T> smallest = Fold.Run<Minima, Minima, T>(x, reduced, Name);
        Span<TReal> scale = Element.As<T, TReal>(scales.Span), negative = Element.As<T, TReal>(smallest.Span);
        for (int i = 0; i < scale.Length; i++)
        {
            scale[i] = TReal.Max(scale[i], -negative[i]);
            if (TReal.IsZero(scale[i]) || !TReal.IsFinite(scale[i])) scale[i] = TReal.One;
        }
        NDArray<T> scaled = Fold.Run<SquareSums, Sums, T>(Direction<T>.Of(x, scales), reduced, Name);
        norms = Element.As<T, TReal>(scaled.Span);
        TensorPrimitives.Sqrt(norms, norms);
        TensorPrimitives.Multiply(norms, scale, norms);
        return scaled;
    }

    /// <summary>Whether no square overflowed, and none that counts was rounded to a number with fewer digits.</summary>
    static bool AreExact<TReal>(ReadOnlySpan<TReal> sums) where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>, IMinMaxValue<TReal>
    {
        TReal smallest = TReal.ScaleB(TReal.One, typeof(TReal) == typeof(float) ? -100 : -960); // some digits above the smallest normal number
        foreach (TReal sum in sums)
            if (!(sum >= smallest && sum <= TReal.MaxValue)) return false;
        return true;
    }

    public static NDArray<T> Backward<T>(NDArray<T> gradient, in Application<T> of, int[] axes, int[] shape) =>
        gradient.Times(Direction<T>.Of(of.X, of.Result.Reshape(gradient.Shape)));
}

/// <summary>x / r, and 0 where the norm r is 0</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
readonly struct Direction<T> : IRowKernel<T, T, T>
{
    internal static NDArray<T> Of(NDArray<T> x, NDArray<T> norm)
    {
        NDArray<T> result = Broadcast.Run<Direction<T>, T, T, T>(x, norm, "Norm");
        if (!Tape.Watches(x, norm)) return result;
        Saved<T> savedNorm = new(norm), savedResult = new(result);
        return Tape.Record<T>(result, "Norm", [x, norm], (gradient, operand) =>
        {
            NDArray<T> divisor = savedNorm.For("Norm");
            return operand == 0 ? Of(gradient, divisor) : -Of(gradient.Times(savedResult.For("Norm")), divisor).SumTo(divisor.Layout.Shape);
        });
    }

    public static void Invoke(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Divide<float>(left, right, result);
        else Divide<double>(left, right, result);
    }

    public static void Invoke(ReadOnlySpan<T> left, T right, Span<T> result)
    {
        if (typeof(T) == typeof(float)) Divide(left, Element.As<T, float>(right), result);
        else Divide(left, Element.As<T, double>(right), result);
    }

    public static void Invoke(T left, ReadOnlySpan<T> right, Span<T> result)
    {
        result.Fill(left); // one number over norms that broadcast to another shape
        Invoke(result, right, result);
    }

    static void Divide<TReal>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result) where TReal : unmanaged, INumber<TReal>
    {
        ReadOnlySpan<TReal> x = Element.As<T, TReal>(left), norm = Element.As<T, TReal>(right);
        Span<TReal> r = Element.As<T, TReal>(result);
        for (int i = 0; i < r.Length; i++) r[i] = TReal.IsZero(norm[i]) ? TReal.Zero : x[i] / norm[i];
    }

    static void Divide<TReal>(ReadOnlySpan<T> left, TReal norm, Span<T> result) where TReal : unmanaged, INumber<TReal>
    {
        if (TReal.IsZero(norm)) result.Clear();
        else TensorPrimitives.Divide(Element.As<T, TReal>(left), norm, Element.As<T, TReal>(result));
    }
}
