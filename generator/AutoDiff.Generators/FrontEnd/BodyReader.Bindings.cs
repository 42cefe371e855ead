using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The variables that patterns bind.</summary>
internal sealed partial class BodyReader
{
    private Expr Declared(IDeclarationPatternOperation declaration, Subject subject, Expr value)
    {
        ITypeSymbol given = Closed(subject.Type)!, type = Closed(declaration.MatchedType) ?? given;
        bool always = declaration.MatchesNull || type.IsValueType && SymbolEqualityComparer.Default.Equals(type, given);
        Expr test = always ? True : OfType(value, given, type);
        return Both(test, () =>
        {
            if (declaration.DeclaredSymbol is ILocalSymbol local) Bind(local, declaration.MatchesNull ? value : Narrowed(value, subject.Type, type, declaration));
            return True;
        });
    }

    private Expr OfType(Expr value, ITypeSymbol from, ITypeSymbol to) => IsOfType(from, to) is { } known ? known ? True : False : SymbolEqualityComparer.Default.Equals(from, to)
        ? new Opaque(EquatableArray.Of("", " is not null"), EquatableArray.Of(value), IrType.Boolean)
        : new Opaque(EquatableArray.Of("", " is " + NameOf(to).TrimEnd('?')), EquatableArray.Of(value), IrType.Boolean);

    /// <summary>The answer of a type test that a type argument decides; null where it takes a look at the value.</summary>
    private bool? IsOfType(ITypeSymbol from, ITypeSymbol to)
    {
        if (_types.Count == 0 || from is ITypeParameterSymbol || to is ITypeParameterSymbol || Layout.IsNullableType(from)) return null;
        Conversion conversion = _model.Compilation.ClassifyConversion(from, to);
        if (from.IsValueType) return conversion.IsIdentity || conversion.IsBoxing;
        return conversion.IsIdentity || conversion.IsReference || conversion.IsUnboxing ? null : false;
    }

    /// <summary>The value in the type that a test has found it to be of.</summary>
    private Expr Narrowed(Expr value, ITypeSymbol from, ITypeSymbol to, IPatternOperation pattern)
    {
        if (to.IsValueType && SymbolEqualityComparer.Default.Equals(from, to)) return value;
        IrType type = TypeOf(to);
        return SymbolEqualityComparer.Default.Equals(from, to)
            ? value.Type.IsSequence ? value : new Opaque(EquatableArray.Of("", "!"), EquatableArray.Of(value), type)
            : new Opaque(EquatableArray.Of("(" + NameOf(to).TrimEnd('?') + ")", to.IsReferenceType ? "!" : ""), EquatableArray.Of(value), type, Guarded: value.Type.CanBeActive ? EquatableArray.Of(value) : default, Site: SiteOf(pattern.Syntax), Subject: Wording(pattern.Syntax), Remedy: Remedies.Expression);
    }

    private void Bind(ILocalSymbol local, Expr value)
    {
        Variable variable = _shared.Contains(local) ? ((Read)_bindings[local]).Variable : DeclareBinding(local, _scope);
        if (value.Type != variable.Type && variable.Type.IsReal) value = new Convert(value, true, variable.Type);
        _block.Add(new Assign(variable, value));
    }

    private void Bind(ILocalSymbol local, Bundle members)
    {
        if (!members.Layout.IsValue) _bundles[local] = members;
        else if (_shared.Contains(local)) Store(_bundles[local], members, null);
        else
        {
            Within(_scope, () => _bundles[local] = _takesApart ? FreshFor(members, local.Name) : Fresh(members.Layout, local.Name) with { IsExact = members.IsExact });
            Store(_bundles[local], members, null);
        }
    }

    private Variable DeclareBinding(ILocalSymbol local, BlockBuilder scope)
    {
        var variable = new Variable(_variables++, local.Name, TypeOf(local.Type), VariableRole.Local);
        _bindings[local] = new Read(variable);
        scope.Declare(variable);
        return variable;
    }

    private Bundle DeclareBinding(ILocalSymbol local, Layout layout, BlockBuilder scope)
    {
        Within(scope, () => _bundles[local] = Fresh(layout, local.Name));
        return _bundles[local];
    }

    /// <summary>The variables that the condition of a loop declares, in a pattern or as <c>out</c> argument: the body that uses them is read before it.</summary>
    private void DeclareBindings(IOperation condition, BlockBuilder scope)
    {
        foreach (ILocalSymbol local in condition.DescendantsAndSelf().Select(Declared).OfType<ILocalSymbol>())
        {
            if (LayoutOf(local.Type) is not { } layout) DeclareBinding(local, scope);
            else if (layout.IsValue) DeclareBinding(local, layout, scope);
            else continue;
            _shared.Add(local);
        }
    }

    private static ILocalSymbol? Declared(IOperation part) => part switch
    {
        IPatternOperation pattern => Binding(pattern),
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } local } } => local,
        _ => null,
    };

    private static ILocalSymbol? Binding(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    } as ILocalSymbol;
}
