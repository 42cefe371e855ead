using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>LINQ that puts sequences one after the other, or takes the part of one that a condition bounds.</summary>
internal sealed partial class BodyReader
{
    private bool IsJoinOrPart(IInvocationOperation call, string name) => call.Type is INamedTypeSymbol { TypeArguments: [{ } element] } && !TypeOf(element).IsSequence && name switch
    {
        "Concat" => IsQuery(call.Arguments[0].Value) && IsQuery(call.Arguments[1].Value),
        "Append" or "Prepend" => IsQuery(call.Arguments[0].Value),
        "TakeWhile" or "SkipWhile" => ClosureOf(call.Arguments[1].Value) is { Method.Parameters.Length: 1 } && IsQuery(call.Arguments[0].Value),
        _ => false,
    };

    /// <summary>Expects that <see cref="IsJoinOrPart"/> holds; null for a call of another kind.</summary>
    private Query? JoinOrPart(IInvocationOperation call, string name, ITypeSymbol element)
    {
        if (!IsJoinOrPart(call, name)) return null;
        Query source = QueryOf(call.Arguments[0].Value);
        switch (name)
        {
            case "Concat":
                Query second = QueryOf(call.Arguments[1].Value);
                // The framework begins with the second one when the first is at its end.
                if (source.Assigns && second.IsDeferred) Refuse(call, "DIFF0101", "'Concat' of a query whose functions assign or throw", "write a loop");
                return Query.Deferred(element, source.Filtered || second.Filtered, () => Joined(source.Begun(), second.Begun(), element)) with { Assigns = source.Assigns || second.Assigns };
            case "Append" or "Prepend":
                RequireValue(element, call);
                Meaning one = KeptMeaning(Copied(Converted(MeaningOf(call.Arguments[1].Value), element)), "item");
                var only = new Query(element, new Literal("1", IrType.Int32), false, (_, yield) => yield(one));
                return Query.Deferred(element, source.Filtered, () => name == "Append" ? Joined(source.Begun(), only, element) : Joined(only, source.Begun(), element)) with { Assigns = source.Assigns };
            default:
                Closure test = ClosureOf(call.Arguments[1].Value)!;
                return Query.Deferred(element, true, () => name == "TakeWhile" ? TakeWhile(source.Begun(), test, call) : SkipWhile(source.Begun(), test, call)) with { Assigns = source.Assigns || Shows(test) };
        }
    }

    /// <summary>A value that stays what it is now.</summary>
    private Meaning Copied(Meaning value) => value is Bundle { Layout.IsValue: true } bundle ? Copy(bundle, "item") : value is Single { Value: Read read } ? new Single(Spill(read, "item")) : value;

    /// <summary>The elements of one query, then those of the other: one loop over both. How many there are is known when the enumeration begins.</summary>
    private Query Joined(Query first, Query second, ITypeSymbol element)
    {
        Expr border = first.Count is Literal ? first.Count : Spill(first.Count, "border");
        return new Query(element, Opaque.Of(IrType.Int32, ["", " + ", ""], border, second.Count), first.Filtered || second.Filtered, (index, yield) =>
        {
            Meaning chosen = FreshDefault("element", element);
            Variable? found = first.Filtered || second.Filtered ? Accumulator("found", IrType.Boolean, False) : null;
            void Choose(Meaning value)
            {
                StoreMeaning(chosen, value);
                if (found is not null) _block.Add(new Assign(found, True));
            }
            if (index is Literal { Text: { } at } && border is Literal { Text: { } size })
            {
                // Which of the two it is in is known now.
                int place = int.Parse(at, System.Globalization.CultureInfo.InvariantCulture), before = int.Parse(size, System.Globalization.CultureInfo.InvariantCulture);
                if (place < before) first.Each(index, Choose);
                else second.Each(Number(place - before), Choose);
                if (found is null) yield(chosen);
                else _block.Add(new If(new Read(found), Nested(() => yield(chosen)), Block.Empty));
                return;
            }
            Block one = Nested(() => first.Each(index, Choose)), other = Nested(() => second.Each(Opaque.Of(IrType.Int32, ["", " - ", ""], index, border), Choose));
            _block.Add(new If(Opaque.Of(IrType.Boolean, ["", " < ", ""], index, border), one, other));
            if (found is null) yield(chosen);
            else _block.Add(new If(new Read(found), Nested(() => yield(chosen)), Block.Empty));
        });
    }

    /// <summary>What comes after the first element that fails is not looked at.</summary>
    private Query TakeWhile(Query source, Closure test, IInvocationOperation call)
    {
        Variable going = Accumulator("going", IrType.Boolean, True);
        return source with
        {
            Filtered = true,
            Each = (index, yield) => _block.Add(new If(new Read(going), Nested(() => source.Each(index, value =>
            {
                value = KeptMeaning(value, "element");
                _block.Add(new Assign(going, ((Single)Run(test, [value], call)).Value));
                _block.Add(new If(new Read(going), Nested(() => yield(value)), Block.Empty));
            })), Block.Empty)),
        };
    }

    /// <summary>After the first element that fails no other one is tested.</summary>
    private Query SkipWhile(Query source, Closure test, IInvocationOperation call)
    {
        Variable skipping = Accumulator("skipping", IrType.Boolean, True);
        return source with
        {
            Filtered = true,
            Each = (index, yield) => source.Each(index, value =>
            {
                value = KeptMeaning(value, "element");
                _block.Add(new If(new Read(skipping), Nested(() => _block.Add(new Assign(skipping, ((Single)Run(test, [value], call)).Value))), Block.Empty));
                _block.Add(new If(Not(new Read(skipping)), Nested(() => yield(value)), Block.Empty));
            }),
        };
    }

    /// <summary>The element at a place: of a query that leaves some out it is looked for, of any other one it is read alone.</summary>
    private Meaning ElementAt(Query query, Expr place, IInvocationOperation call)
    {
        place = Kept(place, "place");
        ThrowIf(query.Filtered ? Opaque.Of(IrType.Boolean, ["", " < 0"], place) : Opaque.Of(IrType.Boolean, ["(uint)(", ") >= (uint)(", ")"], place, query.Count), "ArgumentOutOfRangeException", "index");
        Meaning element = FreshDefault("element", query.Element);
        if (!query.Filtered)
        {
            query.Each(place, value => StoreMeaning(element, value));
            return element;
        }
        Variable met = Counter("met").Variable;
        Query counted = query with
        {
            Each = (index, yield) => query.Each(index, value =>
            {
                value = KeptMeaning(value, "element");
                _block.Add(new If(Opaque.Of(IrType.Boolean, ["", " == ", ""], new Read(met), place), Nested(() => yield(value)), Block.Empty));
                _block.Add(Step(met));
            }),
        };
        Variable found = Search(counted, call, value => StoreMeaning(element, value));
        ThrowIf(Opaque.Of(IrType.Boolean, ["!", ""], new Read(found)), "ArgumentOutOfRangeException", "index");
        return element;
    }

    /// <summary>The first element, or the default value where there is none.</summary>
    private Meaning FirstOrDefault(Query query, IInvocationOperation call)
    {
        Meaning first = FreshDefault("first", query.Element);
        Search(query, call, value => StoreMeaning(first, value));
        return first;
    }
}
