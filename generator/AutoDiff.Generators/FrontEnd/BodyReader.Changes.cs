using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Which variables a piece of C# changes: whole ones, members of aggregates, and what the code of delegates captures.</summary>
internal sealed partial class BodyReader
{
    private HashSet<Variable> ChangedBy(IOperation operation) => [.. Effects.ChangedIn(operation).SelectMany(root => VariablesOf(root, _names, _frame.This))];

    /// <summary>The same with what the delegates change that the code is given.</summary>
    private HashSet<Variable> ChangedBy(IOperation body, IEnumerable<Closure?> given)
    {
        HashSet<Variable> changed = ChangedBy(body);
        foreach (Closure? closure in given)
        {
            if (closure is null) continue;
            foreach (Closure each in closure.Names.Closures.Values.Prepend(closure))
                if ((each.Body ?? CodeOf(each)) is { } code) changed.UnionWith(Effects.ChangedIn(code).SelectMany(root => VariablesOf(root, each.Names, each.This)));
        }
        return changed;
    }

    /// <summary>Does a method of a struct change the struct it is called on, by itself or by what it calls?</summary>
    private bool ChangesItself(IMethodSymbol method, int depth = 0)
    {
        if (method.IsReadOnly || method.ContainingType is not { IsValueType: true, IsReadOnly: false }) return false;
        if (depth > DeepestInlining || Source(method) is not { } source || BodyOf(ModelOf(source), source) is not { } body) return true;
        return body.Descendants().Any(part => Effects.ChangesItself(part) || part switch
        {
            IInvocationOperation { Instance: { Type.IsValueType: true } instance, TargetMethod: { } called } => Effects.IsOfItself(instance) && ChangesItself(called, depth + 1),
            IPropertyReferenceOperation { Instance: { Type.IsValueType: true } instance, Property.GetMethod: { DeclaringSyntaxReferences.Length: 1 } getter } => Effects.IsOfItself(instance) && ChangesItself(getter, depth + 1),
            _ => false,
        });
    }

    private static IEnumerable<Variable> VariablesOf(IOperation root, Names names, Bundle? self)
    {
        if (root is IInstanceReferenceOperation) return self is null ? [] : self.Leaves.OfType<Read>().Select(read => read.Variable);
        if (Effects.Symbol(root) is not { } symbol) return [];
        if (names.Lists.TryGetValue(symbol, out GrowingList? list)) return [list.Items, .. list.Counter is { } counter ? [counter] : Array.Empty<Variable>()];
        IEnumerable<Expr> values = names.Bundles.TryGetValue(symbol, out Bundle? bundle) ? bundle.Leaves : names.Bindings.TryGetValue(symbol, out Expr? bound) ? [bound] : [];
        return values.OfType<Read>().Select(read => read.Variable);
    }
}
