// expect: refused
// expect-id: DIFF0104 at: s.V
// expect-id: DIFF0006 at: Model m
// a property with code around the field behind it: the field has no name where the code is followed
using System;
using AutoDiff;

namespace Corpus.Refused;

public static partial class PropertiesOverFields
{
    public struct Bounded
    {
        public double V { get; set => field = Math.Max(0, value); }
    }

    public class Model
    {
        public double V { get; set => field = Math.Max(0, value); }

        public double B { get; set; }
    }

    [Differentiable]
    [At(-0.7)]
    public static double OfAStruct(double x)
    {
        var s = new Bounded();
        s.V = x;
        return s.V + x;
    }

    [Differentiable]
    public static double OfAModel(Model m, double x)
    {
        m.V = x;
        return m.V * 2 + x * m.B;
    }
}
