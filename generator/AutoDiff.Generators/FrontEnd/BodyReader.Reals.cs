using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>An expression of any type.</summary>
    private Expr Value(IOperation operation)
    {
        IrType type = TypeOf(operation.Type);
        if (ListOf(operation) is { Counter: null } given) return new Read(given.Items);
        return type.IsVector ? Vector(operation, type) : type.IsReal ? Real(operation) : type.IsSequence ? Sequence(operation) : Inactive(operation);
    }

    /// <summary>An expression of type <c>double</c> or <c>float</c>.</summary>
    private Expr Real(IOperation operation)
    {
        IrType type = TypeOf(operation.Type);
        if (NumberOfVector(operation) is { } lane) return lane;
        switch (operation)
        {
            case ILiteralOperation literal:
                return Number(literal, type);
            case IConversionOperation or ICoalesceOperation or IPropertyReferenceOperation or IInvocationOperation when OutOfNullable(operation) is Single present:
                return present.Value;
            case IConversionOperation { Operand.Type: { SpecialType: SpecialType.System_Decimal } }:
            case IConversionOperation { OperatorMethod: not null, Operand.Type: { } from } when !HoldsReals(from):
                return OpaqueOf(operation);
            case IConversionOperation conversion when conversion.OperatorMethod is null:
                return Conversion(conversion, type);
            case ILocalReferenceOperation { Local: { HasConstantValue: true } constant } reference when !_bindings.ContainsKey(constant):
                return Number(reference, type);
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberNamed(operation) is { Layout: null } && MemberOf(operation) is Single member:
                return member.Value;
            case IPropertyReferenceOperation property when Getter(property) is { } getter && ReadInPlace(getter) is Single got:
                return got.Value;
            case IPropertyReferenceOperation constant when OwnerOf(constant) is { } owner:
                return NumberConstant(constant, owner);
            case IBinaryOperation or IUnaryOperation or IConversionOperation when PlacedCall.OfOperator(operation) is { } called && ReadInPlace(called) is Single computed:
                return computed.Value;
            case ILocalReferenceOperation or IParameterReferenceOperation when _bindings.TryGetValue(Effects.Symbol(operation)!, out Expr? bound):
                return Seen(bound);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, IsLifted: false } unary when IsArithmetic(unary.OperatorMethod):
                return new Negate(Real(unary.Operand));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus, IsLifted: false } unary when IsArithmetic(unary.OperatorMethod):
                return Real(unary.Operand);
            case IBinaryOperation { IsLifted: false } binary when IsArithmetic(binary.OperatorMethod) && RealOperator(binary.OperatorKind) is { } kind:
                RequireRemainder(kind, binary);
                Expr left = Protect(Real(binary.LeftOperand), binary.RightOperand);
                return new Binary(kind, left, Real(binary.RightOperand));
            case IConditionalOperation choice:
                return Choice(choice, type);
            case ISwitchExpressionOperation choice:
                return SwitchValue(choice, type);
            case IDefaultValueOperation:
                return Literal.Zero(type);
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return Assignment(operation, valueUsed: true);
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 1 }:
                return ElementOf(operation) ?? OpaqueOf(operation);
            case IInvocationOperation call:
                return RealCall(call, type);
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                return OpaqueOf(operation);
            default:
                return Refuse(operation, "DIFF0101", Construct(operation));
        }
    }

    /// <summary>The branch that a constant condition selects; C# warns of the other one only in statements.</summary>
    private static IOperation? Decided(IConditionalOperation choice) =>
        choice.Condition.ConstantValue is { HasValue: true, Value: bool condition } ? condition ? choice.WhenTrue : choice.WhenFalse : null;

    private Expr Choice(IConditionalOperation choice, IrType type)
    {
        if (Decided(choice) is { } only) return Value(only);
        Expr condition = Condition(choice.Condition);
        if (IsKnown(condition)) return Value(IsTrue(condition) ? choice.WhenTrue : choice.WhenFalse!);
        Variable chosen = Temporary("chosen", type);
        _block.Declare(chosen);
        Block then = Nested(() => AssignTo(chosen, choice.WhenTrue, null));
        Block otherwise = Nested(() => AssignTo(chosen, choice.WhenFalse!, null));
        _block.Add(new If(condition, then, otherwise));
        return new Read(chosen);
    }

    private Expr Conversion(IConversionOperation conversion, IrType type)
    {
        ITypeSymbol? from = conversion.Operand.Type;
        bool isImplicit = conversion.IsImplicit;
        if (conversion.Operand is ILiteralOperation or IUnaryOperation { Operand: ILiteralOperation } && isImplicit && conversion.ConstantValue.HasValue && !IsReal(from))
            return Number(conversion, type);
        if (IsReal(from))
        {
            Expr operand = Real(conversion.Operand);
            // Of what the user's own operator gave, C# makes a smaller number without a word.
            return operand.Type == type ? operand : new Convert(operand, isImplicit && !type.IsSingle, type);
        }
        if (IsInteger(from) || from is { SpecialType: SpecialType.System_Char } or { TypeKind: TypeKind.Enum }) return new Convert(Inactive(conversion.Operand), isImplicit, type);
        return Refuse(conversion, "DIFF0101", "A conversion from '" + from?.ToDisplayString() + "'");
    }

    /// <summary>A constant: the user's digits where he wrote some, otherwise the shortest that read back to the same bits.</summary>
    private static Expr Number(IOperation operation, IrType type)
    {
        if (operation.Syntax is LiteralExpressionSyntax literal && operation is ILiteralOperation)
        {
            string digits = literal.Token.Text.Replace("_", "").TrimEnd('d', 'D', 'f', 'F', 'm', 'M');
            bool plain = digits.All(c => char.IsDigit(c) || c is '.' or 'e' or 'E' or '+' or '-');
            if (plain) return new Literal(digits[0] == '.' ? "0" + digits : digits, type);
        }
        double value = System.Convert.ToDouble(operation.ConstantValue.Value, CultureInfo.InvariantCulture);
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            string name = double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity";
            return Opaque.Text(type + "." + name, type);
        }
        bool negative = value < 0 || value == 0 && 1 / value < 0;
        string text = operation.ConstantValue.Value is float single
            ? Math.Abs(single).ToString("R", CultureInfo.InvariantCulture)
            : Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        if (operation.ConstantValue.Value is not float && double.Parse(text, CultureInfo.InvariantCulture) != Math.Abs(value))
            text = Math.Abs(value).ToString("G17", CultureInfo.InvariantCulture);
        if (operation.ConstantValue.Value is float exact && float.Parse(text, CultureInfo.InvariantCulture) != Math.Abs(exact))
            text = Math.Abs(exact).ToString("G9", CultureInfo.InvariantCulture);
        Expr positive = new Literal(text, type);
        return negative ? new Negate(positive) : positive;
    }

    /// <summary>Makes sure that evaluating <paramref name="later"/> does not change what <paramref name="value"/> gave before it.</summary>
    private Expr Protect(Expr value, IOperation later)
    {
        if (value is Literal || !Effects.In(later)) return value;
        if (IsFixed(value) && !value.Reads().Any(read => IsAssignedIn(later, read.Variable))) return value;
        return Spill(value, "before");
    }

    /// <summary>The same for a sequence: what it names and where it begins, not what it holds.</summary>
    private Expr ProtectSequence(Expr sequence, IOperation later)
    {
        if (!Effects.In(later)) return sequence;
        return sequence switch
        {
            Read read => IsAssignedIn(later, read.Variable) ? Spill(read, read.Variable.Name + "Before") : read,
            View view => view with
            {
                Sequence = ProtectSequence(view.Sequence, later),
                Start = view.Start is { } start ? Protect(start, later) : null,
                Length = view.Length is { } length ? Protect(length, later) : null,
            },
            // The array that stands there now.
            Element row => Effects.MayMoveArrays(later) ? Spill(row, (row.Base()?.Name ?? "array") + "Row") : new Element(ProtectSequence(row.Sequence, later), ProtectedIndex(row.Index, later)),
            _ => sequence,
        };
    }

    /// <summary>Does an expression keep its value as long as the variables in it keep theirs?</summary>
    private static bool IsFixed(Expr value) => value.DescendantsAndSelf().All(part => part is Literal or Read or Lanes or Opaque { Repeatable: true });

    /// <summary>May <paramref name="operation"/>, which has effects, assign this variable? A member of an aggregate is assigned in many ways.</summary>
    private bool IsAssignedIn(IOperation operation, Variable variable) =>
        ChangedBy(operation).Contains(variable)
        || Effects.AssignedIn(operation).Any(symbol => _bindings.TryGetValue(symbol, out Expr? bound) && bound is Read read && read.Variable == variable)
        || IsMember(variable);

    private static Operator? RealOperator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => Operator.Add,
        BinaryOperatorKind.Subtract => Operator.Subtract,
        BinaryOperatorKind.Multiply => Operator.Multiply,
        BinaryOperatorKind.Divide => Operator.Divide,
        BinaryOperatorKind.Remainder => Operator.Remainder,
        _ => null,
    };

    /// <summary>What to call an operation that is not covered: in the words of C# where it has one, otherwise as it is written.</summary>
    private static string Construct(IOperation operation) => operation switch
    {
        IDelegateCreationOperation or IAnonymousFunctionOperation => "A lambda or delegate",
        ISwitchExpressionOperation => "A 'switch' expression",
        ICoalesceOperation or ICoalesceAssignmentOperation => "'??'",
        IConditionalAccessOperation => "'?.'",
        IIsPatternOperation or IIsTypeOperation => "This 'is' pattern",
        ITupleOperation => "A tuple outside a deconstruction",
        IArrayCreationOperation => "An array of more than one dimension",
        IWithOperation => "'with'",
        IAnonymousObjectCreationOperation => "An anonymous object",
        _ => Quote(operation.Syntax),
    };
}
