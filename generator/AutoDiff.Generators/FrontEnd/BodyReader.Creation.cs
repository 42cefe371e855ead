using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    /// <summary><c>new P(…) { … }</c>: the members that the constructor and the initialiser give.</summary>
    private Bundle Created(IObjectCreationOperation creation, Layout layout)
    {
        Bundle created = Constructed(creation, layout);
        return creation.Initializer is { } initializer ? Initialised(created, initializer) : created;
    }

    private Bundle Constructed(IObjectCreationOperation creation, Layout layout)
    {
        IMethodSymbol? constructor = creation.Constructor is { } named ? Framework.TwinOf(named, _model.Compilation) ?? named : null;
        if (constructor is not null && layout.IsDerived) return Derived(new PlacedCall(constructor, null, [.. creation.Arguments.Select(argument => (constructor.Parameters[argument.Parameter!.Ordinal], argument.Value))], creation.Syntax), layout);
        if (constructor is null || constructor.DeclaringSyntaxReferences is not [{ } reference])
        {
            if (constructor is { Parameters.Length: > 0 })
            {
                Refuse(creation, "DIFF0101", Construct(creation));
                return Zero(layout);
            }
            // A struct without a constructor for it is all zeros; what its members are declared with is for its other constructors.
            return layout.Type.IsValueType ? Zero(layout) : WithInitializers(Zero(layout));
        }
        SyntaxNode syntax = reference.GetSyntax();
        SemanticModel model = ModelOf(syntax);
        var call = new PlacedCall(constructor, null, [.. creation.Arguments.Select(argument => (constructor.Parameters[argument.Parameter!.Ordinal], argument.Value))], creation.Syntax);
        if (!CanReadInPlace(call))
        {
            Refuse(creation, "DIFF0101", Construct(creation));
            return Zero(layout);
        }
        if (syntax is TypeDeclarationSyntax) return Positional(call, layout, model);
        if (syntax is ConstructorDeclarationSyntax && call.Arguments.Count == layout.Members.Count && layout.IsFilledBy(constructor) && !TakesCollections(layout) && !PassesClosure(call))
            return Made(layout, call);
        if (syntax is not ConstructorDeclarationSyntax || model.GetOperation(syntax, _cancellation) is not IConstructorBodyOperation body)
        {
            Refuse(creation, "DIFF0101", Construct(creation));
            return Zero(layout);
        }
        bool delegates = Delegates(body, layout);
        Bundle self = delegates ? Fresh(layout, "made") : Placed(WithInitializers(Zero(layout)), body);
        Enter(call, null, body, model, self, null, () =>
        {
            if (delegates && body.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation initial })
                Store(self, ConstructedBy(initial, layout), null);
            if (((IOperation?)body.BlockBody ?? body.ExpressionBody) is { } statements) BodyStatements(statements);
            self = _frame.This!;
        });
        return self;
    }

    /// <summary>
    /// Variables for the members, with what they are when the code of the constructor begins. What it assigns first thing has no value yet: for an
    /// array, null would be one from elsewhere.
    /// </summary>
    private Bundle Placed(Bundle initial, IConstructorBodyOperation constructor)
    {
        Bundle places = FreshFor(initial, "made");
        // One that is given an object of a class that is known is another name for it.
        for (int i = 0; i < initial.Members.Count; i++)
            if (initial.Members[i] is Bundle { IsMissing: true, Layout.Kinds: not null } && IsMadeFirst(initial.Layout, i, constructor)) places = places.With(i, initial.Members[i]);
        Store(places, new Bundle(initial.Layout, [.. initial.Members.Select((member, i) =>
            member is Single { Value: Literal or Opaque { Operands.Count: 0 } } && IsMadeFirst(initial.Layout, i, constructor) ? places.Members[i] : member)]), null);
        return places;
    }

    /// <summary>Is the member assigned by a statement of its own, before which the constructor does not look at the object?</summary>
    private static bool IsMadeFirst(Layout layout, int index, IConstructorBodyOperation constructor)
    {
        foreach (IOperation statement in (constructor.BlockBody ?? constructor.ExpressionBody)?.Operations ?? [])
        {
            if (statement is not IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: { } target, Value: { } value } } || MemberOfThis(target) is not { } assigned)
            {
                if (statement.Descendants().Any(part => part is IInstanceReferenceOperation or IReturnOperation)) return false;
                continue;
            }
            if (value.DescendantsAndSelf().Any(part => part is IInstanceReferenceOperation && !(MemberOfThis(part.Parent!) is { } read && layout.IndexOf(read) is >= 0 and var other && other != index))) return false;
            if (layout.IndexOf(assigned) == index) return true;
            if (layout.IndexOf(assigned) < 0) return false;
        }
        return false;
    }

    private static ISymbol? MemberOfThis(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };

    /// <summary>Does the constructor begin with another one of the same type? A class calls that of <c>object</c>.</summary>
    private static bool Delegates(IConstructorBodyOperation constructor, Layout layout) =>
        constructor.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.ContainingType: { } other } } && SymbolEqualityComparer.Default.Equals(other, layout.Type);

    /// <summary>What <c>: this(…)</c> makes.</summary>
    private Bundle ConstructedBy(IInvocationOperation initial, Layout layout)
    {
        // The one that a struct has without writing it.
        if (initial.TargetMethod is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true }) return Zero(layout);
        var call = new PlacedCall(initial.TargetMethod, null, [.. initial.Arguments.Select(argument => (argument.Parameter!, argument.Value))], initial.Syntax);
        if (initial.TargetMethod.DeclaringSyntaxReferences is [{ } reference] && CanReadInPlace(call))
        {
            SyntaxNode syntax = reference.GetSyntax();
            SemanticModel model = ModelOf(syntax);
            if (syntax is TypeDeclarationSyntax) return Positional(call, layout, model);
            if (model.GetOperation(syntax, _cancellation) is IConstructorBodyOperation body && !Delegates(body, layout) && ((IOperation?)body.BlockBody ?? body.ExpressionBody) is { } statements)
            {
                Bundle self = Placed(WithInitializers(Zero(layout)), body);
                Enter(call, null, body, model, self, null, () =>
                {
                    BodyStatements(statements);
                    self = _frame.This!;
                });
                return self;
            }
        }
        Refuse(initial, "DIFF0101", Construct(initial));
        return Zero(layout);
    }

    /// <summary>A primary constructor: its parameters are what the members are initialised from.</summary>
    private Bundle Positional(PlacedCall call, Layout layout, SemanticModel model)
    {
        if (layout.Members.All(IsPositional) && call.Arguments.Count == layout.Members.Count && !TakesCollections(layout) && !PassesClosure(call)) return Made(layout, call);
        Bundle made = Zero(layout);
        Enter(call, null, null, model, null, null, () =>
        {
            made = new Bundle(layout, [.. layout.Members.Select((member, i) =>
            {
                IParameterSymbol? positional = call.Method.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name && IsPositional(member));
                return positional is null ? InitialValue(member) ?? made.Members[i] : Given(positional, member);
            })]);
        });
        return made;
    }

    /// <summary>An object whose members are just what the constructor is given, in the order of its parameters.</summary>
    private Bundle Made(Layout layout, PlacedCall call) => new(layout, [.. ValuesOf(call).Zip(call.Arguments, (given, argument) => (given.Parameter.Ordinal, Value: Targeted(given.Value is Bundle held ? Lasting(held) : given.Value!, argument.Value, given.Parameter.Type, given.Parameter.Name))).OrderBy(given => given.Ordinal).Select(given => given.Value)]);

    /// <summary>What a parameter of the constructor that is being read was given.</summary>
    private Meaning Given(IParameterSymbol parameter, LayoutMember member)
    {
        if (member.Layout is { IsList: true } held && _lists.TryGetValue(parameter.OriginalDefinition, out GrowingList? list)) return ListBundle(list, held);
        if (_bundles.TryGetValue(parameter.OriginalDefinition, out Bundle? bundle)) return bundle;
        if (_bindings.TryGetValue(parameter.OriginalDefinition, out Expr? value)) return new Single(value);
        return new Single(Kept(_closures[parameter.OriginalDefinition], parameter.Type));
    }

    /// <summary>The parameters of the primary constructor that an object keeps stand for its members in the code of its methods.</summary>
    private void BindCaptured(Bundle self)
    {
        for (int i = 0; i < self.Members.Count; i++)
        {
            if (self.Layout.Members[i].Symbol is not IParameterSymbol parameter) continue;
            ISymbol name = parameter.OriginalDefinition;
            _bundles.Remove(name);
            _bindings.Remove(name);
            if (self.Members[i] is Bundle bundle) _bundles[name] = bundle;
            else _bindings[name] = ((Single)self.Members[i]).Value;
        }
    }

    /// <summary>Those of the object whose method is differentiated are constants.</summary>
    private void BindOwnCaptured()
    {
        if (_method.IsStatic || _receiver is not null) return;
        foreach (IParameterSymbol parameter in CapturedParameters.Of(Home))
        {
            string name = Signature.Escape(parameter.Name);
            if (IsParameterOfACompanion(parameter.Name)) continue;
            Expr whole = new Opaque(EquatableArray.Of(name), EquatableArray<Expr>.Empty, TypeOf(parameter.Type), !CapturedParameters.IsAssigned(parameter));
            if (LayoutOf(parameter.Type) is { } layout) _bundles[parameter] = Constant(whole, layout);
            else _bindings[parameter] = whole;
        }
    }

    /// <summary>Does the member keep what a parameter of the primary constructor is given?</summary>
    private static bool IsPositional(LayoutMember member) =>
        member.Symbol is IParameterSymbol || member.Symbol is IPropertySymbol { DeclaringSyntaxReferences: [{ } reference] } && reference.GetSyntax() is ParameterSyntax;

    private Bundle WithInitializers(Bundle zero) => new(zero.Layout, [.. zero.Members.Select((member, i) => InitialValue(zero.Layout.Members[i]) ?? member)]);

    /// <summary>The value of a field's or property's own initialiser.</summary>
    private Meaning? InitialValue(LayoutMember member)
    {
        if (member.Declared.DeclaringSyntaxReferences is not [{ } reference]) return null;
        EqualsValueClauseSyntax? clause = reference.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer,
            VariableDeclaratorSyntax field => field.Initializer,
            _ => null,
        };
        if (clause is null) return null;
        (SemanticModel outer, _model) = (_model, ModelOf(clause));
        Dictionary<ITypeSymbol, ITypeSymbol> types = _types;
        _types = TypesIn(member.Symbol.ContainingType, types);
        IOperation? initial = (_model.GetOperation(clause, _cancellation) as ISymbolInitializerOperation)?.Value;
        Meaning? value = initial is null ? null : MemberValue(member, initial);
        if (Effects.AssignedIn(initial).OfType<IParameterSymbol>().Any()) RefuseHere("A parameter that is assigned where '" + member.Name + "' is initialised", "assign it in the code of a constructor");
        (_model, _types) = (outer, types);
        return value;
    }

    /// <summary><c>{ A = a, B = b }</c> after a creation or a <c>with</c>.</summary>
    private Bundle Initialised(Bundle bundle, IObjectOrCollectionInitializerOperation initializer)
    {
        bundle = Named(bundle, "made");
        foreach (IOperation each in initializer.Initializers)
        {
            if (FrontEnd.Collections.IsTwin(bundle.Layout.Type) && AddedBy(each) is { } added)
            {
                AddInitial(bundle, added);
                continue;
            }
            ISymbol? symbol = each is ISimpleAssignmentOperation { Target: { } target } ? target switch
            {
                IFieldReferenceOperation reference => reference.Field,
                IPropertyReferenceOperation property => property.Property,
                _ => (ISymbol?)null,
            } : null;
            int index = symbol is null ? -1 : bundle.Layout.IndexOn(symbol is IPropertySymbol { SetMethod: { } bare } && Layout.FieldOf(bare) is { } field ? field : symbol, null);
            if (index < 0 && symbol is IPropertySymbol { SetMethod: { Parameters.Length: 1 } setter })
            {
                // Code of the user's own, which runs on the object that is being made.
                bundle = Copy(bundle, "made") with { IsExact = true };
                if (bundle.Layout.Kinds is null) setter = Implementations.Latest(bundle.Layout.Type, setter);
                var set = new PlacedCall(setter, null, [(setter.Parameters[0], ((ISimpleAssignmentOperation)each).Value)], each.Syntax);
                if (Tried(set, () => ByKind(set, bundle, ValuesOf(set), Nothing(setter.ReturnType))) is null) Refuse(each, "DIFF0101", Construct(each));
                continue;
            }
            if (index < 0)
            {
                Refuse(each, "DIFF0101", Construct(each));
                continue;
            }
            LayoutMember member = bundle.Layout.Members[index];
            IOperation assigned = ((ISimpleAssignmentOperation)each).Value;
            Meaning value = MemberValue(member, assigned);
            foreach (IOperation later in initializer.Initializers.Skip(initializer.Initializers.IndexOf(each) + 1)) value = Protect(value, later);
            bundle = bundle.With(index, value);
        }
        return bundle;
    }
}
