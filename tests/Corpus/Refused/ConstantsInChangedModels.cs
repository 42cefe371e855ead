// expect: refused
// expect-id: DIFF0101 at: foreach (Body p in b.Where(p => p.X > 0)) p.X *= 3;
// expect-id: DIFF0101 at: return b[0].X;
// expect-id: DIFF0101 at: foreach (Late p in b) { b[0].X *= 3; s += p.X; }
// expect-id: DIFF0101 at: Take(b[i], b, ref i)
// expect-id: DIFF0104 at: c[0].B = a[0].B * 2;
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

/// <summary>
/// Objects of an array that the method changes, with a number marked [NoGradient]: they were copied where they were named, so that their changes were
/// lost. And objects of an array that is marked itself.
/// </summary>
public static partial class ConstantsInChangedModels
{
    public class Body
    {
        public double X = 2;
        [NoGradient]
        public double C = 1;
    }

    public class Late
    {
        [NoGradient]
        public double C = 1;
        public double X = 2;
    }

    public class Plain
    {
        public double B = 2, G = 3;
    }

    [Differentiable]
    public static double Queried(Body[] b)
    {
        foreach (Body p in b.Where(p => p.X > 0)) p.X *= 3;
        return b[0].X;
    }

    [Differentiable]
    public static double Enumerated(Late[] b)
    {
        double s = 0;
        foreach (Late p in b)
        {
            b[0].X *= 3;
            s += p.X;
        }
        return s;
    }

    [Differentiable]
    public static double Passed(Late[] b)
    {
        int i = 0;
        return Take(b[i], b, ref i);
    }

    private static double Take(Late p, Late[] b, ref int i)
    {
        i = 1;
        b[0].X *= 2;
        return p.X * b[i].X;
    }

    [Differentiable]
    public static double StoredInAConstant(Plain[] a, [NoGradient] Plain[] c)
    {
        c[0].B = a[0].B * 2;
        return a[0].B * c[0].B;
    }
}
