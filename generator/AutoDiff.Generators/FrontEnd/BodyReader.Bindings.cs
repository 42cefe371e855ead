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
        if (value.Type.IsSpan)
        {
            // Spans do not change, and what comes behind a condition is no variable for all that follows: the name is another one for the part.
            if (!_shared.Contains(local)) _bindings[local] = value;
            return;
        }
        Variable variable = _shared.Contains(local) ? ((Read)_bindings[local]).Variable : DeclareBinding(local, _scope);
        if (value.Type != variable.Type && variable.Type.IsReal) value = new Convert(value, true, variable.Type);
        _block.Add(new Assign(variable, value));
    }

    /// <summary>The same part of the same array, whatever is assigned later: a pattern may give it a name for all of the block.</summary>
    private View Lasting(View part, IOperation source)
    {
        Expr Kept(Expr value, string name)
        {
            if (value is Literal) return value;
            var kept = new Variable(_variables++, name, value.Type, VariableRole.Local);
            _scope.Declare(kept);
            _block.Add(new Assign(kept, value));
            return new Read(kept);
        }
        bool isFixed = part.Sequence is View or Read { Variable.Type.IsSpan: true }
            || part.Sequence is Read known && _bindings.FirstOrDefault(each => each.Value is Read read && read.Variable == known.Variable) is { Key: { } symbol } && !IsAssignedLater(symbol, source);
        Expr whole = part.Sequence is View inner ? Lasting(inner, source) : isFixed ? part.Sequence : Kept(part.Sequence, "matched");
        return new View(whole, part.Start is { } start ? Kept(start, "start") : null, part.Length is { } length ? Kept(length, "length") : null, part.Type);
    }

    private void Bind(ILocalSymbol local, Bundle members)
    {
        if (!members.Layout.IsValue)
        {
            _bundles[local] = members = Lasting(NamedElement(members, local.Name));
            // It may have been made behind a condition, and has a name in all of the block.
            foreach (Read read in members.Leaves.Concat(members.Object is { } known ? [known] : []).SelectMany(leaf => leaf.Reads())) _block.Hoist(read.Variable, _scope);
        }
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
        foreach (IOperation part in condition.DescendantsAndSelf())
        {
            if (Declared(part) is not { } local) continue;
            if (TypeOf(local.Type).IsSpan) Refuse(part, "DIFF0101", "A span that the condition of a loop gives a name", "test its length in the condition, and take the part in the loop");
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
