using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Objects that the method did not make: static ones, elements of arrays from outside, what a call gives that is not followed. Such an object is the
/// expression that it is, and may be <c>null</c>; its members are read where they are used. Variables stand for what is in it only as long as nobody
/// changes it.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The members of an object that carries no derivative: its text, and the name of each.</summary>
    private Bundle Constant(Expr whole, Layout layout, bool isPart = false)
    {
        if (layout.Kinds is not null || layout.IsList || TakesCollections(layout)) return RefuseOutside(layout);
        // A part is read where it is used: there may be no object that it is a part of.
        bool isOpen = layout.Type.IsReferenceType || layout.Members.All(member => member.Visible);
        Expr named = isPart || whole is Read || whole is Opaque { Repeatable: true } && isOpen ? whole : Spill(whole, "constant");
        return new Bundle(layout, [.. layout.Members.Select(member =>
        {
            bool repeatable = named is Read or Opaque { Repeatable: true } && (layout.Type.IsValueType || IsLasting(member));
            Opaque? hidden = PrivatePart(member, named, repeatable);
            if (!member.Visible && hidden is null) return Unseen(member, layout.Type.Name + "." + member.Name);
            // The value of a nullable one, without the exception where it has none.
            Opaque text = hidden ?? new Opaque(EquatableArray.Of("", "." + (layout.IsNullable && member.Name == "Value" ? "GetValueOrDefault()" : member.Name)), EquatableArray.Of(named), TypeOf(member.Type), repeatable);
            return member.Layout is { } inner ? Constant(text, inner, isPart: true) : (Meaning)new Single(text);
        })]) { IsOutside = !layout.IsValue, Object = layout.Type.IsReferenceType ? named : null, IsForeign = layout.Type.IsReferenceType };
    }

    /// <summary>Which class such an object is of, nobody has said.</summary>
    private Bundle RefuseOutside(Layout layout)
    {
        RefuseHere("An object of '" + layout.Type.Name + "' that comes from outside", "make it in the method");
        return Zero(layout);
    }

    private Meaning Unseen(LayoutMember member, string name) => member.Layout is { } inner
        ? new Bundle(inner, [.. inner.Members.Select(part => Unseen(part, name))]) { IsOutside = !inner.IsValue }
        : new Single(Opaque.Text(Hidden, TypeOf(member.Type)) with { Subject = name });

    /// <summary>An object from outside under a name of its own, whatever happens to the place that it came from.</summary>
    private Bundle Held(Bundle found, string name) => found is not { IsForeign: true, Object: { } known } ? found
        : known is Read { Variable.Role: VariableRole.Temporary } or Opaque { Repeatable: true } ? found
        : Constant(Spill(known, name), found.Layout) with { IsExact = found.IsExact };

    /// <summary>The same of all objects from outside that are parts of this.</summary>
    private Bundle HeldParts(Bundle found, string name) => found with
    {
        Members = [.. found.Members.Select((member, i) => member switch
        {
            Bundle { IsForeign: true } foreign => Held(foreign, Joined(name, found.Layout.Members[i].Name)),
            Bundle inner => HeldParts(inner, Joined(name, found.Layout.Members[i].Name)),
            _ => member,
        })],
    };

    private bool? _changesObjects;

    /// <summary>Does the member of an object from outside stay what it is while the method runs? So does one that can change where nothing is called that changes objects.</summary>
    private bool IsLasting(LayoutMember member) => Layout.IsFixed(member.Symbol) || !(_changesObjects ??= ChangesObjects());

    private bool ChangesObjects() => _method.DeclaringSyntaxReferences is [{ } reference, ..] && ModelOf(reference.GetSyntax(_cancellation)).GetOperation(reference.GetSyntax(_cancellation), _cancellation) is { } body && body.Descendants().Any(ChangesObjects);

    private bool ChangesObjects(IOperation part) => part switch
    {
        // The new object is nobody else's.
        IObjectCreationOperation => (HiddenCode.Of(part) & CodeEffects.Others) != 0,
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } => (HiddenCode.OfCall(part) & (CodeEffects.Own | CodeEffects.Others)) != 0,
        // Of a delegate from outside nothing is known.
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation { Parameter.ContainingSymbol: { } owner } } => SymbolEqualityComparer.Default.Equals(owner, _method),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } } => true,
        IAssignmentOperation or IIncrementOrDecrementOperation when Effects.Targets(part).Any(target => target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } }) => true,
        _ => (HiddenCode.Of(part) & (CodeEffects.Own | CodeEffects.Others)) != 0,
    };

    /// <summary>Is the array or list one from outside, or one that carries no derivative?</summary>
    private bool IsForeign(Expr sequence) => sequence.Base() is not { } variable || _foreign.Contains(variable) || _constants.Contains(variable);

    /// <summary>The places that hold what is in an object from outside, which stays where it is, and those that are changed as parts of an object.</summary>
    private readonly HashSet<object?> _copied = [], _changed = [];

    /// <summary>Variables stand for an object from outside as long as nobody changes it: the change would be lost.</summary>
    private void NoteCopied(Bundle places, Bundle values)
    {
        if (values.IsOutside || !values.Layout.IsValue && values.Leaves.Select(Place).Any(place => place is not null && _copied.Contains(place)))
        {
            _copied.UnionWith(places.Leaves.Select(Place));
            if (places.Leaves.Select(Place).Any(_changed.Contains) || values.IsForeign && !values.Layout.Members.All(IsLasting)) RefuseChanged(places.Layout.Type.Name);
            return;
        }
        for (int i = 0; i < values.Members.Count; i++)
            if (places.Members[i] is Bundle place && values.Members[i] is Bundle value) NoteCopied(place, value);
    }

    /// <summary>An object that comes out of a sequence from outside.</summary>
    private Bundle Outside(Bundle copy)
    {
        if (copy.Layout.IsValue) return copy;
        NoteCopied(copy, copy with { IsOutside = true });
        return copy with { IsOutside = true };
    }

    private void NoteChanged(Meaning member)
    {
        object?[] places = [.. member.Leaves.Select(Place)];
        _changed.UnionWith(places);
        if (places.Any(_copied.Contains)) RefuseChanged(null);
    }

    private void RefuseChanged(string? type)
    {
        RefuseHere("An object that may be one from outside the method" + (type is null ? "" : ", of '" + type + "'") + ", and is changed or compared as the object it is,", "make a new object of its numbers, and use that");
    }

    /// <summary>Would something else take the place of an object from outside, which is no place?</summary>
    private static bool ReplacesForeign(Bundle places, Bundle values) => places.IsForeign && !places.Leaves.SequenceEqual(values.Leaves)
        || places.Members.Zip(values.Members, (place, value) => place is Bundle inner && value is Bundle given && ReplacesForeign(inner, given)).Any(replaces => replaces);
}
