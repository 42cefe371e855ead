// expect: refused
// expect-id: DIFF0101 at: m
// expect-id: DIFF0101 at: m
// expect-id: DIFF0101 at: First(m.Other)
// expect-id: DIFF0103 at: m[0].Of(x)
// numbers in a member that the differentiator does not take apart: a model may have such, but no method may read them
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class MembersThatAreClosed
{
    public sealed class Model
    {
        private readonly Dictionary<string, double> _cache = new() { ["a"] = 2 };

        public double K = 0.5;

        public Dictionary<string, double> Other { get; } = new() { ["a"] = 3 };

        public double Of(double x) => K * x * _cache["a"];

        public double Sum() => K * Other.Values.Sum();
    }

    [Differentiable]
    public static double OfAModel(Model m, double x) => m.Of(x);

    [Differentiable]
    public static double OfACollection(Model m, double x) => m.Sum() * x;

    [Differentiable]
    public static double HandedOn(Model m, double x) => m.K * x * First(m.Other);

    private static double First(Dictionary<string, double> numbers) => numbers["a"];

    [Differentiable]
    public static double OfElements(Model[] m, double x) => m[0].Of(x) * m[1].K;
}
