using AutoDiff;

namespace Corpus;

/// <summary>Private numbers whose names mean something else on the object: a member of the class derived from theirs, an extension, a method of every object.</summary>
public static partial class NamesOfPrivateMembers
{
    [Differentiable]
    [At(new double[] { 0.4, 0.5 }, 0.7)]
    public static double Property(NamedProperty m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4, 0.5 }, 0.7)]
    public static double Reference(NamedReference m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double Method(NamedMethod m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double Constant(NamedConstant m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double Twice(NamedTwice m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double Extension(NamedExtension m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double OfObject(NamedAsOfObject m, double x) => m.Of(x);

    [Differentiable]
    [At(new double[] { 0.4 }, 0.7)]
    public static double SetFromOutside(NamedSetter m, double x)
    {
        m.B = x;
        return m.Of(x);
    }

    [Differentiable]
    [At(new double[] { 0.4, 0.3 }, 0.7)]
    public static double AsTheAccessor(NamedAccessor m, double x) => m.Of(x);
}

public class NamedBase
{
    private double A = 0.4;

    public double Base(double x)
    {
        A *= x;
        return A * x;
    }
}

public sealed class NamedProperty : NamedBase
{
    private double _half = 0.5;

    public double A
    {
        get => _half * 2;
        set => _half = value / 2;
    }

    public double Of(double x) => Base(x) * A;
}

public sealed class NamedReference : NamedBase
{
    private double _a = 0.5;

    public ref double A => ref _a;

    public double Of(double x) => Base(x) * A;
}

public sealed class NamedMethod : NamedBase
{
    public double A(double x) => x * x;

    public double Of(double x) => Base(x) * A(x);
}

public sealed class NamedConstant : NamedBase
{
    public const double A = 3;

    public double Of(double x) => Base(x) * A;
}

public sealed class NamedTwice : NamedBase
{
    private double A = 0.3;

    public double Of(double x)
    {
        A += x;
        return Base(x) * A;
    }
}

public sealed class NamedExtension
{
    private double _near = 0.4, _far = 0.3;

    public double Of(double x)
    {
        _near += _far;
        return _near * x * _far;
    }
}

public static class NamedExtensions
{
    extension(NamedExtension owner)
    {
        public double _near
        {
            get => 55;
            set { }
        }
    }

    public static double _far(this NamedExtension owner) => 77;
}

public sealed class NamedAsOfObject
{
    private new readonly double Equals = 0.4, ToString = 0.3;

    public double Of(double x) => Equals * x * ToString;
}

public sealed class NamedSetter
{
    public double B { private get; set; }

    public double Of(double x) => B * x;
}

public sealed class NamedAccessor
{
    private double NamedAccessor_x = 0.4, x = 0.3;

    public double Of(double k)
    {
        x *= k;
        NamedAccessor_x += x;
        return NamedAccessor_x * x * k;
    }
}
