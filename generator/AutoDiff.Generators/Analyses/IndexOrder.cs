namespace AutoDiff.Generators.Analyses;

/// <summary>
/// Proves that a later store cannot hit an element that was read: that the indices differ whenever the store runs after the read, by the
/// bounds of the counted loops around both. In <c>for (k …) for (i = k + 1 …) a[i * n + j] -= f * a[k * n + j]</c> row k is final once
/// it is read. (A dependence test in the manner of U. Banerjee, Dependence Analysis, 1997, with symbolic bounds.)
/// </summary>
/// <remarks>Index arithmetic is taken not to overflow: an index beyond the largest integer is no index.</remarks>
internal sealed class IndexOrder
{
    private const int DeepestSplit = 3;

    private readonly HashSet<Variable> _stable;

    /// <param name="stable">Integers that keep one value in the whole method.</param>
    public IndexOrder(HashSet<Variable> stable) => _stable = stable;

    /// <summary>An element, by an index for each dimension of its array, in its loops, outermost first.</summary>
    public sealed record Place(int Statement, IReadOnlyList<For> Loops, EquatableArray<Expr> Indices);

    /// <summary>An integer with what is known of it: it is at least each of the lower and at most each of the upper bounds.</summary>
    private sealed record Ranged(Variable Variable, List<Polynomial> Lower, List<Polynomial> Upper);

    /// <summary>Is the element read surely another one than those stored afterwards?</summary>
    public bool NeverMeets(Place read, Place store)
    {
        int common = 0;
        while (common < read.Loops.Count && common < store.Loops.Count && ReferenceEquals(read.Loops[common], store.Loops[common])) common++;
        HashSet<Variable> known = [.. _stable, .. read.Loops.Select(loop => loop.Index), .. store.Loops.Select(loop => loop.Index)];
        if (read.Indices.Count != store.Indices.Count) return false;

        // The store runs in the same iteration of all common loops, further down; or in a later iteration of one of them.
        if (store.Statement >= read.Statement && !Differ(read, store, known, common, isLater: false)) return false;
        return Enumerable.Range(0, common).All(level => Differ(read, store, known, level, isLater: true));
    }

    private static bool Differ(Place read, Place store, HashSet<Variable> known, int same, bool isLater)
    {
        List<Ranged> ranges = [.. read.Loops.Select(loop => Range(loop, loop.Index, known, []))];
        Dictionary<Variable, Variable> renamed = [];
        for (int level = same; level < store.Loops.Count; level++)
        {
            For loop = store.Loops[level];
            Variable own = loop.Index with { Id = -2 - level };
            Ranged range = Range(loop, own, known, renamed);
            renamed[loop.Index] = own;
            if (isLater && level == same) (loop.Step > 0 ? range.Lower : range.Upper).Insert(0, Polynomial.Of(loop.Index) + Polynomial.Of(loop.Step));
            ranges.Add(range);
        }
        return Enumerable.Range(0, read.Indices.Count).Any(dimension =>
            Polynomial.Of(read.Indices[dimension], known.Contains) is { } a && Polynomial.Of(store.Indices[dimension], known.Contains) is { } b
            && Differ(a, Renamed(b, renamed), ranges, DeepestSplit));
    }

    private static Ranged Range(For loop, Variable variable, HashSet<Variable> known, Dictionary<Variable, Variable> renamed)
    {
        Polynomial? start = Polynomial.Of(loop.Start, known.Contains), end = Polynomial.Of(loop.Bound, known.Contains);
        var range = new Ranged(variable, [], []);
        if (start is not null) (loop.Step > 0 ? range.Lower : range.Upper).Add(Renamed(start, renamed));
        if (end is null) return range;
        if (!loop.Inclusive) end += Polynomial.Of(loop.Step > 0 ? -1 : 1);
        (loop.Step > 0 ? range.Upper : range.Lower).Add(Renamed(end, renamed));
        return range;
    }

    private static Polynomial Renamed(Polynomial polynomial, Dictionary<Variable, Variable> renamed) =>
        renamed.Aggregate(polynomial, (result, pair) => result.Replace(pair.Key, Polynomial.Of(pair.Value)));

    /// <summary>
    /// One is surely greater; or, read as rows and columns of a matrix with the columns within the row, one of the two differs.
    /// </summary>
    private static bool Differ(Polynomial a, Polynomial b, List<Ranged> ranges, int depth)
    {
        if (AtLeast(a - b, 1, ranges) || AtLeast(b - a, 1, ranges)) return true;
        if (depth == 0) return false;
        foreach (Variable stride in a.Variables.Intersect(b.Variables).Where(variable => ranges.All(range => range.Variable != variable)))
        {
            ((Polynomial rowA, Polynomial columnA), (Polynomial rowB, Polynomial columnB)) = (a.Split(stride), b.Split(stride));
            if (!IsColumn(columnA, stride, ranges) || !IsColumn(columnB, stride, ranges)) continue;
            if (Differ(rowA, rowB, ranges, depth - 1) || Differ(columnA, columnB, ranges, depth - 1)) return true;
        }
        return false;
    }

    private static bool IsColumn(Polynomial index, Variable stride, List<Ranged> ranges) =>
        AtLeast(index, 0, ranges) && AtLeast(Polynomial.Of(stride) - index, 1, ranges);

    /// <summary>Is the value surely at least this? Loop indices give way to their bounds, innermost first.</summary>
    private static bool AtLeast(Polynomial value, long least, List<Ranged> ranges)
    {
        HashSet<Variable> left = [.. value.Variables];
        if (ranges.FindLast(range => left.Contains(range.Variable)) is not { } innermost) return value.Constant >= least;
        if (value.Slope(innermost.Variable) is not { } slope) return false;
        return (slope > 0 ? innermost.Lower : innermost.Upper).Any(bound => AtLeast(value.Replace(innermost.Variable, bound), least, ranges));
    }
}
