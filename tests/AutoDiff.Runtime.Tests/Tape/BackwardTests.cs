namespace AutoDiff.Runtime.Tests.Tape;

/// <summary>What a backward pass does with graphs, gradients and requests.</summary>
public sealed class BackwardTests
{
    [Fact]
    public void Backward_OfTheLesson_GivesFourTimesX()
    {
        NDArray<float> x = NDArray.Create<float>([[1, 2], [3, 4]]);
        x.AttachGradient();
        NDArray<float> z;
        using (Autograd.Record())
        {
            NDArray<float> y = x * 2;
            z = y * x;
        }
        z.Backward();
        Assert.Equal([4f, 8, 12, 16], x.Gradient!.ToArray());
    }

    [Fact]
    public void Gradient_OfAGradient_IsTheSecondDerivative()
    {
        NDArray<double> x = NDArray.Create([1.0]);
        x.AttachGradient();
        NDArray<double> z;
        using (Autograd.Record()) z = x.Exp() + x;
        NDArray<double> dx = Autograd.Gradient([z], [x], createGraph: true)[0];
        Assert.Equal(Math.E + 1, dx.ToArray()[0], 1e-12);
        dx.Backward();
        Assert.Equal(Math.E, x.Gradient!.ToArray()[0], 1e-12);
    }

    [Fact]
    public void Backward_OfAChainOfManyOperations_DoesNotRecur()
    {
        NDArray<double> x = NDArray.Create([1.0]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record())
        {
            y = x;
            for (int i = 0; i < 150_000; i++) y += 1;
        }
        y.Backward();
        Assert.Equal([1.0], x.Gradient!.ToArray());
        Assert.Equal(150_001, y.ToScalar());
    }

    [Fact]
    public void Backward_ThroughBroadcasting_SumsOverTheRepetitions()
    {
        NDArray<double> a = NDArray.Create<double>([[1], [2]]);
        NDArray<double> b = NDArray.Create<double>([10, 20, 30]);
        a.AttachGradient();
        b.AttachGradient();
        NDArray<double> z;
        using (Autograd.Record()) z = (a * b.T + b).Sum(0).Reshape(-1, 1);
        z.Backward();
        Assert.Equal([60.0, 60], a.Gradient!.ToArray());
        Assert.Equal([5.0, 5, 5], b.Gradient!.ToArray());
    }

    [Fact]
    public void Backward_Twice_NeedsTheGraphRetained()
    {
        NDArray<double> x = NDArray.Create([3.0]);
        x.AttachGradient(GradientRequest.Add);
        NDArray<double> y;
        using (Autograd.Record()) y = x * x;
        y.Backward(retainGraph: true);
        y.Backward();
        Assert.Equal([12.0], x.Gradient!.ToArray());
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.Contains("retainGraph", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_AfterAChangeOfASavedValue_IsRefused()
    {
        NDArray<double> x = NDArray.Create([3.0, 4]);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record()) y = x * x;
        x.Add(NDArray.Create([1.0, 1]));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => y.Backward());
        Assert.Contains("'Multiply'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradient_OfALargeParameter_StaysTheSameArrayWithItsViewsAndSpans()
    {
        NDArray<double> x = Arrays.Random<double>(new Random(1), 40, 100), w = NDArray.Ones<double>(100, 90);
        w.AttachGradient();
        NDArray<double> gradient = w.Gradient!, view = gradient[1..3];
        Assert.Equal(Expected(1), Pass(1));
        Assert.Equal(Expected(1)[90..270], view.ToArray());
        Span<double> span = gradient.AsSpan();
        Assert.Equal(Expected(2), Pass(2));
        Assert.Equal(Expected(2), span.ToArray());
        Assert.Equal(Expected(2)[90..270], view.ToArray());
        Assert.Same(gradient, w.Gradient);

        double[] Expected(double factor) => ((x * factor).T.MatMul(NDArray.Ones<double>(40, 90))).ToArray();

        double[] Pass(double factor)
        {
            NDArray<double> y;
            using (Autograd.Record()) y = (x * factor).MatMul(w);
            y.Backward();
            return w.Gradient!.ToArray();
        }
    }

    [Fact]
    public void Gradients_ThatAreOneArrayInThePass_AreArraysOfTheirOwn()
    {
        NDArray<double> a = NDArray.Ones<double>(80, 90), b = NDArray.Ones<double>(80, 90), c = NDArray.Ones<double>(90, 80), head = NDArray.Ones<double>(80, 90), y;
        a.AttachGradient();
        b.AttachGradient();
        c.AttachGradient();
        using (Autograd.Record()) y = a + b;
        y.Backward(head);
        a.Gradient!.Fill(5);
        using (Autograd.Record()) y = (a + b).MatMul(c);
        y.Backward();
        a.Gradient!.Fill(7);
        Assert.All(head.ToArray(), value => Assert.Equal(1, value));
        Assert.All(b.Gradient!.ToArray(), value => Assert.Equal(80, value));
    }

    [Fact]
    public void Backward_AfterAPassIntoAGradientThatIsRead_IsRefused()
    {
        NDArray<double> x = NDArray.Ones<double>(90, 100), w = NDArray.Ones<double>(100, 90), y, z;
        x.AttachGradient();
        w.AttachGradient();
        using (Autograd.Record()) y = x.MatMul(w);
        y.Backward(retainGraph: true);
        using (Autograd.Record()) z = x * w.Gradient!.T;
        y.Backward();
        Assert.Throws<InvalidOperationException>(() => z.Backward());
    }
}
