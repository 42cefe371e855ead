// expect: refused
// expect-id: DIFF0103 at: Library.OfAField(x)
// expect-id: DIFF0103 at: Library.Named(x, n)
// expect-id: DIFF0103 at: Library.Through(x)
// expect-id: DIFF0103 at: Tables<int>.Second(x)
// code that could be followed, but speaks of what is private to another class and cannot be reached by an accessor: a value of a
// private type, the name of one, a member of a generic class
using System;
using AutoDiff;

namespace Corpus.Refused;

public static class Library
{
    private enum Kind
    {
        Square,
        Plain,
    }

    private static Kind s_kind = Kind.Square;

    public static double OfAField(double x) => s_kind == Kind.Square ? x * x : x;

    public static double Named(double x, int n)
    {
        Kind kind = n > 1 ? Kind.Square : Kind.Plain;
        return x * kind.ToString().Length;
    }

    private static readonly Func<double, double> s_function = Math.Sin;

    public static double Through(double x) => s_function(x);
}

public static class Tables<T>
{
    private static double[] s_table = [1, 2];

    public static double Second(double x) => s_table[1] * x;
}

public static partial class PrivateMembersElsewhere
{
    [Differentiable]
    [At(0.7)]
    public static double OfAPrivateType(double x) => Library.OfAField(x);

    [Differentiable]
    [At(0.7, 2)]
    public static double OfAName(double x, int n) => Library.Named(x, n);

    [Differentiable]
    [At(0.7)]
    public static double OfADelegate(double x) => Library.Through(x);

    [Differentiable]
    [At(0.7)]
    public static double OfAGenericClass(double x) => Tables<int>.Second(x);
}
