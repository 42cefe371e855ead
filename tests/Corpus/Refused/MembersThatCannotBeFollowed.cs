// expect: refused
// expect-id: DIFF0104 at: kept.Map["a"]
// expect-id: DIFF0103 at: Tables.Changed(x)
// members that are kept as they are, into which something active goes, and a private table that is written
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class MembersThatCannotBeFollowed
{
    public class Kept
    {
        public double X;
        public Dictionary<string, double> Map = new();
    }

    public static class Tables
    {
        private static readonly double[] Weights = { 1, 2 };

        public static double Changed(double x)
        {
            Weights[0] = 2;
            return Weights[0] * x;
        }
    }

    [Differentiable]
    [At(1.5)]
    public static double Mapped(double x)
    {
        var kept = new Kept { X = x };
        kept.Map["a"] = x;
        return kept.X * kept.Map["a"];
    }

    [Differentiable]
    [At(1.5)]
    public static double Tabled(double x) => Tables.Changed(x);
}
