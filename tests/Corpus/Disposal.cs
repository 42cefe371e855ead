using System;
using System.IO;
using AutoDiff;

namespace Corpus;

/// <summary><c>using</c>, as a statement and before a variable, and <c>lock</c>.</summary>
public static partial class Disposal
{
    private static readonly object Gate = new();

    [Differentiable]
    [Allocates("a stream")]
    [At(3.0, "12")]
    public static double UsingDeclaration(double x, string text)
    {
        double y = x * x;
        using var reader = new StringReader(text);
        y *= reader.Read();
        if (y > 450) return y * x;
        using var second = new StringReader(text);
        return y + reader.Read() * second.Read() * x;
    }

    [Differentiable]
    [Allocates("a stream")]
    [At(3.0, "12")]
    public static double UsingStatement(double x, string text)
    {
        double y = x;
        using (StringReader first = new(text), second = new(text))
        {
            for (int c = first.Read(); c >= 0; c = first.Read()) y = y * x / c;
            y += second.Peek() * x;
        }

        using (new MemoryStream()) y *= x;
        return y;
    }

    [Differentiable]
    [At(3.0)]
    [At(0.5)]
    public static double Locked(double x)
    {
        lock (Gate)
        {
            double y = x * x;
            if (y > 1) return y * x;
        }

        return Math.Sin(x);
    }

    [Differentiable]
    [Allocates("a reader")]
    [At(0.7, 3)]
    public static double UsingInLoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            using var r = new StringReader("abc");
            if (i == 1) continue;
            s *= x + r.Read() * 0.01;
            if (s > 100) break;
        }
        return s;
    }
}
