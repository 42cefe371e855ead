using Random = System.Random;

namespace AutoDiff.Runtime.Tests.Reductions;

/// <summary>Derivatives of reductions: against differences, and where there are none to take.</summary>
public sealed class ReductionDerivativeTests
{
    static readonly (string Name, Func<NDArray<double>, int[], bool, NDArray<double>> Function)[] Operations =
    [
        ("Sum", (x, axes, keep) => x.Sum(axes, keep)),
        ("Mean", (x, axes, keep) => x.Mean(axes, keep)),
        ("Max", (x, axes, keep) => x.Max(axes, keep)),
        ("Min", (x, axes, keep) => x.Min(axes, keep)),
        ("Prod", (x, axes, keep) => x.Prod(axes, keep)),
        ("Norm", (x, axes, keep) => x.Norm(axes, keep)),
        ("Variance", (x, axes, keep) => x.Variance(axes, keep)),
        ("StandardDeviation", (x, axes, keep) => x.StandardDeviation(axes, keep)),
        ("LogSumExp", (x, axes, keep) => x.LogSumExp(axes, keep)),
    ];

    public static TheoryData<string> Names => [.. Operations.Select(operation => operation.Name)];

    static Func<NDArray<double>, int[], bool, NDArray<double>> Named(string name) => Operations.Single(operation => operation.Name == name).Function;

    [Theory, MemberData(nameof(Names))]
    public void Reduction_AlongAnyAxes_HasRightDerivatives(string name)
    {
        NDArray<double> x = Runtime.Tests.Arrays.RandomView<double>(new(13), 2, 3, 4);
        Func<NDArray<double>, int[], bool, NDArray<double>> function = Named(name);
        foreach (int[] axes in new int[][] { [0, 1, 2], [0], [1], [2], [0, 2], [] })
        {
            CentralDifferences.Check(operands => function(operands[0], axes, false).Exp(), x);
            CentralDifferences.Check(operands => function(operands[0], axes, true) * operands[0], x);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Reduction_OfNothing_HasAGradientWithoutElements(string name)
    {
        NDArray<double> x = NDArray.Zeros<double>(2, 0);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = name is "Max" or "Min" ? Named(name)(x.T, [1], false) : Named(name)(x, [1], false);
        y.Backward();
        Assert.Equal([2, 0], x.Gradient!.Shape.ToArray());
    }

    static double[] Gradient(Func<NDArray<double>, NDArray<double>> function, params double[] values)
    {
        NDArray<double> x = NDArray.Create(values);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = function(x);
        y.Backward(retainGraph: true);
        NDArray<double> again = Autograd.Gradient<double>([y], [x], createGraph: true)[0];
        Assert.Equal(x.Gradient!.ToArray(), again.ToArray());
        return again.ToArray();
    }

    [Fact]
    public void Gradient_AtTies_IsDividedEvenly()
    {
        Assert.Equal([0.5, 0, 0.5], Gradient(x => x.Max(), 2, 1, 2));
        Assert.Equal([0, 1, 0], Gradient(x => x.Min(0), 2, 1, 2));
        Assert.Equal([0, 0.5, 0.5], Gradient(x => x.Min(), 2, -0.0, 0));
        Assert.Equal([0, 1, 0], Gradient(x => x.Max(), 2, double.NaN, 2));
    }

    [Fact]
    public void Gradient_OfProd_WithZerosAmongTheFactors_IsTheProductOfTheOthers()
    {
        Assert.Equal([0, 6, 0], Gradient(x => x.Prod(), 2, 0, 3));
        Assert.Equal([0, 0, 0], Gradient(x => x.Prod(), 0, 0, 3));
        CentralDifferences.Check(x => x[0].Prod(), NDArray.Create([2.0, 0, 3, 0.5, -1]));
        CentralDifferences.Check(x => x[0].Prod(1), NDArray.Create<double>([[0, 0, 3], [1, 0, 2]]));
    }

    [Fact]
    public void Gradient_OfNorm_AtZeroIsZero()
    {
        Assert.Equal([0, 0], Gradient(x => x.Norm(), 0, 0));
        Assert.Equal([0, 0, 0], Gradient(x => x.StandardDeviation(), 3, 3, 3));
        Assert.Equal([0.6, 0.8], Gradient(x => x.Norm(), 3e-200, 4e-200), (a, b) => Math.Abs(a - b) < 1e-14);
        NDArray<double> x = NDArray.Zeros<double>(2);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Norm();
        Autograd.Gradient<double>([y], [x], createGraph: true)[0].Backward();
        Assert.Equal([0.0, 0], x.Gradient!.ToArray());
    }

    [Fact]
    public void Gradient_OfLogSumExp_OfInfinitiesIsFinite()
    {
        Assert.Equal([0.5, 0, 0.5], Gradient(x => x.LogSumExp(), 800, double.NegativeInfinity, 800), (a, b) => Math.Abs(a - b) < 1e-12); // r has the digits of 800
        Assert.Equal([0, 0], Gradient(x => x.LogSumExp(), double.NegativeInfinity, double.NegativeInfinity));
    }

    [Fact]
    public void Reduction_OfWhatWasChangedInPlace_IsRefused()
    {
        NDArray<double> x = NDArray.Create([1.0, 2]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x.Max();
        x.Assign(NDArray.Create([3.0, 2]));
        Assert.Contains("Max", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
    }
}
