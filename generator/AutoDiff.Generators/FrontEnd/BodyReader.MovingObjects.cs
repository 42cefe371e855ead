using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A local variable for one object after another of an array that the method is given, <c>if (layers[i].Norm > best.Norm) best = layers[i];</c>: nobody puts
/// other objects into such an array, so that the variable is an element of it whose index is a variable of its own.
/// </summary>
internal sealed partial class BodyReader
{
    private readonly HashSet<ILocalSymbol> _movingObjects = new(SymbolEqualityComparer.Default);

    /// <summary>The element that the variable of a <c>foreach</c> is.</summary>
    private readonly Dictionary<ILocalSymbol, Bundle> _iterated = new(SymbolEqualityComparer.Default);

    /// <summary>Binds the variable; false where it is, or may be later, anything but an element of one such array.</summary>
    private bool IsMovingObject(ILocalSymbol local, IOperation value, Layout layout, IOperation declarator)
    {
        if (layout is not { IsValue: false, Kinds: null, Type.IsReferenceType: true } || Unwrap(value) is not IArrayElementReferenceOperation element || !TypeOf(element.ArrayReference.Type).IsOfModels) return false;
        foreach (IOperation part in Effects.RootAround(declarator).Descendants())
        {
            bool isAssigned = part switch
            {
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => Is(target),
                IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(target => target == assignment.Target && Is(target) || target.Parent is ITupleOperation && Is(target)),
                IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: ILocalReferenceOperation given } => Is(given),
                _ => false,
            };
            if (isAssigned && !(part is ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation, Value: { } next } && Unwrap(next) is IArrayElementReferenceOperation or ILocalReferenceOperation)) return false;
        }

        int refusals = _refusals.Count;
        Bundle first = BundleOf(value, layout);
        if (_refusals.Count > refusals) return true;
        if (!first.Leaves.All(leaf => leaf is Element { Sequence: Read { Variable: { Role: VariableRole.Parameter, Type.IsOfModels: true } } }) || Movable(first, local.Name, _block) is not Bundle moving) return false;
        _bundles[local] = moving;
        _movingObjects.Add(local);
        RequireIndex(moving);
        return true;

        bool Is(ILocalReferenceOperation reference) => SymbolEqualityComparer.Default.Equals(reference.Local, local);
    }

    /// <summary><c>best = layers[i]</c>; null where the variable is none of these.</summary>
    private Bundle? Moved(IAssignmentOperation assignment, Layout layout, string? source)
    {
        if (assignment is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } || !_movingObjects.Contains(local)) return null;
        int refusals = _refusals.Count;
        Bundle to = Unwrap(assignment.Value) is ILocalReferenceOperation { Local: { } other } && _iterated.TryGetValue(other, out Bundle? element) ? element : BundleOf(assignment.Value, layout);
        if (_refusals.Count == refusals && !Move(_bundles[local], to, source)) Refuse(assignment, "DIFF0101", "An object that is not of the same array as the others in '" + local.Name + "'", "choose among the elements of one array, or keep the index in a variable");
        RequireIndex(_bundles[local]);
        return _bundles[local];
    }

    /// <summary>An index out of range throws where the object is taken, not where it is used; that there is none does later.</summary>
    private void RequireIndex(Bundle moving)
    {
        if (moving.Leaves.First() is Element { Index: Indices place } element) _block.Add(new Effect(Opaque.Of(IrType.Void, ["_ = ", ""], new Element(element.Sequence, place with { Member = "", MemberType = default, Making = null })) with { Repeatable = false }));
    }
}
