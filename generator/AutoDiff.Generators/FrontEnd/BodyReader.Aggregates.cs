using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    private readonly Dictionary<ITypeSymbol, Layout?> _layouts = new(SymbolEqualityComparer.Default);

    private Layout? LayoutOf(ITypeSymbol? type)
    {
        if (Closed(type) is not { } closed) return null;
        type = closed;
        if (Framework.OriginalOf(type, _model.Compilation) is { } original) return LayoutOf(original);
        if (_layouts.TryGetValue(type, out Layout? layout)) return layout;
        if (FrontEnd.Collections.IsKnown(type) && FrontEnd.Collections.HoldsNumbers((INamedTypeSymbol)type)) Collections.Add(type.Name);
        HasOwnTypes |= Layout.IsOwnType(type);
        HasCollectionsInObjects |= Layout.IsOwnType(type) && Layout.Stored((INamedTypeSymbol)type).Any(stored => Layout.IsCollection(Layout.TypeOf(stored)));
        layout = Layout.OfNullable(type, Home, _model.Compilation, _takesApart, _way) ?? (_takesApart ? Layout.OfOwn(type, Home, _model.Compilation, _way) : Layout.Of(type, Home, _model.Compilation));
        if (layout is not null) _recursions.Types.Add(type);
        return _layouts[type] = layout;
    }

    /// <summary>What is in the object that a member is of, which may be of a class derived from that by which it is known.</summary>
    private Layout? LayoutOf(IOperation instance) => KnownAs(instance) is { Layout: { Type.IsReferenceType: true } layout } ? layout : IsGiven(instance) ? null : LayoutOf(instance.Type);

    /// <summary>A parameter of the method itself that is no model: a constant, whatever it is.</summary>
    private bool IsGiven(IOperation instance) => _takesApart && instance is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method) && !_bundles.ContainsKey(parameter);

    /// <summary>The object that a name stands for.</summary>
    private Bundle? KnownAs(IOperation? instance) => instance switch
    {
        IInstanceReferenceOperation => _frame.This,
        ILocalReferenceOperation or IParameterReferenceOperation => _bundles.TryGetValue(Effects.Symbol(instance)!, out Bundle? known) ? known : null,
        _ => null,
    };

    /// <summary>An object under a type that it derives from, or an interface that it has.</summary>
    private IOperation? Upcast(IOperation operation) => operation is IConversionOperation { OperatorMethod: null, IsTryCast: false, IsImplicit: true, Operand: { Type: INamedTypeSymbol own } operand, Type: { IsReferenceType: true, SpecialType: not SpecialType.System_Object } type }
        && (own.TypeKind == TypeKind.Class || Implementations.IsAsAnObject(own) && LayoutOf(type) is { Kinds: not null })
        && !SymbolEqualityComparer.Default.Equals(own, type) && LayoutOf(operand) is not null ? operand : null;

    /// <summary>What an expression of any type stands for.</summary>
    private Meaning MeaningOf(IOperation operation) => KeptBy(operation, operation.Type) is { } code ? code : Upcast(operation) is { } derived ? BundleOf(derived, LayoutOf(derived)!) : LayoutOf(operation) is { } layout ? BundleOf(operation, layout) : new Single(Value(operation));

    /// <summary>An expression whose type has members that are read one by one.</summary>
    private Bundle BundleOf(IOperation operation, Layout layout)
    {
        if (layout.IsList) return ListBundle(operation, layout);
        if (operation is IObjectCreationOperation && ExactLayoutOf(operation.Type) is { } own && (own.Type.IsReferenceType || layout.Type.IsReferenceType)) layout = own;
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation when _bundles.TryGetValue(Effects.Symbol(operation)!, out Bundle? bound):
                return bound;
            case IInstanceReferenceOperation when _frame.This is { } self:
                return self;
            case IConditionalAccessInstanceOperation when _accessed.Count > 0 && _accessed.Peek() is Bundle accessed:
                return accessed;
            case IConversionOperation conversion when Cast(conversion) is { } cast:
                return cast;
            case var _ when layout.IsNullable && NullableResult(operation, layout) is { } nullable:
                return nullable;
            case IConversionOperation or ICoalesceOperation or IPropertyReferenceOperation or IInvocationOperation when OutOfNullable(operation) is Bundle present:
                return present;
            case IFieldReferenceOperation or IPropertyReferenceOperation when MemberNamed(operation) is { Layout: not null } && MemberOf(operation) is Bundle member:
                return member;
            case IFieldReferenceOperation or IPropertyReferenceOperation when Framework.ConstantOf(operation, _model.Compilation) is { } constant && ReadInPlace(new PlacedCall(constant, null, [], operation.Syntax)) is Bundle known:
                return known;
            case IPropertyReferenceOperation property when Getter(property) is { } getter && ReadInPlace(getter) is Bundle got:
                return got;
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 1 } when ElementOf(operation) is Element element:
                return MembersOf(element, layout, "");
            case IBinaryOperation or IUnaryOperation or IConversionOperation when PlacedCall.OfOperator(operation) is { } called && ReadInPlace(called) is Bundle computed:
                return computed;
            case IConversionOperation { OperatorMethod: null, Operand: { } operand } when LayoutOf(operand.Type) is { } from && from.Members.Count == layout.Members.Count:
                return Converted(BundleOf(operand, from), layout);
            case ICoalesceOperation coalesce when PresentOf(coalesce, layout) is { } model:
                return model;
            case ITupleOperation tuple:
                return Carried([.. tuple.Elements], layout);
            case IAnonymousObjectCreationOperation carrier:
                return Carried([.. carrier.Initializers.Select(each => ((ISimpleAssignmentOperation)each).Value)], layout);
            case IObjectCreationOperation { Arguments: { } carried } when IsGivenInTurn(carried, layout) && Layout.CarriedBy(layout.Type).Count > 0:
                return Carried([.. carried.Select(argument => argument.Value)], layout);
            case IInvocationOperation { TargetMethod: { } maker, Arguments: { } parts } when Layout.Carries(maker) && IsGivenInTurn(parts, layout):
                return Carried([.. parts.Select(argument => argument.Value)], layout);
            case IDefaultValueOperation when layout.Type.IsValueType:
                return Zero(layout);
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation when layout.Type.IsReferenceType:
                return NoObject(layout);
            case IObjectCreationOperation creation:
                return Owning(Created(creation, layout), "made");
            case IWithOperation copy:
                return Owning(Initialised(Copy(BundleOf(copy.Operand, layout), "copy"), copy.Initializer), "copy");
            case IConditionalOperation choice:
                Expr condition = Condition(choice.Condition);
                Bundle chosen = Fresh(layout, "chosen");
                Block then = Nested(() => AssignBundle(chosen, choice.WhenTrue, null));
                Block otherwise = Nested(() => AssignBundle(chosen, choice.WhenFalse!, null));
                _block.Add(new If(condition, then, otherwise));
                return chosen;
            case ISwitchExpressionOperation arms:
                Bundle taken = Fresh(layout, "chosen");
                SwitchInto(arms, value => AssignBundle(taken, value, null), null);
                return taken;
            case IInvocationOperation call when CalledBy(call) is { } closure && Run(closure, call) is Bundle returned:
                return returned;
            case IInvocationOperation call when HasRule(call):
                return Ruled(call, null, null) as Bundle ?? Zero(layout);
            case IInvocationOperation call when QueryResult(call) is Bundle folded:
                return folded;
            case IInvocationOperation call:
                return ReadInPlace(PlacedCall.Of(call)) as Bundle ?? CalledByCompanions(call, null, null).Result as Bundle ?? Constant(GuardedCall(call, TypeOf(call.Type), call.TargetMethod.Name), layout);
            case ISimpleAssignmentOperation or ICompoundAssignmentOperation when AggregateAssignment(operation, null) is { } assigned:
                return assigned;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation:
                return Constant(OpaqueOf(operation), layout);
            default:
                Refuse(operation, "DIFF0101", Construct(operation));
                return Zero(layout);
        }
    }

    /// <summary>A member of an aggregate that is read one by one; null where the operation is none. What it is a member of is evaluated.</summary>
    private Meaning? MemberOf(IOperation operation)
    {
        if (PlaceOfMember(operation) is not { } place) return null;
        Bundle found = There(BundleOf(place.Instance, place.Layout));
        // Its class may be better known than by the type of the expression.
        int index = ReferenceEquals(found.Layout, place.Layout) ? place.Index : found.Layout.IndexOf(place.Layout.Members[place.Index].Symbol);
        if (index < 0)
        {
            RefuseOtherClass(found.Layout, place.Layout);
            return Unset(place.Layout.Members[place.Index]);
        }
        Meaning member = found.Members[index];
        if (member is Single { Value: { } value }) RequireVisible(value);
        return member;
    }

    /// <summary>Which member that is; nothing is evaluated.</summary>
    private LayoutMember? MemberNamed(IOperation operation) => PlaceOfMember(operation) is { } place ? place.Layout.Members[place.Index] : null;

    private (IOperation Instance, Layout Layout, int Index)? PlaceOfMember(IOperation operation)
    {
        (IOperation? instance, ISymbol? symbol) = operation switch
        {
            IFieldReferenceOperation field => (field.Instance, field.Field),
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => (property.Instance, (ISymbol)property.Property),
            _ => (null, (ISymbol?)null),
        };
        if (instance is null || symbol is null || IsOpaqueSelf(instance) || LayoutOf(instance) is not { } layout) return null;
        int index = layout.IndexOn(symbol, instance);
        return index < 0 ? null : (instance, layout, index);
    }

    /// <summary>The object whose method is differentiated: its own members are constants.</summary>
    private bool IsOpaqueSelf(IOperation instance) => instance is IInstanceReferenceOperation && _frame.This is null;

    /// <summary>A property of an aggregate that is more than a field, as a call.</summary>
    private PlacedCall? Getter(IPropertyReferenceOperation property) =>
        (property.Property.GetMethod is { } known ? Framework.TwinOf(known, _model.Compilation) ?? known : null) is { DeclaringSyntaxReferences.Length: 1 } getter && (property.Instance is null || getter.ContainingType.IsExtension || !IsOpaqueSelf(property.Instance) && LayoutOf(property.Instance) is not null)
            ? PlacedCall.Of(getter, property.Instance, [.. property.Arguments.Select(argument => (getter.Parameters[argument.Parameter!.Ordinal], argument.Value))], property.Syntax) with { Owner = property.ConstrainedToType }
            : null;

    /// <summary>The members of a struct in an array, or of an object that is kept there, as elements of their own.</summary>
    private Bundle MembersOf(Element element, Layout layout, string path, bool kept = false, bool foreign = false)
    {
        Indices place = element.Index as Indices ?? new Indices(EquatableArray.Of(element.Index));
        // A model is given with just its members, in whatever way the method is read.
        if (!kept && path.Length == 0 && element.Sequence.Type.IsOfModels && Layout.Of(layout.Type, Home, _compilation) is { } given) layout = given;
        kept |= path.Length == 0 && layout.Type.IsReferenceType && element.Sequence.Type is { IsAggregate: true, IsOfModels: false };
        if (!kept && layout.Kinds is not null) return RefuseOutside(layout);
        if (kept && path.Length == 0 && element.Sequence.Type.Name != KeptIn(layout).Name)
        {
            RefuseHere("An object of '" + layout.Type.Name + "' where others are kept", "keep objects of one class in one array or list");
            return Zero(layout);
        }
        if (path.Length == 0) place = place with { Making = kept ? null : MakingOf(layout) };
        // Objects that the method has made are kept in another way.
        if (path.Length == 0) foreign = !kept && (layout.Type.IsReferenceType && !element.Sequence.Type.IsOfModels || IsForeign(element.Sequence));
        bool isObject = !kept && layout is { Kinds: null, Type.IsReferenceType: true };
        element = element with { Index = place };
        if (element.Sequence.Type.IsOfModels && !kept && ChangesModels && layout.Members.Any(member => member.Constant && TypeReader.HoldsReals(member.Type)))
            RefuseHere("An object of '" + layout.Type.Name + "' with a member marked [NoGradient], in an array whose objects the method changes,", "keep that number in an array of its own, or beside the objects");
        // What is kept has been put there as an object of just this class.
        return new Bundle(layout, [.. layout.Members.Select((member, i) =>
        {
            string name = path + "." + (kept ? KeptName(layout, i) : member.PlaceName);
            if (member.Layout is { } inner)
            {
                if (!kept && inner is { Type.IsReferenceType: true, IsValue: false }) _objectsInElements.Add((element.Sequence.Type.Scalar, name + "."));
                Bundle nested = MembersOf(element, inner, name, kept, foreign);
                return member.Constant && !kept ? nested.Map(leaf => leaf is Element { Type.CanBeActive: true } number ? Stopped(number) : leaf) : nested;
            }
            if (member.IsClosed && !kept && !foreign) return Closed(layout, member);
            var part = new Element(element.Sequence, place with { Member = name, MemberType = kept ? MemberType(member) : TypeOf(member.Type) });
            if (member.Constant && !kept && part.Type.CanBeActive) return new Single(Stopped(part));
            return new Single(isObject && foreign && !IsLasting(member) ? Opaque.Of(part.Type, ["", ""], part) with { Repeatable = false } : part);
        })])
        {
            IsExact = kept && layout.Kinds is null,
            Object = isObject ? new Element(element.Sequence, path.Length == 0 ? place with { Making = null } : place with { Making = null, Member = path, MemberType = TypeOf(layout.Type) }) : null,
            IsForeign = isObject && foreign,
        };
    }

    /// <summary>A member that is marked <c>[NoGradient]</c>: a constant.</summary>
    private static Opaque Stopped(Element part) => Opaque.Of(part.Type, ["\u0001Derivative\u0001.Stop(", ")"], part) with { Repeatable = false };

    /// <summary>How an element is made anew; null where its members are assigned one by one.</summary>
    private static Making? MakingOf(Layout layout) => IsAssignable(layout) ? null : layout.Making;

    /// <summary>The assignment to a property of an aggregate that is more than a field, as a call.</summary>
    private PlacedCall? Setter(IPropertyReferenceOperation property, IOperation value) =>
        property is { Property: { SetMethod: { DeclaringSyntaxReferences.Length: 1, Parameters: { } parameters } setter }, Instance: { } instance }
            && !IsOpaqueSelf(instance) && LayoutOf(instance) is { } layout && layout.IndexOn(property.Property, instance) < 0
            ? new PlacedCall(setter, instance, [.. property.Arguments.Select(argument => (parameters[argument.Parameter!.Ordinal], argument.Value)), (parameters[parameters.Length - 1], value)], property.Syntax)
            : null;

    private Meaning Protect(Meaning meaning, IOperation later) => meaning switch
    {
        Single single => new Single(single.Value.Type.IsSequence ? ProtectSequence(single.Value, later) : Protect(single.Value, later)),
        Bundle { IsForeign: true } foreign => Effects.In(later) ? Held(foreign, "held") : foreign,
        // An object shows what has become of it.
        Bundle { Layout.IsValue: false } known when HasName(known, leaving: false) => Effects.In(later) ? Lasting(known) : known,
        Bundle bundle => AsMissing(bundle with { Members = [.. bundle.Members.Select(member => Protect(member, later))], Object = bundle.Object is { } known ? Protect(known, later) : null }, bundle),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Variables for the members of a new object, not yet assigned.</summary>
    private Bundle Fresh(Layout layout, string name) => new(layout, [.. layout.Members.Select(member => FreshMember(member, Joined(name, member.Name)))]);

    private Meaning FreshMember(LayoutMember member, string name)
    {
        if (member.Layout is { } inner) return Fresh(inner, name);
        Variable variable = Temporary(name, MemberType(member));
        _block.Declare(variable);
        return new Single(new Read(variable));
    }

    /// <summary>Everything at its default.</summary>
    private Bundle Zero(Layout layout) => new(layout, [.. layout.Members.Select(Unset)]);

    private Meaning Unset(LayoutMember member) => member.Layout is { } inner ? inner.Type.IsReferenceType ? NoObject(inner) : Zero(inner) : new Single(Default(MemberType(member)));

    private static Expr Default(IrType type) => type.IsReal ? Literal.Zero(type) : type == IrType.Boolean ? False : type == IrType.Int32 ? new Literal("0", type) : Opaque.Text("default(" + type + ")!", type);

    /// <summary>A copy in variables of its own.</summary>
    private Bundle Copy(Bundle bundle, string name)
    {
        bundle = HeldParts(bundle, name);
        Bundle copy = FreshFor(bundle, name, [], keepsForeign: true);
        NoteMissing(copy, bundle);
        StoreMembers(copy, bundle, null);
        return copy;
    }

    /// <summary>The same values, each evaluated once: what is neither a variable nor a constant gets a name.</summary>
    private Bundle Named(Bundle bundle, string name)
    {
        if (bundle.IsForeign) return Held(bundle, name);
        if (bundle.IsMissing || !bundle.Layout.IsValue && bundle.Leaves.All(leaf => leaf is Read or Element)) return bundle;
        Bundle named = bundle with
        {
            Members = [.. bundle.Members.Select((member, i) => member switch
            {
                Bundle inner => Named(inner, Joined(name, bundle.Layout.Members[i].Name)),
                Single { Value: Literal or Read } => member,
                Single { Value: Opaque { Repeatable: true, Operands.Count: 0 } } => member,
                Single single => new Single(Spill(single.Value, Joined(name, bundle.Layout.Members[i].Name))),
                _ => throw new InvalidOperationException(),
            })],
            Object = null,
        };
        NoteMissing(named, bundle);
        return named;
    }

    /// <summary>An aggregate as the one object it is in C#, for text that uses it as a whole.</summary>
    private Expr? Whole(Bundle bundle)
    {
        if (bundle.IsMissing) return Opaque.Text("default(" + NameOf(bundle.Layout.Type) + ")!", TypeOf(bundle.Layout.Type));
        if (bundle.Layout is not { Construction: { } construction, IsAllocated: false }) return null;
        var members = new List<Expr>();
        foreach (Meaning member in bundle.Members)
        {
            Expr? whole = member is Single single ? single.Value : Whole((Bundle)member);
            if (whole is null) return null;
            members.Add(whole);
        }
        return new Opaque(construction.ToEquatable(), members.ToEquatable(), TypeOf(bundle.Layout.Type));
    }

    /// <summary>The name of a part: that of the whole, and that of the member.</summary>
    public static string Joined(string name, string member) => name + char.ToUpperInvariant(member.TrimStart('_')[0]) + member.TrimStart('_').Substring(1);
}
