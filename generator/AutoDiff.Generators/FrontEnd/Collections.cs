using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Collections of the framework that hold numbers. What they do is written down in the folder <c>Collections</c>, as classes of lists and arrays under
/// the same names: in a compilation of which those are a part, C# finds them in the place of the framework's, and they are taken apart as any
/// class of the user's is.
/// </summary>
internal static partial class Collections
{
    private const string Folder = "Collections.";

    /// <summary>The collections, and what may be done with them.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Stack"] = "Push, Pop, Peek, TryPop, TryPeek, Contains, Count, Clear, ToArray, foreach and queries",
        ["Queue"] = "Enqueue, Dequeue, Peek, TryDequeue, TryPeek, Count, Clear, ToArray, foreach and queries",
        ["Dictionary"] = "its indexer, Add, TryAdd, TryGetValue, GetValueOrDefault, ContainsKey, Remove, Count, Clear, foreach and queries of it, its Keys and its Values, with keys that are constants of another type",
    };

    /// <summary>For a compilation those of which the collections with these names are a part; given up together with it.</summary>
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, Compilation>> Compilations = new();

    /// <summary>Is it a collection of the framework whose code is written down here?</summary>
    public static bool IsKnown(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, Arity: > 0, DeclaringSyntaxReferences.IsEmpty: true } named
        && Names.ContainsKey(named.Name) && named.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";

    /// <summary>What may be done with it; for <see cref="IsKnown"/> ones.</summary>
    public static string Uses(ITypeSymbol type) => Names[type.Name];

    /// <summary>Is there something in it that may carry a derivative? One without stays what it is, and keys that may are none.</summary>
    public static bool HoldsNumbers(INamedTypeSymbol type) => TypeReader.HoldsReals(type.TypeArguments[type.Arity - 1]) && !type.TypeArguments.Take(type.Arity - 1).Any(TypeReader.HoldsReals);

    /// <summary>Is it one of the classes that are written down here?</summary>
    public static bool IsTwin(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, Arity: > 0, DeclaringSyntaxReferences: [{ SyntaxTree: { } tree }] } && IsOurs(tree);

    /// <summary>Does this method of such a class change nothing, as it says itself?</summary>
    public static bool IsPure(IMethodSymbol method) => IsMarked(method) || method.AssociatedSymbol is { } property && IsMarked(property);

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: nameof(System.Diagnostics.Contracts.PureAttribute) });

    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>The compilation, with these collections in the place of the framework's.</summary>
    public static Compilation With(IReadOnlyCollection<string> names, Compilation compilation)
    {
        string key = string.Join(" ", names.OrderBy(name => name, StringComparer.Ordinal));
        return Compilations.GetValue(compilation, _ => new()).GetOrAdd(key, _ =>
        {
            var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
            Compilation made = compilation.AddSyntaxTrees(names.Select(name => CSharpSyntaxTree.ParseText(Text(name), options, Folder + name + ".cs")));
            Originals.Add(made, compilation);
            return made;
        });
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Collections).Assembly.GetManifestResourceStream(Folder + name + ".cs")!);
        return reader.ReadToEnd();
    }
}
