// expect: refused
// expect-id: DIFF0101 at: ILaw law = n;
// a struct that may be missing, under the name of an interface: a copy, or null
using AutoDiff;

namespace Corpus.Refused;

public static partial class NullableStructAsInterface
{
    public interface ILaw
    {
        double At(double x);
    }

    public readonly record struct Normal(double Mean) : ILaw
    {
        public double At(double x) => -(x - Mean) * (x - Mean);
    }

    [Differentiable]
    [At(0.7)]
    public static double Copied(double x)
    {
        Normal? n = new Normal(x);
        ILaw law = n;
        n = new Normal(x * x);
        return law.At(x * x) * n.Value.Mean;
    }
}
