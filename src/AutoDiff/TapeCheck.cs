using System.Globalization;
using System.Numerics;

namespace AutoDiff;

/// <summary>Compares gradients that the tape gives with differences.</summary>
/// <typeparam name="T">The element type.</typeparam>
static class TapeCheck<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    internal static GradientReport Verify(Func<NDArray<T>[], NDArray<T>> function, NDArray<T>[] at, double tolerance)
    {
        NDArray<T> result = Evaluate(function, at, out NDArray<T>[] variables);
        double[] weights = Weights(result.Size);
        NDArray<T>?[] head = [NDArray.Create(Array.ConvertAll(weights, T.CreateTruncating), result.Shape)];
        NDArray<T>[] gradients = result.Variable is null // it uses none of its inputs
            ? Array.ConvertAll(variables, variable => NDArray.Zeros<T>(variable.Shape))
            : Autograd.Gradient([result], variables, head);

        List<GradientReport.Entry> entries = [];
        for (int input = 0; input < at.Length; input++)
        {
            T[] gradient = gradients[input].ToArray();
            for (int i = 0; i < gradient.Length; i++)
            {
                (Differences numeric, double size) = Derivative(function, at, input, i, weights);
                entries.Add(GradientCheck.Compare(
                    Place(input, at, i), double.CreateTruncating(gradient[i]), numeric, tolerance, size));
            }
        }
        return new(entries, tolerance);
    }

    static NDArray<T> Evaluate(Func<NDArray<T>[], NDArray<T>> function, NDArray<T>[] at, out NDArray<T>[] variables)
    {
        variables = Array.ConvertAll(at, array => array.Copy().Detach());
        foreach (NDArray<T> variable in variables) variable.AttachGradient();
        using (Autograd.Record()) return function(variables);
    }

    /// <summary>The derivative of the weighed sum by one element, and how large the sum is.</summary>
    static (Differences Numeric, double Size) Derivative(Func<NDArray<T>[], NDArray<T>> function, NDArray<T>[] at, int input, int element, double[] weights)
    {
        T x = at[input].ToArray()[element];
        double largest = 0;
        Differences numeric = Differences.Of(
            displacement =>
            {
                NDArray<T>[] moved = [.. at];
                moved[input] = at[input].Detach().Copy();
                moved[input].AsSpan()[element] = x + T.CreateTruncating(displacement);
                double sum = 0;
                T[] values = Evaluate(function, moved, out _).ToArray();
                for (int i = 0; i < weights.Length; i++)
                {
                    double value = double.CreateTruncating(values[i]);
                    sum += weights[i] * value;
                    if (double.IsFinite(value)) largest = Math.Max(largest, Math.Abs(value));
                }
                return sum;
            },
            GradientCheck.LargestStep(double.CreateTruncating(x)),
            typeof(T) == typeof(float) ? 6e-8 : 1.1e-16,
            displacement => double.CreateTruncating(x + T.CreateTruncating(displacement)) - double.CreateTruncating(x));
        return (numeric, largest / Math.Max(1, Math.Abs(double.CreateTruncating(x))));
    }

    /// <summary>Numbers around 1, none like the other, each exact as a <see cref="float"/>.</summary>
    static double[] Weights(int count)
    {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) weights[i] = 0.5 + i * 0.6180339887 % 1;
        return Array.ConvertAll(weights, weight => (double)(float)weight);
    }

    /// <summary><c>x[0, 2]</c>, and with several inputs <c>x1[0, 2]</c>.</summary>
    static string Place(int input, NDArray<T>[] at, int element)
    {
        string name = at.Length == 1 ? "x" : string.Create(CultureInfo.InvariantCulture, $"x{input + 1}");
        int[] index = new int[at[input].Rank];
        for (int axis = index.Length - 1; axis >= 0; axis--) (element, index[axis]) = Math.DivRem(element, at[input].Shape[axis]);
        return index.Length == 0 ? name : $"{name}[{string.Join(", ", Array.ConvertAll(index, i => i.ToString(CultureInfo.InvariantCulture)))}]";
    }
}
