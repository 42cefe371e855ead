using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>SIMD vectors: their arithmetic is read as that of numbers, which it is lane by lane.</summary>
internal sealed partial class BodyReader
{
    private bool IsVector(ITypeSymbol? type) => SimdTypes.Read(Closed(type)) is not null;

    /// <summary>An expression of a type like <c>Vector&lt;double&gt;</c>.</summary>
    private Expr Vector(IOperation operation, IrType type)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                return bound;
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Zero" } }:
            case IDefaultValueOperation:
                return Literal.Zero(type);
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "One" } }:
                return Literal.One(type);
            case IConversionOperation { OperatorMethod: null, Operand: { } operand } when TypeOf(operand.Type) == type:
                return Vector(operand, type);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary:
                return new Negate(Vector(unary.Operand, type));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } unary:
                return Vector(unary.Operand, type);
            case IBinaryOperation { OperatorMethod.ContainingType: var owner } binary when SimdTypes.IsVector(owner) && RealOperator(binary.OperatorKind) is { } kind and not Operator.Remainder:
                Expr left = Protect(VectorOperand(binary.LeftOperand, type), binary.RightOperand);
                return new Binary(kind, left, VectorOperand(binary.RightOperand, type));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr } bits:
                return BitsOf(bits, type, bits.LeftOperand, bits.RightOperand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.BitwiseNegation } bits:
                return BitsOf(bits, type, bits.Operand);
            case IConditionalOperation choice:
                return Choice(choice, type);
            case ISwitchExpressionOperation choice:
                return SwitchValue(choice, type);
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return Assignment(operation, valueUsed: true);
            case IObjectCreationOperation creation when Created(creation, type) is { } created:
                return created;
            case IInvocationOperation call:
                return VectorCall(call, type) ?? Inlined(call) ?? GuardedCall(call, type, call.TargetMethod.Name);
            default:
                return Refuse(operation, "DIFF0101", Construct(operation));
        }
    }

    /// <summary>One side of an operator: a vector, or a number for every lane.</summary>
    private Expr VectorOperand(IOperation operand, IrType type)
    {
        if (IsVector(operand.Type)) return Vector(operand, type);
        if (IsReal(operand.Type)) return Lanes.Broadcast(Real(operand), type);
        return Refuse(operand.Syntax, type, "DIFF0101", Construct(operand));
    }

    /// <summary>Operations on bits are for masks: right as long as nothing that carries a derivative goes in.</summary>
    private Expr BitsOf(IOperation operation, IrType type, params IOperation[] operands)
    {
        var text = new OpaqueText(operation.Syntax, operands.Any(Effects.In), []);
        foreach (IOperation operand in operands)
        {
            Expr value = Value(operand);
            if (value.Type.CanBeActive) text.Guarded.Add(value);
            text.Replace(operand.Syntax, text.Careful && value is not Literal ? Spill(value, "mask") : value);
        }
        return text.Build("", type, SiteOf(operation.Syntax), _model);
    }

    /// <summary><c>new Vector&lt;double&gt;(x)</c>, <c>(array, i)</c>, <c>(span)</c></summary>
    private Expr? Created(IObjectCreationOperation creation, IrType type) => creation.Arguments.Length == 0
        ? Literal.Zero(type)
        : InPlaces(creation.Arguments) is { } arguments ? Loaded(arguments, type) : null;

    /// <summary>The arguments of a call, where they stand in the order of the parameters; null where names put them in another.</summary>
    private static IOperation[]? InPlaces(IReadOnlyList<IArgumentOperation> arguments) =>
        arguments.Where((argument, i) => argument.Parameter?.Ordinal != i).Any() ? null : [.. arguments.Select(argument => argument.Value)];

    /// <summary>A vector of one number, or of the elements of a sequence from an index on; null for anything else.</summary>
    private Expr? Loaded(IOperation[] arguments, IrType type)
    {
        IOperation first = Unwrap(arguments[0]);
        if (arguments.Length == 1 && IsReal(arguments[0].Type)) return Lanes.Broadcast(Real(arguments[0]), type);
        return IsMemory(first, type) && arguments.Length <= 2 ? new Element(Memory(first, arguments.Skip(1)), new Window(arguments.Length == 2 ? Inactive(arguments[1]) : Number(0), type)) : null;
    }

    private bool IsMemory(IOperation operation, IrType vector) => TypeOf(operation.Type) is { IsFlat: true } sequence && sequence.Element == vector.LaneType && (IsKnown(operation) || IsViewOperation(operation));

    /// <summary>The sequence that a vector is loaded from or stored into: a variable, or a part of one.</summary>
    private Expr Memory(IOperation operation, IEnumerable<IOperation> later)
    {
        Expr sequence = Sequence(operation);
        sequence = sequence switch
        {
            Read or Element => sequence,
            View { Sequence: Read } view => view with { Start = Fixed(view.Start), Length = Fixed(view.Length) },
            _ => Spill(sequence, "sequence"),
        };
        foreach (IOperation each in later) sequence = ProtectSequence(sequence, each);
        return sequence;
    }

    /// <summary><c>v.CopyTo(array, i)</c>, <c>v.CopyTo(span)</c>, <c>v.StoreUnsafe(ref a[i])</c>. False for any other call.</summary>
    private bool VectorStore(IInvocationOperation call)
    {
        if (InPlaces(call.Arguments) is not { } arguments) return false;
        IOperation[] operands = call.Instance is { } instance ? [instance, .. arguments] : arguments;
        if (operands.Length is < 2 or > 3 || SimdTypes.Read(Closed(operands[0].Type)) is not { } type) return false;
        if (!SimdTypes.IsVector(call.TargetMethod.ContainingType) && !SimdTypes.IsFunctions(call.TargetMethod.ContainingType)) return false;
        bool byReference = call.TargetMethod.Name == "StoreUnsafe";
        if (!byReference && call.TargetMethod.Name != "CopyTo") return false;
        IOperation target = Unwrap(operands[1]);
        if (byReference ? operands.Length == 3 || ElementOf(target) is not Element { Index: not Indices } : !IsMemory(target, type) || TypeOf(target.Type).Shape == TypeShape.ReadOnlySpan) return false;
        Expr value = Vector(operands[0], type);
        foreach (IOperation later in operands.Skip(1)) value = Protect(value, later);
        if (byReference)
        {
            var first = (Element)ElementOf(target)!;
            Put(first.Sequence, new Window(first.Index, type, ByReference: true));
        }
        else
        {
            Expr sequence = Memory(target, operands.Skip(2));
            Put(sequence, new Window(operands.Length == 3 ? Inactive(operands[2]) : Number(0), type));
        }
        return true;

        void Put(Expr sequence, Window window)
        {
            if (sequence.Base() is { } stored && _foreign.Contains(stored)) Refuse(call, "DIFF0104", Shorten(call.Syntax));
            _block.Add(new Store(sequence, window, value, SourceText.OneLine(call.Syntax), SiteOf(call.Syntax)));
        }
    }
}
