using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// LINQ that sorts: the order is found from the keys and is a constant, as what a comparison gives; the elements are read in that order.
/// As in the framework, each enumeration begins by reading all elements, then all keys.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>What a comparison of the framework knows how to put in order.</summary>
    private bool IsSortable(ITypeSymbol? type) => IsReal(type) || IsInteger(type) || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char;

    /// <summary>Numbers and structs of numbers: what can be put into an array one by one.</summary>
    private bool CanBeOrdered(ITypeSymbol? element) => IsSortable(element) || element is { IsValueType: true } && CanBeStored(element) || KeptLayout(element) is { IsValue: true };

    private bool IsOrdering(IInvocationOperation call, string name)
    {
        if (call.Type is not INamedTypeSymbol { TypeArguments: [{ } element] } || !CanBeOrdered(element)) return false;
        bool Key() => call.Arguments.Length == 2 && ClosureOf(call.Arguments[1].Value) is { } key && key.Method.Parameters.Length == 1 && IsSortable(key.Method.ReturnType) && !Assigns(key);
        return name switch
        {
            "Reverse" => IsQuery(call.Arguments[0].Value),
            "Order" or "OrderDescending" => call.Arguments.Length == 1 && IsSortable(element) && IsQuery(call.Arguments[0].Value),
            "OrderBy" or "OrderByDescending" => Key() && IsQuery(call.Arguments[0].Value),
            "ThenBy" or "ThenByDescending" => Key() && QuerySource(call.Arguments[0].Value) is IInvocationOperation first && LinqMethod(first) is { } before && before != "Reverse" && IsOrdering(first, before),
            _ => false,
        };
    }

    /// <summary>
    /// Does the code assign anything? When the framework asks for a key, and of which element first, depends on what becomes of the query:
    /// of a first element there is no sort at all.
    /// </summary>
    private static bool Assigns(Closure function) => function.Body is { } body
        ? body.DescendantsAndSelf().Any(part => part is IAssignmentOperation or IIncrementOrDecrementOperation || HiddenCode.Changes(part) || (HiddenCode.OfCall(part) & ~CodeEffects.Throws) != 0) || Effects.MayRunClosure(body)
        : (HiddenCode.Of(function.Method, function.Model.Compilation) & ~CodeEffects.Throws) != 0;

    /// <summary>Can it be noticed how often the code is run: does it assign, or throw by itself?</summary>
    private static bool Shows(Closure function) => Assigns(function) || (function.Body is { } body
        ? body.DescendantsAndSelf().Any(part => part is IThrowOperation || ((HiddenCode.Of(part) | HiddenCode.OfCall(part)) & CodeEffects.Throws) != 0)
        : (HiddenCode.Of(function.Method, function.Model.Compilation) & CodeEffects.Throws) != 0);

    /// <summary>Does a predicate assign anything that is asked for elements in an order of its own?</summary>
    private bool AssignsInAnOrder(IInvocationOperation call) => call.Arguments.Length > 1 && ClosureOf(call.Arguments[1].Value) is { } predicate && Assigns(predicate)
        && (QuerySource(call.Arguments[0].Value) is not IInvocationOperation source || IsOrdering(source, LinqMethod(source) ?? "")) && TypeOf(QuerySource(call.Arguments[0].Value).Type).Shape != TypeShape.Array && ListOf(QuerySource(call.Arguments[0].Value)) is null;

    /// <summary>A query in another order; null for any other.</summary>
    private Query? Ordering(IInvocationOperation call, ITypeSymbol element)
    {
        string name = LinqMethod(call)!;
        if (!IsOrdering(call, name)) return null;
        if (name == "Reverse") return Reversed(call, element);
        var keys = new List<(Closure? Key, bool Descending)>();
        for (IInvocationOperation each = call; ; each = (IInvocationOperation)QuerySource(each.Arguments[0].Value))
        {
            string method = LinqMethod(each)!;
            keys.Add((each.Arguments.Length == 2 ? ClosureOf(each.Arguments[1].Value) : null, method.EndsWith("Descending", StringComparison.Ordinal)));
            if (method.StartsWith("Then", StringComparison.Ordinal)) continue;
            IOperation from = each.Arguments[0].Value;
            Query source = QueryOf(from);
            return Query.Deferred(element, false, () => Sorted(Fixed(source.Begun(), from, call), keys, call)) with { Assigns = source.Assigns };
        }
    }

    /// <summary>A query whose elements stay as they are while it is read, and the array that holds them, where there is one.</summary>
    private sealed record FixedQuery(Query All, Expr? Whole);

    /// <param name="elements">What is sorted.</param>
    /// <param name="keys">The last key, which decides where all before it are equal, comes first.</param>
    /// <param name="call">The call that sorts.</param>
    private Query Sorted(FixedQuery elements, List<(Closure? Key, bool Descending)> keys, IInvocationOperation call)
    {
        List<Expr> values = [.. keys.AsEnumerable().Reverse().Select(key => elements.Whole is { } whole && (key.Key is null || IsIdentity(key.Key)) ? whole : KeysOf(elements.All, key.Key, call))];
        Read? order = null;
        for (int i = 0; i < keys.Count; i++)
        {
            Expr key = values[keys.Count - 1 - i];
            order = OrderOf(keys[i].Descending ? "OrderDescending" : "Order", elements.All.Count, order is null ? [key] : [key, order]);
        }
        return elements.All with { Each = (index, yield) => elements.All.Each(new Element(order!, index), yield) };
    }

    /// <summary>Text that looks at values and gives none of them on: only where they stand.</summary>
    private static Opaque Control(IrType type, string[] parts, params Expr[] operands) => Opaque.Of(type, parts, operands) with { Repeatable = false };

    private static Opaque LengthOf(Expr elements) => Opaque.Of(IrType.Int32, ["", ".Length"], elements);

    private static Expr FromTheEnd(Expr count, Expr index) =>
        index is Literal { Text: "0" } ? Opaque.Of(IrType.Int32, ["", " - 1"], count) : Opaque.Of(IrType.Int32, ["", " - 1 - ", ""], count, index);

    private Query Reversed(IInvocationOperation call, ITypeSymbol element)
    {
        Query source = QueryOf(call.Arguments[0].Value);
        return Query.Deferred(element, false, () =>
        {
            Query all = Fixed(source.Begun(), call.Arguments[0].Value, call).All;
            return all with { Each = (index, yield) => all.Each(FromTheEnd(all.Count, index), yield) };
        }) with { Assigns = source.Assigns };
    }

    /// <summary>
    /// The elements as they are when the enumeration begins: copied, unless nothing can change them meanwhile, as those of an array that
    /// is read at once, or of a range.
    /// </summary>
    private FixedQuery Fixed(Query source, IOperation from, IInvocationOperation call)
    {
        IOperation plain = QuerySource(from);
        if (plain is IInvocationOperation range && LinqMethod(range) == "Range") return new FixedQuery(source, null);
        Expr whole = IsArrayReadAtOnce(plain, call) ? Sequence(plain) : Gathered(source, call);
        return new FixedQuery(new Query(source.Element, LengthOf(whole), false, (index, yield) =>
        {
            Meaning value = ElementMeaning(new Element(whole, index), source.Element);
            yield(value is Bundle bundle ? Copy(bundle, "element") : value);
        }), whole);
    }

    private bool IsArrayReadAtOnce(IOperation source, IInvocationOperation call) =>
        source is ILocalReferenceOperation or IParameterReferenceOperation && TypeOf(source.Type).Shape == TypeShape.Array && IsReadAtOnce(call);

    /// <summary>Does the query end where it stands, in a call, and is nothing changed on its way?</summary>
    private static bool IsReadAtOnce(IOperation query)
    {
        for (IOperation? outer = query.Parent; outer is IConversionOperation or IArgumentOperation or ITranslatedQueryOperation || outer is IInvocationOperation call && LinqMethod(call) is not null; outer = outer.Parent)
            if (outer is IInvocationOperation) query = outer;
        return query is IInvocationOperation { Type.TypeKind: not TypeKind.Interface } && query.Descendants().All(part => part switch
        {
            IAssignmentOperation or IIncrementOrDecrementOperation => false,
            IInvocationOperation inner => LinqMethod(inner) is not null || PureCalls.IsPure(inner.TargetMethod),
            IMethodReferenceOperation function => PureCalls.IsPure(function.Method),
            ILocalReferenceOperation or IParameterReferenceOperation => part.Type?.TypeKind != TypeKind.Delegate,
            _ => true,
        });
    }

    private static bool IsIdentity(Closure function) =>
        function.Body is { } body && SingleExpression(body) is IParameterReferenceOperation { Parameter: { } same } && SymbolEqualityComparer.Default.Equals(same.ContainingSymbol, function.Method);

    private Read KeysOf(Query all, Closure? function, IInvocationOperation call)
    {
        Read keys = Spill(new NewArray(all.Count, ListType(function?.Method.ReturnType ?? all.Element)), "keys");
        Enumerate(all, call, (index, value) => _block.Add(new Store(keys, index, ((Single)(function is null ? value : Run(function, [value], call))).Value)));
        return keys;
    }

    /// <summary><c>MinBy</c> and <c>MaxBy</c>: the first of the elements whose key none surpasses; NaN is the least key.</summary>
    private Meaning ExtremeBy(Query query, Closure key, IInvocationOperation call, bool least)
    {
        // Of an array it is enough to know where the element stands.
        IOperation source = QuerySource(call.Arguments[0].Value);
        Expr? whole = IsArrayReadAtOnce(source, call) ? Sequence(source) : null;
        IrType type = TypeOf(key.Method.ReturnType);
        Variable? any = Begun(query);
        Meaning best = whole is null ? FreshResult(least ? "least" : "greatest", query.Element) : new Single(new Read(Temporary("place", IrType.Int32)));
        foreach (Read leaf in best.Leaves.Cast<Read>())
        {
            if (whole is not null) _block.Declare(leaf.Variable);
            _block.Add(new Assign(leaf.Variable, leaf.Type == IrType.Int32 ? new Literal("0", IrType.Int32) : Default(leaf.Type)));
        }
        Variable bestKey = Accumulator(least ? "leastKey" : "greatestKey", type, Default(type));
        Enumerate(query, call, (index, value) =>
        {
            value = KeptMeaning(value, "element");
            Expr next = Spill(((Single)Run(key, [value], call)).Value, "next");
            Expr first = any is null ? Opaque.Of(IrType.Boolean, ["", " == 0"], index) : Opaque.Of(IrType.Boolean, ["!", ""], new Read(any));
            _block.Add(new If(Surpasses(first, next, new Read(bestKey), least), Nested(() =>
            {
                StoreMeaning(best, whole is null ? value : new Single(index));
                _block.Add(new Assign(bestKey, next));
            }), Block.Empty));
            if (any is not null) _block.Add(new Assign(any, True));
        });
        if (any is not null) RequireBegun(any);
        if (whole is null) return best;
        Meaning element = ElementMeaning(new Element(whole, best.Leaves.Single()), query.Element);
        return element is Bundle bundle ? Copy(bundle, least ? "least" : "greatest") : element;
    }

    private static Opaque Surpasses(Expr first, Expr next, Expr best, bool least)
    {
        string sign = least ? ") < 0" : ") > 0";
        return next.Type.IsGeneric
            ? Opaque.Of(IrType.Boolean, ["", " || global::System.Collections.Generic.Comparer<" + next.Type + ">.Default.Compare(", ", ", sign], first, next, best)
            : Opaque.Of(IrType.Boolean, ["", " || ", ".CompareTo(", sign], first, next, best);
    }
}
