using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    private const int DeepestInlining = 8;

    /// <summary>What kept calls from being read in place: the reason that a user hears where the call must be refused.</summary>
    private readonly Dictionary<SyntaxNode, Refusal> _obstacles = [];

    /// <summary>
    /// A local function, a delegate whose code is known, or a small method whose source is at hand, is read in place: its parameters become variables, its
    /// returns assignments. Null where that is not possible; then the call must turn out to be a constant.
    /// </summary>
    private Expr? Inlined(IInvocationOperation call)
    {
        if (ChoiceOf(call) is { } choice) return Run(choice, call);
        if (CalledBy(call) is { } closure) return Run(closure, call) is Single { Value: { } result } ? result : new Literal("0", IrType.Void);
        if (ListSearch(call) is { } place) return place;
        if ((QueryResult(call) ?? FoundByDelegate(call)) is { } queried) return queried is Single { Value: { } only } ? only : new Literal("0", IrType.Void);
        PlacedCall placed = PlacedCall.Of(call);
        bool isOfStateless = _frame.IsStateless && placed.Instance is IInstanceReferenceOperation;
        if (!placed.IsLocal && !isOfStateless && !IsWorthReading(placed) && !IsToBeRead(placed) || IsOwnFunction(placed.Method)) return null;
        return ReadInPlace(placed) switch
        {
            null => placed.IsLocal ? RefuseLocal(call) : null,
            Single single => single.Value,
            // Nobody looks at the result.
            Bundle => new Literal("0", IrType.Void),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Does anything go in that may carry a derivative, or come out of it?</summary>
    private bool IsWorthReading(PlacedCall call) =>
        PassesClosure(call) || call.Arguments.Any(argument => TypeOf(argument.Value.Type).CanBeActive || LayoutOf(argument.Value) is not null || Upcast(argument.Value) is not null || ListOf(argument.Value) is not null || IsNewObjects(argument.Value) || IsCollectionOfReals(argument.Value) || SpeaksOfNumbers(argument.Value) && HoldsMessage(argument.Parameter) || argument.Parameter.RefKind is RefKind.Ref or RefKind.Out)
        || call.Instance is { } instance && !IsOpaqueSelf(instance) && LayoutOf(instance) is not null;

    /// <summary>
    /// A call that is given nothing but constants gives a constant, except where what it makes is changed afterwards: then the method is
    /// read once more, with <see cref="_constantsInPlace"/>.
    /// </summary>
    private bool IsToBeRead(PlacedCall call)
    {
        if (Source(call.Method) is not null && call.Method.IsStatic && IsPrivateElsewhere(call.Method) && PrivateMemberOf(call.Method) is null) return true;
        if (Source(call.Method) is null || !(TypeOf(call.Method.ReturnType).Shape == TypeShape.Array || IsArrayOfObjects(call.Method.ReturnType) || IsList(call.Method.ReturnType) || LayoutOf(call.Method.ReturnType) is { } made && (_takesApart || !made.IsValue))) return false;
        HasConstantsMade = true;
        return _constantsInPlace;
    }

    /// <param name="call">The call.</param>
    /// <param name="known">What it is given, where that is evaluated already.</param>
    private Meaning? ReadInPlace(PlacedCall call, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? known = null)
    {
        if (Framework.TwinOf(call.Method, _model.Compilation) is { } twin) return ReadInPlace(call.To(twin), known?.ConvertAll(given => (twin.Parameters[given.Parameter.Ordinal], given.Value, given.Given)));
        call = Latest(Closed(call));
        if (call.Method is { IsGenericMethod: false, PartialImplementationPart: { } part }) call = call.To(part);
        if ((Automatic(call) ?? Behind(call, known)) is { } member) return member;
        if (IsByKind(call)) return Tried(call, () => ByKind(call, known));
        if (!CanReadInPlace(call) || Source(call.Method) is not { } source || Depth.IsTooDeep(source)) return null;
        SemanticModel model = ModelOf(source);
        if (BodyOf(model, source) is not { } body) return null;
        if (EnumerationShown(call.Method, body) is { } shown)
        {
            _obstacles[call.Syntax] = new Refusal("DIFF0101", SiteOf(call.Syntax), EquatableArray.Of(Quote(shown.Syntax) + ", which needs more of a private enumeration than its numbers,", "make the enumeration internal"));
            return null;
        }

        if (IsOfCollection(call.Method)) return OnCollection(call, body, model, known);
        return Tried(call, () => Placed(call, body, model, null, known));
    }

    /// <summary>What a call gives that is read in place; null, and nothing of it is left, where it is refused for something in it.</summary>
    private Meaning? Tried(PlacedCall call, Func<Meaning> read)
    {
        int refusals = _refusals.Count, casts = _casts.Count;
        ISymbol[] refused = [.. _refused];
        Meaning? result = null;
        Block trial = Nested(() => result = read());
        if (_refusals.Count > refusals && !call.IsLocal && !PassesClosure(call))
        {
            // Not covered: take it back. The call stands as a whole, and is refused there if anything active goes in. A local function
            // cannot be called from outside its method, nor a lambda be handed out of it: what it is refused for stands.
            _obstacles[call.Syntax] = _refusals[refusals];
            _refusals.RemoveRange(refusals, _refusals.Count - refusals);
            _casts.RemoveRange(casts, _casts.Count - casts);
            _refused.IntersectWith(refused);
            return null;
        }
        if (_refusals.Count > refusals) return result;
        Splice(trial);
        return result;
    }

    private Expr RefuseLocal(IInvocationOperation call)
    {
        IMethodSymbol function = call.TargetMethod;
        Expr result = Refuse(call, "DIFF0110", [function.Name, .. WhyNotInPlace(function)]);
        _refused.Add(function);
        return result;
    }

    /// <summary>The reason, and what to do about it.</summary>
    private string[] WhyNotInPlace(IMethodSymbol function)
    {
        bool iterates = Source(function) is { } source && source.DescendantNodes(node => node == source || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(node => node is YieldStatementSyntax);
        return [iterates ? "is an iterator" : Obstacle(function), Remedies.InPlace(function, iterates)];
    }

    private string Obstacle(IMethodSymbol function) =>
        function.IsGenericMethod ? "is generic"
        : function.IsAsync ? "is 'async'"
        : function.ReturnsByRef || function.ReturnsByRefReadonly ? "returns a reference"
        : function.Parameters.Any(parameter => parameter.RefKind != RefKind.None) && function.MethodKind != MethodKind.LocalFunction ? "has 'ref', 'in' or 'out' parameters"
        : _inlining.Contains(function, SymbolEqualityComparer.Default) ? "is recursive"
        : "is too deep to follow";

    private bool CanReadInPlace(PlacedCall call)
    {
        IMethodSymbol method = call.Method;
        if (method.IsStatic && (method.IsAbstract || method.IsVirtual && call.Owner is not null)) return false;
        if (method.IsAsync || method.DeclaringSyntaxReferences is [{ } code] && !FrontEnd.Collections.MeansTheSame(code.GetSyntax(_cancellation), _model.Compilation)) return false;
        if (_inlining.Count >= DeepestInlining && !MayDescend(call) || IsRecursive(method) && !MayDescend(call) || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, _method)) return false;
        if (method.MethodKind == MethodKind.Constructor || method.IsStatic || method.ContainingType.IsExtension || call.IsLocal) return true;
        bool dispatched = Implementations.IsOpen(method) && !(ExactOf(call.Instance) is { } exact && SymbolEqualityComparer.Default.Equals(Implementations.Running(exact, method), method));
        return (!dispatched || call.Instance?.Syntax is BaseExpressionSyntax) && call.Instance is { } instance && (IsFunctor(call) || IsOpaqueSelf(instance) || LayoutOf(instance) is not null || IsOfStateless(call));
    }

    /// <summary>
    /// Is the method called on an object without numbers that is there for certain, and does its code, with all that it calls on itself, never
    /// look at the object? Then nothing is lost where the object is not.
    /// </summary>
    private bool IsOfStateless(PlacedCall call) => call.Instance is { } instance && Exact.TypeOf(instance) is { DeclaringSyntaxReferences.IsEmpty: false } type
        && !TypeReader.HoldsReals(type) && type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType && IsStateless(call.Method, []);

    private bool IsStateless(IMethodSymbol method, HashSet<ISymbol> visited) => !visited.Add(method) || Source(method) is { } source && BodyOf(ModelOf(source), source) is { } body
        && !body.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter: { } captured } && CapturedParameters.Is(captured))
        && body.DescendantsAndSelf().OfType<IInstanceReferenceOperation>().All(self => self.Parent is IInvocationOperation { TargetMethod: { } called } inner && inner.Instance == self && !Implementations.IsOpen(called) && IsStateless(called, visited));

    /// <summary>The type of the object, where that is known: it may have overridden what the code calls.</summary>
    private INamedTypeSymbol? ExactOf(IOperation? instance) => Exact.TypeIfThere(instance) ?? (KnownAs(instance) is { IsExact: true } known ? known.Layout.Type : null)
        ?? (instance is not null && IsListElement(instance) && LayoutOf(instance) is { Kinds: null, Type.TypeKind: TypeKind.Class } kept ? kept.Type : null)
        ?? ExactModel(instance);

    /// <summary>The call of the method that runs: an override of the object's own type, where that is known.</summary>
    private PlacedCall Latest(PlacedCall call)
    {
        if (call.Instance is null || call.Instance.Syntax is BaseExpressionSyntax || !Implementations.IsOpen(call.Method) || call.Method.IsGenericMethod || ExactOf(call.Instance) is not { } exact) return call;
        IMethodSymbol latest = Implementations.Running(exact, call.Method);
        return SymbolEqualityComparer.Default.Equals(latest, call.Method) ? call : call.To(latest);
    }

    private SemanticModel ModelOf(SyntaxNode syntax) => syntax.SyntaxTree == _model.SyntaxTree ? _model : Framework.ModelOf(_model.Compilation, syntax.SyntaxTree);

    private static SyntaxNode? Source(IMethodSymbol method) => method.DeclaringSyntaxReferences is [{ } reference]
        && reference.GetSyntax() is var syntax and (LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax) ? syntax : null;

    private static IOperation? BodyOf(SemanticModel model, SyntaxNode source) => model.GetOperation(source) switch
    {
        ILocalFunctionOperation { Body: { } body } when !IsIterator(body) => body,
        IMethodBodyOperation method when ((IOperation?)method.BlockBody ?? method.ExpressionBody) is { } body && !IsIterator(body) => body,
        IBlockOperation block => block,
        _ => null,
    };

    private static bool IsIterator(IOperation body) => body.Descendants().Any(part => part.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    /// <summary>Reads a body in place; names mean there what they meant where <paramref name="home"/> was made, or mean here.</summary>
    private Meaning Placed(PlacedCall call, IOperation body, SemanticModel model, Closure? home, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? given = null, Bundle? on = null)
    {
        bool collects = _collects;
        _collects = false;
        if (IsRecursive(call.Method) && home is null && !Descends(call, given ??= ValuesOf(call), on)) return RefuseCall(call, Nothing(call.Method.ReturnType));
        Bundle? self = on ?? (call.Instance is { } instance && !IsOpaqueSelf(instance) && LayoutOf(instance) is { } layout ? SelfOf(call, instance, layout) : null);
        // The making of an object may do something, though nobody looks at it.
        if (self is null && call.Instance is IObjectCreationOperation { Type.TypeKind: not TypeKind.TypeParameter } made && (made.Arguments.Length > 0 || HiddenCode.Of(made) != CodeEffects.None) && !IsFunctor(call)) Spill(Value(made), "made");
        Meaning result = new Single(new Literal("0", IrType.Void));
        Enter(call, given, body, model, self, home, () =>
        {
            bool returns = !call.Method.ReturnsVoid;
            if (collects)
            {
                result = Collection(call, body);
                return;
            }
            if (SingleExpression(body) is { } single && returns)
            {
                if (Thrown(single) is { } thrown)
                {
                    ThrowStatement(thrown);
                    result = Nothing(call.Method.ReturnType);
                    return;
                }
                result = single is IConditionalOperation { IsRef: true } choice ? ChosenReference(choice) ?? Nothing(call.Method.ReturnType) : Targeted(Converted(MeaningOf(single), call.Method.ReturnType), single, call.Method.ReturnType, ResultName(call.Method));
                return;
            }
            if (returns && LastReturn(body) is { } last && LayoutOf(call.Method.ReturnType) is { IsValue: false } kept)
            {
                // The object itself, not another one with the same members.
                Statements(((IBlockOperation)body).Operations.RemoveAt(((IBlockOperation)body).Operations.Length - 1), 0);
                result = BundleOf(last, kept);
                return;
            }
            if (returns && call.Method.ReturnType.TypeKind == TypeKind.Delegate && LastReturn(body) is { } code)
            {
                Statements(((IBlockOperation)body).Operations.RemoveAt(((IBlockOperation)body).Operations.Length - 1), 0);
                result = MeaningOf(code);
                return;
            }
            if (call.Method.ReturnsByRef || call.Method.ReturnsByRefReadonly)
            {
                BodyStatements(body);
                result = _frame.Result ?? Nothing(call.Method.ReturnType);
                return;
            }
            if (returns)
            {
                string name = ResultName(call.Method);
                _frame.Result = result = FreshResult(name, call.Method.ReturnType);
            }
            BodyStatements(body);
        });
        return result;
    }

    /// <summary><c>normResult</c>; of an operator <c>divisionResult</c>, whose method is called <c>op_Division</c>.</summary>
    private static string ResultName(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction) return "result";
        string name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        foreach (string prefix in new[] { "op_", "get_" })
            if (name.StartsWith(prefix, StringComparison.Ordinal)) name = name.Substring(prefix.Length);
        return char.ToLowerInvariant(name[0]) + name.Substring(1) + "Result";
    }

    private Meaning FreshResult(string name, ITypeSymbol type)
    {
        if (LayoutOf(type) is { } layout) return Fresh(layout, name);
        Variable variable = Temporary(name, TypeOf(type));
        _block.Declare(variable);
        return new Single(new Read(variable));
    }

    /// <summary>The object that a method is called on: itself, so that the method can change it, or a copy of a value that has no place.</summary>
    private Bundle SelfOf(PlacedCall call, IOperation instance, Layout layout)
    {
        if (instance is IConditionalOperation { IsRef: true } choice && ChangesItself(call.Method)) return ChosenReference(choice) as Bundle ?? Zero(layout);
        Bundle self = WithLists(There(NamedElement(BundleOf(instance, layout), "self")), "self");
        if (IsVariable(instance) && self.Leaves.All(leaf => leaf is Read or Element) || !layout.IsValue && HasName(self, leaving: false))
            return call.Arguments.Any(argument => argument.Parameter.RefKind is RefKind.Ref or RefKind.Out || ClosureOf(argument.Value) is not null || Effects.In(argument.Value)) ? (Bundle)Located(self, instance) : self;
        if (!ChangesItself(call.Method)) return Named(self, "self");
        // It is changed outside, where no derivative can follow.
        if (IsVariable(instance)) Refuse(instance, "DIFF0104", Shorten(instance.Syntax));
        return Copy(self, "copy");
    }

    /// <summary>
    /// Is this changed by a method that is called on it? Of a value (what a property or a list gives), of a readonly field, an <c>in</c>
    /// parameter and a <c>ref readonly</c> variable C# makes a copy; and of the object itself in a readonly method. The variables of
    /// <c>foreach</c> and <c>using</c> can be assigned by nobody, yet a method changes them where they are.
    /// </summary>
    private bool IsVariable(IOperation operation) => operation switch
    {
        { Type.IsReferenceType: true } => IsPlace(operation),
        IInstanceReferenceOperation => !Innermost.IsReadOnly,
        ILocalReferenceOperation { Local.RefKind: var kind } => kind != RefKind.In,
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind is RefKind.None or RefKind.Ref or RefKind.Out,
        IArrayElementReferenceOperation or IInvocationOperation { TargetMethod.ReturnsByRef: true } => true,
        IPropertyReferenceOperation { Property.ReturnsByRef: true } => true,
        IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol { ReturnsByRef: true } } => true,
        IFieldReferenceOperation { Field: var field, Instance: { } instance } => (!field.IsReadOnly || IsBeingMade(field, instance)) && IsVariable(instance),
        _ => false,
    };

    /// <summary>The method whose code is being read.</summary>
    private IMethodSymbol Innermost => _inlining.LastOrDefault() ?? _method;

    /// <summary>A constructor and an <c>init</c> accessor change the readonly fields of their own object.</summary>
    private bool IsBeingMade(IFieldSymbol field, IOperation instance) => instance is IInstanceReferenceOperation
        && (Innermost.MethodKind == MethodKind.Constructor || Innermost.IsInitOnly) && SymbolEqualityComparer.Default.Equals(Innermost.ContainingType, field.ContainingType);

    /// <summary>Binds the parameters to the arguments of the call, or to values that are known already, and reads <paramref name="fill"/> as the body of the called method.</summary>
    private void Enter(PlacedCall call, List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)>? known, IOperation? body, SemanticModel model, Bundle? self, Closure? home, Action fill)
    {
        List<(IParameterSymbol Parameter, Meaning? Value, Closure? Given)> values = known ?? ValuesOf(call);
        (Frame frame, SemanticModel outer, Site? site, BlockBuilder scope) = (_frame, _model, _callSite, _scope);
        Names names = _names;
        if (self is not null && ChangesEnumerated(call.Method, self)) RefuseChange(call.Syntax);
        _names = home?.Names.Copy() ?? names.Copy();
        HashSet<Variable> changed = body is null ? [] : ChangedBy(body, values.Select(value => value.Given));
        foreach ((IParameterSymbol parameter, Meaning? value, Closure? given) in values)
        {
            if (given is not null) _closures[parameter.OriginalDefinition] = given;
            else Bind(parameter, value!, call, body, changed, self);
        }
        // What stands in the method itself is refused where it stands; what stands elsewhere, where it is called.
        if (body is null || !IsInMethod(body)) _callSite ??= SiteOf(call.Syntax);
        _model = model;
        _inlining.Add(call.Method);
        _sizes.Add(SizeOf(values, self));
        if (body is not null) CollectIdentifiers(body.Syntax);
        Dictionary<ITypeSymbol, ITypeSymbol> types = _types;
        _types = TypesIn(call.Method, home?.Types ?? types);
        bool isStateless = self is null && call.Instance is { } on && (IsOpaqueSelf(on) ? frame.IsStateless : IsOfStateless(call)) || call.IsLocal && frame.IsStateless;
        _frame = new Frame { Entry = _block, This = self, IsStateless = isStateless, Outer = frame };
        if (home is null && !call.IsLocal) (_frame.Call, _frame.OuterNames) = (call, names);
        if (call.Instance is { } instance && IsOpaqueSelf(instance) || call.IsLocal) _frame.This = frame.This;
        if (home is not null) _frame.This = home.This;
        if (_frame.This is { } me && !call.IsLocal && !call.Method.IsStatic && call.Method.MethodKind != MethodKind.Constructor) BindCaptured(me);
        if (home is not null) _running.Add(home);
        fill();
        if (home is not null) _running.RemoveAt(_running.Count - 1);
        _inlining.RemoveAt(_inlining.Count - 1);
        _sizes.RemoveAt(_sizes.Count - 1);
        (_frame, _model, _callSite, _scope, _names, _types) = (frame, outer, site, scope, names, types);
    }

    private static IOperation? SingleExpression(IOperation body) => body is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } ? value : null;
}
