namespace AutoDiff.Runtime.Tests.Tape;

/// <summary>The cases of MXNet's own test of <c>autograd</c>, and the rules behind them.</summary>
public sealed class MxnetCases
{
    static readonly ArrayRandom Random = new(5);

    static NDArray<double> Attached(NDArray<double> array, GradientRequest request = GradientRequest.Write)
    {
        array.AttachGradient(request);
        return array;
    }

    static NDArray<double> Ones(params int[] shape) => Attached(NDArray.Ones<double>(shape));

    static void Same(NDArray<double> expected, NDArray<double>? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Shape.ToArray(), actual.Shape.ToArray());
        Assert.Equal(expected.ToArray(), actual.ToArray());
    }

    static void Close(NDArray<double> expected, NDArray<double>? actual, double tolerance = 1e-12)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Shape.ToArray(), actual.Shape.ToArray());
        foreach ((double a, double b) in expected.ToArray().Zip(actual.ToArray())) Assert.Equal(a, b, tolerance * Math.Max(1, Math.Abs(a)));
    }

    [Fact]
    public void UnaryFunctions()
    {
        NDArray<double> x = Attached(Random.Uniform(4.0, 5.0, 4, 5));
        Same(x.Exp(), GradientOf(x, v => v.Exp()));
        Same(NDArray.Full(0.5, 4, 5), GradientOf(x, v => v / 2));
        Same(x * 2, GradientOf(x, v => v.Pow(2)));
    }

    static NDArray<double> GradientOf(NDArray<double> x, Func<NDArray<double>, NDArray<double>> function)
    {
        NDArray<double> y;
        using (Autograd.Record()) y = function(x);
        y.Backward();
        return x.Gradient!;
    }

    [Fact]
    public void BinaryFunctions()
    {
        NDArray<double> x = Attached(Random.Uniform(4.0, 5.0, 4, 5)), y = Attached(Random.Uniform(4.0, 5.0, 4, 5));
        Check((a, b) => a + b, NDArray.Ones<double>(4, 5), NDArray.Ones<double>(4, 5));
        Check((a, b) => a * b, y, x);
        Check((a, b) => a + a * b, y + 1, x);

        void Check(Func<NDArray<double>, NDArray<double>, NDArray<double>> function, NDArray<double> dx, NDArray<double> dy)
        {
            NDArray<double> z;
            using (Autograd.Record()) z = function(x, y);
            z.Backward();
            Same(dx, x.Gradient);
            Same(dy, y.Gradient);
        }
    }

    [Fact]
    public void Training_InPause_IsOff()
    {
        NDArray<double> x = NDArray.Ones<double>(10, 10);
        using (Autograd.Record())
        {
            Assert.NotEqual(x.ToArray(), x.Dropout(0.5).ToArray());
            using (Autograd.Pause()) Assert.Equal(x.ToArray(), x.Dropout(0.5).ToArray());
        }
    }

    [Fact]
    public void HeadGradients_OfRows()
    {
        NDArray<double> x = Ones(3, 5);
        NDArray<double> a, b, c;
        using (Autograd.Record()) (a, b, c) = (x[0], x[1], x[2]);
        Autograd.Backward<double>([a, b, c], [null, NDArray.Create([1.0, 2, 3, 4, 5]), NDArray.Create([5.0, 4, 3, 2, 1])]);
        Same(NDArray.Create<double>([[1, 1, 1, 1, 1], [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]), x.Gradient);
    }

    [Fact]
    public void Detach_CutsTheGraph()
    {
        NDArray<double> x = Ones(2, 2), y = Ones(2, 2);
        using (Autograd.Record())
        {
            NDArray<double> x2 = x + 2;
            NDArray<double> y2 = x2 + y;
            y2.Backward();
        }
        Same(NDArray.Ones<double>(2, 2), x.Gradient);
        x.Gradient!.Assign(NDArray.Zeros<double>(2, 2));
        using (Autograd.Record())
        {
            NDArray<double> y2 = (x + 2).Detach() + y;
            y2.Backward();
        }
        Same(NDArray.Zeros<double>(2, 2), x.Gradient);
        Same(NDArray.Ones<double>(2, 2), y.Gradient);
    }

    [Fact]
    public void RetainGraph_WithAddedGradients()
    {
        NDArray<double> x = Attached(NDArray.Ones<double>(2, 2), GradientRequest.Add);
        NDArray<double> y;
        using (Autograd.Record()) y = x + 1;
        y.Backward(retainGraph: false);
        Same(NDArray.Ones<double>(2, 2), x.Gradient);

        x.Gradient!.Assign(NDArray.Zeros<double>(2, 2));
        using (Autograd.Record()) y = x + 1;
        y.Backward(retainGraph: true);
        y.Backward(retainGraph: false);
        Same(NDArray.Full(2.0, 2, 2), x.Gradient);
        Assert.Throws<InvalidOperationException>(() => y.Backward());
    }

    [Fact]
    public void AttachGradient_OnlyToTheLeaf()
    {
        NDArray<double> x = NDArray.Zeros<double>(10);
        Assert.Null(x.Gradient);
        x.AttachGradient();
        NDArray<double> y;
        using (Autograd.Record())
        {
            y = x * 2;
            Assert.Null(y.Gradient);
            y.Backward(NDArray.Ones<double>(10));
        }
        Same(NDArray.Full(2.0, 10), x.Gradient);
    }

    [Fact]
    public void Modes_NestAndAreRestored()
    {
        NDArray<double> x = Ones(10, 10);
        NDArray<double> y;
        using (Autograd.Record(trainMode: true))
        {
            Assert.True(Autograd.IsRecording);
            Assert.True(Autograd.IsTraining);
            y = x.Dropout(0.5);
            Assert.Equal(2, y.Max().ToScalar());
            Assert.Equal(0, y.Min().ToScalar());
            y.Backward();
            Same(y, x.Gradient);

            using (Autograd.PredictMode())
            {
                Assert.True(Autograd.IsRecording);
                Assert.False(Autograd.IsTraining);
                y = x.Dropout(0.5);
                Same(x, y);
                y.Backward(trainMode: false);
                Same(x, x.Gradient);
            }
        }
        using (Autograd.Record(trainMode: false))
        {
            Assert.True(Autograd.IsRecording);
            Assert.False(Autograd.IsTraining);
            using (Autograd.TrainMode())
            {
                Assert.True(Autograd.IsRecording);
                Assert.True(Autograd.IsTraining);
            }
        }
        Assert.False(Autograd.IsRecording);
        Assert.False(Autograd.IsTraining);
        using (Autograd.TrainMode())
        {
            Assert.False(Autograd.IsRecording);
            Assert.True(Autograd.IsTraining);
        }
    }

    [Fact]
    public void Modes_AreOfTheThread()
    {
        using (Autograd.Record())
        {
            bool other = true;
            Thread thread = new(() => other = Autograd.IsRecording);
            thread.Start();
            thread.Join();
            Assert.False(other);
        }
    }

    [Fact]
    public void Gradient_ThenBackward_IsTheSecondDerivative()
    {
        NDArray<double> x = Ones(1);
        NDArray<double> z;
        using (Autograd.Record()) z = x.Exp() + x;
        NDArray<double> dx = Autograd.Gradient([z], [x], createGraph: true)[0];
        Assert.Equal(Math.E + 1, dx.ToScalar(), 1e-12);
        Same(NDArray.Zeros<double>(1), x.Gradient);
        dx.Backward();
        Assert.Equal(Math.E, x.Gradient!.ToScalar(), 1e-12);
    }

    [Fact]
    public void Gradients_OfArraysThatWereRecorded_AreKeptAndDropped()
    {
        NDArray<double> x = Attached(NDArray.Create([1.0, 2, 3, 4])), y = Attached(NDArray.Create([5.0, 6, 7, 8]));
        NDArray<double> u, z;
        using (Autograd.Record())
        {
            u = x * y;
            z = u * x;
        }
        u.AttachGradient();
        z.AttachGradient();
        NDArray<double> head = NDArray.Full(10.0, 4);
        z.Backward(head, retainGraph: true);
        Same(x * 10, u.Gradient);
        Same(head, z.Gradient);
        Close(x * y * 20, x.Gradient);
        Close(x.Pow(2) * 10, y.Gradient);

        u.DropGradient();
        z.DropGradient();
        y.DropGradient();
        z.Backward(NDArray.Full(0.1, 4));
        Assert.Null(u.Gradient);
        Assert.Null(z.Gradient);
        Assert.Null(y.Gradient);
        Close(x * y * 0.2, x.Gradient);
    }

    [Fact]
    public void Request_Null_LeavesTheGradientAlone()
    {
        NDArray<double> x = Attached(NDArray.Create([3.0]), GradientRequest.Null), y = Attached(NDArray.Create([4.0]));
        NDArray<double> z;
        using (Autograd.Record()) z = x * y;
        z.Backward();
        Same(NDArray.Zeros<double>(1), x.Gradient);
        Same(NDArray.Create([3.0]), y.Gradient);
    }

    [Fact]
    public void Backward_OfWhatWasNotRecorded_IsRefused()
    {
        NDArray<double> x = Ones(2);
        NDArray<double> y = x * 2;
        Assert.Contains("Record", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradient_OfWhatTheHeadsDoNotDependOn_IsZeros()
    {
        NDArray<double> x = Ones(2), other = Ones(3);
        NDArray<double> y;
        using (Autograd.Record()) y = x * 2;
        NDArray<double>[] gradients = Autograd.Gradient([y], [x, other]);
        Same(NDArray.Full(2.0, 2), gradients[0]);
        Same(NDArray.Zeros<double>(3), gradients[1]);
    }

    [Fact]
    public void Gradient_OfRelu_CanBeDifferentiatedAgain()
    {
        NDArray<double> x = Attached(NDArray.Create([-1.0, 2]));
        NDArray<double> y;
        using (Autograd.Record()) y = x.Relu();
        NDArray<double> first = Autograd.Gradient([y], [x], createGraph: true)[0];
        Same(NDArray.Create([0.0, 1]), first);
        x.Gradient!.Assign(NDArray.Ones<double>(2));
        first.Backward();
        Same(NDArray.Zeros<double>(2), x.Gradient);
    }

    [Fact]
    public void InPlace_WhileRecording_IsRefused()
    {
        NDArray<double> x = Ones(2);
        using (Autograd.Record())
        {
            NDArray<double> y = x * 2;
            Assert.Contains("Add", Assert.Throws<InvalidOperationException>(() => y.Add(x)).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => x.Assign(NDArray.Zeros<double>(2)));
            using (Autograd.Pause()) x.Assign(NDArray.Zeros<double>(2));
        }
        Same(NDArray.Zeros<double>(2), x.Detach());
    }

    [Fact]
    public void TheLesson_WithDataInTheControlFlow()
    {
        foreach (double start in new[] { 0.3, -0.3, 1234.5 })
        {
            NDArray<double> a = Attached(NDArray.Full(start));
            NDArray<double> c;
            using (Autograd.Record())
            {
                NDArray<double> b = a * 2;
                while (b.Norm().ToScalar() < 1000) b *= 2;
                c = b.Sum().ToScalar() > 0 ? b : b * 100;
            }
            c.Backward();
            Close(c / a, a.Gradient);
        }
    }
}
