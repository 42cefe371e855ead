using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>An expression whose value is an array or a span.</summary>
    private Expr Sequence(IOperation operation)
    {
        IrType type = TypeOf(operation.Type);
        if (IsNewArray(operation) && ElementOf(operation.Type) is { } element && HasFixedMembers(element)) return RefuseFixed(operation, element);
        if (StackAllocation(operation) is { } stack) return FilledArray(operation, type, stack.Length, stack.Items, "stacked");
        switch (operation)
        {
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberNamed(operation) is { Layout: null } && MemberOf(operation) is Single member:
                return member.Value;
            case IPropertyReferenceOperation property when Getter(property) is { } getter && ReadInPlace(getter) is Single got:
                return got.Value;
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                return Seen(bound);
            case IConversionOperation { Operand: { } operand } conversion when TypeOf(operand.Type).IsSequence:
                Expr inner = Sequence(operand);
                return inner.Type == type ? inner : inner is View view ? view with { Type = type } : inner is NewArray or CopyOf or Opaque ? Viewed(Spill(inner, "array"), type) : Viewed(inner, type);
            case IConversionOperation { Operand: IInvocationOperation { TargetMethod.Name: "Clone", Instance: { } cloned } } when TypeOf(cloned.Type) == type:
                return CopiedArray(operation, SequenceVariable(cloned), type);
            case IConversionOperation { Operand: ICollectionExpressionOperation } conversion:
                return Sequence(conversion.Operand);
            case IArrayCreationOperation { DimensionSizes.Length: > 1 } when type.IsJagged:
                return Refuse(operation, "DIFF0101", "An array of arrays with several indices", "make it an array of arrays");
            case IArrayCreationOperation { DimensionSizes.Length: > 1, Initializer: null } creation:
                return new NewArray(new Indices(SizesOf(creation.DimensionSizes)), type);
            case IArrayCreationOperation { DimensionSizes.Length: > 1, Initializer: { } initial } creation:
                return Filled(creation, initial, type);
            case IArrayCreationOperation { DimensionSizes: [{ } length] } creation:
                return FilledArray(operation, type, creation.Initializer is null ? SizeOf(length) : null, creation.Initializer?.ElementValues, "array");
            case ICollectionExpressionOperation collection when !collection.Elements.Any(element => element is ISpreadOperation):
                return FilledArray(operation, type, null, collection.Elements, "array");
            case ICollectionExpressionOperation collection when ElementOf(collection.Type) is { } stored && (CanBeStored(stored) || !HoldsReals(stored) && IsSimple(stored)) && collection.Elements.All(CanBeSpread):
                return SpreadArray(collection, type, stored);
            case IArrayElementReferenceOperation { ArrayReference: { } array, Indices: [{ } range] } when IsRange(range):
                Read whole = SequenceVariable(array);
                return CopiedArray(operation, RangeView(whole, range, whole.Type), type);
            case IArrayElementReferenceOperation when type.IsRealSequence && ElementOf(operation) is Element row:
                return row;
            case IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 1 } when type.IsRealSequence && ListElement(operation) is { } listed:
                return listed;
            case IImplicitIndexerReferenceOperation { Instance: { } instance, Argument: { } range } when IsRange(range):
                Read source = SequenceVariable(instance);
                return RangeView(source, range, type);
            case IObjectCreationOperation { Arguments: { IsEmpty: false } given } when type.IsSpan && Declared(given) is { } all && all[0].Type is IArrayTypeSymbol:
                return ViewOf(all[0], [.. all.Skip(1)], type);
            case IConditionalOperation choice when Decided(choice) is { } only:
                return Sequence(only);
            case IConditionalOperation when type.IsSpan:
                return Refuse(operation, "DIFF0107", Shorten(operation.Syntax));
            case IConditionalOperation choice:
                Expr condition = Condition(choice.Condition);
                Variable chosen = Temporary("chosen", type);
                _block.Declare(chosen);
                Block then = Nested(() => AssignTo(chosen, choice.WhenTrue, null));
                Block otherwise = Nested(() => AssignTo(chosen, choice.WhenFalse!, null));
                _block.Add(new If(condition, then, otherwise));
                return new Read(chosen);
            case ISwitchExpressionOperation choice:
                return SwitchValue(choice, type);
            case ICoalesceOperation coalesce:
                return SequenceOrOther(coalesce, type);
            case IInvocationOperation call:
                return SequenceCall(call, type);
            case IBinaryOperation or IUnaryOperation or IConversionOperation when PlacedCall.OfOperator(operation) is { } called && ReadInPlace(called) is Single computed:
                return computed.Value;
            case ISimpleAssignmentOperation:
                return Assignment(operation, valueUsed: true);
            case IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation:
                return OpaqueOf(operation);
            case IDefaultValueOperation or ILiteralOperation or IConversionOperation { ConstantValue.HasValue: true } when type.Shape == TypeShape.Array:
                return Default(type);
            case IDefaultValueOperation or ILiteralOperation or IConversionOperation { ConstantValue.HasValue: true }:
                return Refuse(operation, "DIFF0101", "A null array or an empty span");
            default:
                return Refuse(operation, "DIFF0101", Construct(operation));
        }
    }

    private static bool IsNewArray(IOperation operation) => operation is IArrayCreationOperation or ICollectionExpressionOperation
        || operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;

    /// <summary>Structs in an array are stored and read member by member, and so are their adjoints: can these neither be assigned alone nor be made anew with one changed?</summary>
    private bool HasFixedMembers(ITypeSymbol element) => LayoutOf(element) is not null && !CanBeStored(element);

    private Expr RefuseFixed(IOperation operation, ITypeSymbol element) => KeptLayout(element) is not null
        ? Refuse(operation, "DIFF0101", "An array of objects of '" + element.Name + "', of which more is done than can be followed,", Remedies.Elements)
        : Refuse(operation, "DIFF0101", "An array of '" + element.ToDisplayString() + "', whose members cannot be assigned and which has no constructor that stores each of them,", "make each number in it a field or property that can be assigned, and each struct in it a field");

    /// <summary>All of a sequence under another type: a span over it, or the array itself, whose type can differ in no more than the names of tuple elements.</summary>
    private static Expr Viewed(Expr sequence, IrType type) => sequence.Type == type || type.Shape == TypeShape.Array ? sequence : new View(sequence, null, null, type);

    /// <summary>A copy of an array or a part of it. Of structs there is no sum: they are copied one by one, member by member.</summary>
    private Expr CopiedArray(IOperation operation, Expr source, IrType type)
    {
        if (type is { IsJagged: true, IsRealSequence: true }) return Refuse(operation, "DIFF0101", "A copy of an array of arrays, which holds the same rows,", "make an array of copies of the rows, one by one");
        if (!type.IsAggregate || type.IsComplex) return new CopyOf(source, type);
        if (type is not { Rank: 1, IsJagged: false } || operation.Type is not IArrayTypeSymbol { ElementType: { } element } || !CanBeStored(element)) return Refuse(operation, "DIFF0101", Quote(operation.Syntax));
        Read from = source as Read ?? Spill(source, "part");
        Expr length = Opaque.Of(IrType.Int32, ["", ".Length"], from);
        Read copy = Spill(new NewArray(length, type), "copy");
        Variable index = Temporary("index", IrType.Int32);
        Block each = Nested(() => StoreElement(new Element(copy, new Read(index)), element, ElementMeaning(new Element(from, new Read(index)), element)));
        _block.Add(new For(index, new Literal("0", IrType.Int32), length, false, 1, each, SourceText.OneLine(operation.Syntax)));
        return copy;
    }

    private void AssignSequence(Variable target, IOperation value, string? source)
    {
        if (value is IInvocationOperation call && CallInto(target, call, source)) return;
        Expr sequence = Sequence(value);
        if (sequence is Opaque { IsNull: false } || sequence.Reads().Any(read => _foreign.Contains(read.Variable))) _foreign.Add(target);
        AssignSpan(target, sequence, value, source);
    }

    private void AssignSpan(Variable target, Expr sequence, IOperation value, string? source)
    {
        if (target.Type.IsSpan && (!_assignedSpans.Add(target) || target.Role == VariableRole.Parameter)) Refuse(value, "DIFF0107", target.Role == VariableRole.Temporary ? Shorten(value.Syntax) : target.Name);
        if (IsItself(target, sequence)) return;
        if (sequence is Read) sequence = Viewed(sequence, target.Type);
        _block.Add(new Assign(target, sequence, source));
    }

    /// <summary>The idiom <c>n &lt;= 8 ? stackalloc T[8] : new T[n]</c>: one array, of the length that is chosen.</summary>
    private Read? StackOrHeap(Variable target, IConditionalOperation choice)
    {
        if (!target.Type.IsSpan || Length(choice.WhenTrue) is not { } first || Length(choice.WhenFalse!) is not { } second) return null;
        Variable length = Temporary(target.Name + "Length", IrType.Int32);
        _block.Declare(length);
        Expr condition = Condition(choice.Condition);
        Block then = Nested(() => _block.Add(new Assign(length, first())));
        Block otherwise = Nested(() => _block.Add(new Assign(length, second())));
        _block.Add(new If(condition, then, otherwise));
        return Spill(new NewArray(new Read(length), target.Type.As(TypeShape.Array)), target.Name + "Array");
    }

    /// <summary>The length of a fresh zeroed array or stack allocation; null for anything else.</summary>
    private Func<Expr>? Length(IOperation operation)
    {
        IOperation value = operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : operation;
        if (value is IArrayCreationOperation { Initializer: null, DimensionSizes: [{ } size] }) return () => SizeOf(size);
        return value.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: null } ? () => StackAllocation(value)!.Value.Length! : null;
    }

    /// <summary>A sequence as something that can be indexed: a variable, given a name if it has none.</summary>
    private Read SequenceVariable(IOperation operation) => Sequence(operation) switch
    {
        Read read => read,
        { } other => Spill(other, "sequence"),
    };

    /// <summary>One element, where <paramref name="operation"/> is an element of a sequence that is known; null otherwise.</summary>
    private Expr? ElementOf(IOperation operation) => ListElement(operation) ?? operation switch
    {
        IArrayElementReferenceOperation { ArrayReference: { } array, Indices: [{ } index] } when TypeOf(array.Type).IsSequence && IsKnown(array) => At(array, index),
        IArrayElementReferenceOperation { ArrayReference: { } array, Indices: { Length: > 1 } indices } when IsKnown(array) => At(array, indices),
        IPropertyReferenceOperation { Instance: { } span, Arguments: [{ Value: { } index }] } when TypeOf(span.Type).IsSpan => At(span, index),
        IImplicitIndexerReferenceOperation { Instance: { } sequence, Argument: { } index } when TypeOf(sequence.Type).IsSequence && !IsRange(index) => At(sequence, index),
        _ => null,
    };

    private bool IsKnown(IOperation array) => MemberNamed(array) is { Layout: null } || TypeOf(array.Type).IsRealSequence && IsListElement(array) || array is not (IFieldReferenceOperation { Instance: not null } or IPropertyReferenceOperation) && (array is not IArrayElementReferenceOperation || TypeOf(array.Type).IsRealSequence);

    private Expr At(IOperation sequence, IOperation index)
    {
        Expr whole = sequence is IFieldReferenceOperation && MemberNamed(sequence) is null ? OpaqueOf(sequence) : ProtectSequence(SequencePlace(sequence), index);
        return new Element(whole, FromEnd(whole, index) ?? Position(index));
    }

    /// <summary>A length that an array is made of, which may be of another integer type. As in C#, one that is too large is an overflow.</summary>
    private Expr SizeOf(IOperation length) => length.Type?.SpecialType is SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr && !length.ConstantValue.HasValue
        ? Opaque.Of(IrType.Int32, ["checked((int)", ")"], Spill(Inactive(length), "length"))
        : Inactive(length);

    /// <summary>Several lengths, each as it is when its turn comes. Those that are not written have no text of their own, only a value.</summary>
    private EquatableArray<Expr> SizesOf(IReadOnlyList<IOperation> lengths) => lengths.Select((length, i) => length.ConstantValue is { HasValue: true, Value: int known } && length.IsImplicit
        ? Number(known)
        : lengths.Skip(i + 1).Aggregate(SizeOf(length), Protect)).ToEquatable();

    /// <summary>
    /// An index of an array, which may be of another integer type, as an int, which its derivative, a span, takes: one that is out of range stays so.
    /// </summary>
    private Expr Position(IOperation index)
    {
        Expr value = Inactive(index);
        // What an operator of the user's changes, it changes once.
        if (index.DescendantsAndSelf().Any(HiddenCode.Changes)) value = Spill(value, "index");
        string[]? parts = index.Type?.SpecialType switch
        {
            SpecialType.System_UInt32 => ["unchecked((int)", ")"],
            SpecialType.System_Int64 => ["(int)\u0001Math\u0001.Clamp(", ", -1, int.MaxValue)"],
            SpecialType.System_UInt64 => ["(int)\u0001Math\u0001.Min(", ", int.MaxValue)"],
            _ => null,
        };
        return parts is null ? value : Opaque.Of(IrType.Int32, parts, value);
    }

    private Element At(IOperation sequence, IReadOnlyList<IOperation> indices)
    {
        Expr whole = SequencePlace(sequence);
        foreach (IOperation index in indices) whole = ProtectSequence(whole, index);
        var values = new List<Expr>();
        for (int i = 0; i < indices.Count; i++)
        {
            Expr value = Position(indices[i]);
            foreach (IOperation later in indices.Skip(i + 1)) value = Protect(value, later);
            values.Add(value);
        }
        return new Element(whole, new Indices(values.ToEquatable()));
    }

    /// <summary>A sequence as something that can be indexed: a variable, or an array in an array of arrays.</summary>
    private Expr SequencePlace(IOperation operation) => Sequence(operation) switch
    {
        Read read => read,
        Element element => element,
        { } other => Spill(other, "sequence"),
    };

    /// <summary><c>^k</c> as <c>Length - k</c>, and any other <c>Index</c> as what it is here.</summary>
    private Expr? FromEnd(Expr sequence, IOperation index) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: { } k } => new Opaque(EquatableArray.Of("", ".Length - ", ""), EquatableArray.Of(sequence, Inactive(k)), IrType.Int32),
        { Type: { } type } when IsOfSystem(type, "Index") => Opaque.Of(IrType.Int32, ["", ".GetOffset(", ".Length)"], Inactive(index), sequence),
        _ => null,
    };

    private static bool IsRange(IOperation index) => index.Type is { } type && IsOfSystem(type, "Range");

    private static bool IsOfSystem(ITypeSymbol type, string name) => type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private View RangeView(Read sequence, IOperation index, IrType type)
    {
        if (index is not IRangeOperation range)
        {
            Expr whole = Inactive(index), given = whole is Read ? whole : Spill(whole, "range");
            Read from = Spill(Opaque.Of(IrType.Int32, ["", ".Start.GetOffset(", ".Length)"], given, sequence), "start"), to = Spill(Opaque.Of(IrType.Int32, ["", ".End.GetOffset(", ".Length)"], given, sequence), "end");
            return new View(sequence, from, new Opaque(EquatableArray.Of("", " - ", ""), EquatableArray.Of<Expr>(to, from), IrType.Int32), type.As(type.IsSpan ? type.Shape : TypeShape.Span));
        }
        Expr? Bound(IOperation? bound) => bound is null ? null : FromEnd(sequence, Unwrap(bound)) ?? Inactive(Unwrap(bound));
        Expr? start = Bound(range.LeftOperand);
        if (start is not null && range.RightOperand is { } right) start = Protect(start, right);
        Expr end = Bound(range.RightOperand) ?? new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of<Expr>(sequence), IrType.Int32);
        if (start is null) return new View(sequence, new Literal("0", IrType.Int32), end, type.As(type.IsSpan ? type.Shape : TypeShape.Span));
        Expr first = start is Literal or Read ? start : Spill(start, "start");
        var length = new Opaque(EquatableArray.Of("", " - ", ""), EquatableArray.Of(end, first), IrType.Int32);
        return new View(sequence, first, length, type.As(type.IsSpan ? type.Shape : TypeShape.Span));
    }

    private static IOperation Unwrap(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : operation;

    /// <summary>A new array: zeroed of a length, or holding the given elements.</summary>
    private Expr FilledArray(IOperation place, IrType type, Expr? length, IReadOnlyList<IOperation>? items, string name)
    {
        // Nothing can be stored through a read-only span: its elements are stored into the array behind it. And a span that is made in
        // an inner block cannot be kept for the reverse sweep: the array behind it can. The variables of a region are declared before
        // it, where nothing of the stack may be put into them.
        IrType made = type.Shape == TypeShape.ReadOnlySpan || type.IsSpan && (_nesting > 0 || _regions > 0) ? type.As(TypeShape.Array) : type;
        if (items is null) return made == type ? new NewArray(length!, type) : new View(Spill(new NewArray(length!, made), name), null, null, type);
        Read array = Spill(new NewArray(new Literal(items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32), made), name);
        Layout? layout = LayoutOf((place.Type as IArrayTypeSymbol)?.ElementType);
        for (int i = 0; i < items.Count; i++)
        {
            if (layout is not null)
            {
                Store(MembersOf(new Element(array, Number(i)), layout, ""), BundleOf(items[i], layout), null);
                continue;
            }
            Expr value = Stored(Value(items[i]));
            if (value.Type != type.Element && type.Element.IsReal) value = new Convert(value, true, type.Element);
            _block.Add(new Store(array, new Literal(i.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32), value, Site: SiteOf(items[i].Syntax)));
        }
        return made == type ? array : new View(array, null, null, type);
    }

    /// <summary><c>{ { a, b }, { c, d } }</c></summary>
    private Read Filled(IArrayCreationOperation creation, IArrayInitializerOperation initial, IrType type)
    {
        Read array = Spill(new NewArray(new Indices(SizesOf(creation.DimensionSizes)), type), "array");
        Layout? layout = LayoutOf(ElementOf(creation.Type));
        void Fill(IArrayInitializerOperation values, Expr[] indices)
        {
            for (int i = 0; i < values.ElementValues.Length; i++)
            {
                Expr[] at = [.. indices, Number(i)];
                if (values.ElementValues[i] is IArrayInitializerOperation inner) Fill(inner, at);
                else if (layout is not null) Store(MembersOf(new Element(array, new Indices(at.ToEquatable())), layout, ""), BundleOf(values.ElementValues[i], layout), null);
                else
                {
                    Expr value = Value(values.ElementValues[i]);
                    if (value.Type != type.Element && type.Element.IsReal) value = new Convert(value, true, type.Element);
                    _block.Add(new Store(array, new Indices(at.ToEquatable()), value, Site: _statement));
                }
            }
        }
        Fill(initial, []);
        return array;
    }

    private static Literal Number(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);

    /// <summary>Roslyn has no operation for <c>stackalloc</c>: it is read from the syntax.</summary>
    private (Expr? Length, IReadOnlyList<IOperation>? Items)? StackAllocation(IOperation operation)
    {
        SyntaxNode syntax = operation.Syntax;
        InitializerExpressionSyntax? initializer;
        ExpressionSyntax? size = null;
        if (syntax is StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax array } explicitly)
        {
            size = array.RankSpecifiers[0].Sizes[0];
            initializer = explicitly.Initializer;
        }
        else if (syntax is ImplicitStackAllocArrayCreationExpressionSyntax implicitly) initializer = implicitly.Initializer;
        else return null;
        if (initializer is not null) return (null, initializer.Expressions.Select(item => _model.GetOperation(WithoutParentheses(item))!).ToList());
        return _model.GetOperation(WithoutParentheses(size!)) is { } length ? (Inactive(length), null) : null;
    }

    /// <summary>Parentheses have no operation of their own.</summary>
    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax syntax) =>
        syntax is ParenthesizedExpressionSyntax { Expression: { } inner } ? WithoutParentheses(inner) : syntax;
}
