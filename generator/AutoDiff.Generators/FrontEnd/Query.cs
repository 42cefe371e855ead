using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A LINQ query over arrays and ranges as the loop that it is: over the indices below <paramref name="Count"/>, with what becomes of the
/// element at each. Building one evaluates what C# evaluates at once (the sources, how many to take); its elements are read when it is
/// enumerated, each time anew.
/// </summary>
/// <param name="Element">The type of what it yields.</param>
/// <param name="Count">How many elements are looked at.</param>
/// <param name="Filtered">Whether some of them may be left out.</param>
/// <param name="Each">Reads the element at an index and hands it on, unless it is left out.</param>
internal sealed record Query(ITypeSymbol Element, Expr Count, bool Filtered, Action<Expr, Action<Meaning>> Each)
{
    /// <summary>
    /// What every enumeration begins with, such as sorting, and the query that is enumerated then; null where there is nothing to do, and
    /// the query is that itself.
    /// </summary>
    private Func<Query>? Beginning { get; init; }

    /// <summary>Do functions in it assign anything, so that it shows which of them are called?</summary>
    public bool Assigns { get; init; }

    /// <summary>Is nothing told of it before it is enumerated?</summary>
    public bool IsDeferred => Beginning is not null;

    /// <summary>A query of which nothing can be told before it is enumerated, except whether it leaves elements out.</summary>
    public static Query Deferred(ITypeSymbol element, bool filtered, Func<Query> beginning) =>
        new(element, new Literal("0", IrType.Int32), filtered, (_, _) => throw new InvalidOperationException()) { Beginning = beginning };

    /// <summary>Begins an enumeration.</summary>
    public Query Begun() => Beginning?.Invoke().Begun() ?? this;

    /// <summary>A query of this one, which is made when it is enumerated where that is when this one is known.</summary>
    public Query Then(ITypeSymbol element, bool filters, Func<Query, Query> made) =>
        Beginning is null ? made(this) : Deferred(element, Filtered || filters, () => made(Begun()));
}
