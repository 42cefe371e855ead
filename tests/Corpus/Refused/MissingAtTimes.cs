// expect: refused
// expect-id: DIFF0101 at: return p!.K;
// an object that is there at one time and missing at another: its variables cannot tell, and C# throws where it is missing
using AutoDiff;

namespace Corpus;

public static partial class MissingAtTimes
{
    public sealed class Changing
    {
        public double K;
    }

    [Differentiable]
    [At(-1.3)]
    public static double OfClass(double x)
    {
        Changing? p = null;
        if (x > 0) p = new Changing { K = x };
        return p!.K;
    }
}
