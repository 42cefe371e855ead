// expect: refused
// expect-id: DIFF0103 at: Chosen(x, n)
// expect-id: DIFF0103 at: Equal(x, t, u)
// expect-id: DIFF0103 at: Shown(x, new Hidden())
using AutoDiff;

namespace Corpus.Refused;

/// <summary>What a generic helper calls by a constraint would be another member, if it were written for the type argument.</summary>
public static partial class TypeArgumentsWithMembersOfTheirOwn
{
    private struct Hidden
    {
        public new string ToString() => "hidden";
    }

    [Differentiable]
    [At(1.5, 3)]
    public static double ByOverload(double x, int n) => Chosen(x, n);

    [Differentiable]
    [At(1.5, "a", "b")]
    public static double ByReference(double x, string t, string u) => Equal(x, t, u);

    [Differentiable]
    [At(1.5)]
    public static double ByName(double x) => Shown(x, new Hidden());

    private static double Chosen<T>(double x, T n) => x * Kind(n!);

    private static double Equal<T>(double x, T a, T b)
        where T : class => a == b ? x : 2 * x;

    private static double Shown<T>(double x, T a) => x * a!.ToString()!.Length;

    private static int Kind(object o) => 1;

    private static int Kind(long n) => 2;
}
