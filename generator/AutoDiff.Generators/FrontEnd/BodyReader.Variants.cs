using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Objects that the method makes, known under a class or an interface that several classes have. Which class an object is of is a number beside its
/// members, 0 for none: a call of a virtual method is a branch for each of the methods that may run, a type test a comparison.
/// </summary>
internal sealed partial class BodyReader
{
    private readonly List<INamedTypeSymbol> _kinds = [];
    private readonly Dictionary<ITypeSymbol, Layout?> _exactLayouts = new(SymbolEqualityComparer.Default);

    /// <summary>What objects of just this class have in them, whichever derive from it.</summary>
    private Layout? ExactLayoutOf(ITypeSymbol? type)
    {
        if (!_takesApart || Closed(type) is not INamedTypeSymbol { TypeKind: TypeKind.Class } named || LayoutOf(named) is { Kinds: null }) return LayoutOf(type);
        if (!_exactLayouts.TryGetValue(named, out Layout? layout)) _exactLayouts[named] = layout = Layout.OfExact(named, Home, _model.Compilation, _way);
        return layout;
    }

    private int NumberOf(INamedTypeSymbol type)
    {
        int index = _kinds.FindIndex(known => SymbolEqualityComparer.Default.Equals(known, type));
        if (index >= 0) return index + 1;
        _kinds.Add(type);
        return _kinds.Count;
    }

    private static Expr KindOf(Bundle variant) => ((Single)variant.Members[0]).Value;

    /// <summary>The condition that the object is of one of these classes; of none of them where it is <c>null</c>.</summary>
    private Expr IsOf(Bundle variant, IReadOnlyCollection<Layout> kinds)
    {
        int[] numbers = [.. kinds.Select(kind => NumberOf(kind.Type))];
        Expr which = KindOf(variant);
        if (which is Literal { Text: { } known }) return numbers.Any(number => Number(number).Text == known) ? True : False;
        if (numbers.Length == 0) return False;
        if (numbers.Length == variant.Layout.Kinds!.Count) return Present(variant);
        List<string> parts = [""];
        parts.AddRange(kinds.Select((kind, i) => " == " + numbers[i] + " /* " + kind.Type.Name + " */" + (i + 1 < kinds.Count ? " || " : "")));
        return new Opaque(parts.ToEquatable(), Enumerable.Repeat(which, numbers.Length).ToEquatable(), IrType.Boolean);
    }

    /// <summary>An object that is known to be of this class.</summary>
    private Bundle As(Bundle variant, Layout kind)
    {
        Layout exact = ExactLayoutOf(kind.Type) ?? kind;
        return new Bundle(exact, [.. exact.Members.Select(member => variant.Members[variant.Layout.IndexOf(member.Symbol)])]) { IsExact = true };
    }

    /// <summary>An object under the name of a class or an interface that it has.</summary>
    private Bundle Widened(Bundle values, Layout layout)
    {
        if (layout.Kinds is null || ReferenceEquals(values.Layout, layout) || SymbolEqualityComparer.Default.Equals(values.Layout.Type, layout.Type) && values.Layout.Kinds is not null) return values;
        if (values.IsMissing) return NoObject(layout);
        bool isKnown = values.Layout.Kinds is not null || values.IsExact || values.Layout.Type.IsSealed;
        if (!isKnown || (values.Layout.Kinds ?? [values.Layout]).Any(kind => !layout.Kinds.Any(other => SymbolEqualityComparer.Default.Equals(kind.Type, other.Type))))
        {
            RefuseOtherClass(values.Layout, layout);
            return Zero(layout);
        }
        Expr which = values.Layout.Kinds is null ? Number(NumberOf(values.Layout.Type)) : KindOf(values);
        return new Bundle(layout, [new Single(which), .. layout.Members.Skip(1).Select(member => values.Layout.IndexOf(member.Symbol) is >= 0 and var index ? values.Members[index] : Unset(member))]);
    }

    /// <summary>Values in the form of the places that they are for: the class of an object, or of a part of it, may be better known than these tell.</summary>
    private Bundle Fitted(Bundle values, Bundle places)
    {
        values = Widened(values, places.Layout);
        if (!_takesApart || values.Members.Count != places.Members.Count) return values;
        return values with { Members = [.. values.Members.Select((member, i) => member is Bundle part && places.Members[i] is Bundle place ? Fitted(part, place) : member)] };
    }

    /// <summary>Is there a part in it whose class may be one or another?</summary>
    private static bool HoldsKinds(Layout layout) => layout.Kinds is not null || layout.Members.Any(member => member.Layout is { } inner && HoldsKinds(inner));

    /// <summary>Does the object decide which method runs, and is its class not known here?</summary>
    private bool IsByKind(PlacedCall call) => call.Instance is { } instance && instance.Syntax is not BaseExpressionSyntax && !IsOpaqueSelf(instance) && LayoutOf(instance) is { Type.IsReferenceType: true } layout
        && (_takesApart || layout.Kinds is not null) && (call.Method.ContainingType.TypeKind == TypeKind.Interface || Implementations.IsOpen(call.Method));

