// expect: refused or right
// hard program 20: copies of a struct
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class UserStruct
{
    [Differentiable]
    [At(2.0, 3.0, Value = 15, Gradient = new double[] { 12, 5 })]
    public static double F(double a, double b)
    {
        var p = new Pair { A = a, B = b };
        var q = p;
        q.A *= p.B;
        return p.A * q.A + q.B;
    }

    private struct Pair
    {
        public double A;
        public double B;
    }
}
