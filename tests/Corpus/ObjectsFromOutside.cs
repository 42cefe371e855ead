using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Objects that the method did not make, which may be missing: asked for, held, read where they are used.</summary>
public static partial class ObjectsFromOutside
{
    public class Options
    {
        public double Scale = 2;
        public Options? Inner;
        public Options()
        {
        }

        public Options(double scale)
        {
            Scale = scale;
        }

        public double Apply(double v)
        {
            return v * Scale;
        }
    }

    public record Rate(double R);
    public record Curve(Rate? Short, Rate Long);
    public struct Holder
    {
        public Options? O;
        public double V;
    }

    /// <summary>A class that holds one of its own kind, which stays as it is.</summary>
    public class Node
    {
        public double Value, Total = 1;
        public Node? Left;
        public Node(double value)
        {
            Value = value;
        }

        public void Fill()
        {
            Total = Value * Value;
        }

        public double Lazily()
        {
            if (Left == null)
                Fill();
            return Total * Value;
        }

        public double ByPattern()
        {
            if (Left is null)
                Total = Value * 2;
            return Total * Value;
        }

        public double Coalesced()
        {
            Total *= Left?.Value ?? Value;
            return Total;
        }
    }

    private static readonly Options? _missing = null;
    private static Options _unlike = null !;
    private static readonly Options? _there = new Options
    {
        Inner = new Options(5)
    };
    private static readonly Rate? NoRate = null;
    private static readonly Curve Half = new(null, new Rate(2));
    private static readonly Curve? NoCurve = null;
    private static readonly List<Rate?> Listed = new()
    {
        new Rate(2),
        null
    };
    private static readonly Rate? [] Rates =
    {
        null,
        new Rate(3)
    };
    private static readonly Options? [] All =
    {
        new Options(4),
        null,
        new Options(7)
    };
    [Differentiable]
    [At(2)]
    public static double FilledWhereMissing(double x) => new Node(x).Lazily();
    [Differentiable]
    [At(2)]
    public static double FilledByPattern(double x) => new Node(x).ByPattern();
    [Differentiable]
    [At(2)]
    public static double MemberOrOther(double x) => new Node(x).Coalesced();
    [Differentiable]
    [At(2)]
    public static double AskedOfALocal(double x)
    {
        var n = new Node(x);
        if (n.Left == null)
            n.Fill();
        return n.Total;
    }

    [Differentiable]
    [At(2)]
    public static double Compared(double x)
    {
        if (_missing == null)
            return x * x;
        return x * _missing.Scale;
    }

    [Differentiable]
    [At(2)]
    public static double ComparedThoughDeclaredPresent(double x)
    {
        if (_unlike == null)
            return x * x;
        return x * _unlike.Scale;
    }

    [Differentiable]
    [At(2)]
    public static double PresentOne(double x)
    {
        if (_there is null)
            return x;
        return x * _there.Apply(x);
    }

    [Differentiable]
    [At(2)]
    public static double OfALocal(double x)
    {
        var o = _missing;
        if (o == null)
            return x * x;
        return x * o.Scale;
    }

    [Differentiable]
    [At(2)]
    public static double ConditionalAccess(double x) => x * (_missing?.Scale ?? x) + x * (NoRate?.R ?? x);
    [Differentiable]
    [At(2)]
    public static double PropertyPattern(double x)
    {
        if (NoRate is { R: > 1 })
            return x;
        return x * x;
    }

    [Differentiable]
    [At(2)]
    public static double NotAnObject(double x)
    {
        if (NoRate is not { } r)
            return x * x;
        return r.R * x;
    }

    [Differentiable]
    [At(2)]
    public static double Enumerated(double x)
    {
        double s = 0;
        foreach (var r in Listed)
            if (r != null)
                s += r.R * x;
        return s * x;
    }

    [Differentiable]
    [At(2)]
    public static double EnumeratedArray(double x)
    {
        double s = 0;
        foreach (var r in Rates)
            if (r is not null)
                s += r.R * x;
        return s * x;
    }