    /// <summary>A branch for each method that may run, the arguments being evaluated before.</summary>
    private Meaning ByKind(PlacedCall call, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? known)
    {
        Meaning nothing = Nothing(call.Method.ReturnType);
        if (_collects || call.Method.ReturnsByRef || call.Method.ReturnsByRefReadonly || call.Method.IsGenericMethod) return RefuseCall(call, nothing);
        Bundle self = SelfOf(call, call.Instance!, LayoutOf(call.Instance!)!);
        return ByKind(call, self, known ?? ValuesOf(call), nothing);
    }

    /// <param name="call">The call.</param>
    /// <param name="self">What it is called on.</param>
    /// <param name="values">What it is given.</param>
    /// <param name="nothing">What a call that is refused gives.</param>
    private Meaning ByKind(PlacedCall call, Bundle self, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> values, Meaning nothing)
    {
        if (self.Layout.Kinds is null && !IsKnownExactly(self)) return RefuseCall(call, nothing);
        (IMethodSymbol Method, Layout[] Kinds)[] targets = [.. (self.Layout.Kinds ?? [self.Layout]).GroupBy(kind => Implementations.Running(kind.Type, call.Method), SymbolEqualityComparer.Default).Select(group => ((IMethodSymbol)group.Key!, group.ToArray()))];
        if (targets.Length == 1) return Entered(targets[0].Method, targets[0].Kinds);
        Meaning? result = call.Method.ReturnsVoid ? null : FreshResult(ResultName(call.Method), call.Method.ReturnType);
        void Chain(int first)
        {
            if (first == targets.Length - 1) Run(first);
            else _block.Add(new If(IsOf(self, targets[first].Kinds), Nested(() => Run(first)), Nested(() => Chain(first + 1))));
        }
        void Run(int target)
        {
            Meaning value = Entered(targets[target].Method, targets[target].Kinds);
            if (result is not null) StoreResult(result, Converted(value, call.Method.ReturnType));
        }
        Meaning Entered(IMethodSymbol method, Layout[] kinds)
        {
            Bundle me = self.Layout.Kinds is not null && kinds.Length == 1 ? As(self, kinds[0]) : self;
            if (IndexOfGot(method, me.Layout) is >= 0 and var index) return me.Members[index];
            PlacedCall target = call.To(method);
            if (!IsReadable(method, values, me) || Source(method) is not { } source || Depth.IsTooDeep(source) || BodyOf(ModelOf(source), source) is not { } body) return RefuseCall(call, nothing);
            return Placed(target, body, ModelOf(source), null, values.ConvertAll(given => (method.Parameters[given.Parameter.Ordinal], given.Value, given.Given)), me);
        }
        Chain(0);
        return result ?? nothing;
    }

    /// <summary>A property of an object that a pattern asks for; null where its code cannot be read.</summary>
    private Meaning? Asked(Bundle self, IPropertySymbol property, SyntaxNode syntax)
    {
        if (property.GetMethod is not { } getter) return null;
        PlacedCall call = new(getter, null, [], syntax);
        return Tried(call, () => ByKind(call, self, [], Nothing(property.Type)));
    }

