using System.Numerics.Tensors;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Companions of methods that call <see cref="TensorPrimitives"/>, where the corpus cannot go: other number types, one buffer for two parameters.</summary>
public sealed class TensorTests
{
    [Fact]
    public void Gradient_InSinglePrecision_IsThatOfTheFormula()
    {
        (float value, float[] x, float k) = TensorFunctions.EnergyGradient([1, 2], 3);

        Assert.Equal(TensorFunctions.Energy([1, 2], 3), value);
        Assert.Equal([2 * 9 * 1f, 2 * 9 * 2f], x);
        Assert.Equal(2 * 3 * 5f, k);
    }

    [Fact]
    public void Gradient_OfAGenericMethod_IsThatOfTheFormula()
    {
        (double value, double[] x) = TensorFunctions.SquaresGradient<double>([1, -2]);

        Assert.Equal((5d, 2d, -4d), (value, x[0], x[1]));
    }

    [Fact]
    public void Adjoint_OfOneBufferForSourceAndDestination_IsThatOfTheSquare()
    {
        double[] x = [3, -2], adjoint = [10, 1];
        TensorFunctions.ProductAdjoint(x, x, x, adjoint, adjoint, adjoint);

        Assert.Equal([9d, 4d], x);
        Assert.Equal([60d, -4d], adjoint);
    }

    [Fact]
    public void Forward_OfOneBufferForSourceAndDestination_IsThatOfTheSquare()
    {
        double[] x = [3, -2], tangent = [10, 1];
        TensorFunctions.ProductForward(x, x, x, tangent, tangent, tangent);

        Assert.Equal([9d, 4d], x);
        Assert.Equal([60d, -4d], tangent);
    }

    [Fact]
    public void Gradient_AtATie_IsSharedInEqualParts() =>
        Assert.Equal([1 / 3d, 0, 1 / 3d, 1 / 3d], TensorFunctions.GreatestGradient([2, 1, 2, 2]).X);

    [Fact]
    public void Gradient_WhereASlopeIsInfiniteAndUnused_IsZero() =>
        Assert.Equal([0d, 0.5], TensorFunctions.SecondRootGradient([0, 1]).X);

    [Fact]
    public void Gradient_OfTheNormAtZero_IsZero() => Assert.Equal([0d, 0], TensorFunctions.LengthGradient([0, 0]).X);
}

internal static partial class TensorFunctions
{
    [Differentiable]
    internal static float Energy(float[] x, float k)
    {
        var t = new float[x.Length];
        TensorPrimitives.Multiply(x, k, t);
        return TensorPrimitives.SumOfSquares<float>(t);
    }

    [Differentiable]
    internal static T Squares<T>(T[] x)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        var t = new T[x.Length];
        TensorPrimitives.Multiply<T>(x, x, t);
        return TensorPrimitives.Sum<T>(t);
    }

    [Differentiable]
    internal static void Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> product) => TensorPrimitives.Multiply(x, y, product);

    [Differentiable]
    internal static double Greatest(double[] x) => TensorPrimitives.Max<double>(x);

    [Differentiable]
    internal static double SecondRoot(double[] x)
    {
        var t = new double[x.Length];
        TensorPrimitives.Sqrt(x, t);
        return t[1];
    }

    [Differentiable]
    internal static double Length(double[] x) => TensorPrimitives.Norm<double>(x);
}
