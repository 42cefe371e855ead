using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>
/// The numbers of a list of arguments or buffers in one row: differentiable parameters in order, the elements of each in order.
/// </summary>
public static class Numbering
{
    /// <summary>The differentiable ones among the arguments of a method.</summary>
    public static object?[] Differentiable(CorpusMethod method, IReadOnlyList<object?> arguments) =>
        [.. arguments.Where((_, i) => method.Parameters[i].Differentiable)];

    public static IEnumerable<T> Flatten<T>(IEnumerable<object?> values) => values.SelectMany(value => value switch
    {
        T number => [number],
        T[] numbers => numbers,
        null => [],
        _ => throw new InvalidOperationException($"{value?.GetType()} holds no {typeof(T)}"),
    });

    public static IEnumerable<double> FlattenDoubles(IEnumerable<object?> values) => values.SelectMany(value => value switch
    {
        double number => (double[])[number],
        float number => [number],
        double[] numbers => numbers,
        float[] numbers => Array.ConvertAll(numbers, number => (double)number),
        double[,] matrix => [.. matrix.Cast<double>()],
        float[,] matrix => [.. matrix.Cast<float>().Select(number => (double)number)],
        null => [],
        _ => throw new InvalidOperationException($"{value.GetType()} holds no numbers"),
    });

    /// <summary>Scalars and arrays in the types of the differentiable parameters, with these numbers in them.</summary>
    public static object?[] Shape(CorpusMethod method, CorpusPoint point, IReadOnlyList<double> numbers)
    {
        var shaped = new List<object?>();
        int next = 0;
        for (int i = 0; i < method.Parameters.Count; i++)
        {
            if (!method.Parameters[i].Differentiable) continue;
            CorpusType type = method.Parameters[i].Type;
            int count = point.Arguments[i] is Array array ? array.Length : type.Storage == Storage.Scalar ? 1 : 0;
            double[] own = [.. numbers.Skip(next).Take(count)];
            shaped.Add(type.Storage == Storage.Scalar ? type.Scalar(own[0]) : type.Elements(own));
            next += count;
        }

        return [.. shaped];
    }
}
