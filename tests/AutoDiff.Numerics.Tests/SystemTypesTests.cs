using System.Numerics;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// Companions that take and return the types of <c>System.Numerics</c>: the derivative has the type of the value. That by a
/// <see cref="Complex"/> is the gradient by its two parts, as the two parts of a <see cref="Complex"/>.
/// </summary>
public sealed class SystemTypesTests
{
    [Fact]
    public void Gradient_ByAVector_IsAVector() =>
        Assert.Equal((29f, new Vector3(5, 8, 12), 14f), SystemTypes.EnergyGradient(new Vector3(1, 2, 3), 2));

    [Fact]
    public void Gradient_ByAComplexNumber_HoldsTheDerivativesByItsParts() =>
        Assert.Equal((-3 + 3 * 4, new Complex(2 + 3 * 4, -4 + 3 * 2)), SystemTypes.SquareGradient(new Complex(1, 2)));

    [Fact]
    public void Adjoint_OfAVector_AddsToTheBuffers()
    {
        var p = new Vector3(1, 1, 1);
        float k = 1;
        Vector3 value = SystemTypes.PushAdjoint(new Vector3(1, 2, 3), 2, ref p, ref k, new Vector3(1, 0, 2));

        Assert.Equal((new Vector3(3, 4, 6), new Vector3(3, 1, 5), 1 + 1 + 6f), (value, p, k));
    }

    [Fact]
    public void Forward_OfAComplexNumber_IsTheDirectionTurned()
    {
        (Complex value, Complex tangent) = SystemTypes.TurnedForward(new Complex(1, 2), 0.3, new Complex(0.5, 1), 1);
        Complex turn = Complex.FromPolarCoordinates(1, 0.3);

        Assert.Equal(new Complex(1, 2) * turn, value);
        Assert.Equal(0, Complex.Abs(new Complex(0.5, 1) * turn + Complex.ImaginaryOne * new Complex(1, 2) * turn - tangent), 1e-15);
    }

    [Fact]
    public void Value_OfOneArrayForTwoParameters_IsThatOfTheMethod()
    {
        Vector3[] points = [new(1, 2, 3)], same = [new(1, 2, 3)], tangents = [new(1, 0, 0)];
        SystemTypes.Turn(same, same, new Vector3(2, -1, 1));
        SystemTypes.TurnForward(points, points, new Vector3(2, -1, 1), tangents, tangents, default);

        Assert.Equal(same, points);
        Assert.Equal([Vector3.Cross(new Vector3(1, 0, 0), new Vector3(2, -1, 1))], tangents);
    }

    [Fact]
    public void Gradient_ByAnArrayOfComplexNumbers_HoldsTheDerivativesByTheirParts()
    {
        (double value, Complex[] a) = SystemTypes.ProductGradient([new Complex(1, 2), new Complex(3, -1)]);

        Assert.Equal(1 * 3 + 2 * 1, value);
        Assert.Equal([new Complex(3, 1), new Complex(1, -2)], a);
    }

    [Fact]
    public void Gradient_ByAnArrayOfVectors_HasAVectorForEach()
    {
        (float value, Vector3[] points) = SystemTypes.ChainGradient([new Vector3(1, 2, 3), new Vector3(0, 1, 0)]);

        Assert.Equal(16f, value);
        Assert.Equal([new Vector3(2, 4.5f, 6), new Vector3(0.5f, 3, 1.5f)], points);
    }
}

internal static partial class SystemTypes
{
    [Differentiable]
    internal static float Energy(Vector3 p, float k) => k * p.LengthSquared() + p.X;

    [Differentiable]
    internal static double Square(Complex z)
    {
        Complex w = z * z;
        return w.Real + 3 * w.Imaginary;
    }

    [Differentiable]
    internal static Vector3 Push(Vector3 p, float k) => p * k + Vector3.UnitX;

    [Differentiable]
    internal static Complex Turned(Complex z, double angle) => z * Complex.FromPolarCoordinates(1, angle);

    [Differentiable]
    internal static void Turn(Vector3[] to, Vector3[] from, Vector3 axis)
    {
        for (int i = 0; i < to.Length; i++) to[i] = Vector3.Cross(from[i], axis);
    }

    [Differentiable]
    internal static double Product(Complex[] a) => (a[0] * a[1]).Real;

    [Differentiable]
    internal static float Chain(Vector3[] points)
    {
        float s = 0;
        foreach (Vector3 p in points) s += p.LengthSquared();
        for (int i = 1; i < points.Length; i++) s += Vector3.Dot(points[i], points[i - 1]) / 2;
        return s;
    }
}
