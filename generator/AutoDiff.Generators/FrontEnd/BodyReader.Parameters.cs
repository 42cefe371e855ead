using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary>Makes a parameter known, with its members where it has some.</summary>
    public FormalParameter Parameter(IParameterSymbol parameter)
    {
        bool constant = Differentiables.IsConstant(parameter);
        IrType type = constant || IsArrayOfModels(parameter.Type) ? TypeOf(parameter.Type) : TypeReader.ReadParameter(parameter.Type);
        var whole = new Variable(_variables++, parameter.Name, type, VariableRole.Parameter);
        if (constant) _constants.Add(whole);
        // A model is given with just its members, whether it is there or not, and these with theirs.
        Layout? layout = constant || LayoutOf(parameter.Type) is null ? null : Layout.Of(parameter.Type, Home, _compilation);
        // It was one when the signature was judged.
        if (layout is null && !constant && !whole.Type.CanBeActive && TypeReader.HoldsReals(parameter.Type)) RefuseHere("The parameter '" + parameter.Name + "', read with collections taken apart,", "give the method arrays");
        Structure structure = new Leaf(whole);
        if (layout is null) _bindings[parameter] = new Read(whole);
        else
        {
            (structure, Meaning members) = Parts(layout, whole, parameter.Name, "");
            _bundles[parameter] = (Bundle)members;
        }
        bool differentiable = !constant && (whole.Type.CanBeActive || layout is not null);
        return new FormalParameter(whole, structure, differentiable, Signature.Passing(parameter), Signature.Modifiers(parameter), Signature.Default(parameter));
    }

    /// <summary>Makes the object known that the method is called on, with its members.</summary>
    public FormalParameter Self(Receiver receiver)
    {
        var whole = new Variable(_variables++, receiver.Name, TypeOf(receiver.Type), VariableRole.Parameter);
        (Structure structure, Meaning members) = Parts(Layout.Of(receiver.Type, receiver.Type, _compilation)!, whole, receiver.Name, "");
        _frame.This = _self = (Bundle)members;
        return new FormalParameter(whole, structure, !receiver.IsConstant, receiver.Passing, Modifiers: "", Default: "");
    }

    private (Structure, Meaning) Parts(Layout layout, Variable root, string name, string path)
    {
        var components = new List<Component>();
        var members = new List<Meaning>();
        foreach (LayoutMember member in layout.Members)
        {
            string inner = path + "." + member.ReadName, joined = Joined(name, member.Name);
            if (member.Layout is { } nested)
            {
                (Structure structure, Meaning bundle) = Parts(nested, root, joined, inner);
                components.Add(new Component(member.AccessName, member.TakesNumbers, structure));
                members.Add(bundle);
                continue;
            }
            var part = new Variable(_variables++, joined, member.IsClosed ? new IrType(TypeShape.Other, NameOf(member.Type)) : TypeOf(member.Type), VariableRole.Parameter, root, inner);
            components.Add(new Component(member.AccessName, member.TakesNumbers, new Leaf(part)));
            members.Add(member.IsClosed ? Closed(layout, member) : new Single(new Read(part)));
            if (member.IsClosed) _closedMembers.Add(part);
            if (member.Constant) _constantMembers.Add(part);
        }
        EquatableArray<string> construction = (layout.Construction ?? []).ToEquatable();
        return (new Composite(TypeOf(layout.Type), layout.IsByReference, layout.Type.IsValueType, components.ToEquatable(), construction) { Ancestors = Layout.Hierarchy(layout.Type).Skip(1).Select(NameOf).ToEquatable() }, new Bundle(layout, members));
    }

    /// <summary>
    /// A parameter passed by value whose members cannot be assigned one by one (a record, a readonly struct), but which is changed,
    /// continues in variables of its own; so does one that is an array of arrays, or has several indices, where another array takes its place.
    /// </summary>
    private void CopyAssignedParameters(IOperation body)
    {
        HashSet<ISymbol> assigned = new(Effects.ChangedIn(body).Select(Effects.Symbol).Where(symbol => symbol is not null)!, SymbolEqualityComparer.Default);
        HashSet<ISymbol> replaced = Effects.AssignedIn(body);
        foreach (IParameterSymbol parameter in _method.Parameters)
        {
            if (parameter.RefKind == RefKind.None && replaced.Contains(parameter) && _bindings.TryGetValue(parameter, out Expr? bound) && bound is Read { Type: { Shape: TypeShape.Array, IsRealSequence: true, IsFlat: false } type } given)
            {
                Variable own = Local(parameter.Name, type);
                _block.Add(new Assign(own, given));
                _bindings[parameter] = new Read(own);
            }
            if (parameter.RefKind != RefKind.None || !assigned.Contains(parameter) || !_bundles.TryGetValue(parameter, out Bundle? bundle)) continue;
            // What is changed in an object, its owner sees.
            if (bundle.Layout.IsValue && !IsAssignable(bundle.Layout)) _bundles[parameter] = Copy(bundle, parameter.Name);
        }
    }

    private static bool IsAssignable(Layout layout) => layout.Members.All(member => member.TakesNumbers && (member.Layout is null || IsAssignable(member.Layout)));

    /// <summary>Members of parameters that the method may not read.</summary>
    public IReadOnlyCollection<Variable> ClosedMembers => _closedMembers;

    private readonly List<Variable> _closedMembers = [];

    /// <summary>Members of parameters that are marked as constants.</summary>
    public bool IsConstantMember(Variable variable) => _constantMembers.Contains(variable);

    private Structure StructureOf(Meaning meaning) => meaning switch
    {
        Single { Value: Read read } => new Leaf(read.Variable),
        Bundle bundle => new Composite(
            TypeOf(bundle.Layout.Type), bundle.Layout.IsByReference, bundle.Layout.Type.IsValueType,
            bundle.Members.Select((member, i) => new Component(bundle.Layout.Members[i].AccessName, bundle.Layout.Members[i].TakesNumbers, StructureOf(member))).ToEquatable(),
            (bundle.Layout.Construction ?? []).ToEquatable()),
        _ => throw new InvalidOperationException(),
    };
}
