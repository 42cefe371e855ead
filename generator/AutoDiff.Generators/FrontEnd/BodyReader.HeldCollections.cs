using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Lists, and arrays of objects, that objects hold. The array behind the list, and how many of its elements count, stand among the variables of
/// the object; the array of objects is one of tuples, as it is where a local holds it.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Are there lists, or arrays of objects, in such an object, which are taken apart?</summary>
    private bool TakesCollections(Layout layout) => _way == WayOfReading.WithCollections && layout.HoldsCollections;

    /// <summary>What an array of objects in an object is kept in; the type of any other member.</summary>
    private IrType MemberType(LayoutMember member) => IsHeldArray(member) ? KeptIn(KeptLayout(ElementOf(Closed(member.Type)))!) : TypeOf(member.Type);

    private bool IsHeldArray(LayoutMember member) => member.HoldsObjects && IsArrayOfObjects(member.Type);

    /// <summary>The list or the array of objects that a member holds; null for any other member.</summary>
    private GrowingList? HeldList(IMemberReferenceOperation operation)
    {
        if (_way != WayOfReading.WithCollections) return null;
        GrowingList? held = Looked(operation) switch
        {
            Bundle { Layout: { IsList: true } layout, Members: [Single { Value: Read items }, Single { Value: Read count }] } => new GrowingList(items.Variable, count.Variable, layout.Type.TypeArguments[0]),
            Single { Value: Read { Variable: { } items } } when IsKept(items, operation.Type) => new GrowingList(items, null, ElementOf(Closed(operation.Type))!),
            _ => null,
        };
        // An object may hold it by variables of its own.
        if (held is not null) _heldPlaces.Add(held.Items);
        if (held is not null && KeptLayout(held.Element) is { IsValue: false }) _knownPlaces.Add(held.Items);
        return held;
    }

    /// <summary>What a list has among the members of the object that it is assigned to.</summary>
    private Layout? ListLayout(IOperation target) => _way == WayOfReading.WithCollections && MemberNamed(target) is { Layout: { IsList: true } layout } ? layout : null;

    private Bundle ListBundle(GrowingList list, Layout layout)
    {
        NoteHeld(list.Items, list.Element);
        // That of an array stays what it is.
        return new(layout, [new Single(new Read(list.Items)), new Single(list.Counter is { } counter ? new Read(counter) : Spill(list.Count, "count"))]);
    }

    /// <summary>A list that an object is given: a new one, or one that has a name, which is then another name for it.</summary>
    private Bundle ListBundle(IOperation operation, Layout layout)
    {
        IOperation value = Unwrap(operation);
        if (Looked(value) is Bundle { Layout.IsList: true } known) return Shared(known);
        if (value is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation) return NoObject(layout);
        if ((ListOf(value) ?? ArrayOf(value) ?? Collected("items", layout.Type, operation, null) ?? Returned(operation)) is { Items.Type.IsList: false } list) return Shared(ListBundle(list, layout));
        Refuse(operation, "DIFF0101", "A list that an object is given, and that the method has not made,", "make it with new, in the method or where the object is made");
        return Zero(layout);
    }

    /// <summary>Lists that have more than one name: another list in their place would be seen by all of them.</summary>
    private readonly HashSet<Variable> _sharedLists = [];

    /// <summary>A list that gets another name here, if it has one already.</summary>
    private Bundle Shared(Bundle list)
    {
        if (HasName(list, leaving: false) && list.Leaves.FirstOrDefault() is Read { Variable: { } items }) _sharedLists.Add(items);
        return list;
    }

    private GrowingList? ArrayOf(IOperation value) => TypeOf(value.Type) is { Shape: TypeShape.Array, Rank: 1, IsRealSequence: true } ? new GrowingList(SequenceVariable(value).Variable, null, ElementOf(value.Type)!) : null;

    /// <summary>What a member of a new object begins with.</summary>
    private Meaning MemberValue(LayoutMember member, IOperation value)
    {
        if (member.Layout is { IsList: true } list) return ListBundle(value, list);
        if (IsHeldArray(member) && ObjectsOf(value) is { } objects) return new Single(new Read(objects));
        return Targeted(Converted(MeaningOf(value) is var given && given is Bundle held ? Lasting(held) : given, member.Type), value, member.Type, member.Name);
    }

    /// <summary>The array of objects that a member is given; null where it is made in a way that is not known here.</summary>
    private Variable? ObjectsOf(IOperation value)
    {
        if ((ListOf(Unwrap(value)) ?? Collected("items", value.Type!, value, null) ?? Returned(value)) is { Counter: null } list)
        {
            NoteHeld(list.Items, list.Element);
            return list.Items;
        }

        RefuseFixed(value, ElementOf(value.Type)!);
        return null;
    }

    /// <summary>A member that holds an array of objects is given another one; false where the target is none.</summary>
    private bool HoldsObjects(ISimpleAssignmentOperation assignment, string source)
    {
        if (_way != WayOfReading.WithCollections || MemberNamed(assignment.Target) is not { } member || !IsHeldArray(member) || MemberOf(assignment.Target) is not Single { Value: Read { Variable: { } place } }) return false;
        if (ObjectsOf(assignment.Value) is not { } objects) return true;
        if (IsLookedAt(place)) RefuseOtherList();
        else _block.Add(new Assign(place, new Read(objects), source));
        return true;
    }

    /// <summary>Is a list, or an array of objects, given to an object as what it holds?</summary>
    private bool IsHeld(IOperation use) => _way == WayOfReading.WithCollections && use.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation or IObjectOrCollectionInitializerOperation, Target: IMemberReferenceOperation { Instance: not null } } assignment && assignment.Value == use;

    /// <summary>The lists, and the arrays of objects, that are being enumerated where the reading is.</summary>
    private readonly Stack<GrowingList> _enumerated = new();

    /// <summary>Must nothing be stored there now? The elements of an array may be assigned while it is enumerated.</summary>
    private bool IsEnumeratedList(Variable items) => _enumerated.Any(list => list.Items == items && list.Counter is not null);

    /// <summary>Lists and arrays of objects that can change, which have been looked at: an element may be known by its place.</summary>
    private readonly HashSet<Variable> _knownPlaces = [];

    /// <summary>Would another list or array in this variable be seen by what goes on with the one that it holds?</summary>
    private bool IsLookedAt(Variable list) => _sharedLists.Contains(list) || _knownPlaces.Contains(list) || _enumerated.Any(each => each.Items == list);

    private void RefuseOtherList()
    {
        RefuseHere("Another list or array in the place of one that has another name, or whose elements have names, or that is being enumerated,", "use another variable for the object or the list");
    }

    /// <summary>Lists and arrays of objects that can change: those that objects hold, and those in which other objects take the places of what was there.</summary>
    private readonly HashSet<Variable> _heldPlaces = [], _replacedPlaces = [];

    /// <summary>In how many loops the reading is, and in how many each array of objects has been made.</summary>
    private int _loops;
    private readonly Dictionary<Variable, int> _madeIn = [];

    /// <summary>The elements of what an object holds may be known by their places, in code that is not looked through.</summary>
    private void NoteHeld(Variable items, ITypeSymbol element)
    {
        _heldPlaces.Add(items);
        // What was put there before it is held has no name by then, unless a loop leads back.
        if (_replacedPlaces.Contains(items) && !(_madeIn.TryGetValue(items, out int loops) && loops == _loops)) RefuseReplaced(element);
    }

    private void NoteReplacing(GrowingList list)
    {
        if (KeptLayout(list.Element) is not { IsValue: false }) return;
        _replacedPlaces.Add(list.Items);
        if (_heldPlaces.Contains(list.Items)) RefuseReplaced(list.Element);
    }

    private void RefuseReplaced(ITypeSymbol element)
    {
        RefuseHere("Another object of '" + element.Name + "' in its place, in a list or an array that an object holds,", "add objects, or change what is in them");
    }

    /// <summary>Lists of objects that are in a list or an array themselves: what they hold there is a copy of what is known here.</summary>
    private readonly HashSet<Variable> _fixedLists = [];

    /// <summary>An object in an array under a name: the lists in it have variables, as those of any other object have.</summary>
    private Bundle WithLists(Bundle found, string name)
    {
        if (!TakesCollections(found.Layout)) return found;
        return found with
        {
            Members = [.. found.Members.Select((member, i) =>
            {
                string joined = Joined(name, found.Layout.Members[i].Name);
                if (member is Bundle inner) return WithLists(inner, joined);
                if (member is not Single { Value: Element held } || !(found.Layout.IsList || IsHeldArray(found.Layout.Members[i]))) return member;
                Read read = Spill(held, joined);
                _fixedLists.Add(read.Variable);
                return new Single(read);
            })],
        };
    }
}
