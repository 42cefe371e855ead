// expect: refused
// expect-id: DIFF0103 at: new List<double> { x, x * x }
// expect-id: DIFF0103 at: new List<double> { x, 2, x * x }
// expect-id: DIFF0103 at: new List<double> { x, 3 }
// expect-id: DIFF0103 at: list.Select(v => v * x)
// a list with two names, changed in a loop over it, added to itself by way of a query
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListsOfOtherUses
{
    [Differentiable]
    [At(2.0)]
    public static double TwoNames(double x)
    {
        var list = new List<double> { x, x * x };
        List<double> same = list;
        same.RemoveAt(0);
        return list[0] * x;
    }

    [Differentiable]
    [At(2.0)]
    public static double RemovedInALoopOverIt(double x)
    {
        var list = new List<double> { x, 2, x * x };
        double s = 0;
        foreach (double v in list)
        {
            s += v;
            if (v > 3) list.RemoveAt(0);
        }
        return s;
    }

    [Differentiable]
    [At(2.0)]
    public static double AddedToItself(double x)
    {
        var list = new List<double> { x, 3 };
        list.AddRange(list.Select(v => v * x));
        return list.Sum();
    }
}
