using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// <c>==</c> and <c>!=</c> of tuples, and of records that the compiler compares: a condition on the numbers in them, from the first to the last, as
/// far as it takes. Tuples are compared by the operators of their elements, records by <c>Equals</c>, to which NaN is equal to itself.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The outcome of such a comparison; null for anything else.</summary>
    private Expr? Equality(IOperation question) => question switch
    {
        ITupleBinaryOperation { LeftOperand: { } left, RightOperand: { } right } tuples when HoldsReals(left.Type!) || HoldsReals(right.Type!) => Compared(left, right, tuples.OperatorKind == BinaryOperatorKind.Equals, byOperator: true, question),
        IBinaryOperation { OperatorMethod: { Name: "op_Equality" or "op_Inequality", IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } } records when LayoutOf(record) is not null =>
            Compared(records.LeftOperand, records.RightOperand, records.OperatorKind == BinaryOperatorKind.Equals, byOperator: false, question),
        IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType: { } type, Parameters: [{ } other] }, Instance: { } self, Arguments: [{ Value: { } given }] } when type.IsValueType && (type.IsTupleType || type.IsRecord) && SymbolEqualityComparer.Default.Equals(type, other.Type) && LayoutOf(type) is not null =>
            Compared(self, given, equal: true, byOperator: false, question),
        _ => null,
    };

    private Expr? Compared(IOperation left, IOperation right, bool equal, bool byOperator, IOperation question)
    {
        Subject one = Comparand(left, [right]), two = Comparand(right, []);
        if (AllEqual(one, two, byOperator) is { } same) return equal ? same : Not(same);
        return Refuse(question, "DIFF0101", Quote(question.Syntax), "compare the numbers one by one");
    }

    private Subject Comparand(IOperation operation, IEnumerable<IOperation> later)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: { Type: { } type } operand } && (type.IsTupleType || IsReal(type) || IsInteger(type))) operation = operand;
        if (operation is not ITupleOperation tuple) return IsComparedByValue(operation.Type!) ? new Subject(operation.Type!, ComparedNumber(operation, later), []) : Subjected(operation, isolated: false, later);
        return new Subject(tuple.Type!, null, [.. tuple.Elements.Select((element, i) => Comparand(element, tuple.Elements.Skip(i + 1).Concat(later)))]);
    }

    /// <summary>It is evaluated whatever the others are compared to.</summary>
    private Expr ComparedNumber(IOperation operation, IEnumerable<IOperation> later)
    {
        Expr value = later.Aggregate(Value(operation), Protect);
        return value is Read or Literal or Opaque { Repeatable: true, Operands.Count: 0 } ? value : Spill(value, "compared");
    }

    /// <summary>Null where parts are compared in a way that is not known.</summary>
    private Expr? AllEqual(Subject one, Subject two, bool byOperator)
    {
        if (one.Value is { } left && two.Value is { } right) return IsComparedByValue(one.Type) && IsComparedByValue(two.Type) ? Same(left, right, byOperator) : null;
        if (one.Value is not null || two.Value is not null || one.Items.Count != two.Items.Count) return null;
        bool areTuples = one.Type.IsTupleType && two.Type.IsTupleType;
        if (!areTuples && !AreEqualRecords(one, two)) return null;
        var tests = new List<Expr>();
        for (int i = 0; i < one.Items.Count; i++)
        {
            if (AllEqual(one.Items[i], two.Items[i], byOperator && areTuples) is not { } test) return null;
            tests.Add(test);
        }
        return And(tests);
    }

    private bool IsComparedByValue(ITypeSymbol type) => Closed(type) is { } closed && (IsReal(closed) && closed is not ITypeParameterSymbol || IsInteger(closed) || closed.TypeKind == TypeKind.Enum
        || closed.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String);

    private static Expr Same(Expr left, Expr right, bool byOperator) => byOperator || !left.Type.IsReal
        ? new Opaque(EquatableArray.Of("", " == ", ""), EquatableArray.Of(left, right), IrType.Boolean)
        : new Opaque(EquatableArray.Of("", ".Equals(", ")"), EquatableArray.Of(left, right), IrType.Boolean);

    /// <summary>Are these two of one record whose numbers the compiler compares, all of them? Nothing else is asked of an object that is there for certain.</summary>
    private bool AreEqualRecords(Subject one, Subject two)
    {
        if (one.Bundle is not { } first || two.Bundle is not { } second || first.Layout.Type is not { IsRecord: true } record || !SymbolEqualityComparer.Default.Equals(record, second.Layout.Type)) return false;
        if (record.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared)) return false;
        if (record.GetMembers().OfType<IFieldSymbol>().Count(field => !field.IsStatic) != first.Layout.Members.Count) return false;
        return record.IsValueType || record.BaseType is { SpecialType: SpecialType.System_Object } && record.GetMembers("EqualityContract").All(contract => contract.IsImplicitlyDeclared)
            && (record.IsSealed || first.IsExact && second.IsExact) && IsTrue(Present(first)) && IsTrue(Present(second));
    }
}
