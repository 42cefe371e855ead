namespace AutoDiff.Runtime.Tests.Training;

/// <summary>Each optimiser against its formulas, written down once more for single numbers.</summary>
public sealed class OptimizerTests
{
    const double Decay = 0.01;
    const int BatchSize = 4;

    /// <summary>One number's parameter and what its optimiser remembers; <paramref name="t"/> counts steps from 1.</summary>
    delegate double Step(double w, double g, int t, ref double a, ref double b);

    public static TheoryData<string> Names => ["Sgd", "Momentum", "Adagrad", "RmsProp", "Adadelta", "Adam"];

    static (Optimizer<T> Optimizer, Step Reference) Make<T>(string name, NDArray<T> parameter) => name switch
    {
        "Sgd" => (new Sgd<T>([parameter], 0.1, weightDecay: Decay), (double w, double g, int t, ref double a, ref double b) => w - 0.1 * g),
        "Momentum" => (new Sgd<T>([parameter], 0.1, 0.9, Decay), (double w, double g, int t, ref double a, ref double b) => w + (a = 0.9 * a - 0.1 * g)),
        "Adagrad" => (new Adagrad<T>([parameter], 0.1, 1e-7, Decay), (double w, double g, int t, ref double a, ref double b) => w - 0.1 * g / Math.Sqrt((a += g * g) + 1e-7)),
        "RmsProp" => (new RmsProp<T>([parameter], 0.1, 0.9, 1e-8, Decay), (double w, double g, int t, ref double a, ref double b) => w - 0.1 * g / Math.Sqrt((a = 0.9 * a + 0.1 * g * g) + 1e-8)),
        "Adadelta" => (new Adadelta<T>([parameter], 1, 0.9, 1e-5, Decay), AdadeltaStep),
        "Adam" => (new Adam<T>([parameter], 0.1, 0.9, 0.999, 1e-8, Decay), AdamStep),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    static double AdadeltaStep(double w, double g, int t, ref double a, ref double b)
    {
        a = 0.9 * a + 0.1 * g * g;
        double step = g * Math.Sqrt(b + 1e-5) / Math.Sqrt(a + 1e-5);
        b = 0.9 * b + 0.1 * step * step;
        return w - step;
    }

    static double AdamStep(double w, double g, int t, ref double a, ref double b)
    {
        a = 0.9 * a + 0.1 * g;
        b = 0.999 * b + 0.001 * g * g;
        double rate = 0.1 * Math.Sqrt(1 - Math.Pow(0.999, t)) / (1 - Math.Pow(0.9, t));
        return w - rate * a / (Math.Sqrt(b) + 1e-8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_Repeated_FollowsTheFormula(string name)
    {
        foreach (int size in new[] { 0, 1, 3, 8, 19 })
        {
            Follow<double>(name, size, 1e-12);
            Follow<float>(name, size, 2e-4);
        }
    }

    static void Follow<T>(string name, int size, double tolerance)
    {
        double[] expected = new double[size], a = new double[size], b = new double[size];
        for (int i = 0; i < size; i++) expected[i] = Math.Sin(i + 1);
        NDArray<T> parameter = NDArray.Create(expected).Cast<T>();
        (Optimizer<T> optimizer, Step reference) = Make(name, parameter);
        for (int t = 1; t <= 20; t++)
        {
            // The loss Σ cos(w + i), summed over a batch.
            double[] gradient = new double[size];
            for (int i = 0; i < size; i++) gradient[i] = -BatchSize * Math.Sin(expected[i] + i);
            parameter.Gradient!.Assign(NDArray.Create(gradient).Cast<T>());
            optimizer.Step(BatchSize);
            for (int i = 0; i < size; i++) expected[i] = reference(expected[i], gradient[i] / BatchSize + Decay * expected[i], t, ref a[i], ref b[i]);
        }
        double[] actual = parameter.Cast<double>().ToArray();
        for (int i = 0; i < size; i++) Assert.Equal(expected[i], actual[i], tolerance);
        Assert.Equal(20, optimizer.Steps);
    }

    [Fact]
    public void Step_BetweenForwardAndBackward_IsNoticed()
    {
        NDArray<double> w = NDArray.Create([2.0]);
        Sgd<double> optimizer = new([w], 0.1);
        NDArray<double> y;
        using (Autograd.Record()) y = w * w;
        optimizer.Step();
        Assert.Throws<InvalidOperationException>(() => y.Backward());
    }

    [Fact]
    public void Rates_ThatAreNegative_AreRefused()
    {
        NDArray<double> w = NDArray.Create([2.0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<double>([w], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<double>([w], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd<double>([w]).Step(0));
    }
}
