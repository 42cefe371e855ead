// expect: refused
// expect-id: DIFF0101 at: s.Dequeue()
// expect-id: DIFF0103 at: s.Enqueue(a)
// expect-id: DIFF0103 at: s.Enqueue(b)
// expect-id: DIFF0103 at: s.Contains(a)
// a queue that is changed in a loop over it; a search in it
using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class QueuesOfOtherUses
{
    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double ChangedInALoopOverIt(double a, double b)
    {
        var s = new Queue<double>();
        s.Enqueue(a);
        s.Enqueue(b);
        double r = 0;
        foreach (double x in s)
        {
            r += x;
            s.Dequeue();
        }

        return r;
    }

    [Differentiable]
    [At(0.7, 1.2)]
    [Allocates("the queue")]
    public static double Has(double a, double b)
    {
        var s = new Queue<double>();
        s.Enqueue(a);
        s.Enqueue(b);
        return s.Contains(a) ? a : b;
    }
}
