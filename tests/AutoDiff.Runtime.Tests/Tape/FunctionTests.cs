namespace AutoDiff.Runtime.Tests.Tape;

/// <summary>Operations with a derivative of the user's own.</summary>
public sealed class FunctionTests
{
    /// <summary>The two results of MXNet's test: x/y and x·y.</summary>
    sealed class QuotientAndProduct : Function<double>
    {
        protected override NDArray<double>[] Forward(NDArray<double>[] inputs)
        {
            NDArray<double> x = inputs[0], y = inputs[1];
            SaveForBackward(x, y);
            return [x * y.Reciprocal(), x * y];
        }

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients)
        {
            NDArray<double> dm = outputGradients[0], dn = outputGradients[1];
            NDArray<double> x = Saved[0], y = Saved[1];
            return [dm * y.Reciprocal() + dn * y, dn * x + -(dm * x * y.Reciprocal() * y.Reciprocal())];
        }
    }

    sealed class PlusOne : Function<double>
    {
        protected override NDArray<double>[] Forward(NDArray<double>[] inputs) => [inputs[0] + 1];

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients) => outputGradients;
    }

    sealed class Identity : Function<double>
    {
        protected override NDArray<double>[] Forward(NDArray<double>[] inputs) => [inputs[0], inputs[0]];

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients) => [outputGradients[0] + outputGradients[1] * 10];
    }

    sealed class Broken : Function<double>
    {
        protected override NDArray<double>[] Forward(NDArray<double>[] inputs) => [inputs[0] + 1];

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients) => throw new TimeoutException("mine");
    }

    sealed class WrongShape : Function<double>
    {
        protected override NDArray<double>[] Forward(NDArray<double>[] inputs) => [inputs[0] + 1];

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients) => [NDArray.Zeros<double>(7)];
    }

    [Fact]
    public void Backward_OfAFunction_IsThatOfTheSameOperations()
    {
        NDArray<double> x = NDArray.Create([0.3, 0.7, 1.1]), y = NDArray.Create([0.9, 1.3, 0.6]);
        x.AttachGradient();
        y.AttachGradient();
        NDArray<double>[] results;
        using (Autograd.Record()) results = new QuotientAndProduct().Invoke(x, y);
        Autograd.Backward<double>(results);
        double[] dx = x.Gradient!.ToArray(), dy = y.Gradient!.ToArray();
        for (int i = 0; i < 3; i++)
        {
            (double a, double b) = (x.ToArray()[i], y.ToArray()[i]);
            Assert.Equal(1 / b + b, dx[i], 1e-12);
            Assert.Equal(a - a / b / b, dy[i], 1e-12);
        }
    }

    [Fact]
    public void Gradient_OfAFunctionWithCreateGraph_IsDifferentiatedAgain()
    {
        NDArray<double> x = NDArray.Create([0.3]), y = NDArray.Create([0.9]);
        x.AttachGradient();
        y.AttachGradient();
        NDArray<double> m;
        using (Autograd.Record()) m = new QuotientAndProduct().Invoke(x, y)[0];
        NDArray<double> dy = Autograd.Gradient([m], [y], createGraph: true)[0]; // -x/y²
        dy.Backward();
        Assert.Equal(2 * 0.3 / Math.Pow(0.9, 3), y.Gradient!.ToScalar(), 1e-12);
        Assert.Equal(-1 / (0.9 * 0.9), x.Gradient!.ToScalar(), 1e-12);
    }

    /// <summary>e^(x²), whose derivative 2x·e^(x²) is made from what is saved: chosen from x, x² and the result, x first and last.</summary>
    sealed class Bell(Func<NDArray<double>, NDArray<double>, NDArray<double>, NDArray<double>[]> save) : Function<double>
    {
        readonly NDArray<double> _two = NDArray.Create([2.0]);

        protected override NDArray<double>[] Forward(NDArray<double>[] inputs)
        {
            NDArray<double> square = inputs[0].Square(), result = square.Exp();
            SaveForBackward(save(inputs[0], square, result));
            return [result];
        }

        protected override NDArray<double>[] Backward(NDArray<double>[] outputGradients) => [outputGradients[0] * Saved[0] * _two * Saved[^1].Square().Exp()];
    }

    [Fact]
    public void Gradient_OfAFunctionThatSavedAnIntermediate_RefusesCreateGraphOnly()
    {
        NDArray<double> x = NDArray.Create([0.3]), c = NDArray.Create([0.3]);
        x.AttachGradient();
        double first = 0.6 * Math.Exp(0.09), second = (2 + 4 * 0.09) * Math.Exp(0.09);

        NDArray<double> Applied(Func<NDArray<double>, NDArray<double>, NDArray<double>, NDArray<double>[]> save)
        {
            using (Autograd.Record()) return new Bell(save).Invoke(x)[0];
        }

        foreach (Func<NDArray<double>, NDArray<double>, NDArray<double>, NDArray<double>[]> save in
            (Func<NDArray<double>, NDArray<double>, NDArray<double>, NDArray<double>[]>[])[(a, square, _) => [a, square, a], (a, _, _) => [a.Reshape(1)], (_, _, _) => [c]])
        {
            NDArray<double> y = Applied(save);
            string message = Assert.Throws<InvalidOperationException>(() => Autograd.Gradient<double>([y], [x], createGraph: true)).Message;
            Assert.Contains("'Bell'", message, StringComparison.Ordinal);
            Assert.Contains("createGraph", message, StringComparison.Ordinal);
            y.Backward();
            Assert.Equal(first, x.Gradient!.ToScalar(), 1e-14);
        }

        foreach (Func<NDArray<double>, NDArray<double>, NDArray<double>, NDArray<double>[]> save in
            (Func<NDArray<double>, NDArray<double>, NDArray<double>, NDArray<double>[]>[])[(a, _, _) => [a], (a, _, result) => [a, result, a]])
        {
            NDArray<double> gradient = Autograd.Gradient<double>([Applied(save)], [x], createGraph: true)[0];
            gradient.Backward();
            Assert.Equal(first, gradient.ToScalar(), 1e-14);
            Assert.Equal(second, x.Gradient!.ToScalar(), 1e-13);
        }
    }

    [Fact]
    public void Gradient_OfAFunctionThatSavedAConstantInput_IsDifferentiatedAgain()
    {
        NDArray<double> x = NDArray.Create([0.3]), y = NDArray.Create([0.9]);
        y.AttachGradient();
        NDArray<double> m;
        using (Autograd.Record()) m = new QuotientAndProduct().Invoke(x, y)[0];
        Autograd.Gradient([m], [y], createGraph: true)[0].Backward();
        Assert.Equal(2 * 0.3 / Math.Pow(0.9, 3), y.Gradient!.ToScalar(), 1e-12);
    }

    [Fact]
    public void Invoke_OnArraysWithoutGradient_IsNotRecorded()
    {
        NDArray<double> x = NDArray.Zeros<double>(3, 4);
        using (Autograd.Record())
            for (int i = 0; i < 5; i++) x = new PlusOne().Invoke(x)[0];
        Assert.All(x.ToArray(), element => Assert.Equal(5, element));
        Assert.Throws<InvalidOperationException>(() => x.Backward());
    }

    [Fact]
    public void Invoke_ThatReturnsItsInputTwice_GivesTwoArrays()
    {
        NDArray<double> x = NDArray.Create([2.0]);
        x.AttachGradient();
        NDArray<double> z;
        using (Autograd.Record())
        {
            NDArray<double>[] results = new Identity().Invoke(x);
            z = results[0] * 3 + results[1] * 5 + x;
        }
        z.Backward();
        Assert.Equal(3 + 50 + 1, x.Gradient!.ToScalar());
    }

    [Fact]
    public void Backward_WithAnExceptionOfTheUser_LeavesTheTapeUsable()
    {
        NDArray<double> x = NDArray.Create([2.0]);
        x.AttachGradient();
        NDArray<double> bad, good;
        using (Autograd.Record())
        {
            good = x * x;
            bad = new Broken().Invoke(good)[0];
        }
        Assert.Equal("mine", Assert.Throws<TimeoutException>(() => bad.Backward()).Message);
        Assert.False(Autograd.IsRecording);
        Assert.Equal(0, x.Gradient!.ToScalar());
        good.Backward();
        Assert.Equal(4, x.Gradient!.ToScalar());
    }

    [Fact]
    public void Invoke_OfARecordedInstance_IsRefused()
    {
        NDArray<double> x = NDArray.Create([2.0]);
        x.AttachGradient();
        PlusOne function = new();
        using (Autograd.Record())
        {
            function.Invoke(x);
            Assert.Throws<InvalidOperationException>(() => function.Invoke(x));
        }
    }

    [Fact]
    public void Backward_WithAGradientOfAnotherShape_NamesTheFunctionAndTheShapes()
    {
        NDArray<double> x = NDArray.Create([2.0]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = new WrongShape().Invoke(x)[0];
        string message = Assert.Throws<InvalidOperationException>(() => y.Backward()).Message;
        Assert.Contains("'WrongShape'", message, StringComparison.Ordinal);
        Assert.Contains("7", message, StringComparison.Ordinal);
    }
}
