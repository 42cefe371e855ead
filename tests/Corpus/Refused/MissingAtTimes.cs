// expect: refused
// expect-id: DIFF0101 at: return p!.K;
// expect-id: DIFF0101 at: return o!.K;
// an object that is there at one time and missing at another: its variables cannot tell, and C# throws where it is missing
using AutoDiff;

namespace Corpus;

public static partial class MissingAtTimes
{
    public sealed class Changing
    {
        public double K;
    }

    public sealed record Fixed(double K);

    [Differentiable]
    [At(-1.3)]
    public static double OfClass(double x)
    {
        Changing? p = null;
        if (x > 0) p = new Changing { K = x };
        return p!.K;
    }

    [Differentiable]
    [At(-1.3)]
    public static double OfRecord(double x)
    {
        Fixed? o = null;
        if (x > 0) o = new Fixed(x);
        return o!.K;
    }
}
