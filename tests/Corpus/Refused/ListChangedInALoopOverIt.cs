// expect: refused
// expect-id: DIFF0104 at: list[0]
// expect-id: DIFF0103 at: new List<double> { x, y }
// expect-id: DIFF0103 at: list.Add(v * y)
// a list that changes while it is enumerated throws, and so would its companion have to
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListChangedInALoopOverIt
{
    [Differentiable]
    [At(2.0, 3.0)]
    public static double OverAQuery(double x, double y)
    {
        var list = new List<double> { x, y };
        double sum = 0;
        foreach (double v in list.Select(v => v * x))
        {
            list[0] *= y;
            sum += v;
        }

        return sum;
    }

    [Differentiable]
    [At(2.0, 3.0)]
    public static double OverAQueryWithAName(double x, double y)
    {
        var list = new List<double> { x, y };
        IEnumerable<double> query = list.Where(v => v > 0);
        double sum = 0;
        foreach (double v in query)
        {
            list.Add(v * y);
            sum += v;
        }

        return sum;
    }
}