    /// <summary>An automatic property has no code: which member its getter gives; -1 for any other method.</summary>
    private static int IndexOfGot(IMethodSymbol method, Layout layout, IOperation? instance = null) => method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property } ? layout.IndexOn(property, instance) : -1;

    /// <summary>The member behind an automatic property, which the object was asked for under another name.</summary>
    private Meaning? Automatic(PlacedCall call) => call.Instance is { } instance && !IsOpaqueSelf(instance) && LayoutOf(instance) is { Type.IsReferenceType: true } layout && IndexOfGot(call.Method, layout, instance) >= 0
        && There(BundleOf(instance, layout)) is { } self && IndexOfGot(call.Method, self.Layout, instance) is >= 0 and var index ? self.Members[index] : null;

    private bool IsReadable(IMethodSymbol method, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> values, Bundle self)
    {
        if (method.IsAsync || method.IsAbstract || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, _method)) return false;
        return _inlining.Count < DeepestInlining && !IsRecursive(method) || Descends(method, values, self);
    }

    /// <summary>How many members the objects have that each of the methods being read was given; 0 where one of them can change.</summary>
    private readonly List<int> _sizes = [];
    private const int DeepestDescent = 32, MostDescents = 256;
    private int _descents;

    private static int SizeOf(List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> values, Bundle? self)
    {
        Bundle[] objects = [.. values.Select(value => value.Value).Append(self).OfType<Bundle>().Where(bundle => bundle.Layout.Type.IsReferenceType)];
        return objects.Any(each => !each.Layout.IsValue || each.Layout.Kinds is not null) ? 0 : objects.Sum(each => 1 + each.Leaves.Count() + Parts(each));
    }

    private static int Parts(Bundle bundle) => bundle.Members.OfType<Bundle>().Sum(part => 1 + Parts(part));

    /// <summary>Could the call of a method from within itself go down into the parts of an object, which are known?</summary>
    private bool MayDescend(PlacedCall call) => _takesApart && _inlining.Count < DeepestDescent && _descents < MostDescents
        && call.Arguments.Select(argument => argument.Value).Append(call.Instance).Any(given => given?.Type is { IsReferenceType: true } && LayoutOf(given) is { IsValue: true });

    private bool Descends(PlacedCall call, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> values, Bundle? self) => MayDescend(call) && Descends(call.Method, values, self);

    /// <summary>Is the method given less than the last time that it was entered? Then reading it in place comes to an end.</summary>
    private bool Descends(IMethodSymbol method, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> values, Bundle? self)
    {
        int last = _inlining.FindLastIndex(each => SymbolEqualityComparer.Default.Equals(each, method)), size = SizeOf(values, self);
        return _takesApart && size > 0 && (last < 0 || size < _sizes[last]) && _inlining.Count < DeepestDescent && _descents++ < MostDescents;
    }

    private Meaning Nothing(ITypeSymbol type) => LayoutOf(type) is { } layout ? Zero(layout) : new Single(new Literal("0", TypeOf(type)));

    /// <summary>A parameter that the method assigns: it may be given an object of another class.</summary>
    private Bundle OwnCopy(Bundle value, IParameterSymbol parameter)
    {
        if (LayoutOf(parameter.Type) is not { } layout || !HoldsKinds(layout)) return Copy(value, parameter.Name);
        Bundle own = Fresh(layout, parameter.Name);
        Store(own, value, null);
        return own;
    }

    private Meaning RefuseCall(PlacedCall call, Meaning instead)
    {
        Refuse(call.Syntax, SiteOf(call.Syntax), "DIFF0101", Quote(call.Syntax));
        return instead;
    }

    private void StoreResult(Meaning result, Meaning value)
    {
        if (result is Bundle places) Store(places, (Bundle)value, null, leaving: true);
        else
        {
            Variable variable = ((Read)((Single)result).Value).Variable;
            Expr given = ((Single)value).Value;
            _block.Add(new Assign(variable, given.Type.IsSequence ? Viewed(given, variable.Type) : given));
        }
    }

    /// <summary>Is the object of this type? And what it is known as then.</summary>
    private (Expr Test, Bundle Known) TypeTest(Bundle model, ITypeSymbol type)
    {
        if (model.Layout.Kinds is not { } all) return Implementations.Is(model.Layout.Type, type) ? (Present(model), model) : IsKnownExactly(model) ? (False, Stranger(type, model)) : (RefusedTest(model, type), model);
        Layout[] kinds = [.. all.Where(kind => Implementations.Is(kind.Type, type))];
        return (IsOf(model, kinds), kinds.Length == 1 ? As(model, kinds[0]) : kinds.Length == 0 ? Stranger(type, model) : model);
    }

    private bool IsKnownExactly(Bundle model) => model.IsExact || model.Layout.Type.IsSealed;

    /// <summary>What a test that never holds gives a name to.</summary>
    private Bundle Stranger(ITypeSymbol type, Bundle model) => LayoutOf(type) is { } layout ? Zero(layout) : model;

    private Expr RefusedTest(Bundle model, ITypeSymbol type)
    {
        RefuseHere("A test whether an object of '" + model.Layout.Type.Name + "' is of '" + type.Name + "'", "make the class sealed");
        return False;
    }

    /// <summary>A conversion of an object to a class or an interface that it must have.</summary>
    private Bundle? Cast(IConversionOperation conversion)
    {
        if (conversion is not { OperatorMethod: null, Operand: { } operand, Type: INamedTypeSymbol { IsReferenceType: true } type } || operand.Type is not { IsReferenceType: true } && !Implementations.IsAsAnObject(operand.Type) || LayoutOf(operand) is not { } from || from.Kinds is null && LayoutOf(type)?.Kinds is null) return null;
        Bundle given = BundleOf(operand, from);
        if (Implementations.Is(given.Layout.Type, type)) return given;
        (Expr test, Bundle known) = TypeTest(given, type);
        if (conversion.IsTryCast)
        {
            if (IsTrue(test)) return known;
            RefuseHere("'as' of an object that may be of another class", "test it with 'is' and a name");
            return known;
        }
        if (!IsTrue(test)) _block.Add(new If(Not(test), Nested(() => _block.Add(new Effect(Opaque.Text("throw new global::System.InvalidCastException()", IrType.Void) with { Repeatable = false }))), Block.Empty));
        return known;
    }
}
