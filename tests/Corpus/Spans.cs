using System;
using AutoDiff;

namespace Corpus;

/// <summary>Spans: slices, ranges, copies, stack storage.</summary>
public static partial class Spans
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double OfReadOnlySpan(ReadOnlySpan<double> x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++) s += x[i] * x[x.Length - 1 - i] * (i + 1);
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 }, 0.5)]
    public static void ScaleInPlace(Span<double> x, double factor)
    {
        for (int i = 0; i < x.Length; i++) x[i] *= factor * (i + 1);
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 2.0)]
    public static double SlicesAndRanges(double[] a, double x)
    {
        Span<double> all = a;
        Span<double> tail = all[2..];
        Span<double> middle = all.Slice(1, 3);
        ReadOnlySpan<double> head = all[..2];
        tail[0] *= x;
        middle[0] += middle[2];
        middle[^1] = head[0] * x;
        return head[1] * tail[0] + tail[1] * tail[^1];
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3 }, 1.5)]
    public static double CopyFillClear(double[] a, double x)
    {
        Span<double> w = stackalloc double[6];
        w.Fill(x);
        a.AsSpan().CopyTo(w[1..]);
        w.Slice(0, 1).Clear();
        double s = 0;
        for (int i = 0; i < w.Length; i++)
        {
            s += (i + 1) * w[i] * w[i];
            w[i] = s;
        }

        w[2..4].Fill(s * x);
        w[2..].CopyTo(w);
        return w[0] + w[1] * w[2] + w[5] + s;
    }

    [Differentiable]
    [At(0.6, 1.2)]
    public static double StackInitialiser(double x, double y)
    {
        Span<double> w = stackalloc double[] { x, y, x * y, 1 };
        ReadOnlySpan<double> c = [2, -1, 0.5, 3];
        double s = 0;
        for (int i = 0; i < w.Length; i++) s += c[i] * w[i] * w[i];
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5, 6 }, 2, 3)]
    public static double RowsOfAMatrix(ReadOnlySpan<double> m, int rows, int columns)
    {
        double product = 1;
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<double> row = m.Slice(i * columns, columns);
            double sum = 0;
            foreach (double v in row) sum += v * v;
            product *= sum;
        }

        return product;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, new double[] { 0, 0, 0 })]
    public static void CopyScaled(ReadOnlySpan<double> source, Span<double> destination)
    {
        source.CopyTo(destination);
        double total = 0;
        foreach (double v in destination) total += v;
        for (int i = 0; i < destination.Length; i++) destination[i] /= total;
    }

    [Differentiable]
    [At(new double[] { 3, 1, 2 }, 0.5)]
    public static double ToArrayIsACopy(Span<double> x, double y)
    {
        double[] copy = x.ToArray();
        x[0] = y;
        copy[1] *= x[0] + x[2];
        return copy[0] * copy[1] + x[1];
    }

    // Only a window of the array is passed on, and written.
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 }, 0.5)]
    public static double PassedAsSlice(double[] a, double x)
    {
        ScaleInPlace(a.AsSpan(1, 3), x);
        double s = OfReadOnlySpan(a.AsSpan(2));
        return s + a[0] * a[1];
    }

    [MayBeRefused("a span that moves in a loop")]
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double ConsumedFromTheFront(ReadOnlySpan<double> x)
    {
        double s = 1;
        while (x.Length > 1)
        {
            s = s * x[0] + x[^1];
            x = x[1..^1];
        }

        if (!x.IsEmpty) s *= x[0];
        return s;
    }

    // The elements of the slice change, and so do those of the array.
    [Differentiable]
    [At(0.7, 5)]
    public static double SpanOfLocalArray(double x, int n)
    {
        double[] a = new double[n];
        Span<double> odd = a.AsSpan(1);
        for (int i = 0; i < odd.Length; i++) odd[i] = x * (i + 1);
        a[0] = odd[0] * odd[1];
        odd[2] = a[0] + a[1];
        double s = 0;
        foreach (double v in a) s = s * x + v;
        return s;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4 })]
    public static double ReversedAndShifted(double[] a)
    {
        Span<double> s = a;
        s[..3].CopyTo(s[1..]);
        for (int i = 0, j = s.Length - 1; i < j; i++, j--) (s[i], s[j]) = (s[j], s[i]);
        return s[0] * 2 + s[1] * s[2] + s[3] * s[3];
    }
}
