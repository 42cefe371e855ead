using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Objects of classes that can change. One is known by its variables, under each of its names; variables of another one cannot stand for
/// it, as they do for a value, unless nobody knows it yet.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>A new object that can change has variables of its own: those that its members were given may belong to another one.</summary>
    private Bundle Owning(Bundle made, string name) => (made.Layout.IsValue ? made : Copy(made, name)) with { IsExact = true };

    /// <summary>Places for these values: of their own, except for the objects among them that have names, which stay what they are.</summary>
    private Bundle FreshFor(Bundle values, string name) => FreshFor(values, name, []);

    /// <param name="values">What the places are for.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="moved">The objects that have places of their own already: one that two members know is the same for both.</param>
    /// <param name="keepsForeign">Do the parts that come from outside stay what they are? Nothing else can be put in their place then.</param>
    private Bundle FreshFor(Bundle values, string name, List<(Bundle Object, Bundle Places)> moved, bool keepsForeign = false)
    {
        if (values is { IsMissing: true, Layout.IsValue: false }) return values;
        bool isObject = !values.Layout.IsValue && values.Leaves.All(leaf => leaf is Read);
        if (isObject && moved.FirstOrDefault(each => each.Object.Layout == values.Layout && each.Object.Leaves.SequenceEqual(values.Leaves)).Places is { } known) return known;
        Bundle places = new(values.Layout, [.. values.Members.Select((member, i) => member switch
        {
            Bundle { IsForeign: true } inner when keepsForeign => inner,
            Bundle { Layout.IsList: true } inner when inner.Leaves.All(leaf => leaf is Read) => Shared(inner),
            Bundle { Layout.IsValue: false } inner when inner.IsOutside || HasName(inner, leaving: false) => inner,
            Bundle inner => FreshFor(inner, Joined(name, values.Layout.Members[i].Name), moved, keepsForeign),
            _ => FreshMember(values.Layout.Members[i], Joined(name, values.Layout.Members[i].Name)),
        })]) { IsExact = values.IsExact };
        if (isObject) moved.Add((values, places));
        return places;
    }

    /// <summary>Does anything that is assigned after this speak of the object? <paramref name="leaving"/>: the locals of the method that is read are gone then.</summary>
    private bool HasName(Bundle value, bool leaving)
    {
        // It is known by its place in an array.
        if (!value.Layout.IsValue && value.Leaves.Any(leaf => leaf is Element)) return true;
        HashSet<Variable> own = [.. value.Leaves.OfType<Read>().Select(read => read.Variable)];
        // What is in a list is known by its place there.
        bool Speaks(Bundle? named) => named is not null && named.Leaves.Any(leaf => (leaf is Element { Sequence: Read items } && value.Layout.IsList ? items : leaf) is Read read && own.Contains(read.Variable));
        bool IsGone(ISymbol name) => leaving && name is ILocalSymbol && SymbolEqualityComparer.Default.Equals(name.ContainingSymbol.OriginalDefinition, Innermost.OriginalDefinition);
        return _bundles.Any(name => !IsGone(name.Key) && Speaks(name.Value)) || value.Layout.IsList && _lists.Any(name => !IsGone(name.Key) && own.Contains(name.Value.Items)) || !leaving && Speaks(_frame.This);
    }

    /// <summary>Is the variable a member of anything that has a name?</summary>
    private bool IsMember(Variable variable) => _bundles.Values.Append(_frame.This).Any(bundle => bundle is not null && bundle.Leaves.Any(leaf => leaf is Read read && read.Variable == variable));

    private void RefuseOtherName(Bundle places, Bundle values, bool leaving)
    {
        // Nothing follows a return of the method itself.
        if (leaving && _inlining.Count == 0) return;
        if (HoldsTwice(values) && !HoldsTwice(places))
        {
            RefuseSecondName(values);
            return;
        }
        if (!values.Layout.IsValue && !places.Leaves.SequenceEqual(values.Leaves) && HasName(values, leaving))
        {
            RefuseSecondName(values);
            return;
        }
        for (int i = 0; i < values.Members.Count; i++)
            if (places.Members[i] is Bundle place && values.Members[i] is Bundle value) RefuseOtherName(place, value, leaving);
    }

    private void RefuseSecondName(Bundle values)
    {
        RefuseHere("A second name for an object of '" + values.Layout.Type.Name + "', which is chosen, returned or taken apart here,", "use the object under its first name, or make its type a struct or a record that does not change");
    }

    /// <summary>Are two parts of this one object that can change?</summary>
    private static bool HoldsTwice(Bundle values)
    {
        static IEnumerable<Bundle> Objects(Bundle bundle) => bundle.Members.OfType<Bundle>().SelectMany(Objects).Concat(bundle is { Layout.IsValue: false, IsMissing: false } ? [bundle] : []);
        var met = new HashSet<(Variable First, string Type)>();
        return Objects(values).Any(each => each.Leaves.OfType<Read>().FirstOrDefault() is { } first && !met.Add((first.Variable, TypeReader.Name(each.Layout.Type))));
    }

    /// <summary>
    /// A local that is given another object than before: that becomes what its variables hold. It must be nobody else's, and nobody else may know the old one.
    /// </summary>
    private Bundle? Renewed(ILocalSymbol local, IAssignmentOperation assignment, Layout layout, string? source)
    {
        if (assignment.Parent is not IExpressionStatementOperation || !_bundles.TryGetValue(local, out Bundle? places) || !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol.OriginalDefinition, Innermost.OriginalDefinition)) return null;
        Bundle? values = assignment is ICompoundAssignmentOperation compound
            ? PlacedCall.OfOperator(compound) is { } called ? ReadInPlace(called) as Bundle : null
            : BundleOf(assignment.Value, layout);
        if (values is null) return null;
        HashSet<Variable> own = [.. places.Leaves.OfType<Read>().Select(read => read.Variable)];
        bool Speaks(Expr bound) => bound is Read { Type.IsSequence: false } read && own.Contains(read.Variable);
        bool known = _bundles.Any(other => !SymbolEqualityComparer.Default.Equals(other.Key, local) && other.Value.Leaves.Any(Speaks)) || _bindings.Values.Any(Speaks);
        if (known) Refuse(assignment, "DIFF0101", "Another object in a variable whose object has a second name", "use another variable for it");
        Store(places, values, source);
        return places;
    }

    /// <summary>
    /// A member of the object that a constructor makes, which is given an object: from then on it is another name for that one. Nothing may
    /// have looked at the member before, nor may anybody else know the object that is being made.
    /// </summary>
    private Bundle? Founded(IAssignmentOperation assignment, Layout layout, string? source)
    {
        if (assignment is not ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation { Parent: IBlockOperation { Parent: IConstructorBodyOperation } code } }) return null;
        if (MemberOfThis(assignment.Target) is not { } member || _frame.This is not { } made || made.Layout.IndexOn(member, null) is not (>= 0 and var index)) return null;
        if (Innermost.MethodKind != MethodKind.Constructor || !SymbolEqualityComparer.Default.Equals(Innermost.ContainingType.OriginalDefinition, made.Layout.Type.OriginalDefinition)) return null;
        if (made.Members[index] is not Bundle { IsMissing: true } || code.Descendants().Any(part => part is IReturnOperation)) return null;
        bool IsEarlier(IOperation part) => part.Syntax.SpanStart < assignment.Syntax.Span.End && part != ((IMemberReferenceOperation)assignment.Target).Instance;
        bool IsLooseOrSame(IOperation self) => MemberOfThis(self.Parent!) is not { } other || SymbolEqualityComparer.Default.Equals(other, member);
        if (code.Descendants().OfType<IInstanceReferenceOperation>().Any(self => self.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance && IsEarlier(self) && IsLooseOrSame(self))) return null;
        Bundle value = BundleOf(assignment.Value, layout), given = value.IsOutside ? value : Named(value, Joined("made", member.Name));
        if (given.IsMissing || !given.IsOutside && !given.Leaves.All(leaf => leaf is Read)) given = Owning(given, Joined("made", member.Name));
        _frame.This = made.With(index, given);
        return given;
    }

    /// <summary><c>a == b</c> or <c>ReferenceEquals(a, b)</c> of objects that can change.</summary>
    private Expr? Identity(IOperation question) => question switch
    {
        IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => ComparedObjects(comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind == BinaryOperatorKind.Equals),
        IInvocationOperation { TargetMethod: { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object }, Arguments: [{ } first, { } second] } => ComparedObjects(first.Value, second.Value, equal: true),
        _ => null,
    };

    /// <summary>Without conversions to what it is already: to <c>object</c>, or a type that it derives from.</summary>
    private static IOperation AsObject(IOperation operation) => operation is IConversionOperation { OperatorMethod: null, IsTryCast: false, Operand: { Type.IsReferenceType: true } operand, Type.IsReferenceType: true } ? AsObject(operand) : operation;

    /// <summary>
    /// Are two objects that can change the same one? Those that the method made are if they have the same variables, or the same place in an array. Null
    /// for objects of the caller, of which that is not known.
    /// </summary>
    private Expr? ComparedObjects(IOperation left, IOperation right, bool equal)
    {
        (left, right) = (AsObject(left), AsObject(right));
        if (LayoutOf(left) is not { Type.IsReferenceType: true } layout || LayoutOf(right) is not { } other || !SymbolEqualityComparer.Default.Equals(layout.Type, other.Type) || IsOpaqueSelf(left) || IsOpaqueSelf(right)) return null;
        if (layout.IsValue)
        {
            // It is kept by its values, and may be in several places.
            RefuseHere("An identity test of objects of '" + layout.Type.Name + "'", "compare what is in them");
            return False;
        }
        Bundle one = BundleOf(left, layout), two;
        if (Effects.In(right)) one = Lasting(one);
        two = BundleOf(right, layout);
        if (one.IsMissing || two.IsMissing || PlaceInParameter(one) is not null || PlaceInParameter(two) is not null || !IsThere(one) || !IsThere(two)) return null;
        foreach (Bundle asked in new[] { one, two })
        {
            RequirePlace(asked);
            NoteChanged(asked);
        }
        return (one.Leaves.First(), two.Leaves.First()) switch
        {
            (Read a, Read b) => a.Variable == b.Variable == equal ? True : False,
            (Element { Index: Indices at } a, Element { Index: Indices place } b) when a.Sequence is Read && a.Sequence.Equals(b.Sequence) && at.Member == place.Member => Opaque.Of(IrType.Boolean, ["", equal ? " == " : " != ", ""], at.Values[0], place.Values[0]),
            (Read or Element { Sequence: Read }, Read or Element { Sequence: Read }) => equal ? False : True,
            _ => null,
        };
    }

    /// <summary>
    /// A member of an object that the method has made, which is given another object: it becomes what the member's variables hold. That must be nobody
    /// else's, and nobody may know the old one but by the member.
    /// </summary>
    private Bundle? Replaced(IAssignmentOperation assignment, Layout layout, string? source)
    {
        if (assignment is not ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation } || MemberNamed(assignment.Target) is not { Layout: not null } || !IsPlace(assignment.Target)) return null;
        // The names of the code around a lambda are not known in it.
        if (_inlining.Any(method => method.MethodKind == MethodKind.AnonymousFunction) || MemberOf(assignment.Target) is not Bundle { IsMissing: false } places) return null;
        if (!places.Leaves.All(leaf => leaf is Read or Element) || PlaceInParameter(places) is not null) return null;
        if (Effects.In(assignment.Value)) places = Lasting(places);
        Bundle values = BundleOf(assignment.Value, layout);
        HashSet<object?> own = [.. places.Leaves.Select(Place)];
        bool IsAlias(Bundle? known) => known is not null && known.Leaves.Select(Place).Any(own.Contains) && (SymbolEqualityComparer.Default.Equals(known.Layout.Type, layout.Type) || !own.IsSubsetOf(known.Leaves.Select(Place)));
        bool known = _bundles.Any(name => IsAlias(name.Value) && IsAlive(name.Key, assignment));
        for (Frame? frame = _frame; frame is not null; frame = frame.Outer) known |= IsAlias(frame.This);
        if (known) Refuse(assignment, "DIFF0101", "Another object in a member whose object has a second name", "use the object by the member only");
        NoteChanged(places);
        Store(places, values, source);
        return places;
    }

    /// <summary>What tells one place from another: the variable, or the array and the member, whatever the index.</summary>
    private static object? Place(Expr leaf) => leaf switch
    {
        Read read => read.Variable,
        Element { Index: Indices place } element => (element.Sequence.Base(), place.Member),
        _ => null,
    };

    /// <summary>Can code that comes after the operation use the name? A local is gone when its block is left, or its method.</summary>
    private bool IsAlive(ISymbol name, IOperation operation)
    {
        if (name is not ILocalSymbol local) return true;
        if (SymbolEqualityComparer.Default.Equals(local.ContainingSymbol.OriginalDefinition, Innermost.OriginalDefinition))
            return Ancestors(operation).Any(outer => outer switch
            {
                IBlockOperation block => block.Locals.Contains(local, SymbolEqualityComparer.Default),
                ILoopOperation loop => loop.Locals.Contains(local, SymbolEqualityComparer.Default),
                _ => false,
            });
        return _inlining.Append(_method).Any(method => SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, local.ContainingSymbol.OriginalDefinition));
    }

    /// <summary>What a method returns in its last statement, if it returns nowhere else.</summary>
    private static IOperation? LastReturn(IOperation body) =>
        body is IBlockOperation { Operations: [.., IReturnOperation { ReturnedValue: { } value }] } && body.Descendants().Count(part => part is IReturnOperation && !IsInFunction(part, body)) == 1 ? value : null;

    private static bool IsInFunction(IOperation part, IOperation body) => Ancestors(part).TakeWhile(outer => outer != body).Any(outer => FunctionOf(outer) is not null);
}
