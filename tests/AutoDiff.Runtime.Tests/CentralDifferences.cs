namespace AutoDiff.Runtime.Tests;

/// <summary>Compares recorded derivatives, first and second, with differences of values.</summary>
static class CentralDifferences
{
    /// <summary>
    /// Weighs the elements of <paramref name="function"/> with random numbers and checks the gradient with respect to every operand; then weighs the
    /// gradients and checks theirs.
    /// </summary>
    public static void Check(Func<NDArray<double>[], NDArray<double>> function, params NDArray<double>[] operands)
    {
        Random random = new(5);
        NDArray<double> weights = Arrays.Random<double>(random, Shape(function(operands)));
        NDArray<double>[] directions = [.. operands.Select(operand => Arrays.Random<double>(random, Shape(operand)))];

        NDArray<double>[] Gradients(NDArray<double>[] at, bool createGraph)
        {
            foreach (NDArray<double> operand in at) operand.AttachGradient();
            NDArray<double> value;
            using (Autograd.Record()) value = function(at);
            return Autograd.Gradient<double>([value], at, [weights], createGraph: createGraph);
        }

        NDArray<double>[] first = Gradients(operands, createGraph: false);
        NDArray<double>[] again = Gradients(operands, createGraph: true);
        for (int i = 0; i < first.Length; i++) AssertClose(first[i].ToArray(), again[i].ToArray(), 1e-12, $"gradient {i}, recorded");
        Compare(operands, first, at => Weighed(function(at), weights), "gradient");

        NDArray<double>[] second = Autograd.Gradient<double>(again, operands, directions);
        Compare(operands, second, at => Gradients(at, createGraph: false).Zip(directions, Weighed).Sum(), "second derivative");
    }

    static int[] Shape(NDArray<double> array) => array.Shape.ToArray();

    static double Weighed(NDArray<double> values, NDArray<double> weights) => values.ToArray().Zip(weights.ToArray(), (x, w) => x * w).Sum();

    static void Compare(NDArray<double>[] operands, NDArray<double>[] derivatives, Func<NDArray<double>[], double> value, string what)
    {
        const double Step = 1e-5;
        for (int i = 0; i < operands.Length; i++)
        {
            double[] elements = operands[i].ToArray();
            double[] expected = new double[elements.Length];
            for (int j = 0; j < elements.Length; j++)
            {
                double Moved(double by)
                {
                    double[] moved = [.. elements];
                    moved[j] += by;
                    NDArray<double>[] at = [.. operands.Select(operand => operand.Detach())];
                    at[i] = NDArray.Create(moved, operands[i].Shape);
                    return value(at);
                }

                expected[j] = (Moved(Step) - Moved(-Step)) / (2 * Step);
            }
            AssertClose(expected, derivatives[i].ToArray(), 1e-6, $"{what} {i}");
        }
    }

    public static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = 1;
        foreach (double value in expected) scale = double.IsFinite(value) ? Math.Max(scale, Math.Abs(value)) : scale;
        for (int i = 0; i < expected.Length; i++)
        {
            bool isClose = expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= tolerance * scale;
            Assert.True(isClose, $"{what}[{i}]: {actual[i]}, not {expected[i]}");
        }
    }
}