    [Differentiable]
    [At(2)]
    public static double AccessedInALoop(double x)
    {
        double s = 0;
        foreach (var o in All)
            s += (o?.Scale ?? x) * x;
        return s;
    }

    [Differentiable]
    [At(2)]
    public static double Indexed(double x)
    {
        double s = 0;
        for (int i = 0; i < 2; i++)
            s += Rates[i] == null ? x * x : Rates[i]!.R * x;
        return s * x;
    }

    [Differentiable]
    [At(2)]
    public static double IndexedLocal(double x)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            var o = All[i];
            if (o is null)
                continue;
            s += o.Scale * x * x;
        }

        return s;
    }

    [Differentiable]
    [At(2)]
    public static double HeldWhileTheIndexMoves(double x)
    {
        int i = 0;
        var o = All[i];
        i = 1;
        return o != null ? o.Scale * x * x : x;
    }

    [Differentiable]
    [At(2)]
    public static double ChainOfObjects(double x)
    {
        var o = _there;
        while (o != null)
        {
            x *= o.Scale;
            o = o.Inner;
        }

        return x * x;
    }

    [Differentiable]
    [At(2)]
    public static double MemberOfARecord(double x) => Half.Short is null ? x * x * Half.Long.R : x;
    [Differentiable]
    [At(2)]
    public static double AccessInAChain(double x) => NoCurve?.Short?.R ?? x * x;
    [Differentiable]
    [At(2)]
    public static double NestedPattern(double x)
    {
        var c = Half;
        return c is { Short: { R: > 1 } } ? x : c is { Long: { R: var r } } ? r * x * x : 0;
    }

    [Differentiable]
    [At(2)]
    public static double SwitchOnAnElement(double x) => Rates[0] switch
    {
        null => x * x,
        { R: > 1 } r => r.R * x,
        _ => x
    };
    [Differentiable]
    [At(2)]
    public static double InAQuery(double x) => Rates.Sum(r => r == null ? x * x : r.R * x) + Rates.Where(r => r != null).Sum(r => r!.R * x * x);
    [Differentiable]
    [Allocates("an array")]
    [At(2)]
    public static double Selected(double x)
    {
        var q = Rates.Select(r => r is { } k ? k.R * x : x * x).ToArray();
        return q[0] * q[1];
    }

    [Differentiable]
    [At(2)]
    public static double FirstOrNone(double x) => Rates.FirstOrDefault(r => r != null && r.R > 5)is { } f ? f.R * x : x * x;
    [Differentiable]
    [At(2)]
    public static double Passed(double x) => Scaled(_missing, x) + Scaled(_there, x) + Scaled(Rates[0], x) + Scaled(Rates[1], x);
    private static double Scaled(Options? o, double x)
    {
        if (o is null)
            return x * x;
        return o.Scale * x;
    }

    private static double Scaled(Rate? o, double x) => o == null ? x * x : o.R * x;
    [Differentiable]
    [At(2)]
    public static double Defaulted(double x) => WithDefault(_missing, x) + WithDefault(_there, x);
    private static double WithDefault(Options? o, double x)
    {
        if (o == null)
            return x * x * x;
        return o.Scale * x * x;
    }

    [Differentiable]
    [At(2)]
    public static double InAStruct(double x)
    {
        var h = new Holder
        {
            V = x
        };
        return h.O == null ? h.V * h.V : h.V * h.O.Scale;
    }

    [Differentiable]
    [At(2)]
    public static double PutIntoAStruct(double x)
    {
        var h = new Holder
        {
            V = x,
            O = _there
        };
        return h.O == null ? h.V : h.V * h.V * h.O.Scale;
    }

    [Differentiable]
    [At(2)]
    public static double OtherQuestions(double x) => (ReferenceEquals(_missing, null) ? x * x : x) + (null == _missing ? x * x : x) + (_missing is Options ? x : x * x) + ((object? )_missing == null ? x * x : x);
    [Differentiable]
    [At(2)]
    public static double Flags(double x)
    {
        bool a = NoRate == null, b = _there != null;
        return a && b ? x * x : x;
    }

    [Differentiable]
    [At(2, Throws = typeof(NullReferenceException))]
    public static double ReadOfNone(double x) => x * _missing!.Scale;
    [Differentiable]
    [At(2, Throws = typeof(ArgumentNullException))]
    public static double Required(double x)
    {
        ArgumentNullException.ThrowIfNull(_missing);
        return x * _missing.Scale;
    }

    [Differentiable]
    [At(2, Throws = typeof(InvalidOperationException))]
    public static double OrThrown(double x)
    {
        var o = _missing ?? throw new InvalidOperationException();
        return x * o.Scale;
    }

    [Differentiable]
    [At(2)]
    public static double OrNotThrown(double x)
    {
        var o = _there ?? throw new InvalidOperationException();
        return x * x * o.Scale;
    }

    public struct Point
    {
        public double X;
        public Options? O;
        public double Get(double v) => O == null ? v * v : v;
    }

    public readonly record struct Reading(double X, Options? O);
    public record Kept(double A, Rate? R);
    private static readonly Point[] Points =
    {
        new Point
        {
            X = 2
        },
        new Point
        {
            X = 4,
            O = new Options(2)
        }
    };
    private static readonly Reading[] Readings =
    {
        new(2, null),
        new(3, new Options(4))
    };
    private static readonly Kept[] Records =
    {
        new(2, null),
        new(3, new Rate(2))
    };
    private static readonly Point One = new Point
    {
        X = 2
    };
    private static readonly Options? [][] Rows =
    {
        new Options? []
        {
            null,
            new Options()
        }
    };
    private static Point[] Made() => new[]
    {
        new Point
        {
            X = 3
        }
    };
    private static double Chosen(Point p, double x) => p.O == null ? x * x : x;
    [Differentiable]
    [At(1.3, 0)]
    [At(1.3, 1)]
    public static double InAStructOfAnArray(double x, int i)
    {
        bool b = Points[i].O is not null;
        return b ? x : x * x;
    }

    [Differentiable]
    [At(1.3)]
    public static double InStructsEnumerated(double x)
    {
        double s = 0;
        foreach (var p in Readings)
            s += p is { O: null } ? x * x : x;
        foreach (var p in Readings)
            s += p.O is { } o ? x * o.Scale : x * x;
        return s;
    }

    [Differentiable]
    [At(1.3, 0)]
    [At(1.3, 1)]
    public static double InARecordOfAnArray(double x, int i) => Records[i].R == null ? x * x : x * Records[i].R!.R;
    [Differentiable]
    [At(1.3)]
    public static double InAStaticStruct(double x) => (One.O == null ? x * x : x * One.O.Scale) + One.Get(x) + Chosen(One, x);
    [Differentiable]
    [Allocates("an array, in the call")]
    [At(1.3)]
    public static double InACallResult(double x) => Made()[0].O == null ? x * x : x;
    [Differentiable]
    [At(1.3)]
    public static double CountedInAQuery(double x) => Points.Count(p => p.O == null) * x * x;
    [Differentiable]
    [At(1.3, 0)]
    [At(1.3, 1)]
    [At(1.3, 2)]
    public static double LongChain(double x, int i) => (All[i]?.Inner?.Inner?.Scale ?? 3) * x * x + (All[i]?.Inner?.Scale * x ?? x * x);
    [Differentiable]
    [At(1.3)]
    public static double InARow(double x)
    {
        double s = 0;
        foreach (var o in Rows[0])
            s += o == null ? x * x : o.Scale * x;
        return s;
    }

    [Differentiable]
    [At(2)]
    public static double CopiedWith(double x)
    {
        var c = Half with
        {
            Long = new Rate(x)
        };
        return c.Short == null ? x * c.Long.R : c.Short.R;
    }

    private static Curve Make(Rate? given, double x) => new(given, new Rate(x));
    [Differentiable]
    [At(2)]
    public static double InANewRecord(double x)
    {
        var c = Make(Rates[0], x);
        return (c.Short?.R ?? x) * c.Long.R;
    }

    private static readonly Options Shared = new(3);
}
