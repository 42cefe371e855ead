using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Nullable numbers and structs of numbers (<c>double?</c>) as an aggregate of two members: whether there is a value, and the value, which
/// may carry a derivative. Without a value nothing is said of the second one, so that it is read only behind a test of the first.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The values that the parts of <c>a?.B</c> behind the dot belong to, the innermost on top.</summary>
    private readonly Stack<Meaning> _accessed = new();

    private Layout? NullableOf(ITypeSymbol? type) => LayoutOf(type) is { IsNullable: true } layout ? layout : null;

    private static ITypeSymbol Underlying(Layout layout) => layout.Members[1].Type;

    private static Expr HasValue(Bundle nullable) => ((Single)nullable.Members[0]).Value;

    /// <summary>A nullable value, or another one that becomes such.</summary>
    private Bundle Nullable(IOperation operation, Layout layout)
    {
        if (NullableOf(operation.Type) is { } own) return BundleOf(operation, own) is var value && own == layout ? value : value.With(1, Cast(value.Members[1], Underlying(layout))) with { Layout = layout };
        if (NullTests.IsNull(operation)) return Zero(layout);
        if (Layout.IsNullableType(Closed(operation.Type))) return OfWholeNumber(operation, layout);
        Meaning present = MeaningOf(operation);
        bool isNarrowed = present is Single { Value.Type: { IsReal: true, IsSingle: false } } && TypeOf(Underlying(layout)).IsSingle;
        return new Bundle(layout, [new Single(True), isNarrowed ? Cast(present, Underlying(layout)) : Converted(present, Underlying(layout))]);
    }

    /// <summary>An <c>int?</c> and the like, which carries no derivative, as a nullable number.</summary>
    private Bundle OfWholeNumber(IOperation operation, Layout layout)
    {
        Read whole = Spill(Value(operation), "nullable");
        IrType type = TypeOf(((INamedTypeSymbol)Closed(operation.Type)!).TypeArguments[0]);
        return new Bundle(layout,
        [
            new Single(new Opaque(EquatableArray.Of("", ".HasValue"), EquatableArray.Of<Expr>(whole), IrType.Boolean)),
            new Single(new Convert(new Opaque(EquatableArray.Of("", ".GetValueOrDefault()"), EquatableArray.Of<Expr>(whole), type), false, TypeOf(Underlying(layout)))),
        ]);
    }

    /// <summary>What only a nullable value can be made by: a conversion, <c>new</c>, <c>??</c>, arithmetic; null for anything else.</summary>
    private Bundle? NullableResult(IOperation operation, Layout layout)
    {
        switch (operation)
        {
            case ILiteralOperation when NullTests.IsNull(operation):
            case IObjectCreationOperation { Arguments.Length: 0 }:
                return Zero(layout);
            case IConversionOperation { OperatorMethod: null, Operand: { } operand }:
                return Nullable(operand, layout);
            case IObjectCreationOperation { Arguments: [{ } argument], Initializer: null }:
                return Nullable(argument.Value, layout);
            case ICoalesceOperation coalesce:
                return (Bundle)Coalesced(coalesce);
            case IConditionalAccessOperation access when NullableOf(access.Operation.Type) is { } source:
                Bundle nullable = Named(BundleOf(access.Operation, source), "nullable");
                return Accessed(access, HasValue(nullable), nullable.Members[1], layout);
            case IConditionalAccessOperation access when ModelOf(access.Operation) is { } model:
                return Accessed(access, Present(model), model, layout);
            case IUnaryOperation { IsLifted: true, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus, OperatorMethod: null } unary when IsReal(Underlying(layout)):
                Bundle only = Nullable(unary.Operand, layout);
                return unary.OperatorKind == UnaryOperatorKind.Plus ? only : new Bundle(layout, [only.Members[0], only.Members[1].Map(value => new Negate(value))]);
            case IBinaryOperation { IsLifted: true, OperatorMethod: null } binary when RealOperator(binary.OperatorKind) is { } kind && IsReal(Underlying(layout)):
                RequireRemainder(kind, binary);
                var left = (Bundle)Protect(Nullable(binary.LeftOperand, layout), binary.RightOperand);
                return Lifted(kind, left, Nullable(binary.RightOperand, layout));
            default:
                return null;
        }
    }

    /// <summary>Arithmetic that has a value where both operands have one.</summary>
    private Bundle Lifted(Operator kind, Bundle left, Bundle right)
    {
        Expr Value(Bundle operand) => ((Single)operand.Members[1]).Value;
        Expr both = And([HasValue(left), HasValue(right)]);
        if (IsTrue(both)) return left.With(1, new Single(new Binary(kind, Value(left), Value(right))));
        (left, right) = (left.With(1, Evaluated(left.Members[1])), right.With(1, Evaluated(right.Members[1])));
        Bundle result = Fresh(left.Layout, "lifted");
        Variable value = ((Read)Value(result)).Variable;
        _block.Add(new Assign(((Read)HasValue(result)).Variable, both));
        _block.Add(new If(HasValue(result), Nested(() => _block.Add(new Assign(value, new Binary(kind, Value(left), Value(right))))), Block.Empty));
        return result;
    }

    /// <summary>The same value, evaluated here if that may throw, whether it is used or not.</summary>
    private Meaning Evaluated(Meaning meaning) => meaning.Map(value => value.DescendantsAndSelf().Any(part => part is Element or Opaque { Operands.Count: > 0 }) ? Spill(value, "operand") : value);

    /// <summary><c>a + b</c> of nullable numbers, stored in <paramref name="target"/>.</summary>
    private Bundle? LiftedCompound(ICompoundAssignmentOperation compound, Bundle target, Layout layout)
    {
        if (compound.OperatorMethod is not null || RealOperator(compound.OperatorKind) is not { } kind || !IsReal(Underlying(layout))) return null;
        RequireRemainder(kind, compound);
        return Lifted(kind, (Bundle)Protect(target, compound.Value), Nullable(compound.Value, layout));
    }

    /// <summary>What a nullable value is without the question mark; null where the operation is no such question.</summary>
    private Meaning? OutOfNullable(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, Operand: { } operand, Type: { IsReferenceType: false } type } when NullableOf(operand.Type) is { } layout && NullableOf(type) is null && (IsReal(type) && IsReal(Underlying(layout)) || LayoutOf(type) is not null):
                return Cast(Required(operand, layout), type);
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when NullableOf(instance.Type) is { } layout:
                return Required(instance, layout);
            case IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } instance } call when NullableOf(instance.Type) is { } layout:
                Bundle value = BundleOf(instance, layout);
                IOperation? other = call.Arguments.FirstOrDefault()?.Value;
                if (other is not null) value = (Bundle)Protect(value, other);
                Meaning? given = other is null ? null : Evaluated(Converted(MeaningOf(other), Underlying(layout)));
                return Either(value, Underlying(layout), target => Put(target, given ?? ZeroOf(Underlying(layout))));
            case ICoalesceOperation coalesce when NullableOf(coalesce.Value.Type) is not null && NullableOf(coalesce.Type) is null:
                return Coalesced(coalesce);
            default:
                return null;
        }
    }

    private Meaning Cast(Meaning value, ITypeSymbol type) => value is Single single && single.Value.Type != TypeOf(type) ? new Single(new Convert(single.Value, false, TypeOf(type))) : value;

    private Meaning ZeroOf(ITypeSymbol type) => LayoutOf(type) is { } layout ? Zero(layout) : new Single(Default(TypeOf(type)));

    /// <summary>The value, which must be there: the same exception as that of <see cref="Nullable{T}.Value"/> otherwise.</summary>
    private Meaning Required(IOperation operation, Layout layout)
    {
        Bundle value = BundleOf(operation, layout);
        if (IsTrue(HasValue(value)) || NullTests.Holds(operation)) return value.Members[1];
        value = Named(value, "nullable");
        Opaque thrown = Opaque.Text("throw new global::System.InvalidOperationException(\"Nullable object must have a value.\")", IrType.Void) with { Repeatable = false };
        _block.Add(new If(Not(HasValue(value)), Nested(() => _block.Add(new Effect(thrown))), Block.Empty));
        return value.Members[1];
    }

    /// <summary><c>a ?? b</c>; the second one is evaluated only where the first has no value.</summary>
    private Meaning Coalesced(ICoalesceOperation coalesce)
    {
        Layout layout = NullableOf(coalesce.Value.Type)!;
        ITypeSymbol type = Closed(coalesce.Type)!;
        Bundle value = BundleOf(coalesce.Value, layout);
        if (Thrown(coalesce.WhenNull) is { } thrown)
        {
            value = Named(value, "nullable");
            _block.Add(new If(Not(HasValue(value)), Nested(() => ThrowStatement(thrown)), Block.Empty));
            return Converted(value.Members[1], type);
        }
        return Either(value, type, target => Put(target, NullableOf(type) is { } optional ? Nullable(coalesce.WhenNull, optional) : Converted(MeaningOf(coalesce.WhenNull), type)));
    }

    /// <summary><c>a?.B</c>: what stands behind the dot is evaluated only where there is a value.</summary>
    private Bundle Accessed(IConditionalAccessOperation access, Expr isThere, Meaning value, Layout layout)
    {
        Bundle Behind()
        {
            _accessed.Push(value);
            Bundle result = Nullable(access.WhenNotNull, layout);
            _accessed.Pop();
            return result;
        }
        if (IsTrue(isThere)) return Behind();
        Bundle chosen = Fresh(layout, "chosen");
        Block some = Nested(() => Store(chosen, Behind(), null));
        Block none = Nested(() => Store(chosen, Zero(layout), null));
        _block.Add(new If(isThere, some, none));
        return chosen;
    }

    /// <summary>The value where there is one, as <paramref name="type"/>; otherwise what <paramref name="other"/> puts there.</summary>
    private Meaning Either(Bundle value, ITypeSymbol type, Action<Meaning> other)
    {
        bool stays = NullableOf(type) is not null;
        if (IsTrue(HasValue(value))) return stays ? Converted((Meaning)value, type) : Converted(value.Members[1], type);
        Meaning chosen = FreshResult("chosen", type);
        Block some = Nested(() => Put(chosen, stays ? Converted(new Bundle(value.Layout, [new Single(True), value.Members[1]]), NullableOf(type)!) : Converted(value.Members[1], type)));
        Block none = Nested(() => other(chosen));
        _block.Add(new If(HasValue(value), some, none));
        return chosen;
    }

    /// <summary><c>a ??= b</c>; null where a place for the value is missing.</summary>
    private Bundle? NullableAssigned(ICoalesceAssignmentOperation assignment, Layout layout)
    {
        if (PlaceOf(assignment.Target, layout, null) is not { } places)
        {
            Refuse(assignment, "DIFF0104", Shorten(assignment.Target.Syntax));
            return null;
        }
        string source = SourceText.OneLine(assignment.Syntax);
        _block.Add(new If(Not(HasValue(places)), Nested(() => Store(places, Nullable(assignment.Value, layout), source)), Block.Empty));
        return places;
    }

    /// <summary>A comparison of nullable numbers, or with null; null where the operation is none.</summary>
    private Expr? NullableComparison(IBinaryOperation comparison)
    {
        bool equal = comparison.OperatorKind == BinaryOperatorKind.Equals, unequal = comparison.OperatorKind == BinaryOperatorKind.NotEquals;
        if ((NullableOf(comparison.LeftOperand.Type) ?? NullableOf(comparison.RightOperand.Type)) is not { } layout) return null;
        if (equal || unequal)
        {
            IOperation? tested = NullTests.IsNull(comparison.RightOperand) ? comparison.LeftOperand : NullTests.IsNull(comparison.LeftOperand) ? comparison.RightOperand : null;
            if (tested is not null) return HasValue(Nullable(tested, layout)) is var known && unequal ? known : Not(known);
        }
        if (comparison.OperatorMethod is not null || !IsReal(Underlying(layout)) || !(equal || unequal) && Comparison(comparison.OperatorKind) is null) return null;
        Bundle left = Named((Bundle)Protect(Nullable(comparison.LeftOperand, layout), comparison.RightOperand), "left"), right = Named(Nullable(comparison.RightOperand, layout), "right");
        Expr Compared(string sign) => new Opaque(EquatableArray.Of("", sign, ""), EquatableArray.Of(((Single)left.Members[1]).Value, ((Single)right.Members[1]).Value), IrType.Boolean);
        Expr both = And([HasValue(left), HasValue(right)]);
        if (!equal && !unequal) return And([HasValue(left), HasValue(right), Compared(Comparison(comparison.OperatorKind)!)]);
        if (IsTrue(both)) return Compared(equal ? " == " : " != ");
        Expr same = IsTrue(HasValue(left)) ? And([HasValue(right), Compared(" == ")])
            : IsTrue(HasValue(right)) ? And([HasValue(left), Compared(" == ")])
            : new Opaque(EquatableArray.Of("(", " ? ", " : !", ")"), EquatableArray.Of(HasValue(left), And([HasValue(right), Compared(" == ")]), HasValue(right)), IrType.Boolean);
        return equal ? same : Not(same);
    }

    /// <summary>Does a nullable value match? All patterns but that of null look at the value.</summary>
    private Expr MatchNullable(Bundle nullable, IPatternOperation pattern)
    {
        Expr some = HasValue(nullable);
        return pattern switch
        {
            IConstantPatternOperation constant when NullTests.IsNull(constant.Value) => Not(some),
            _ => Both(some, () => Match(SubjectOf(nullable.Members[1], Underlying(nullable.Layout)), pattern)),
        };
    }
}
