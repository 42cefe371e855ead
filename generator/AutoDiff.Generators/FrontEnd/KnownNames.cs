using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The short type names that generated code uses, and which of them mean something else where a method stands.</summary>
internal static class KnownNames
{
    public static readonly IReadOnlyDictionary<string, string> Namespaces = new Dictionary<string, string>
    {
        ["Math"] = "System",
        ["MathF"] = "System",
        ["Array"] = "System",
        ["Span"] = "System",
        ["ReadOnlySpan"] = "System",
        ["MemoryExtensions"] = "System",
        ["Vector"] = "System.Numerics",
        ["Vector128"] = "System.Runtime.Intrinsics",
        ["Vector256"] = "System.Runtime.Intrinsics",
        ["Vector512"] = "System.Runtime.Intrinsics",
        ["Derivative"] = "AutoDiff",
        ["Recorded"] = "AutoDiff",
        ["RecordedStack"] = "AutoDiff",
        ["Scratch"] = "AutoDiff",
        ["Adjoints"] = "AutoDiff",
        ["Partials"] = "AutoDiff",
        ["Lists"] = "AutoDiff",
        ["Permutations"] = "AutoDiff",
        ["Reductions"] = "AutoDiff",
    };

    /// <summary>The names that a type, namespace, member or identifier of the user hides at <paramref name="position"/>.</summary>
    public static EquatableArray<string> Shadowed(SemanticModel model, int position, ICollection<string> identifiers)
    {
        var shadowed = new List<string>();
        foreach (KeyValuePair<string, string> known in Namespaces)
        {
            bool free = model.LookupSymbols(position, name: known.Key).All(symbol =>
                symbol is INamedTypeSymbol type && type.ContainingNamespace?.ToDisplayString() == known.Value);
            bool used = identifiers.Contains(known.Key) && model.LookupSymbols(position, name: known.Key).IsEmpty;
            if (!free || used) shadowed.Add(known.Key);
        }
        return shadowed.ToEquatable();
    }

    public static string Qualify(string name, EquatableArray<string> shadowed) =>
        shadowed.Contains(name) ? "global::" + Namespaces[name] + "." + name : name;
}
