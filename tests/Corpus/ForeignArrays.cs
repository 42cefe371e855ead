using System;
using System.Collections.Generic;
using AutoDiff;

namespace Corpus;

/// <summary>An object that counts.</summary>
public sealed class ForeignCounter
{
    public int N = 3;
}

/// <summary>A class without numbers of its own, whose objects notice that they are made.</summary>
public sealed class ForeignMade
{
    private static int[] Counted()
    {
        ForeignArrays.Made++;
        return [1];
    }

    private readonly int[] _counted = Counted();

    public int Count => _counted.Length;

    public double Square(double x) => x * x;
}

/// <summary>
/// Arrays that come from outside the method, and code that is called and changes them under another name: what was read before the call is
/// read again in the reverse sweep. Each method leaves them as it found them.
/// </summary>
public static partial class ForeignArrays
{
    [ThreadStatic]
    private static int[]? s_counts;

    [ThreadStatic]
    private static double[]? s_rates;

    [ThreadStatic]
    private static double[]? s_others;

    [ThreadStatic]
    private static List<int>? s_list;

    [ThreadStatic]
    private static ForeignCounter? s_counter;

    [ThreadStatic]
    private static int s_count;

    [ThreadStatic]
    public static int Made;

    private static ref int Count => ref s_count;

    private static int Changing
    {
        get
        {
            s_counts![1] = 9;
            return 2;
        }
    }

    private static void Reset()
    {
        s_counts ??= new int[3];
        (s_counts[0], s_counts[1], s_counts[2]) = (1, 2, 3);
        s_rates ??= new double[3];
        (s_rates[0], s_rates[1], s_rates[2]) = (1, 2, 3);
        s_others ??= new double[] { 1, 9, 3 };
        s_list ??= [1, 2, 3];
        s_list[1] = 2;
        s_counter ??= new ForeignCounter();
        s_counter.N = 3;
        s_count = 2;
    }

    private static int CountAt(int i) => s_counts is null ? i + 1 : s_counts[i];

    private static int Counter() => s_counter is null ? 3 : s_counter.N;

    private static void ByReference()
    {
        ref int r = ref s_counts![1];
        r = 7;
    }

    private static void ByName()
    {
        int[] r = s_counts!;
        r[1] = 7;
    }

    private static void BySpan()
    {
        Span<int> r = s_counts;
        r[1] = 7;
    }

    private static void ByFill() => Array.Fill(s_counts!, 7);

    private static void BySpanFill() => s_counts.AsSpan().Fill(7);

    private static void ByLoop()
    {
        foreach (ref int each in s_counts.AsSpan()) each = 8;
    }

    private static void ByRate()
    {
        double[] r = s_rates!;
        r[1] = 7;
    }

    private static void Renew()
    {
        (s_rates, s_others) = (s_others, s_rates);
        s_rates![1] = 9;
    }

    private static void Fill(int[] a) => a[1] = 9;

    private static int Filled(int[] a)
    {
        a[1] = 9;
        return 1;
    }

    private static void OfField()
    {
        ref int r = ref s_count;
        r = 7;
    }

    private static void OfProperty() => Count = 7;

    private static void OfObject()
    {
        ref int r = ref s_counter!.N;
        r++;
    }

    private static void OfList()
    {
        List<int> list = s_list!;
        list[1] = 9;
    }

    [Differentiable]
    [At(1.3)]
    public static double Scaled(double x) => x * x * (s_count == 0 ? 2 : s_count);

    [Differentiable]
    [At(1.3)]
    public static double OfCounts(double x)
    {
        return x * x * CountAt(1);
    }

    [Differentiable]
    [At(1.3)]
    public static double OfCounter(double x)
    {
        return x * x * Counter();
    }

    // A companion that is called at the end of the method would find the array as it is then.
    [Differentiable]
    [At(1.3)]
    public static double CallThenReference(double x)
    {
        Reset();
        double y = OfCounts(x);
        ByReference();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenName(double x)
    {
        Reset();
        double y = OfCounts(x);
        ByName();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenSpan(double x)
    {
        Reset();
        double y = OfCounts(x);
        BySpan();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenFill(double x)
    {
        Reset();
        double y = OfCounts(x);
        ByFill();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenSpanFill(double x)
    {
        Reset();
        double y = OfCounts(x);
        BySpanFill();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenLoop(double x)
    {
        Reset();
        double y = OfCounts(x);
        ByLoop();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenField(double x)
    {
        Reset();
        double y = Scaled(x);
        OfField();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenProperty(double x)
    {
        Reset();
        double y = Scaled(x);
        OfProperty();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double CallThenObject(double x)
    {
        Reset();
        double y = OfCounter(x);
        OfObject();
        double z = y * x;
        Reset();
        return z;
    }

    // The same where the method reads the array itself.
    [Differentiable]
    [At(1.3)]
    public static double ReadThenReference(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        ByReference();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenName(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        ByName();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenFill(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        ByFill();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenRate(double x)
    {
        Reset();
        double y = x * x * s_rates![1];
        ByRate();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenRenew(double x)
    {
        Reset();
        double y = x * x * s_rates![1];
        Renew();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenList(double x)
    {
        Reset();
        double y = x * x * s_list![1];
        OfList();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenGetter(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        double z = y * x * Changing;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenGiven(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        Fill(s_counts);
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadThenFactor(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        double z = y * x * Filled(s_counts);
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    [Allocates("what the library sorts by")]
    public static double ReadThenSort(double x)
    {
        Reset();
        double y = x * x * s_counts![1];
        Array.Sort(s_counts, (a, b) => b - a);
        double z = y * x * s_counts[0];
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadByName(double x)
    {
        Reset();
        double[] rates = s_rates!;
        double y = x * x * rates[1];
        ByRate();
        double z = y * x;
        Reset();
        return z;
    }

    [Differentiable]
    [At(1.3)]
    public static double ReadInLoop(double x)
    {
        Reset();
        double y = x;
        for (int i = 0; i < 3; i++)
        {
            y = y * x + s_counts![1];
            if (i == 0) ByName();
        }
        Reset();
        return y;
    }

    [Differentiable]
    [At(1.3)]
    [Allocates("an object")]
    public static double MadeAndUsed(double x)
    {
        int before = Made;
        double y = new ForeignMade().Square(x);
        return y * (Made - before);
    }
}
