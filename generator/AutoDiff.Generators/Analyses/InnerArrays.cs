namespace AutoDiff.Generators.Analyses;

/// <summary>
/// The arrays in an array parameter: its rows, or what its structs hold under <paramref name="Member"/>. <paramref name="Type"/> is the type of one of
/// them; <paramref name="Stored"/>: the method stores numbers into them.
/// </summary>
internal sealed record InnerArrays(Variable Parameter, string Member, IrType Type, bool Stored)
{
    /// <summary>All that a method speaks of.</summary>
    public static IReadOnlyList<InnerArrays> In(MethodIr method)
    {
        Variable[] holders = [.. method.Parameters.Select(parameter => parameter.Variable).Where(variable => variable.Type is { IsRealSequence: true, HoldsArrays: true })];
        if (holders.Length == 0) return [];
        Aliases aliases = Aliases.Analyze(method.Parameters.Select(parameter => parameter.Variable), method.Body);
        Element[] elements = [.. method.Body.AllStatements().SelectMany(statement => statement.Expressions().Concat(Aliases.SequencesStoredBy(statement))).SelectMany(Traversal.DescendantsAndSelf).OfType<Element>()];
        ILookup<Variable, Expr> given = method.Body.AllStatements().OfType<Assign>().Where(assign => assign.Target.Type.IsSequence).ToLookup(assign => assign.Target, assign => assign.Value);
        Expr[] stored = [.. method.Body.AllStatements().SelectMany(Aliases.SequencesStoredBy).SelectMany(sequence => Named(sequence, given))];
        return [.. holders.SelectMany(holder => Of(holder, elements, stored, aliases))];
    }

    private static IEnumerable<InnerArrays> Of(Variable holder, Element[] elements, Expr[] stored, Aliases aliases) =>
        from element in elements
        where element is { Sequence: not Element, Type.IsRealSequence: true } && element.Sequence.Type.Name == holder.Type.Name && aliases.Roots(element.Sequence).Contains(holder)
        group element by ((element.Index as Indices)?.Member ?? "", element.Type) into place
        select new InnerArrays(holder, place.Key.Item1, place.Key.Type, stored.Any(sequence => IsIn(sequence, place.First(), holder, aliases)));

    /// <summary>What a local stands for, where that is an array at a place, whichever.</summary>
    private static IEnumerable<Expr> Named(Expr sequence, ILookup<Variable, Expr> given)
    {
        while (sequence is View view) sequence = view.Sequence;
        return sequence is Read read && given[read.Variable].ToList() is { Count: > 0 } values && values.All(value => value is Element) ? values : [sequence];
    }

    /// <summary>May this be one of the arrays, or a part of one? Under a name of its own it may be any with such numbers.</summary>
    private static bool IsIn(Expr sequence, Element place, Variable holder, Aliases aliases)
    {
        if (sequence is Read read && (read.Variable == holder || read.Type == holder.Type) || !aliases.Roots(sequence).Contains(holder)) return false;
        while (sequence is Element { Sequence: Element outer }) sequence = outer;
        return sequence is Element found ? ((found.Index as Indices)?.Member ?? "") == ((place.Index as Indices)?.Member ?? "") : sequence.Type.Scalar == place.Type.Scalar;
    }
}
