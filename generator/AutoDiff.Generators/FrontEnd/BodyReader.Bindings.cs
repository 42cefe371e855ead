using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The variables that patterns bind.</summary>
internal sealed partial class BodyReader
{
    private Expr Declared(IDeclarationPatternOperation declaration, Subject subject, Expr value)
    {
        ITypeSymbol type = declaration.MatchedType ?? subject.Type;
        bool always = declaration.MatchesNull || type.IsValueType && SymbolEqualityComparer.Default.Equals(type, subject.Type);
        Expr test = always ? True : OfType(value, subject.Type, type);
        return Both(test, () =>
        {
            if (declaration.DeclaredSymbol is ILocalSymbol local) Bind(local, declaration.MatchesNull ? value : Narrowed(value, subject.Type, type));
            return True;
        });
    }

    private Opaque OfType(Expr value, ITypeSymbol from, ITypeSymbol to) => SymbolEqualityComparer.Default.Equals(from, to)
        ? new Opaque(EquatableArray.Of("", " is not null"), EquatableArray.Of(value), IrType.Boolean)
        : new Opaque(EquatableArray.Of("", " is " + NameOf(to).TrimEnd('?')), EquatableArray.Of(value), IrType.Boolean);

    /// <summary>The value in the type that a test has found it to be of.</summary>
    private Expr Narrowed(Expr value, ITypeSymbol from, ITypeSymbol to)
    {
        if (to.IsValueType && SymbolEqualityComparer.Default.Equals(from, to)) return value;
        IrType type = TypeOf(to);
        return SymbolEqualityComparer.Default.Equals(from, to)
            ? value.Type.IsSequence ? value : new Opaque(EquatableArray.Of("", "!"), EquatableArray.Of(value), type)
            : new Opaque(EquatableArray.Of("(" + NameOf(to).TrimEnd('?') + ")", to.IsReferenceType ? "!" : ""), EquatableArray.Of(value), type);
    }

    private void Bind(ILocalSymbol local, Expr value)
    {
        Variable variable = _shared.Contains(local) ? ((Read)_bindings[local]).Variable : DeclareBinding(local, _scope);
        if (value.Type != variable.Type && variable.Type.IsReal) value = new Convert(value, true, variable.Type);
        _block.Add(new Assign(variable, value));
    }

    private void Bind(ILocalSymbol local, Bundle members)
    {
        if (!members.Layout.IsValue)
        {
            _bundles[local] = members;
            return;
        }
        Bundle places = members;
        Within(_scope, () => places = Fresh(members.Layout, local.Name));
        _bundles[local] = places;
        Store(places, members, null);
    }

    private Variable DeclareBinding(ILocalSymbol local, BlockBuilder scope)
    {
        var variable = new Variable(_variables++, local.Name, TypeOf(local.Type), VariableRole.Local);
        _bindings[local] = new Read(variable);
        scope.Declare(variable);
        return variable;
    }

    /// <summary>The variables that the condition of a loop binds, which is read after the body that uses them.</summary>
    private void DeclareBindings(IOperation condition, BlockBuilder scope)
    {
        foreach (IPatternOperation pattern in condition.Descendants().OfType<IPatternOperation>())
        {
            if (Binding(pattern) is not { } local) continue;
            DeclareBinding(local, scope);
            _shared.Add(local);
        }
    }

    private static ILocalSymbol? Binding(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    } as ILocalSymbol;
}
