using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Collection expressions of whole numbers and text.</summary>
public static partial class ConstantCollections
{
    private static double Product(int[] i, double[] v) => v[i[0]] * v[i[1]];
    private static T First<T>(T[] values) => values[0];
    [Differentiable]
    [At(new double[] { 1, 2 })]
    [Allocates("the indices")]
    public static double SpreadOfARange(double[] v) => Product([..Enumerable.Range(0, v.Length)], v);
    [Differentiable]
    [At(2.0, 3)]
    [Allocates("the numbers")]
    public static double SpreadOfAnArray(double x, int n)
    {
        int[] a = [1, n];
        int[] b = [4, ..a];
        b[1] += 2;
        return x * x * b[2] + b[1] * x;
    }

    [Differentiable]
    [At(2.0, 3)]
    [Allocates("the numbers")]
    public static double ForATypeParameter(double x, int n) => x * x * First([3, n]);
    [Differentiable]
    [At(2.0, "ab")]
    [Allocates("the words")]
    public static double Words(double x, string n)
    {
        string[] a = ["x", n];
        string[] b = [..a, "c"];
        return x * x * b.Length * b[1].Length;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    [Allocates("the list")]
    public static double InAList(double[] v)
    {
        List<int> indices = [0, 2];
        indices.Add(1);
        double sum = 0;
        foreach (int i in indices)
            sum += v[i] * v[0];
        return sum;
    }
}
