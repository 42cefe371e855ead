using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Where structs, tuples and objects are stored, member by member: their declarations, assignments, and the places these name.</summary>
internal sealed partial class BodyReader
{
    /// <summary>Assigns each member. An object that has a name does not get another one that way.</summary>
    private void Store(Bundle places, Bundle values, string? source, bool leaving = false)
    {
        values = Fitted(values, places);
        if (IsDerived(values.Layout, places.Layout) || IsOtherClass(values, places) || !HaveSameForm(places, values))
        {
            RefuseOtherClass(values.Layout, places.Layout);
            return;
        }
        if (ReplacesForeign(places, values))
        {
            RefuseChanged(places.Layout.Type.Name);
            return;
        }
        RefuseOtherName(places, values, leaving);
        NoteMissing(places, values);
        NoteCopied(places, values);
        StoreMembers(places, values, source);
    }

    /// <summary>Are the parts of both the same, those of objects whose class is known no less than others?</summary>
    private static bool HaveSameForm(Bundle places, Bundle values) => places.Members.Count == values.Members.Count
        && places.Members.Zip(values.Members, (place, value) => place is Bundle inner ? value is Bundle given && HaveSameForm(inner, given) : value is Single).All(same => same);

    private void StoreMembers(Bundle places, Bundle values, string? source)
    {
        Expr[] targets = [.. places.Leaves], given = [.. values.Leaves];
        if (targets.Length != given.Length)
        {
            RefuseOtherClass(values.Layout, places.Layout);
            return;
        }
        HashSet<Variable> assigned = [.. targets.SelectMany(target => target.Reads()).Select(read => read.Variable)];
        bool crossed = given.Where((value, i) => !value.Equals(targets[i]) && value.Reads().Any(read => assigned.Contains(read.Variable))).Any();
        crossed |= given.Where((value, i) => targets[i] is Element { Index: Indices place } && value.DescendantsAndSelf().Any(part => part is Element { Index: Indices { Member: { Length: > 0 } member } } && member != place.Member)).Any();
        if (crossed) given = [.. given.Select((value, i) => value is Literal || value.Equals(targets[i]) ? value : Spill(value, "next"))];
        for (int i = 0; i < targets.Length; i++)
        {
            if (given[i].Equals(targets[i])) continue;
            Expr value = given[i];
            if (targets[i] is Read { Variable: { } list } && IsLookedAt(list))
            {
                RefuseOtherList();
                return;
            }
            if (KeptIn(value) is { } code && targets[i] is Read { Variable: { } keeper })
            {
                Keep(keeper, code);
                continue;
            }
            if (value.Type.IsSequence && !targets[i].Type.IsSequence)
            {
                RefuseHere("A list or an array of objects in an object that is not taken apart", "give the object what it needs of that as numbers or arrays");
                return;
            }
            if (value.Type.IsSequence) value = Viewed(value, targets[i].Type);
            // The reverse sweep meets the last member first: there the text of the whole assignment belongs.
            if (TargetFor(targets[i]) is { } target) Write(target, value, false, i == targets.Length - 1 ? source : null);
            else RefuseChanged(places.Layout.Type.Name);
        }
    }

    private static Target? TargetFor(Expr place) => place switch
    {
        Read read => new VariableTarget(read.Variable),
        Element element => new ElementTarget(element.Sequence, element.Index),
        _ => null,
    };

    /// <param name="places">Where the members go.</param>
    /// <param name="value">What they are taken from.</param>
    /// <param name="source">The text of the assignment.</param>
    /// <param name="leaving">Is it what a method returns?</param>
    private void AssignBundle(Bundle places, IOperation value, string? source, bool leaving = false)
    {
        if (Thrown(value) is { } thrown) ThrowStatement(thrown);
        else Store(places, BundleOf(value, places.Layout), source, leaving);
    }

    private static IThrowOperation? Thrown(IOperation value) => (value is IConversionOperation { IsImplicit: true, Operand: { } operand } ? operand : value) as IThrowOperation;

    /// <summary>An assignment to a whole aggregate: simple, or by a user-defined operator. Null where the target is none.</summary>
    private Bundle? AggregateAssignment(IOperation operation, string? source)
    {
        if (operation is not IAssignmentOperation assignment || (LayoutOf(assignment.Target.Type) ?? ListLayout(assignment.Target)) is not { } layout) return null;
        if (assignment.Target is IPropertyReferenceOperation set && HasSetter(set.Property)) return SetAggregate(set, assignment, layout);
        if (assignment is not (ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation)) return null;
        if (assignment.Target is IDiscardOperation) return BundleOf(assignment.Value, layout);
        if (layout is { IsValue: true, Kinds: not null } && Founded(assignment, layout, source) is { } begun) return begun;
        if (!layout.IsValue)
        {
            if (Moved(assignment, layout, source) is { } moved) return moved;
            if (assignment is { Target: ILocalReferenceOperation { Local: { } local } } && Renewed(local, assignment, layout, source) is { } renewed) return renewed;
            if ((Founded(assignment, layout, source) ?? Kept(assignment, layout, source) ?? Replaced(assignment, layout, source)) is { } founded) return founded;
            Refuse(operation, "DIFF0104", Shorten(assignment.Target.Syntax));
            return Zero(layout);
        }
        if (PlaceOf(assignment.Target, layout, assignment.Value) is not { } places)
        {
            Refuse(operation, "DIFF0104", Shorten(assignment.Target.Syntax));
            return Zero(layout);
        }
        if (assignment is ICompoundAssignmentOperation compound)
        {
            if (layout.IsNullable && LiftedCompound(compound, places, layout) is { } lifted) Store(places, lifted, source);
            else if (PlacedCall.OfOperator(compound) is not { } called || ReadInPlace(called, OperandsOf(compound, called, places)) is not Bundle computed)
            {
                Refuse(operation, "DIFF0101", Construct(operation));
                return Zero(layout);
            }
            else Store(places, computed, source);
        }
        else AssignBundle(places, assignment.Value, source);
        return places;
    }

