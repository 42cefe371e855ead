namespace AutoDiff.Runtime.Tests;

/// <summary>Arguments that do not fit are refused by name, and whole numbers wrap where NumPy's do.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void Negation_OfNull_NamesTheArgument() => Assert.Equal("operand", Assert.Throws<ArgumentNullException>(() => -(NDArray<double>)null!).ParamName);

    [Fact]
    public void WholeNumbers_BeyondTheGreatest_Wrap()
    {
        int[] numbers = [int.MinValue, -3, 0, 7, int.MaxValue];
        NDArray<int> x = NDArray.Create(numbers), minusOne = NDArray.Full(-1, 5);
        Assert.Equal([int.MinValue, 3, 0, 7, int.MaxValue], x.Abs().ToArray());
        int[] opposite = [int.MinValue, 3, 0, -7, -int.MaxValue];
        Assert.Equal(opposite, (x / -1).ToArray());
        Assert.Equal(opposite, (x / minusOne).ToArray());
        Assert.Equal([int.MinValue], (int.MinValue / NDArray.Full(-1, 1)).ToArray());
        Assert.Equal([int.MinValue / 2, -1, 0, 3, int.MaxValue / 2], (x / 2).ToArray());
        Assert.Equal([0, -33, 100], (100 / NDArray.Create([101, -3, 1])).ToArray());
        Assert.Equal([0, 0, 0, 0, 0], (x % -1).ToArray());
        Assert.Equal([0, 0, 0, 0, 0], (x % minusOne).ToArray());
        Assert.Equal([-2, 0, 0, 1, 1], (x % 3).ToArray());
        Assert.Throws<DivideByZeroException>(() => x % 0);
        Assert.Throws<DivideByZeroException>(() => 1 % x);
        Assert.Throws<DivideByZeroException>(() => x / 0);
        Assert.Throws<DivideByZeroException>(() => 1 / x);
        Assert.Throws<DivideByZeroException>(() => x / x);
    }

    [Fact]
    public void ToScalar_OfSeveralElements_NamesTheShape() =>
        Assert.Contains("2x3", Assert.ThrowsAny<ArgumentException>(() => NDArray.Zeros<float>(2, 3).ToScalar()).Message, StringComparison.Ordinal);

    [Fact]
    public void Passes_ThatAreAskedForWrongly_AreNamed()
    {
        NDArray<double> x = NDArray.Create([1.0, 2]), y;
        x.AttachGradient();
        using (Autograd.Record()) y = x * x;
        Assert.StartsWith("Backward", Assert.ThrowsAny<ArgumentException>(() => Autograd.Backward<double>([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Gradient", Assert.ThrowsAny<ArgumentException>(() => Autograd.Gradient<double>([], [x])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Gradient", Assert.Throws<InvalidOperationException>(() => Autograd.Gradient([x.Detach()], [x])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Gradient", Assert.ThrowsAny<ArgumentException>(() => Autograd.Gradient([y], [x], [null, null])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Gradient", Assert.ThrowsAny<ArgumentException>(() => Autograd.Gradient([y], [x], [NDArray.Ones<double>(3)])).Message, StringComparison.Ordinal);
        y.Backward();
        Assert.StartsWith("Gradient", Assert.Throws<InvalidOperationException>(() => Autograd.Gradient([y], [x])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Backward", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<NDArray<double>>> Misplaced => new()
    {
        { "Sum", x => x.Sum(2) }, { "Mean", x => x.Mean([0, -3]) }, { "Prod", x => x.Prod(7) }, { "Softmax", x => x.Softmax(2) }, { "ArgMax", x => x.ArgMax(-3) },
        { "Flip", x => x.Flip(2) }, { "Roll", x => x.Roll(1, 2) }, { "Diagonal", x => x.Diagonal(0, 1, -1) }, { "Diagonal", x => x.Trace(axis2: 2) },
        { "StandardDeviation", x => x.StandardDeviation(2) }, { "StandardDeviation", x => x.StandardDeviation([1, -1]) },
        { "Slice", x => x.Slice(2, 0..1) }, { "SwapAxes", x => x.SwapAxes(0, 2) }, { "Transpose", x => x.Transpose(0, 2) },
        { "CumulativeSum", x => x.CumulativeSum(2) }, { "CumulativeProduct", x => x.CumulativeProduct(-3) }, { "Index", x => _ = x[NDArray.Zeros<bool>(3)] },
        { "Split", x => x.Split(2, 1) }, { "Squeeze", x => x.Squeeze(2) }, { "Concatenate", x => NDArray.Concatenate(2, x, x) },
        { "Take", x => x.Take(NDArray.Create([3]), 1) }, { "Take", x => x.Take(NDArray.Create([0]), 2) }, { "Pick", x => x.Pick(NDArray.Create([0, -4]), 1) },
        { "GatherAlong", x => x.GatherAlong(NDArray.Create([[2, 0, 0]]), 0) }, { "LayerNorm", x => x.LayerNorm(x, x, axis: 2) }, { "Sum", x => x.Sum([1, -1]) },
    };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void AxisOrIndex_ThatIsNotThere_NamesTheOperationAndTheShape(string operation, Action<NDArray<double>> action)
    {
        string message = Assert.ThrowsAny<ArgumentException>(() => action(NDArray.Zeros<double>(2, 3))).Message;
        Assert.StartsWith(operation + ":", message, StringComparison.Ordinal);
        Assert.Contains("2x3", message, StringComparison.Ordinal);
    }
}
