using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using AutoDiff.Generators.Rules;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The functions of SIMD vectors.</summary>
internal sealed partial class BodyReader
{
    private static readonly Dictionary<string, Operator> VectorOperators = new()
    {
        ["Add"] = Operator.Add,
        ["Subtract"] = Operator.Subtract,
        ["Multiply"] = Operator.Multiply,
        ["Divide"] = Operator.Divide,
    };

    /// <summary>A function whose result is a vector; null for one that is not known.</summary>
    private Expr? VectorCall(IInvocationOperation call, IrType type)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!SimdTypes.IsFunctions(method.ContainingType)) return null;
        if (SimdTypes.IsQuestion(method)) return Question(call, new IrType(TypeShape.Other, type.Name));
        if (InPlaces(call.Arguments) is not { } arguments) return null;
        switch (method.Name, arguments.Length)
        {
            case ("Create", 1 or 2) when Loaded(arguments, type) is { } loaded:
                return loaded;
            case ("Create", > 1) when arguments.All(argument => IsReal(argument.Type)):
                return new Lanes(LaneOperation.Create, type.Host, Arguments(Ordered(call)).ToEquatable(), type);
            case ("LoadUnsafe", 1) when ElementOf(arguments[0]) is Element { Index: not Indices } first:
                return new Element(first.Sequence, new Window(first.Index, type, ByReference: true));
            case ("Add" or "Subtract" or "Multiply" or "Divide", 2):
                Expr left = Protect(VectorOperand(arguments[0], type), arguments[1]);
                return new Binary(VectorOperators[method.Name], left, VectorOperand(arguments[1], type));
            case ("Negate", 1):
                return new Negate(Vector(arguments[0], type));
            case ("WithElement", 3):
                return new Lanes(LaneOperation.Insert, type.Host, Arguments(Ordered(call)).ToEquatable(), type);
            case ("ConditionalSelect", 3):
                Expr[] operands = Arguments(Ordered(call));
                operands[0] = Mask(operands[0], arguments[0]);
                return new Lanes(LaneOperation.Select, type.Host, operands.ToEquatable(), type);
            default:
                return VectorRules.Find(method.Name, arguments.Length) is not null && arguments.All(argument => IsVector(argument.Type))
                    ? new Apply(type.Host, method.Name, Arguments(Ordered(call)).ToEquatable(), type)
                    : null;
        }
    }

    /// <summary>What selects lanes is a constant; a vector of numbers can be one only if none of them carries a derivative.</summary>
    private Expr Mask(Expr mask, IOperation operation) => !mask.Type.CanBeActive ? mask : new Opaque(
        EquatableArray.Of("", ""), EquatableArray.Of(mask), new IrType(TypeShape.Other, mask.Type.Name), true, EquatableArray.Of(mask), SiteOf(operation.Syntax), Wording(operation.Syntax), Remedies.Expression);

    /// <summary>A number out of vectors: a lane, a sum; null for anything else.</summary>
    private Expr? NumberOfVector(IOperation operation)
    {
        if (operation is IPropertyReferenceOperation { Instance: { } instance, Arguments: [{ Value: { } index }] } && SimdTypes.Read(Closed(instance.Type)) is { } type)
            return Lanes.Extract(Protect(Vector(instance, type), index), Inactive(index));
        if (operation is not IInvocationOperation { TargetMethod: { } method } call || !SimdTypes.IsFunctions(method.ContainingType)) return null;
        if (!call.Arguments.Any(argument => IsVector(argument.Value.Type))) return null;
        Func<Expr[]> operands = () => Arguments(Ordered(call));
        return (method.Name, call.Arguments.Length) switch
        {
            ("Sum", 1) => Lanes.Sum(operands()[0]),
            ("Dot", 2) => operands() is var sides ? new Lanes(LaneOperation.Dot, method.ContainingType.Name, sides.ToEquatable(), sides[0].Type.LaneType) : null,
            ("ToScalar", 1) => Lanes.Extract(operands()[0], Number(0)),
            ("GetElement", 2) => operands() is var place ? Lanes.Extract(place[0], place[1]) : null,
            _ => null,
        };
    }

    /// <summary>A comparison of vectors, whose answer is a constant: a mask, or yes or no.</summary>
    private Expr Question(IInvocationOperation call, IrType type)
    {
        Expr[] operands = Arguments(Ordered(call));
        string[] parts = [.. Enumerable.Repeat(", ", operands.Length + 1)];
        parts[0] = "\u0001" + call.TargetMethod.ContainingType.Name + "\u0001." + call.TargetMethod.Name + "(";
        parts[operands.Length] = ")";
        return Opaque.Of(type, parts, operands);
    }

    /// <summary>What can be said of vectors in text: a value, or a constant that is made of some.</summary>
    private Expr? VectorText(IOperation operation)
    {
        if (operation is IPropertyReferenceOperation { Property: { } property } && SimdTypes.IsConstant(property))
        {
            string lane = property.ContainingType.Arity == 1 ? "<" + NameOf(property.ContainingType.TypeArguments[0]) + ">" : "";
            return Opaque.Text("\u0001" + property.ContainingType.Name + "\u0001" + lane + "." + property.Name, TypeOf(operation.Type));
        }
        if (operation is IInvocationOperation call && SimdTypes.IsQuestion(call.TargetMethod)) return Question(call, TypeOf(call.Type) is { IsVector: true, Name: var name } ? new IrType(TypeShape.Other, name) : TypeOf(call.Type));
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test && SimdTypes.Read(Closed(test.LeftOperand.Type)) is { } type)
            return Opaque.Of(IrType.Boolean, ["", test.OperatorKind == BinaryOperatorKind.Equals ? " == " : " != ", ""], Protect(Vector(test.LeftOperand, type), test.RightOperand), Vector(test.RightOperand, type));
        if (IsVector(operation.Type)) return Value(operation);
        return NumberOfVector(operation);
    }
}