    /// <summary>
    /// What the operator is given, where the target must not be evaluated a second time: what stands there, then the value of the right side.
    /// Null where a second time gives the same.
    /// </summary>
    private List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? OperandsOf(ICompoundAssignmentOperation compound, PlacedCall called, Bundle places)
    {
        if (!Effects.In(compound.Target) && !Effects.In(compound.Value)) return null;
        (IParameterSymbol left, _) = called.Arguments[0];
        (IParameterSymbol right, IOperation value) = called.Arguments[1];
        Meaning current = Converted(Copy(places, "before"), left.Type);
        return [(left, current, null), (right, Converted(MeaningOf(value), right.Type), null)];
    }

    /// <summary>The members of an aggregate that can be assigned, as places.</summary>
    private Bundle? PlaceOf(IOperation operation, Layout layout, IOperation? later)
    {
        switch (operation)
        {
            case IArrayElementReferenceOperation or IPropertyReferenceOperation when (IsListElement(operation) ? layout.IsValue : operation is IArrayElementReferenceOperation && CanBeStored(layout.Type)) && TargetOf(operation, later) is ElementTarget place:
                return MembersOf(new Element(place.Sequence, place.Index), layout, "");
            case IArrayElementReferenceOperation:
            case IPropertyReferenceOperation { Property: { } property } when HasSetter(property):
                return null;
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression, layout, later);
            case IConditionalOperation { IsRef: true } choice:
                return ChosenReference(choice) as Bundle;
            case ILocalReferenceOperation { IsDeclaration: true } declared when !_shared.Contains(declared.Local):
                return DeclareBinding(declared.Local, layout, _scope);
            default:
                Bundle places = BundleOf(operation, layout);
                if (!places.Leaves.All(leaf => leaf is Read or Element) || !IsPlace(operation)) return null;
                if (operation is IMemberReferenceOperation) NoteChanged(places);
                return later is not null && Effects.In(later) ? (Bundle)Located(places, operation) : places;
        }
    }

    private static bool IsPlace(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IArrayElementReferenceOperation => true,
        IInvocationOperation { TargetMethod.ReturnsByRef: true } or IPropertyReferenceOperation { Property.ReturnsByRef: true } => true,
        IFieldReferenceOperation { Instance: { } instance } => IsPlace(instance),
        IPropertyReferenceOperation { Instance: { } instance } => IsPlace(instance),
        _ => false,
    };

    /// <summary>Declares a local variable of an aggregate type.</summary>
    private void DeclareAggregate(IVariableDeclaratorOperation declarator, Layout layout, IOperation? value, string? source)
    {
        ILocalSymbol symbol = declarator.Symbol;
        bool renewed = (!layout.IsValue || HoldsKinds(layout)) && IsAssignedLater(symbol, declarator);
        if (renewed && value is not null && IsMovingObject(symbol, value, layout, declarator)) return;
        if (renewed)
        {
            Bundle own = Fresh(layout, symbol.Name);
            if (value is not null) AssignBundle(own, value, source);
            _bundles[symbol] = own;
            return;
        }
        if (!layout.IsValue)
        {
            // A reference: another name for the same object.
            _bundles[symbol] = value is null ? Zero(layout) : value is IObjectCreationOperation creation ? Owning(Created(creation, ExactLayoutOf(creation.Type)!), symbol.Name) : WithLists(Held(Lasting(NamedElement(BundleOf(value, layout), symbol.Name)), symbol.Name), symbol.Name);
            if (value is not null && !IsUsedNext(symbol, declarator)) RequirePlace(_bundles[symbol]);
            return;
        }
        if (value is null)
        {
            _bundles[symbol] = Fresh(layout, symbol.Name);
            return;
        }
        Bundle values = Thrown(value) is null ? BundleOf(value, layout) : Zero(layout);
        bool isLasting = !IsAssignedLater(symbol, declarator);
        if (values.IsForeign && isLasting)
        {
            _bundles[symbol] = Held(values, symbol.Name);
            return;
        }
        if (isLasting) values = HeldParts(values, symbol.Name);
        Bundle places = FreshFor(values, symbol.Name, [], keepsForeign: isLasting);
        Store(places, values, source);
        _bundles[symbol] = places with { IsExact = values.IsExact && !IsAssignedLater(symbol, declarator) };
    }

    private static bool IsAssignedLater(ISymbol symbol, IOperation value)
    {
        IOperation root = value;
        while (root.Parent is { } parent) root = parent;
        return Effects.AssignedIn(root).Contains(symbol);
    }
}
