using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Properties and indexers that the user wrote, under <c>+=</c> and <c>++</c>: what they are given is evaluated once, then the one accessor
/// is read in place and after it the other.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>A property of an aggregate that is more than a field, with the arguments that an indexer is given.</summary>
    private sealed record PropertyTarget(IPropertyReferenceOperation Property, IReadOnlyList<Meaning> Arguments, IrType Type) : Target(Type);

    /// <summary>Null where the property is not of this kind, or where what it is called on is not found again by reading it a second time.</summary>
    private PropertyTarget? PropertyOf(IPropertyReferenceOperation property, IOperation? later, bool isRead = true)
    {
        if (property is not { Property.SetMethod.DeclaringSyntaxReferences.Length: 1, Instance: { } instance } || isRead && property.Property.GetMethod is not { DeclaringSyntaxReferences.Length: 1 }) return null;
        if (IsOpaqueSelf(instance) || LayoutOf(instance) is not { } layout || layout.IndexOn(property.Property, instance) >= 0 || !IsSteady(instance) || property.Property.ContainingType.IsExtension) return null;
        IOperation[] given = [.. property.Arguments.Select(argument => argument.Value)];
        if (AreReordered(property.Arguments)) return null;
        var arguments = new List<Meaning>();
        for (int i = 0; i < given.Length; i++)
        {
            Meaning value = KeptMeaning(Converted(MeaningOf(given[i]), property.Arguments[i].Parameter!.Type), property.Arguments[i].Parameter!.Name);
            foreach (IOperation after in given.Skip(i + 1)) value = Protect(value, after);
            if (later is not null) value = Protect(value, later);
            // The code that reads the property runs before the one that writes it, for the same arguments.
            if (isRead && HiddenCode.Changes(property)) value = Protect(value, property);
            arguments.Add(value);
        }
        return new PropertyTarget(property, arguments, TypeOf(property.Type));
    }

    /// <summary>A variable, this, or a field of one: it is what it was, whatever is evaluated in between.</summary>
    private static bool IsSteady(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation or IInstanceReferenceOperation => true,
        IFieldReferenceOperation { Instance: { } outer } => IsSteady(outer),
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } outer, Property: { } property } => IsSteady(outer) && Layout.IsAutomatic(property),
        _ => false,
    };

    /// <summary>The place that a method or a property returns a reference to; null where it is none that is known.</summary>
    private Target? Referred(IOperation operation, IOperation? later) => (operation is IInvocationOperation call ? ReadInPlace(PlacedCall.Of(call)) : MeaningOf(operation)) switch
    {
        Single { Value: Read read } => new VariableTarget(read.Variable),
        Single { Value: Element { Sequence: { } sequence, Index: { } index } } when sequence.Base() is { } written && !_foreign.Contains(written) =>
            new ElementTarget(later is null ? sequence : ProtectSequence(sequence, later), later is null ? index : ProtectedIndex(index, later), SiteOf(operation.Syntax)),
        _ => null,
    };

    private Expr Got(PropertyTarget target)
    {
        Meaning? value = Accessed(target, target.Property.Property.GetMethod!, target.Arguments);
        return value is Single { Value: { } got } ? Spill(got, "before") : Refuse(target.Property.Syntax, target.Type, "DIFF0104", Shorten(target.Property.Syntax));
    }

    private Expr Set(PropertyTarget target, Expr value, bool valueUsed)
    {
        if (valueUsed) value = Spill(value, "assigned");
        if (Accessed(target, target.Property.Property.SetMethod!, [.. target.Arguments, new Single(value)]) is null) Refuse(target.Property, "DIFF0104", Shorten(target.Property.Syntax));
        return value;
    }

    private Meaning? Accessed(PropertyTarget target, IMethodSymbol accessor, IReadOnlyList<Meaning> values)
    {
        accessor = Closed(accessor);
        return ReadInPlace(new PlacedCall(accessor, target.Property.Instance, [], target.Property.Syntax), [.. values.Select((value, i) => (accessor.Parameters[i], (Meaning?)value, (Closure?)null))]);
    }

    /// <summary>An accessor without code of a property whose other one has some, <c>get;</c> beside <c>set => field = …;</c>: the field itself. Null for any other method.</summary>
    private Meaning? Behind(PlacedCall call, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? known)
    {
        if (Layout.FieldOf(call.Method) is not { } field || call.Instance is not { } instance || IsOpaqueSelf(instance) || LayoutOf(instance) is not { } layout || layout.IndexOf(field) < 0) return null;
        Bundle self = There(BundleOf(instance, layout));
        Meaning member = self.Members[self.Layout.IndexOf(field)];
        if (call.Method.MethodKind == MethodKind.PropertyGet) return member;
        Put(member, Converted(known is [{ Value: { } given }] ? given : MeaningOf(call.Arguments[0].Value), call.Method.Parameters[0].Type));
        return new Single(new Literal("0", IrType.Void));
    }

    /// <summary>Is a property assigned by code of its own, which may do anything with the value?</summary>
    private static bool HasSetter(IPropertySymbol property) => property is { ReturnsByRef: false, SetMethod.DeclaringSyntaxReferences.Length: 1 } && !Layout.IsAutomatic(property);

    /// <summary>An aggregate assigned to a property with a setter: that is read in place, with the value as it is now.</summary>
    private Bundle SetAggregate(IPropertyReferenceOperation property, IAssignmentOperation assignment, Layout layout)
    {
        Bundle? value = null;
        PropertyTarget? target = PropertyOf(property, assignment.Value, assignment is ICompoundAssignmentOperation);
        if (target is not null && assignment is ICompoundAssignmentOperation compound)
        {
            if (PlacedCall.OfOperator(compound) is { Arguments: [var (left, _), var (right, given)] } called && Accessed(target, property.Property.GetMethod!, target.Arguments) is Bundle current)
                value = ReadInPlace(called, [(left, Converted(Copy(current, "before"), left.Type), null), (right, Converted(MeaningOf(given), right.Type), null)]) as Bundle;
        }
        else if (target is not null && assignment is ISimpleAssignmentOperation) value = BundleOf(assignment.Value, layout);
        if (value is not null && layout.IsValue) value = Copy(value, "assigned");
        if (value is not null && Accessed(target!, property.Property.SetMethod!, [.. target!.Arguments, value]) is not null) return value;
        Refuse(assignment, "DIFF0104", Shorten(assignment.Target.Syntax));
        return Zero(layout);
    }
}
