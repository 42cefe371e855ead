using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Calls that look for an element of a sequence. The answer, a place or a yes, is a constant, like what a comparison gives, whatever goes
/// in. Those that are given a delegate are the loop that they stand for.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>
    /// A search that compares as the framework does. One that is given a comparer runs code that is not known, which could keep what it
    /// sees.
    /// </summary>
    private bool IsSearch(IInvocationOperation call) =>
        IsOfArrays(call.TargetMethod) && call.TargetMethod.Name is "IndexOf" or "LastIndexOf" or "IndexOfAny" or "BinarySearch" or "Contains" or "SequenceEqual"
        && call.Arguments.All(argument => Unwrap(argument.Value).Type is var type && (IsSortable(type) || IsSortable(ElementOf(Closed(type)))));

    /// <summary>Is this a method of <c>Array</c> or of the extensions of spans?</summary>
    private static bool IsOfArrays(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { Name: "Array" or "MemoryExtensions", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool IsListSearch(IMethodSymbol method) => method is { IsStatic: false, Name: "IndexOf" or "LastIndexOf" or "BinarySearch" or "Contains", Parameters.Length: 1 };

    private static bool IsSearchByDelegate(IMethodSymbol method) => method.Name is "Find" or "FindLast" or "FindIndex" or "FindLastIndex" or "Exists" or "TrueForAll";

    /// <summary>A search in a list, of which only the part counts that has been filled; null for any other call.</summary>
    private Expr? ListSearch(IInvocationOperation call)
    {
        if (ListOf(call.Instance) is not { } list || !IsListSearch(call.TargetMethod) || !IsReal(list.Element)) return null;
        var items = new Read(list.Items);
        Expr sought = Value(call.Arguments[0].Value);
        return Spill((call.TargetMethod.Name, list.Counter) switch
        {
            (var name, null) => Control(TypeOf(call.Type), ["", "." + name + "(", ")"], items, sought),
            ("BinarySearch", _) => Control(IrType.Int32, ["\u0001Array\u0001.BinarySearch(", ", 0, ", ", ", ")"], items, list.Count, sought),
            ("LastIndexOf", _) => Control(IrType.Int32, ["\u0001MemoryExtensions\u0001.LastIndexOf(", ", ", ")"], new View(items, new Literal("0", IrType.Int32), list.Count, items.Type.As(TypeShape.Span)), sought),
            ("IndexOf", _) => Control(IrType.Int32, ["\u0001Array\u0001.IndexOf(", ", ", ", 0, ", ")"], items, sought, list.Count),
            _ => Control(IrType.Boolean, ["\u0001Array\u0001.IndexOf(", ", ", ", 0, ", ") >= 0"], items, sought, list.Count),
        }, "found");
    }

    /// <summary><c>Array.Find</c> and its like, in which the code of the delegate is read; null for any other call.</summary>
    private Meaning? FoundByDelegate(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        // Where no object is found, there is none.
        if (!IsSearchByDelegate(method) || method.Name is "Find" or "FindLast" && Closed(call.Type) is { IsReferenceType: true } || ClosureOf(call.Arguments.LastOrDefault()?.Value) is not { } predicate) return null;
        Query all;
        if (ListOf(call.Instance) is { } list && call.Arguments.Length == 1) all = ListQuery(list);
        else if (IsOfArrays(method) && call.Arguments.Length == 2 && QuerySource(call.Arguments[0].Value) is var array && TypeOf(array.Type) is { Shape: TypeShape.Array, Rank: 1 } && CanBeOrdered(ElementOf(array.Type))) all = ArrayQuery(array);
        else return null;
        if (method.Name == "TrueForAll") return AllOf(all, predicate, call);
        Expr Place(Expr index) => method.Name is "FindLast" or "FindLastIndex" ? FromTheEnd(all.Count, index) : index;
        Query wanted = Where(all with { Each = (index, yield) => all.Each(Place(index), yield) }, predicate, call);
        if (method.Name == "Exists") return new Single(new Read(Search(wanted, call, _ => { })));
        Read place = PlaceOf(wanted, Place, call);
        if (method.Name is "FindIndex" or "FindLastIndex") return new Single(place);
        // As the framework does it: the element is read again when the predicate has seen it, and may have changed it.
        Meaning found = FreshResult("element", all.Element);
        foreach (Expr leaf in found.Leaves) _block.Add(new Assign(((Read)leaf).Variable, Default(leaf.Type)));
        _block.Add(new If(Opaque.Of(IrType.Boolean, ["", " >= 0"], place), Nested(() => all.Each(place, value => StoreMeaning(found, value))), Block.Empty));
        return found;
    }

    private Read PlaceOf(Query wanted, Func<Expr, Expr> place, IInvocationOperation call)
    {
        Variable position = Accumulator("position", IrType.Int32, Opaque.Text("-1", IrType.Int32));
        Query noted = wanted with
        {
            Each = (index, yield) => wanted.Each(index, value =>
            {
                _block.Add(new Assign(position, place(index)));
                yield(value);
            }),
        };
        Search(noted, call, _ => { });
        return new Read(position);
    }
}
