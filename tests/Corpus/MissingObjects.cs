using System;
using AutoDiff;

namespace Corpus;

/// <summary>Models that may be missing: tests against null, patterns, <c>?.</c> and <c>??</c>, of objects that are given and of objects that are made.</summary>
public static partial class MissingObjects
{
    public record Option(double K, double R);

    public class Cell
    {
        public double A { get; set; }
        public double B { get; set; }

        public double Product() => A * B;
    }

    public class Pair
    {
        public Cell First = new();
        public double Weight;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    [At(0.5, 0.7)]
    public static double PatternOfAnObject(double x, double y)
    {
        var cell = new Cell { A = x, B = y };
        if (cell is { A: > 1.0 }) cell.A *= y;
        return cell.A * cell.B;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    [At(new double[] { 0.5, 0.7 }, 0.3)]
    public static double PatternOfAParameter(Cell cell, double y)
    {
        if (cell is { A: > 1.0, B: var b }) cell.A *= y * b;
        return cell.A * cell.B;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double NamedByAPattern(Cell cell, double y)
    {
        if (cell is not { } same) return y;
        same.A *= y;
        return cell.A * same.B;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    [At(0.5, 0.7)]
    [At(2.5, 0.7)]
    public static double SwitchOfAnObject(double x, double y)
    {
        var cell = new Cell { A = x, B = y };
        return cell switch { null => 0, { A: > 2 } => x, { A: > 1, B: < 1 } same => same.A * same.B, _ => y };
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    [At(new double[] { 3.5, 0.7 }, 0.3)]
    public static double SwitchOfAParameter(Cell cell, double y)
    {
        switch (cell)
        {
            case null:
                return y;
            case { A: > 2 } big:
                big.A /= y;
                break;
            case { B: var b }:
                cell.A += b * y;
                break;
        }

        return cell.A * cell.B;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    [At(new double[] { 0.5, 0.7 }, 0.3)]
    public static double SwitchOfARecord(Option option, double y) => option switch
    {
        null => y * y,
        (> 1, var r) => r * y,
        { K: var k } other => k * other.R * y,
    };

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double GuardedRecord(Option option, double y)
    {
        ArgumentNullException.ThrowIfNull(option);
        if (option == null) throw new ArgumentNullException(nameof(option));
        return option.K * option.R * y;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double GuardedObject(Cell cell, double y)
    {
        if (cell is null) throw new ArgumentNullException(nameof(cell));
        Cell same = cell ?? throw new ArgumentException("none");
        same.A *= y;
        return same.A * same.B * y;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double ChangedBehindTheGuard(Cell cell, double y)
    {
        if (cell == null) return y;
        cell.A = Math.Sin(cell.A) * y;
        cell.A *= cell.B;
        return cell.A * cell.A;
    }

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double Asked(Option option, double y) => (option?.K ?? y) * y + (option != null ? option.R * option.R : 1);

    [Differentiable]
    [At(new double[] { 1.5, 0.7, 0.4 }, 0.3)]
    public static double AskedThrough(Pair pair, double y) => (pair?.First?.A ?? y) * y + (pair?.First.Product() ?? 1) * (pair is { First: { B: > 0 } first } ? first.B : 2);

    [Differentiable]
    [At(new double[] { 1.5, 0.7 }, 0.3)]
    public static double Replaced(Option option, double y)
    {
        Option used = option ?? new Option(y, 1);
        return used.K * used.R * y;
    }

    [Differentiable]
    [At(1.5, 0.7)]
    public static double Made(double x, double y)
    {
        var option = new Option(x, y);
        if (option is null || option == null) return 0;
        double r = option?.R ?? 0;
        return (option?.K ?? 0) * r * (option ?? new Option(1, 1)).K;
    }
}
