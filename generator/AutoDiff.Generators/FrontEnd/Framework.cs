using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Types of <c>System.Numerics</c> whose source is not at hand: what they do is written down in the folder <c>Framework</c>, to the last
/// bit, and that is read in place of their members. A member that is not written there is code that cannot be looked into.
/// </summary>
internal static class Framework
{
    private const string Twins = "AutoDiff.Framework";

    private static readonly string[] Names = ["Complex", "Vector2", "Vector3", "Vector4", "Quaternion", "Matrix3x2", "Matrix4x4"];

    private static readonly Lazy<SyntaxTree[]> Sources = new(() => [.. Texts().Select(text => CSharpSyntaxTree.ParseText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Text), new CSharpParseOptions(LanguageVersion.CSharp12), text.Name))]);

    /// <summary>For a compilation, one with the same references that holds the twins; given up together with it.</summary>
    private static readonly ConditionalWeakTable<Compilation, Compilation> Compilations = new();

    public static IEnumerable<(string Name, string Text)> Texts()
    {
        Assembly assembly = typeof(Framework).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Framework.", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    public static bool IsKnown(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, Arity: 0 } named && Names.Contains(named.Name) && named.ContainingNamespace?.ToDisplayString() == "System.Numerics";

    public static bool IsTwin(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } named && named.ContainingNamespace?.ToDisplayString() == Twins && named.Locations.Any(location => Holds(location.SourceTree));

    private static bool Holds(SyntaxTree? tree) => tree is not null && Sources.IsValueCreated && Sources.Value.Contains(tree);

    /// <summary>The model of a tree: of the user's compilation, or of the twins.</summary>
    public static SemanticModel ModelOf(Compilation compilation, SyntaxTree tree) => Holds(tree) ? CompilationFor(compilation).GetSemanticModel(tree) : compilation.GetSemanticModel(tree);

    private static Compilation CompilationFor(Compilation compilation) => compilation.ContainsSyntaxTree(Sources.Value[0])
        ? compilation
        : Compilations.GetValue(compilation, key => key.RemoveAllSyntaxTrees().AddSyntaxTrees(Sources.Value));

    public static INamedTypeSymbol? TwinOf(ITypeSymbol type, Compilation compilation) => IsKnown(type) ? CompilationFor(compilation).GetTypeByMetadataName(Twins + "." + type.Name) : null;

    /// <summary>The members of a value that may be missing.</summary>
    public static INamedTypeSymbol Optional(Compilation compilation) => CompilationFor(compilation).GetTypeByMetadataName(Twins + ".Optional")!;

    public static INamedTypeSymbol? OriginalOf(ITypeSymbol type, Compilation compilation) => IsTwin(type) ? compilation.GetTypeByMetadataName("System.Numerics." + type.Name) : null;

    /// <summary>The member of the twin that does what this method does; null where none is known.</summary>
    public static IMethodSymbol? TwinOf(IMethodSymbol method, Compilation compilation) => (IsPair(method) ? CompilationFor(compilation).GetTypeByMetadataName(Twins + (method.Parameters[0].Type.SpecialType == SpecialType.System_Single ? ".SinglePairs" : ".Pairs")) : TwinOf(method.ContainingType, compilation)) is { } twin
        ? twin.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other => other.DeclaringSyntaxReferences.Length == 1 && HasSignatureOf(other, method))
        : null;

    /// <summary>Does the method give the sine and the cosine, the same to the last bit as those of the two functions?</summary>
    private static bool IsPair(IMethodSymbol method) => method is { Name: "SinCos", IsStatic: true, ContainingType: { Name: "Math" or "MathF" or "Double" or "Single", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>What gives a constant of the type, as <c>Complex.ImaginaryOne</c>; null where none is known.</summary>
    public static IMethodSymbol? ConstantOf(IOperation operation, Compilation compilation)
    {
        ISymbol? member = operation switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true } field } => field,
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => property,
            _ => null,
        };
        return member is null ? null : TwinOf(member.ContainingType, compilation)?.GetMembers(member.Name).OfType<IPropertySymbol>().FirstOrDefault()?.GetMethod;
    }

    private static bool HasSignatureOf(IMethodSymbol twin, IMethodSymbol method) => twin.IsStatic == method.IsStatic && twin.Parameters.Length == method.Parameters.Length
        && twin.ReturnType.Name == method.ReturnType.Name && twin.Parameters.Zip(method.Parameters, (one, other) => one.Type.Name == other.Type.Name && one.RefKind == other.RefKind).All(same => same);
}
