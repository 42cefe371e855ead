using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// <c>Array.Sort</c>, <c>Reverse</c> and what spans and lists have of them. The order is found from the keys and is a constant, as what a
/// comparison gives; the elements are moved by an ordinary loop.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The part of a sequence whose elements change places, also as a sequence of its own.</summary>
    private sealed record Stretch(Expr Whole, Expr Part, Expr? Start, Expr Length, ITypeSymbol Element, bool IsConstant)
    {
        public Element At(Expr index) => new(Whole, Start is null ? index : Opaque.Of(IrType.Int32, ["", " + ", ""], Start, index));
    }

    /// <summary>A statement that sorts or reverses in place; false where it is none that is known.</summary>
    private bool SortStatement(IInvocationOperation call)
    {
        if (!IsInPlace(call)) return false;
        if (Declared(call.Arguments) is not { } given) return false;
        IOperation[] operands = [.. call.Instance is { } instance ? [instance] : Array.Empty<IOperation>(), .. given.Select(Unwrap)];
        if (!CanBeMoved(operands[0])) return false;
        bool sortable = IsComparable(ElementType(operands[0])), compares = operands.Length == 2 && operands[1].Type?.TypeKind == TypeKind.Delegate;
        // Sequences that carry no derivative are sorted by the call itself; only a comparison has to be looked at.
        if (!compares && operands.All(operand => IsInteger(operand.Type) || IsConstant(operand) && operand is not IInvocationOperation)) return false;
        switch (call.TargetMethod.Name, operands.Length)
        {
            case ("Reverse", 1 or 3):
                Reverse(operands.Length == 1 ? StretchesOf(operands)[0] : PartOf(operands), call);
                return true;
            case ("Sort", 1 or 3) when sortable && operands.Skip(1).All(bound => IsInteger(bound.Type)):
                Stretch all = operands.Length == 1 ? StretchesOf(operands)[0] : PartOf(operands);
                Permute(OrderOf("Sort", all.Length, [all.Part]), call, all);
                return true;
            case ("Sort", 2) when compares:
                if (ComparisonText(operands[1]) is not { } comparison) Refuse(operands[1], "DIFF0101", "A comparison of this form", "make it a static method, or a lambda that is one expression over its parameters, locals and arrays");
                else if (StretchesOf(operands[0]) is [{ } compared]) Permute(OrderOf("Sort", compared.Length, [compared.Part], comparison), call, compared);
                return true;
            case ("Sort", 2) when sortable && CanBeMoved(operands[1]):
                if (SameLocal(operands[0], operands[1])) Refuse(call, "DIFF0101", "An array that is sorted by itself", "sort it without items");
                else if (StretchesOf(operands) is [{ } keys, { } items])
                    Permute(OrderOf("Sort", Spill(Control(IrType.Int32, ["\u0001Permutations\u0001.Pairs(", ", ", ")"], keys.Whole, items.Whole), "count"), [keys.Whole]), call, keys, items);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Does the call sort or reverse a sequence? Of those that take two, only the one for arrays looks whether they are the same.</summary>
    private static bool IsInPlace(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Sort" or "Reverse", IsStatic: false, Parameters: [] } list => IsList(list.ContainingType),
        { Name: "Sort", IsStatic: false, Parameters: [{ Type.TypeKind: TypeKind.Delegate }] } list => IsList(list.ContainingType),
        { Name: "Sort" or "Reverse", ContainingType.Name: "Array" } method => IsOfArrays(method),
        { Name: "Sort", Parameters: [_, { Type.TypeKind: TypeKind.Delegate }] } or { Name: "Sort" or "Reverse", Parameters.Length: 1 } => IsOfArrays(call.TargetMethod),
        _ => false,
    };

    private Stretch PartOf(IOperation[] operands)
    {
        Expr[] values = InOrder(operands);
        Expr whole = values[0] as Read ?? Spill(values[0], "sequence"), start = Kept(values[1], "start");
        Expr length = Spill(Control(IrType.Int32, ["\u0001Permutations\u0001.Part(", ", ", ", ", ")"], whole, start, values[2]), "length");
        return new Stretch(whole, new View(whole, start, length, whole.Type.As(TypeShape.Span)), start, length, ElementType(operands[0])!, false);
    }

    /// <summary>
    /// The order that a method of the runtime finds, in a new array, which it is the last to change: as if the array were made like that.
    /// </summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="count">How many elements are put in order.</param>
    /// <param name="given">What the method is given before the array.</param>
    /// <param name="last">What it is given after the array.</param>
    private Read OrderOf(string method, Expr count, IEnumerable<Expr> given, params Expr[] last)
    {
        Read order = Spill(new NewArray(count, IrType.Int32.As(TypeShape.Array)), "order");
        Expr[] operands = [.. given, order, .. last];
        _block.Add(new Effect(Control(IrType.Void, ["\u0001Permutations\u0001." + method + "(", .. Enumerable.Repeat(", ", operands.Length - 1), ")"], operands)));
        return order;
    }

    /// <summary>A number, or a tuple of numbers, which are compared one after the other.</summary>
    private bool IsComparable(ITypeSymbol? element) => IsSortable(element) || element is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.All(field => IsSortable(field.Type));

    /// <summary>Are its elements whole numbers and the like, or does it come from outside the method, so that it must turn out to be constant?</summary>
    private bool IsConstant(IOperation sequence) => ListOf(sequence) is null && (!TypeOf(sequence.Type).CanBeActive || sequence.DescendantsAndSelf().Any(part =>
        Effects.Symbol(part) is { } symbol && _bindings.TryGetValue(symbol, out Expr? bound) && bound.Reads().Any(read => _foreign.Contains(read.Variable))
        || part is IFieldReferenceOperation or IPropertyReferenceOperation && TypeOf(part.Type).IsSequence && MemberNamed(part) is null));

    private ITypeSymbol? ElementType(IOperation sequence) => ListOf(sequence)?.Element ?? ElementOf(sequence.Type);

    /// <summary>A sequence with one index, of numbers or of what can be moved like one.</summary>
    private bool CanBeMoved(IOperation sequence) =>
        ListOf(sequence) is { } list ? !IsEnumeratedList(list.Items) && CanBeOrdered(list.Element) : TypeOf(sequence.Type) is { Shape: TypeShape.Array or TypeShape.Span, Rank: 1, IsJagged: false } && CanBeOrdered(ElementOf(sequence.Type));

    private Stretch[] StretchesOf(params IOperation[] operands)
    {
        if (ListOf(operands[0]) is { } list)
        {
            NoteReplacing(list);
            var items = new Read(list.Items);
            return [new Stretch(items, list.Counter is null ? items : new View(items, new Literal("0", IrType.Int32), list.Count, items.Type.As(TypeShape.Span)), null, list.Count, list.Element, false)];
        }
        return
        [
            .. InOrder(operands).Select((value, i) =>
            {
                Expr whole = value as Read ?? Spill(value, "sequence");
                return new Stretch(whole, whole, null, LengthOf(whole), ElementType(operands[i])!, IsConstant(operands[i]));
            }),
        ];
    }

    private void Reverse(Stretch stretch, IInvocationOperation call) => Move(stretch, index => Opaque.Of(IrType.Int32, ["", " - 1 - ", ""], stretch.Length, index), "reversed", call);

    private void Permute(Read order, IInvocationOperation call, params Stretch[] stretches)
    {
        foreach (Stretch stretch in stretches)
        {
            if (stretch.IsConstant) MoveConstant(order, stretch, call);
            else Move(stretch with { Length = LengthOf(order) }, index => new Element(order, index), "unsorted", call);
        }
    }

    private void MoveConstant(Read order, Stretch stretch, IInvocationOperation call)
    {
        Opaque moved = Control(IrType.Void, ["\u0001Permutations\u0001.Move(", ", ", ")"], order, stretch.Whole) with
        {
            Guarded = EquatableArray.Of(stretch.Whole),
            Site = SiteOf(call.Syntax),
            Subject = Wording(call.Syntax),
            Remedy = Remedies.Unknown(call.Syntax, _model, _cancellation),
        };
        _block.Add(new Effect(moved, SourceText.OneLine(call.Syntax)));
    }

    /// <summary>Puts into each place what stood in another.</summary>
    private void Move(Stretch stretch, Func<Expr, Expr> from, string name, IInvocationOperation call)
    {
        Read before = CopyBefore(stretch, name, call);
        Loop(stretch.Length, call, index => StoreElement(stretch.At(index), stretch.Element, ElementMeaning(new Element(before, from(index)), stretch.Element), SourceText.OneLine(call.Syntax)));
    }

    private Read CopyBefore(Stretch stretch, string name, IInvocationOperation call)
    {
        IrType type = ListType(stretch.Element);
        if (!type.IsAggregate || type.IsComplex) return Spill(new CopyOf(stretch.Part.Type.IsList ? new View(stretch.Part, null, null, type.As(TypeShape.Span)) : stretch.Part, type), name);
        Read before = Spill(new NewArray(stretch.Length, type), name);
        Loop(stretch.Length, call, index => StoreElement(new Element(before, index), stretch.Element, ElementMeaning(stretch.At(index), stretch.Element)));
        return before;
    }

    private void Loop(Expr count, IInvocationOperation call, Action<Read> body)
    {
        Variable index = Temporary("index", IrType.Int32);
        Block each = Nested(() => body(new Read(index)));
        _block.Add(new For(index, new Literal("0", IrType.Int32), count, false, 1, each, SourceText.OneLine(call.Syntax)));
    }

    /// <summary>The comparison as text, if it is a static method or a lambda that only computes; null for any other.</summary>
    private Opaque? ComparisonText(IOperation comparison)
    {
        if (comparison is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { IsStatic: true, MethodKind: MethodKind.Ordinary } method } })
        {
            // It could keep what it is given, where no derivative can follow.
            if (Source(method) is not { } source || BodyOf(ModelOf(source), source) is not { } body || Effects.In(body)) return null;
            if (PrivateMemberOf(method) is not null) return null;
            RequireAccessible(method, comparison);
            return Opaque.Text(StaticName(method), TypeOf(comparison.Type));
        }
        if (comparison is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.IsAsync: false } function } || SingleExpression(function.Body) is not { } value || Effects.In(value)) return null;
        var captured = value.DescendantsAndSelf().Select(Effects.Symbol).Where(symbol => symbol is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function.Symbol)).ToList();
        if (captured.Any(symbol => !_bindings.TryGetValue(symbol!, out Expr? bound) ? symbol is not ILocalSymbol { HasConstantValue: true } : bound is not Read { Type.IsSpan: false } read || IsReferenceParameter(read.Variable))) return null;
        foreach (IParameterSymbol parameter in function.Symbol.Parameters) _verbatim.Add(parameter);
        var text = new OpaqueText(comparison.Syntax, false, []) { Repeatable = false, Harmless = true };
        Collect(value, text);
        QualifyTypes(text);
        return text.Build("", TypeOf(comparison.Type), SiteOf(comparison.Syntax), _model);
    }

    /// <summary>What a lambda cannot capture, though a method that is read in place may have it by another name.</summary>
    private bool IsReferenceParameter(Variable variable) => _method.Parameters.Any(parameter => parameter.RefKind != RefKind.None && _names.Bindings.TryGetValue(parameter, out Expr? bound) && bound is Read read && read.Variable == variable);
}
