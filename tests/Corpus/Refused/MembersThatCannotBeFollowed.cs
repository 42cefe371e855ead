// expect: refused
// expect-id: DIFF0103 at: Tables.Changed(x)
// a private table that is written
using AutoDiff;

namespace Corpus.Refused;

public static partial class MembersThatCannotBeFollowed
{
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
    public static double Tabled(double x) => Tables.Changed(x);
}
