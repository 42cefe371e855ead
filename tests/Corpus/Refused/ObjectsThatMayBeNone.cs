// expect: refused
// expect-id: DIFF0101 at: return r == null ? x * x : x * r.R;
// expect-id: DIFF0101 at: return c.Short == null ? x * c.Long.R : c.Short.R;
// expect-id: DIFF0101 at: return (c.Short?.R ?? x) * c.Long.R;

using AutoDiff;

namespace Corpus;

/// <summary>The variables of a copy hold what is in an object from outside, not whether there was one.</summary>
public static partial class ObjectsThatMayBeNone
{
    public record Rate(double R);

    public record Curve(Rate? Short, Rate Long);

    private static readonly Rate?[] Rates = { null, new Rate(3) };

    private static readonly Curve Half = new(null, new Rate(2));

    private static Curve Make(Rate? given, double x) => new(given, new Rate(x));

    [Differentiable]
    [At(2)]
    public static double AssignedLater(double x)
    {
        var r = Rates[1];
        if (x > 1) r = Rates[0];
        return r == null ? x * x : x * r.R;
    }

    [Differentiable]
    [At(2)]
    public static double Copied(double x)
    {
        var c = Half with { Long = new Rate(x) };
        return c.Short == null ? x * c.Long.R : c.Short.R;
    }

    [Differentiable]
    [At(2)]
    public static double InANewObject(double x)
    {
        var c = Make(Rates[0], x);
        return (c.Short?.R ?? x) * c.Long.R;
    }
}
