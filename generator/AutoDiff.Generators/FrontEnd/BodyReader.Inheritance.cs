using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Objects of classes that derive from others. As in C#: the initialisers of the members of the class itself, then the constructor of the
/// class it derives from, then the code of its own.
/// </summary>
internal sealed partial class BodyReader
{
    /// <summary>The members that a constructor of the class, and those of all that it derives from, make.</summary>
    private Bundle Derived(PlacedCall call, Layout layout)
    {
        SyntaxNode? syntax = call.Method.DeclaringSyntaxReferences is [{ } reference] ? reference.GetSyntax(_cancellation) : null;
        if (syntax is not null && !CanReadInPlace(call) || syntax is null && call.Method.Parameters.Length > 0)
        {
            Refuse(call.Syntax, SiteOf(call.Syntax), "DIFF0101", Quote(call.Syntax));
            return Zero(layout);
        }
        if (syntax is null) return Begun(call.Method, null, layout, call.Syntax);
        SemanticModel model = ModelOf(syntax);
        var code = model.GetOperation(syntax, _cancellation) as IConstructorBodyOperation;
        Bundle self = Zero(layout);
        Enter(call, null, code, model, null, null, () =>
        {
            self = Begun(call.Method, InitialOf(code, syntax, model), layout, call.Syntax);
            if (((IOperation?)code?.BlockBody ?? code?.ExpressionBody) is not { } statements) return;
            self = Placed(self, code!);
            _frame.This = self;
            BodyStatements(statements);
            self = _frame.This!;
        });
        return self;
    }

    /// <summary>The call of another constructor that one begins with; null where none is written.</summary>
    private IInvocationOperation? InitialOf(IConstructorBodyOperation? code, SyntaxNode syntax, SemanticModel model)
    {
        if (code?.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation initial }) return initial;
        return (syntax as TypeDeclarationSyntax)?.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } inherited ? model.GetOperation(inherited, _cancellation) as IInvocationOperation : null;
    }

    /// <summary>The members as they are when the code of the constructor begins.</summary>
    private Bundle Begun(IMethodSymbol constructor, IInvocationOperation? initial, Layout layout, SyntaxNode syntax)
    {
        INamedTypeSymbol type = layout.Type;
        if (initial is not null && SymbolEqualityComparer.Default.Equals(initial.TargetMethod.ContainingType.OriginalDefinition, type.OriginalDefinition)) return Derived(CallOf(initial), layout);
        var own = new List<Meaning>();
        foreach (LayoutMember member in layout.Members.Where(member => IsOf(member, type)))
        {
            IParameterSymbol? positional = IsPositional(member) ? constructor.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name) : null;
            Meaning? value = positional is null ? InitialValue(member) : Given(positional, member);
            own.Add(value is null ? Unset(member) : KeptMeaning(value, member.Name));
        }
        return new Bundle(layout, [.. Inherited(initial, layout, syntax), .. own]);
    }

    /// <summary>The places have no room for what the class adds to the one it derives from.</summary>
    private void RefuseOtherClass(Layout values, Layout places)
    {
        RefuseHere("An object of '" + values.Type.Name + "' in the place of one of '" + places.Type.Name + "'", "keep it in a variable that is given nothing else, or objects of one class in one array or list");
    }

    /// <summary>Is it, or may it be, an object of another class than the places are for?</summary>
    private static bool IsOtherClass(Bundle values, Bundle places) => IsOtherClassItself(values, places)
        || values.Members.Zip(places.Members, (value, place) => value is Bundle part && place is Bundle kept && IsOtherClass(part, kept)).Any(other => other);

    private static bool IsOtherClassItself(Bundle values, Bundle places)
    {
        (INamedTypeSymbol given, INamedTypeSymbol kept) = (values.Layout.Type, places.Layout.Type);
        // A struct under the name of an interface is a copy of it, an object of a class that nobody has written.
        if (kept.IsReferenceType && !given.IsReferenceType) return true;
        if (!given.IsReferenceType || values.IsMissing) return false;
        return !SymbolEqualityComparer.Default.Equals(given.OriginalDefinition, kept.OriginalDefinition) || places.IsExact && !values.IsExact && !given.IsSealed && Layout.Hierarchy(given).SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().Any(Implementations.IsOpen);
    }

    private static bool IsOf(LayoutMember member, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type);

    private static PlacedCall CallOf(IInvocationOperation initial) => new(initial.TargetMethod, null, [.. initial.Arguments.Select(argument => (argument.Parameter!, argument.Value))], initial.Syntax);

    /// <summary>The members that the class derives from others, as the constructor of these makes them.</summary>
    private IReadOnlyList<Meaning> Inherited(IInvocationOperation? initial, Layout layout, SyntaxNode syntax)
    {
        if (!layout.IsDerived) return [];
        INamedTypeSymbol inherited = layout.Type.BaseType!;
        IMethodSymbol? constructor = initial?.TargetMethod ?? inherited.InstanceConstructors.FirstOrDefault(each => each.Parameters.IsEmpty);
        Layout part = new(inherited, [.. layout.Members.Where(member => !IsOf(member, layout.Type))], null) { IsPart = true };
        if (constructor is not null && part.Members.Count > 0) return Derived(initial is null ? new PlacedCall(constructor, null, [], syntax) : CallOf(initial), part).Members;
        // Without members of its own it may still do something.
        if (constructor is null || initial is { Arguments.Length: > 0 } || HiddenCode.Of(constructor, _model.Compilation) != CodeEffects.None) Refuse(syntax, SiteOf(syntax), "DIFF0101", "An object of a class that derives from one whose constructor does more than to set members", "make it by a constructor without such code");
        return part.Members.Count == 0 ? [] : Zero(part).Members;
    }
}
