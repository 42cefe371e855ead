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
        var derived = new AliasedFunctions.Derived { B = 2 };
        Assert.Throws<ArgumentException>(() => AliasedFunctions.OfBothKindsGradient(derived, derived));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.BesideAnArrayGradient([new(), derived], derived));
        Assert.Equal(12, AliasedFunctions.OfBothKindsGradient(derived, new() { B = 3 }).Value);
    }

    [Fact]
    public void Companions_OfOneRowTwice_AreRefusedWhereItIsStoredInto()
    {
        double[] row = [2, 3];
        double[][] shared = [row, row], apart = [[2, 3], [5, 7]];
        double adjoint = 0;

        Assert.Throws<ArgumentException>(() => AliasedFunctions.RowsGradient(shared, 3));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.RowsForward(shared, 3, [[0, 0], [0, 0]], 1));
        Assert.Equal(2, row[0]);

        // a[0][0] = 3 a[1][0], and the product of both: 3 a[1][0]².
        double[][] adjoints = [[0, 0], [0, 0]];
        Assert.Equal(75, AliasedFunctions.RowsAdjoint(apart, 3, adjoints, ref adjoint));
        Assert.Equal((0, 30, 25), (adjoints[0][0], adjoints[1][0], adjoint));
    }

    [Fact]
    public void Companions_OfOneRowTwice_AreRightWhereNothingIsStored()
    {
        double[] row = [2, 3];

        (double value, double[][] rows) = AliasedFunctions.RowProductGradient([row, row]);

        Assert.Equal((4, 2, 2), (value, rows[0][0], rows[1][0]));
    }

    [Fact]
    public void Companions_OfARowAndAnArray_AreRefusedWhereOneIsStoredInto()
    {
        double[] row = [2, 3];

        Assert.Throws<ArgumentException>(() => AliasedFunctions.RowAndArrayGradient([row, [1]], row));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.ArrayAndRowGradient([row, [1]], row));
        Assert.Equal(18, AliasedFunctions.RowAndArrayGradient([[2, 3], [1]], row).Value);
    }

    [Fact]
    public void Companions_OfOneArrayInTwoStructs_AreRefusedWhereItIsStoredInto()
    {
        double[] held = [2], other = [5];
        AliasedFunctions.Body[] shared = [new() { H = held, X = 1 }, new() { H = held, X = 1 }], apart = [new() { H = held, X = 1 }, new() { H = other, X = 1 }];

        Assert.Throws<ArgumentException>(() => AliasedFunctions.BodiesGradient(shared, [1]));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.BodiesGradient(apart, held));
        Assert.Equal(2 * 2 * 2 * 5 * 3, AliasedFunctions.BodiesGradient(apart, [3]).Value);
        // Only a number of each struct is stored into: the arrays may be one.
        Assert.Equal(2, AliasedFunctions.NumbersGradient(shared).B[1].H[0]);
    }

    [Fact]
    public void Companions_OfAnArrayThatIsAConstantAsWell_AreRefusedWhereItIsStoredInto()
    {
        double[] x = [2, 3];

        Assert.Throws<ArgumentException>(() => AliasedFunctions.WithConstantGradient(x, x));
        Assert.Throws<ArgumentException>(() => AliasedFunctions.WithConstantForward(x, x, [1, 0]));
        Assert.Equal(2 * 2 * 2, AliasedFunctions.WithConstantGradient(x, [2, 3]).Value);
    }
}

public static partial class AliasedFunctions
{
    public class Model
    {
        public double B;
    }

    public sealed class Derived : Model
    {
        public double C;
    }

    [Differentiable]
    public static double OfBothKinds(Derived d, Model m)
    {
        d.B *= 2;
        return d.B * m.B;
    }

    [Differentiable]
    public static double BesideAnArray(Model[] all, Derived d)
    {
        d.B *= 2;
        return d.B * all[1].B;
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

    [Differentiable]
    public static double Rows(double[][] a, double k)
    {
        a[0][0] = a[1][0] * k;
        return a[1][0] * a[0][0];
    }

    [Differentiable]
    public static double RowProduct(double[][] a) => a[1][0] * a[0][0];

    [Differentiable]
    public static double RowAndArray(double[][] a, double[] x)
    {
        a[0][0] *= x[1];
        return a[0][0] * x[1];
    }

    [Differentiable]
    public static double ArrayAndRow(double[][] a, double[] x)
    {
        x[0] *= x[1];
        return a[0][0] * x[1];
    }

    public struct Body
    {
        public double X;
        public double[] H;
    }

    [Differentiable]
    public static double Bodies(Body[] b, double[] x)
    {
        foreach (Body body in b) body.H[0] *= 2;
        return b[0].H[0] * b[1].H[0] * x[0];
    }

    [Differentiable]
    public static double Numbers(Body[] b)
    {
        for (int i = 0; i < b.Length; i++) b[i].X *= 2;
        return b[1].X * b[1].H[0];
    }

    [Differentiable]
    public static double WithConstant(double[] x, [NoGradient] double[] c)
    {
        x[0] *= 2;
        return x[0] * c[0];
    }
}
