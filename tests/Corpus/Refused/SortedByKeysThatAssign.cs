// expect: refused
// expect-id: DIFF0101 at: a.OrderBy(v => { n += v; return v; })
// expect-id: DIFF0101 at: a.OrderBy(v => v).First(v => { n += v; return v > 0; })
// for which elements the framework asks for a key, and in which order, depends on what becomes of the query
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class SortedByKeysThatAssign
{
    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double Key(double[] a)
    {
        double n = 0;
        return a.OrderBy(v => { n += v; return v; }).First() * n;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 })]
    public static double Predicate(double[] a)
    {
        double n = 0;
        return a.OrderBy(v => v).First(v => { n += v; return v > 0; }) * n;
    }
}
