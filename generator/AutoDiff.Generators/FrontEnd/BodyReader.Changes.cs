using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Which variables a piece of C# changes: whole ones, members of aggregates, and what the code of delegates captures.</summary>
internal sealed partial class BodyReader
{
    private HashSet<Variable> ChangedBy(IOperation operation)
    {
        HashSet<Variable> changed = [.. Effects.ChangedIn(operation).SelectMany(root => VariablesOf(root, _names, _frame.This))];
        if (Effects.MayRunClosure(operation)) AddChanges(CodesIn(_names), changed);
        if (_kept.Count > 0 && operation.DescendantsAndSelf().Any(part => part is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation)) AddChanges(_kept.Values.Select(kept => kept.Code), changed);
        return changed;
    }

    /// <summary>What the code of closures changes, and that of those which are known where they were made.</summary>
    private void AddChanges(IEnumerable<Closure> closures, HashSet<Variable> changed)
    {
        foreach (Closure closure in closures)
            foreach (Closure each in CodesIn(closure.Names).Prepend(closure))
                if ((each.Body ?? CodeOf(each)) is { } code) changed.UnionWith(Effects.ChangedIn(code).SelectMany(root => VariablesOf(root, each.Names, each.This)));
    }

    private static IEnumerable<Closure> CodesIn(Names names) => names.Closures.Values.Concat(names.Choices.Values.SelectMany(choice => choice.Codes));

    /// <summary>The same with what the delegates change that the code is given.</summary>
    private HashSet<Variable> ChangedBy(IOperation body, IEnumerable<Closure?> given)
    {
        HashSet<Variable> changed = ChangedBy(body);
        AddChanges(given.OfType<Closure>(), changed);
        return changed;
    }

    /// <summary>Is the variable a member of an object that the code may know, by whatever name, and may it assign that member?</summary>
    private bool MayBecomeAnother(Variable variable, IOperation code, Bundle? self)
    {
        var known = new List<Bundle?>(_names.Bundles.Values) { self };
        for (Frame? frame = _frame; frame is not null; frame = frame.Outer) known.Add(frame.This);
        return known.OfType<Bundle>().SelectMany(each => MembersHeldIn(variable, each, false)).Distinct(SymbolEqualityComparer.Default).Any(member => Effects.MayChange(member!, code));
    }

    /// <summary>The members on the way to the variable, from the first object on that can change.</summary>
    private static IEnumerable<ISymbol> MembersHeldIn(Variable variable, Bundle bundle, bool canChange)
    {
        canChange |= !bundle.Layout.IsValue;
        for (int i = 0; i < bundle.Members.Count; i++)
        {
            bool isHere = bundle.Members[i] is Single { Value: Read read } && read.Variable == variable;
            ISymbol[] inside = bundle.Members[i] is Bundle inner ? [.. MembersHeldIn(variable, inner, canChange)] : [];
            foreach (ISymbol member in inside) yield return member;
            if (canChange && (isHere || inside.Length > 0)) yield return bundle.Layout.Members[i].Symbol;
        }
    }

    /// <summary>Does a method of a struct change the struct it is called on, by itself or by what it calls?</summary>
    private bool ChangesItself(IMethodSymbol method) => method is { IsReadOnly: false, ContainingType: { IsValueType: true, IsReadOnly: false } }
        && (Source(method) is null || (HiddenCode.Of(method, _model.Compilation) & CodeEffects.Own) != 0);

    private static IEnumerable<Variable> VariablesOf(IOperation root, Names names, Bundle? self)
    {
        if (root is IInstanceReferenceOperation) return self is null ? [] : self.Leaves.OfType<Read>().Select(read => read.Variable);
        if (Effects.Symbol(root) is not { } symbol) return [];
        if (names.Lists.TryGetValue(symbol, out GrowingList? list)) return [list.Items, .. list.Counter is { } counter ? [counter] : Array.Empty<Variable>()];
        IEnumerable<Expr> values = names.Bundles.TryGetValue(symbol, out Bundle? bundle) ? bundle.Leaves : names.Bindings.TryGetValue(symbol, out Expr? bound) ? [bound] : [];
        return values.OfType<Read>().Select(read => read.Variable);
    }
}
