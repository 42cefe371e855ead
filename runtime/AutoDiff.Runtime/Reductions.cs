using System.ComponentModel;
using System.Numerics;

namespace AutoDiff;

/// <summary>
/// Derivatives of functions of all elements of a span that no formula for the single element gives, called by generated code. Each adjoint
/// adds <c>seed</c> times the partial derivatives; each tangent is the derivative in the direction of the tangents. <c>x</c>, <c>y</c> are
/// the arguments, <c>r</c> is the result.
/// </summary>
/// <remarks>Allocates nothing. Spans that belong together must have the same length.</remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Reductions
{
    /// <summary>The mean: ∂/∂xᵢ = 1/n.</summary>
    public static void AverageAdjoint<T>(T seed, Span<T> xAdjoint)
        where T : IFloatingPointIeee754<T>
    {
        if (xAdjoint.IsEmpty) return;
        T share = seed / T.CreateChecked(xAdjoint.Length);
        for (int i = 0; i < xAdjoint.Length; i++) xAdjoint[i] += share;
    }

    /// <inheritdoc cref="AverageAdjoint"/>
    public static T AverageTangent<T>(ReadOnlySpan<T> xTangent)
        where T : IFloatingPointIeee754<T>
    {
        if (xTangent.IsEmpty) return T.Zero;
        T sum = T.Zero;
        foreach (T tangent in xTangent) sum += tangent;
        return sum / T.CreateChecked(xTangent.Length);
    }

    /// <summary>The product: ∂/∂xᵢ is the product of the others, also where elements are zero.</summary>
    public static void ProductAdjoint<T>(ReadOnlySpan<T> x, T seed, Span<T> xAdjoint)
        where T : IFloatingPointIeee754<T>
    {
        if (seed == T.Zero) return;
        int zeros = x.Count(T.Zero);
        if (zeros > 1) return;
        T others = T.One;
        foreach (T factor in x)
            if (factor != T.Zero) others *= factor;
        if (zeros == 1) xAdjoint[x.IndexOf(T.Zero)] += seed * others;
        else if (T.IsNormal(others))
        {
            for (int i = 0; i < x.Length; i++) xAdjoint[i] += seed * (others / x[i]);
        }
        else
        {
            // The whole product overflows or vanishes; those of all but one factor need not.
            for (int i = 0; i < x.Length; i++) xAdjoint[i] += seed * AllBut(x, i);
        }
    }

    /// <inheritdoc cref="ProductAdjoint"/>
    public static T ProductTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xTangent)
        where T : IFloatingPointIeee754<T>
    {
        // (p, t) times (x, ẋ) is (p·x, p·ẋ + t·x): no division.
        T product = T.One, tangent = T.Zero;
        for (int i = 0; i < x.Length; i++) (product, tangent) = (product * x[i], (product * xTangent[i]) + (tangent * x[i]));
        return tangent;
    }

    /// <summary>The greatest or least element, by itself or by its modulus: those that are the result share it in equal parts.</summary>
    public static void ExtremeAdjoint<T>(ReadOnlySpan<T> x, T r, T seed, Span<T> xAdjoint)
        where T : IFloatingPointIeee754<T>
    {
        int ties = x.Count(r);
        if (ties == 0) return;
        T share = seed / T.CreateChecked(ties);
        for (int i = 0; i < x.Length; i++)
            if (x[i] == r) xAdjoint[i] += share;
    }

    /// <inheritdoc cref="ExtremeAdjoint"/>
    public static T ExtremeTangent<T>(ReadOnlySpan<T> x, T r, ReadOnlySpan<T> xTangent)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        int ties = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] != r) continue;
            sum += xTangent[i];
            ties++;
        }
        return ties == 0 ? T.Zero : sum / T.CreateChecked(ties);
    }

    /// <summary>The standard deviation, dividing by n: ∂/∂xᵢ = (xᵢ - mean) / (n·r), 0 where all elements are equal.</summary>
    public static void StandardDeviationAdjoint<T>(ReadOnlySpan<T> x, T r, T seed, Span<T> xAdjoint)
        where T : IFloatingPointIeee754<T>
    {
        if (r == T.Zero || seed == T.Zero) return;
        T mean = Mean(x);
        T scale = seed / (T.CreateChecked(x.Length) * r);
        for (int i = 0; i < x.Length; i++) xAdjoint[i] += scale * (x[i] - mean);
    }

    /// <inheritdoc cref="StandardDeviationAdjoint"/>
    public static T StandardDeviationTangent<T>(ReadOnlySpan<T> x, T r, ReadOnlySpan<T> xTangent)
        where T : IFloatingPointIeee754<T>
    {
        if (r == T.Zero) return T.Zero;
        T mean = Mean(x), sum = T.Zero;
        for (int i = 0; i < x.Length; i++) sum += (x[i] - mean) * xTangent[i];
        return sum / (T.CreateChecked(x.Length) * r);
    }

    /// <summary>The cosine of the angle between x and y: ∂/∂xᵢ = yᵢ / (|x|·|y|) - r·xᵢ / |x|².</summary>
    public static void CosineSimilarityAdjoint<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T r, T seed, Span<T> xAdjoint)
        where T : IFloatingPointIeee754<T>
    {
        if (seed == T.Zero) return;
        (T squares, T norms) = Norms(x, y);
        for (int i = 0; i < x.Length; i++) xAdjoint[i] += seed * ((y[i] / norms) - (r * x[i] / squares));
    }

    /// <inheritdoc cref="CosineSimilarityAdjoint"/>
    public static T CosineSimilarityTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T r, ReadOnlySpan<T> xTangent)
        where T : IFloatingPointIeee754<T>
    {
        (T squares, T norms) = Norms(x, y);
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            if (xTangent[i] != T.Zero) sum += xTangent[i] * ((y[i] / norms) - (r * x[i] / squares));
        return sum;
    }

    /// <summary>Softmax of x must fill r: what stands behind it in a longer r goes into the sum, and is divided by it.</summary>
    /// <param name="x">The length of the source.</param>
    /// <param name="r">The length of the destination.</param>
    /// <exception cref="ArgumentException">The destination is longer.</exception>
    public static void RequireFilled(int x, int r)
    {
        if (r > x) throw new ArgumentException($"SoftMax of {x} numbers into {r} also changes those behind them, of which no derivative is known: pass a destination of {x}.", "destination");
    }

    /// <summary>
    /// Softmax r of x: with t the adjoint of r, x's adjoint grows by r·(t - Σ r·t), and t becomes 0. Both adjoints may be the same memory.
    /// </summary>
    public static void SoftMaxAdjoint<T>(ReadOnlySpan<T> r, Span<T> rAdjoint, Span<T> xAdjoint)
        where T : IFloatingPointIeee754<T>
    {
        T mean = T.Zero;
        for (int i = 0; i < rAdjoint.Length; i++) mean += r[i] * rAdjoint[i];
        for (int i = 0; i < rAdjoint.Length; i++)
        {
            T adjoint = rAdjoint[i];
            rAdjoint[i] = T.Zero;
            xAdjoint[i] += r[i] * (adjoint - mean);
        }
    }

    /// <summary>Softmax r of x: r's tangent is r·(ẋ - Σ r·ẋ). Both tangents may be the same memory.</summary>
    public static void SoftMaxTangent<T>(ReadOnlySpan<T> r, ReadOnlySpan<T> xTangent, Span<T> rTangent)
        where T : IFloatingPointIeee754<T>
    {
        T mean = T.Zero;
        for (int i = 0; i < rTangent.Length; i++) mean += r[i] * xTangent[i];
        for (int i = 0; i < rTangent.Length; i++) rTangent[i] = r[i] * (xTangent[i] - mean);
    }

    private static T AllBut<T>(ReadOnlySpan<T> x, int index)
        where T : IFloatingPointIeee754<T>
    {
        T product = T.One;
        for (int i = 0; i < x.Length; i++)
            if (i != index) product *= x[i];
        return product;
    }

    private static T Mean<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T value in x) sum += value;
        return sum / T.CreateChecked(x.Length);
    }

    /// <summary>|x|², and |x|·|y|.</summary>
    private static (T Squares, T Norms) Norms<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T ofX = T.Zero, ofY = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            ofX += x[i] * x[i];
            ofY += y[i] * y[i];
        }
        return (ofX, T.Sqrt(ofX) * T.Sqrt(ofY));
    }
}
