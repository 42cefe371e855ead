using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Static methods that call themselves, say to use a symmetry (<c>if (x &lt; 0) return 1 - Cdf(-x);</c>), cannot be read in place, and need not be marked:
/// they get companions of their own beside those of the method that uses them, which is their host.
/// </summary>
internal sealed class Recursions(IMethodSymbol host, Receiver? receiver)
{
    /// <summary>A method as a callee, and its intermediate form; or why there is none.</summary>
    private sealed class Entry
    {
        public Callee? Callee;
        public MethodIr? Form;
        public Refusal? Refusal;
        public IReadOnlyList<IMethodSymbol> Marked = [];
    }

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, bool>> Known = new();

    private readonly Dictionary<IMethodSymbol, Entry> _entries = new(SymbolEqualityComparer.Default);

    /// <summary>The method whose companions these stand beside.</summary>
    public IMethodSymbol Host => host;

    /// <summary>The members that the generated code reaches by accessors of its own, whichever of the companions does.</summary>
    public Dictionary<ISymbol, PrivateMember> PrivateMembers { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The types that the companions speak of.</summary>
    public HashSet<ITypeSymbol> Types { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Can it have companions, as far as its signature goes, and does it call itself?</summary>
    public static bool Is(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method is { IsStatic: true, MethodKind: MethodKind.Ordinary, IsGenericMethod: false, IsAsync: false, ContainingType: { IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct, IsExtension: false }, DeclaringSyntaxReferences: [{ } reference] }
        && !Differentiables.IsMarked(method) && TypeReader.Read(method.ReturnType).IsReal
        && method.Parameters.Any(Differentiables.IsDifferentiable) && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false } && !SequenceUse.Writes(parameter, []))
        && compilation.ContainsSyntaxTree(reference.SyntaxTree) && !Collections.IsOurs(reference.SyntaxTree)
        && Known.GetValue(compilation, _ => new(SymbolEqualityComparer.Default)).GetOrAdd(method, _ => CallsItself(method, reference, compilation, cancellation));

    private static bool CallsItself(IMethodSymbol method, SyntaxReference reference, Compilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation) is { } body
        && body.Descendants().Any(part => part is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod, method));

    /// <summary>The method as it is called in the companions of the host; null, and why, where it has no companions there.</summary>
    /// <param name="method">One that <see cref="Is"/>.</param>
    /// <param name="callee">How it is called, without its companions.</param>
    /// <param name="read">Reads it, as what the name stands for, or gives the reason.</param>
    public (Callee? Callee, Refusal? Refusal) Of(IMethodSymbol method, Callee callee, Func<string, (MethodIr? Form, Refusal? Refusal, IReadOnlyList<IMethodSymbol> Marked)> read)
    {
        if (!_entries.TryGetValue(method, out Entry? known))
        {
            string name = NameOf(method);
            // It is known while it is read: it calls itself.
            _entries[method] = known = new Entry { Callee = callee with { Companions = name } };
            HashSet<IMethodSymbol> before = new(_entries.Keys, SymbolEqualityComparer.Default);
            (known.Form, known.Refusal, known.Marked) = read(name);
            if (known.Form is null)
                foreach (KeyValuePair<IMethodSymbol, Entry> each in _entries)
                    if (each.Value == known || !before.Contains(each.Key)) (each.Value.Callee, each.Value.Form, each.Value.Refusal) = (null, null, each.Value.Refusal ?? known.Refusal);
        }
        return (known.Callee, known.Refusal);
    }

    /// <summary>The methods with the attribute that one calls which has companions here.</summary>
    public IReadOnlyList<IMethodSymbol> MarkedIn(IMethodSymbol method) => _entries[method].Marked;

    public bool IsHost(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(host, method);

    /// <summary>The methods that a body calls, and those that these call.</summary>
    public IEnumerable<MethodIr> CalledBy(Block body)
    {
        var found = new List<MethodIr>();
        var open = new Queue<Block>([body]);
        while (open.Count > 0)
            foreach (Invoke call in open.Dequeue().AllStatements().OfType<Invoke>())
            {
                if (call.Callee.Companions is not { } name || found.Any(form => form.Name == name) || _entries.Values.FirstOrDefault(entry => entry.Form?.Name == name)?.Form is not { } form) continue;
                found.Add(form);
                open.Enqueue(form.Body);
            }
        return found;
    }

    /// <summary>A name that no other method of the type has for what stands beside its companions.</summary>
    private string NameOf(IMethodSymbol method)
    {
        IMethodSymbol[] overloads = [.. host.ContainingType.GetMembers(host.Name).OfType<IMethodSymbol>()];
        int number = Array.FindIndex(overloads, each => SymbolEqualityComparer.Default.Equals(each, host.OriginalDefinition));
        string name = host.Name + (number > 0 ? (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "") + (receiver is { IsConstant: false } ? "Self" : "") + "_" + method.Name;
        string distinct = name;
        for (int i = 2; _entries.Values.Any(entry => entry.Callee?.Companions == distinct) || !host.ContainingType.GetMembers(distinct + "Adjoint").IsEmpty; i++) distinct = name + i;
        return distinct;
    }
}
