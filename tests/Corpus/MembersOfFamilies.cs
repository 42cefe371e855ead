using System;
using AutoDiff;

namespace Corpus;

/// <summary>Members of an object that another one holds under the name of its base class.</summary>
public static partial class MembersOfFamilies
{
    public abstract class Pull
    {
        public double K, L;
        public abstract double Of(double s);
    }

    public sealed class Linear : Pull
    {
        public override double Of(double s) => K * s + L;
    }

    public class Body
    {
        public Pull Pull = new Linear
        {
            K = 2,
            L = 3
        };
        public double ReadL() => Pull.L;
        public void Set(double v)
        {
            Pull.K = v;
        }
    }

    public struct Place
    {
        public Pull Pull;
    }

    public record Pair(Pull Pull);
    [Differentiable]
    [At(1.3, 0.7)]
    public static double Read(double x, double y)
    {
        var h = new Body
        {
            Pull = new Linear
            {
                K = x,
                L = y
            }
        };
        return h.Pull.K * x;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double Written(double x, double y)
    {
        var h = new Body();
        h.Pull.K = y;
        return h.Pull.Of(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double InMethods(double x, double y)
    {
        var h = new Body();
        h.Set(y);
        return h.ReadL() * x * h.Pull.K;
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double InAStruct(double x, double y)
    {
        var h = new Place
        {
            Pull = new Linear
            {
                L = x
            }
        };
        h.Pull.K = y;
        return h.Pull.Of(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double InARecord(double x, double y)
    {
        var h = new Pair(new Linear { L = x });
        h.Pull.K += y;
        return h.Pull.Of(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double ByALocal(double x, double y)
    {
        var h = new Body();
        var p = h.Pull;
        p.K = y;
        return h.Pull.Of(x);
    }

    [Differentiable]
    [At(1.3, 0.7)]
    public static double ByReference(double x, double y)
    {
        var h = new Body();
        ref double r = ref h.Pull.K;
        r = y;
        return h.Pull.Of(x);
    }
}
