using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>One variable or object under the names of two parameters: refused where the method assigns it, since each name has an adjoint of its own.</summary>
public sealed class AliasedParameterTests
{
    [Fact]
    public void Companions_OfOneVariableTwice_AreRefused()
    {
        double x = 2, adjoint = 0, other = 0;

        Assert.Throws<ArgumentException>(() => AliasedFunctions.PairAdjoint(ref x, ref x, ref adjoint, ref other));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.PairAdjoint(ref x, ref x, ref adjoint, ref adjoint));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.PairForward(ref x, ref x, ref adjoint, ref other));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.ReadAndWrittenAdjoint(in x, ref x, ref adjoint, ref other));
        Assert.Equal(2, x);
    }

    [Fact]
    public void Companions_OfTwoVariables_AreRight()
    {
        double p = 2, q = 3, pAdjoint = 0, qAdjoint = 0;

        double value = AliasedFunctions.PairAdjoint(ref p, ref q, ref pAdjoint, ref qAdjoint);

        // p q + p q²
        Assert.Equal(6 + 18, value);
        Assert.Equal((3 + 9, 2 + 12), (pAdjoint, qAdjoint));
    }

    [Fact]
    public void Companions_OfAnElementAndItsArray_AreRefused()
    {
        double[] x = [2, 3], adjoints = [0, 0];
        double adjoint = 0, outside = 2;

        Assert.Throws<ArgumentException>(() => AliasedFunctions.ElementAdjoint(ref x[0], x, ref adjoint, adjoints));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.ElementForward(ref x[1], x, ref adjoint, adjoints));
        Assert.Equal(7 + 3 + 0.0, AliasedFunctions.ElementAdjoint(ref outside, x, ref adjoint, adjoints) + 1);
    }

    [Fact]
    public void Companions_OfOneObjectTwice_AreRefused()
    {
        var m = new AliasedFunctions.Model { B = 2 };
        var adjoint = new AliasedFunctions.Model();

        Assert.Throws<ArgumentException>(() => AliasedFunctions.ScaleAdjoint(m, m, adjoint, adjoint));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.ScaleForward(m, m, adjoint, adjoint));
        Assert.Equal(4, AliasedFunctions.ProductGradient(m, m).Value);
    }
}

public static partial class AliasedFunctions
{
    public sealed class Model
    {
        public double B;
    }

    [Differentiable]
    public static double Pair(ref double p, ref double q)
    {
        p *= q;
        q *= p;
        return p + q;
    }

    [Differentiable]
    public static double ReadAndWritten(in double k, ref double t)
    {
        t += k;
        t *= k;
        return k * t;
    }

    [Differentiable]
    public static double Element(ref double p, double[] a)
    {
        a[0] *= p;
        p += a[1];
        return a[0] + p;
    }

    [Differentiable]
    public static double Scale(Model m, Model n)
    {
        m.B *= n.B;
        return m.B * n.B;
    }

    [Differentiable]
    public static double Product(Model m, Model n) => m.B * n.B;
}
