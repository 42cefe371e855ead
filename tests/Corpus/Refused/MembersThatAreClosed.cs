// expect: refused
// expect-id: DIFF0101 at: m
// expect-id: DIFF0103 at: m[0].Of(x)
// numbers in a member that the differentiator does not take apart: a model may have such, but no method may read them
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class MembersThatAreClosed
{
    public sealed class Model
    {
        private readonly Dictionary<string, double> _cache = new() { ["a"] = 2 };

        public double K = 0.5;

        public double Of(double x) => K * x * _cache["a"];
    }

    [Differentiable]
    public static double OfAModel(Model m, double x) => m.Of(x);

    [Differentiable]
    public static double OfElements(Model[] m, double x) => m[0].Of(x) * m[1].K;
}
