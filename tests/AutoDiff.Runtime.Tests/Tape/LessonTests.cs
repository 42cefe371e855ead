namespace AutoDiff.Runtime.Tests.Tape;

/// <summary>The lesson on automatic differentiation, and what it prints.</summary>
public sealed class LessonTests
{
    static (NDArray<float> X, NDArray<float> Z) TwiceTheSquare()
    {
        NDArray<float> x = NDArray.Create<float>([[1, 2], [3, 4]]);
        x.AttachGradient();
        using (Autograd.Record())
        {
            NDArray<float> y = x * 2;
            return (x, y * x);
        }
    }

    [Fact]
    public void Backward_OfTwiceTheSquare_PrintsFourTimesX()
    {
        (NDArray<float> x, NDArray<float> z) = TwiceTheSquare();
        z.Backward();
        Assert.Equal("[[ 4.  8.]\n [12. 16.]]\n<NDArray 2x2 @cpu(0)>", x.Gradient!.ToString());
    }

    [Fact]
    public void Backward_WithAHeadGradient_PrintsTheWeighedGradient()
    {
        (NDArray<float> x, NDArray<float> z) = TwiceTheSquare();
        z.Backward(NDArray.Create<float>([[10, 1], [0.1f, 0.01f]]));
        Assert.Equal("[[40.    8.  ]\n [ 1.2   0.16]]\n<NDArray 2x2 @cpu(0)>", x.Gradient!.ToString());
    }

    [Fact]
    public void Backward_ThroughWhileAndIf_PrintsThatTheGradientIsTheQuotient()
    {
        NDArray<float> a = NDArray.Create([0.3f, -0.1f, 0.7f]);
        a.AttachGradient();
        NDArray<float> c;
        using (Autograd.Record())
        {
            NDArray<float> b = a * 2;
            while (b.Norm().ToScalar() < 1000) b *= 2;
            c = b.Sum().ToScalar() > 0 ? b : b * 100;
        }
        c.Backward();
        Assert.Equal("[1. 1. 1.]\n<NDArray 3 @cpu(0)>", a.Gradient!.ElementsEqual(c / a).Cast<float>().ToString());
    }

    [Fact]
    public void Record_TurnsTrainingOnAndPauseTurnsItOff()
    {
        Assert.False(Autograd.IsTraining);
        using (Autograd.Record())
        {
            Assert.True(Autograd.IsTraining);
            using (Autograd.Pause()) Assert.False(Autograd.IsTraining || Autograd.IsRecording);
            using (Autograd.Pause(trainMode: true)) Assert.True(Autograd.IsTraining);
        }
    }
}
