namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>Every operation on single elements: values, special cases, layouts, first and second derivatives.</summary>
public sealed class UnaryTests
{
    public static TheoryData<string> Names => UnaryCase.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfDouble_AreTheReferences(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        Random random = new(1);
        double[] x =
        [
            .. Samples.Special,
            .. Enumerable.Range(0, 3000).Select(i => (operation.Low + (operation.High - operation.Low) * random.NextDouble()) * (i < 2000 ? 1 : 3)),
        ];
        double[] values = operation.Double(NDArray.Create(x)).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double expected = operation.Value(x[i]);
            Assert.True(Samples.Ulps(expected, values[i]) <= operation.Ulps, $"{name} of {x[i]:R} is {values[i]:R}, not {expected:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfSingle_AreTheReferences(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        Random random = new(2);
        float[] x =
        [
            .. Samples.Special.Select(special => (float)special),
            .. Enumerable.Range(0, 3000).Select(_ => (float)(operation.Low + (operation.High - operation.Low) * random.NextDouble())),
        ];
        float[] values = operation.Single(NDArray.Create(x)).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            float expected = (float)operation.Value(x[i]);
            Assert.True(Samples.Ulps(expected, values[i]) <= Math.Max(operation.Ulps, 2), $"{name} of {x[i]:R} is {values[i]:R}, not {expected:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfAnyLayout_AreThoseOfACopy(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        foreach (NDArray<double> x in Samples.Layouts<double>(operation.Low, operation.High))
        {
            NDArray<double> result = operation.Double(x);
            Assert.Equal(x.Shape, result.Shape);
            Assert.True(result.IsContiguous);
            double[] expected = Array.ConvertAll(x.ToArray(), value => operation.Value(value));
            Assert.All(result.ToArray(), (value, i) => Assert.True(Samples.Ulps(expected[i], value) <= operation.Ulps));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivative_OfAnyLayout_AgreesWithDifferences(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        foreach (NDArray<double> x in Samples.Layouts<double>(operation.Low, operation.High))
        {
            GradientReport report = GradientCheck.Verify(operation.Double, x);
            Assert.Equal(x.Size, report.Entries.Count);
            Assert.True(report.Passed, $"{name}, {report}");
        }
        NDArray<double> matrix = Samples.Random<double>(new Random(3), operation.Low, operation.High, 2, 3);
        Require(name, GradientCheck.Verify(a => operation.Double(a.T), matrix));
        Require(name, GradientCheck.Verify(a => operation.Double(a.BroadcastTo(2, 2, 3)), matrix));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivative_OfSingle_IsTheClosedForm(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        NDArray<float> x = Samples.Random<float>(new Random(4), operation.Low, operation.High, 5, 7);
        Require(name, GradientCheck.Verify(operation.Single, x));
        x.AttachGradient();
        NDArray<float> y;
        using (Autograd.Record()) y = operation.Single(x);
        y.Backward();
        float[] at = x.ToArray();
        Assert.All(x.Gradient!.ToArray(), (value, i) => AssertClose(operation.Derivative(at[i]), value, 2e-5));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondDerivative_IsTheClosedForm(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        NDArray<double> x = Samples.Random<double>(new Random(5), operation.Low, operation.High, 4, 5);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = operation.Double(x);
        NDArray<double> first = Autograd.Gradient([y], [x], createGraph: true)[0];
        first.Backward();
        double[] at = x.ToArray();
        Assert.All(first.ToArray(), (value, i) => AssertClose(operation.Derivative(at[i]), value, 1e-12));
        Assert.All(x.Gradient!.ToArray(), (value, i) => AssertClose(operation.Second(at[i]), value, 1e-11));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondDerivative_WithAHeadGradient_AgreesWithDifferences(string name)
    {
        UnaryCase operation = UnaryCase.All[name];
        NDArray<double> x = Samples.Random<double>(new Random(6), operation.Low, operation.High, 2, 3);
        NDArray<double> head = Samples.Random<double>(new Random(7), -1, 1, 2, 3);
        Require(name, GradientCheck.Verify(
            (a, h) => Autograd.Gradient([operation.Double(a)], [a], [h], createGraph: true)[0], x, head));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivative_AgainstAGradientOfZero_IsZero(string name)
    {
        NDArray<double> x = NDArray.Create([0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -5]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = UnaryCase.All[name].Double(x);
        y.Backward(NDArray.Zeros<double>(8));
        Assert.All(x.Gradient!.ToArray(), value => Assert.Equal(0.0, value));
    }

    static void Require(string name, GradientReport report) => Assert.True(report.Passed, $"{name}, {report}");

    static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{actual:R} is not {expected:R}");
}
