using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// References to one place after another: a <c>ref</c> local that is assigned, <c>c ? ref a[i] : ref a[j]</c>, a method that returns a reference
/// from several places. Where all of these are elements of one array, the index is a variable of its own.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>Is this reference ever made to refer to something else?</summary>
    private static bool Moves(ILocalSymbol reference, IOperation declarator) => Effects.RootAround(declarator).Descendants()
        .Any(part => part is ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, reference));

    /// <summary>The elements of the same arrays at indices that can be assigned, and have these now; null where it is no element.</summary>
    private Meaning? Movable(Meaning place, string name, BlockBuilder scope)
    {
        if (IndicesOf(place) is not { } given) return null;
        List<Variable> indices = given.ConvertAll(index => Temporary(name + "Index", index.Type));
        foreach (Variable index in indices) scope.Declare(index);
        Move(indices.ConvertAll<Expr>(index => new Read(index)), given, null);
        return place.Map(leaf => At((Element)leaf, new Queue<Expr>(indices.Select(index => new Read(index)))));
    }

    /// <summary>Makes a reference refer to another element; false where that is none of the same array.</summary>
    private bool Move(Meaning reference, Meaning place, string? source)
    {
        if (IndicesOf(reference) is not { } indices || IndicesOf(place) is not { } given || indices.Count != given.Count) return false;
        if (!reference.Leaves.SequenceEqual(place.Leaves.Select(leaf => (Expr)At((Element)leaf, new Queue<Expr>(indices))))) return false;
        Move(indices, given, source);
        return true;
    }

    private void Move(List<Expr> indices, List<Expr> given, string? source)
    {
        for (int i = 0; i < indices.Count; i++)
            if (!given[i].Equals(indices[i])) _block.Add(new Assign(((Read)indices[i]).Variable, given[i], i == indices.Count - 1 ? source : null));
    }

    /// <summary>The indices of an element, of its row before its own; those of all members of a struct are the same. Null for anything else.</summary>
    private static List<Expr>? IndicesOf(Meaning place)
    {
        List<Expr>? all = null;
        foreach (Expr leaf in place.Leaves)
        {
            if (leaf is not Element element) return null;
            List<Expr> own = [.. IndicesOf(element)];
            if (all is not null && !all.SequenceEqual(own)) return null;
            all = own;
        }

        return all;
    }

    private static IEnumerable<Expr> IndicesOf(Element element)
    {
        foreach (Expr index in element.Sequence is Element row ? IndicesOf(row) : []) yield return index;
        foreach (Expr index in element.Index is Indices several ? several.Values : EquatableArray.Of(element.Index)) yield return index;
    }

    /// <summary>The element with other indices, in the order of <see cref="IndicesOf(Element)"/>.</summary>
    private static Element At(Element element, Queue<Expr> indices)
    {
        Expr sequence = element.Sequence is Element row ? At(row, indices) : element.Sequence;
        return new Element(sequence, element.Index is Indices several ? several.Map(_ => indices.Dequeue()) : indices.Dequeue());
    }

    private Expr RefuseSecondPlace(IOperation operation) =>
        Refuse(operation, "DIFF0101", "A reference to one of two places that are not elements of the same array", "choose between them with 'if', or keep the index of the element in a variable");

    /// <summary><c>r = ref a[i]</c>.</summary>
    private Expr ReferenceAssignment(ISimpleAssignmentOperation assignment, string source)
    {
        var none = new Literal("0", IrType.Void);
        if (assignment.Target is not ILocalReferenceOperation { Local: { } local } || NamedBy(local) is not { } reference) return Refuse(assignment, "DIFF0101", "A 'ref' assignment to a parameter", "assign a 'ref' local");
        int refusals = _refusals.Count;
        Meaning place = ReferenceTo(assignment.Value, local.Type);
        if (_refusals.Count > refusals) return none;
        if (!Move(reference, place, source)) return RefuseSecondPlace(assignment);
        RequireThere(reference);
        return none;
    }

    private Meaning? NamedBy(ILocalSymbol local) => _bundles.TryGetValue(local, out Bundle? bundle) ? bundle : _bindings.TryGetValue(local, out Expr? bound) ? new Single(bound) : null;

    /// <summary>An index out of range throws where the reference is made, not where it is used.</summary>
    private void RequireThere(Meaning reference)
    {
        if (reference.Leaves.FirstOrDefault() is Element element) _block.Add(new Effect(Opaque.Of(IrType.Void, ["_ = ", ""], element) with { Repeatable = false }));
    }

    /// <summary><c>c ? ref a[i] : ref a[j]</c>, as one element whose index is chosen; null, and refused, where these are no elements of one array.</summary>
    private Meaning? ChosenReference(IConditionalOperation choice)
    {
        int refusals = _refusals.Count;
        Expr condition = Condition(choice.Condition);
        Meaning? reference = null;
        bool same = true;
        BlockBuilder around = _block;
        Block then = Nested(() => reference = Movable(ReferenceTo(choice.WhenTrue, choice.Type!), "chosen", around));
        Block otherwise = Nested(() => same = reference is not null && Move(reference, ReferenceTo(choice.WhenFalse!, choice.Type!), null));
        if (_refusals.Count == refusals && !same) RefuseSecondPlace(choice);
        if (_refusals.Count > refusals) return null;
        _block.Add(new If(condition, then, otherwise, null));
        RequireThere(reference!);
        return reference;
    }

    /// <summary>What a method returns by reference, here or in other places too: an element of one array.</summary>
    private void ReturnReference(IOperation value)
    {
        int refusals = _refusals.Count;
        Meaning place = ReferenceTo(value, value.Type!);
        if (_refusals.Count > refusals) return;
        if (_frame.Result is { } known)
        {
            if (!Move(known, place, null)) RefuseSecondPlace(value);
        }
        else if ((_frame.Result = Movable(place, "result", _frame.Entry!)) is null) RefuseSecondPlace(value);
    }
}
