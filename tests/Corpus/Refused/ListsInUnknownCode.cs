// expect: refused
// expect-id: DIFF0101 at: p
// expect-id: DIFF0101 at: p
// a list of the method's own, or an array of objects, whole in code that cannot be followed: it is kept in another form
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

public static partial class ListsInUnknownCode
{
    [Differentiable]
    [At(0.7, 2)]
    public static double ToARecursiveMethod(double x, int n)
    {
        var p = new List<double> { 1, 2 };
        return x * Recursive(p, n);
    }

    [Differentiable]
    [At(0.7)]
    public static double ToText(double x)
    {
        var p = new List<double> { 1, 2 };
        p.Add(3);
        return x * Summed(p);
    }

    private static double Recursive(List<double> p, int n) => n == 0 ? p[0] : p[1] + Recursive(p, n - 1);

    private static double Summed(IEnumerable<double> values)
    {
        string text = string.Join(",", values);
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum + 0 * text.Length;
    }
}
