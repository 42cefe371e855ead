using System;
using AutoDiff;

namespace Corpus;

/// <summary>C# evaluates from left to right, each operand once: places before values, tests before what they guard.</summary>
public static partial class EvaluationOrder
{
    // The element behind && is read only where the test before it, which steps the index, allows it.
    [Differentiable]
    [At(new double[] { 1, 2, -3 })]
    [At(new double[] { 1, 2, 3 })]
    public static double StepThenTest(double[] a)
    {
        double s = 0;
        int i = -1;
        while (++i < a.Length && a[i] > 0) s += a[i] * a[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, -3 }, 0)]
    [At(new double[] { 1, 2, 3 }, 2)]
    public static double StepInIf(double[] a, int i)
    {
        double s = a[0];
        if (++i < a.Length && a[i] > 0) s *= a[i];
        return s * i;
    }

    [Differentiable]
    [At(1.5, new int[] { 1, 2, 3 }, 2)]
    [At(1.5, new int[] { 1, 2, 3 }, 0)]
    public static double StepInInactiveChoice(double x, int[] p, int i)
    {
        int k = ++i < p.Length ? p[i] : -1;
        return x * x * k;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 })]
    public static double PlacesThatStep(double[] a)
    {
        int i = 0;
        (a[i], a[++i]) = (a[i] * 3, a[2] * a[0]);
        return a[0] * 10 + a[1] * 100 + a[2] * a[0] + i;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double PlaceInAnArrayAssignedBeforeIt(double[] a, double x)
    {
        double[] b = new double[] { x, x * x, 1 };
        double[] c = new double[] { 2 * x, x * x * x, 2 };
        (b, b[0]) = (c, a[1] * 7);
        return b[0] * 10 + b[1] * c[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double SliceThenStep(double[] a, double x)
    {
        int i = 0;
        return Weigh(a.AsSpan(i, 2), a[i++] * x) + Weigh(a.AsSpan(i, 2), a[++i]) + i;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    private static double Weigh(ReadOnlySpan<double> u, double x)
    {
        double s = 0;
        for (int i = 0; i < u.Length; i++) s += u[i] * (i + x);
        return s * x;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double BoundsThatStep(double[] a, double x)
    {
        int i = 0;
        Span<double> s = a.AsSpan(i, ++i + 1);
        Span<double> t = a.AsSpan()[i..(i++ + 2)];
        return s[0] * s[1] * x + t[0] * t[1] * i;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double RenamedByTheStoredValue(double[] a, double x)
    {
        double[] b = new double[] { x, 2 * x, x * x };
        b[1] = (b = a)[2] * x;
        return b[1] + b[0];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double RenamedByTheIndex(double[] a, double x)
    {
        double[] b = new double[] { x, 2 * x, x * x };
        double y = b[(b = new double[] { x * 3, 1, 1, 1, 1 }).Length - 3] * b[0];
        return y * a[1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static double RenamedByALaterArgument(double[] a, double x)
    {
        double[] b = new double[] { x, 2 * x, x * x };
        return Weigh(b, (b = a)[2]) * b[0];
    }

    [Differentiable]
    [At(0.5)]
    public static double BeforeAndAfter(double x)
    {
        x = x++ + ++x;
        double y = x-- * --x - x;
        y += y++ * --y;
        return y * x;
    }

    // Found by random programs: the operand of the cast took its step twice.
    [Differentiable]
    [At(new double[] { -0.8654, 1.3256, 0.9418, -0.8046, 1.416 })]
    public static double StepInsideACast(double[] a)
    {
        int m = 2;
        for (int i = 0; i < 2; i++) a[i] = a[(int)Derivative.Stop(2.5 * Math.Sin(a[(m += 2) & 3])) & 3];
        return a[0] * a[1] + m;
    }

    // Found by random programs: the second assignment changed what the first one gave.
    [Differentiable]
    [At(1.5, 3)]
    [At(1.5, 7)]
    public static double TwoAssignmentsInOneTest(double x, int k)
    {
        double s = x;
        if ((k += 2) < (k = 6)) s *= x;
        int m = (k = k + 1) * 10 + ++k;
        return s * m * k;
    }

    [Differentiable]
    [At(0.7, 250)]
    public static double LoopsWithEmptyParts(double x, int n)
    {
        double s = x;
        int i = 0;
        for (; ; )
        {
            if (i++ > 3) break;
            s *= x;
            if (i == 2) continue;
            s += i;
        }

        for (; i < 9;)
        {
            i += 2;
            s += Math.Sin(s);
        }

        return s + n * x;
    }

    [Differentiable]
    [At(1.5, 5)]
    public static double DoWithContinueAndReturn(double x, int n)
    {
        double s = x;
        int i = 0;
        do
        {
            if (i % 2 == 0) continue;
            s = s * 0.9 + Math.Sin(x * i);
            if (s > 2.5) return s * x;
        }
        while (++i < n && (s += x * 0.1) < 100);
        return s + i;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 2)]
    [At(new double[] { 1, 2, 3 }, 6, Throws = typeof(ArgumentException))]
    public static double ValueThrowsBeforeTheStore(double[] a, int i)
    {
        a[i] = i > 5 ? throw new ArgumentException("too far") : a[0] * 2;
        return a[i] * a[0];
    }

    // Found by random programs: the value has an effect, so that the fill had to be written anew, and was not as C# has it.
    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 0.5)]
    public static double FilledWithAnAssignment(double[] a, double x)
    {
        double[] b = new double[4];
        Array.Fill(b, a[1] *= x);
        b[1] += x;
        Array.Fill(a, x++ * b[1]);
        return a[0] * b[0] + a[2] * x;
    }

    private static bool IsPositive(double v) => v > 0;

    private static bool Sets(ref double place, double value)
    {
        place = value;
        return true;
    }

    private static bool Clears(ref double? place)
    {
        place = null;
        return true;
    }

    // The left side of & is known before the right side runs, though it is read in place.
    [Differentiable]
    [At(1.5)]
    public static double CallThenAssigned(double x)
    {
        double z = x;
        return IsPositive(z) & Sets(ref z, -x) ? z * x : 7 * x;
    }

    [Differentiable]
    [At(1.5)]
    public static double RealCallThenAssigned(double x)
    {
        double z = x;
        return Math.Exp(z) + IncreaseBy(z, 1) > 2 & Sets(ref z, -x) ? z * x : 7 * x;
    }

    private static double IncreaseBy(double v, double by) => v + by;

    [Differentiable]
    [At(1.5)]
    public static double LocalFunctionThenAssigned(double x)
    {
        double z = x;
        bool Positive() => z > 0;
        bool Turn()
        {
            z = -z;
            return true;
        }
        return Positive() & Turn() ? z * x : 4 * x;
    }

    [Differentiable]
    [At(1.5)]
    public static double GetterThenAssigned(double x)
    {
        var p = new Extent(x, x);
        return p.IsWide & Sets(ref p.Width, -x) ? p.Width * x : 7 * x;
    }

    public struct Extent(double width, double height)
    {
        public double Width = width, Height = height;

        public readonly bool IsWide => Width > 1;
    }

    [Differentiable]
    [At(1.5)]
    public static double PatternThenCleared(double x)
    {
        double? y = x;
        double s = y is double v & Clears(ref y) ? x * x : 7 * x;
        y = s;
        return y is not null & Clears(ref y) ? s * x : s + y ?? 2;
    }

    [Differentiable]
    [At(1.5)]
    public static double ComparedThenCleared(double x)
    {
        double? y = x;
        double s = y > 1 & Clears(ref y) ? x * x : 7 * x;
        y = s;
        return y != null & (y = s + 1) is > 0 ? y.Value * x : 3 * x;
    }

    [Differentiable]
    [At(1.5)]
    public static double ValueThenAssigned(double x)
    {
        double? y = x;
        return y.Value > 0 & (y = -x) < 0 ? y.Value * x : 7 * x;
    }

    private static bool Scaled(double x, int k, out double v)
    {
        v = x * k;
        return k < 2;
    }

    // The parameter is read again after the test that it begins.
    private static bool Guarded(bool test, double x, int k, out double v)
    {
        v = x;
        return test && Scaled(x, k, out v) && v > 0 || test;
    }

    [Differentiable]
    [At(1.5, 6)]
    [At(1.5, 1)]
    [At(1.5, 0)]
    public static double ParameterCalledTest(double x, int k) => Guarded(k > 0, x, k, out double v) ? v * x + x : 3 * x;
}
