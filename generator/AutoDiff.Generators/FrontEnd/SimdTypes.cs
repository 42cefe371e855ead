using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The SIMD vectors of the framework: <c>Vector&lt;T&gt;</c>, <c>Vector128&lt;T&gt;</c>, <c>Vector256&lt;T&gt;</c>, <c>Vector512&lt;T&gt;</c>.</summary>
internal static class SimdTypes
{
    /// <summary>Questions about lanes: their answers are constants of the differentiation, as comparisons of numbers are.</summary>
    private static readonly string[] Questions = ["Equals", "GreaterThan", "LessThan", "IsNaN", "IsNegative", "IsPositive", "IsFinite", "IsInfinity", "IsZero"];

    /// <summary>A vector of numbers that carry derivatives; null for any other type.</summary>
    public static IrType? Read(ITypeSymbol? type) => IsVector(type) && ((INamedTypeSymbol)type!).TypeArguments[0].SpecialType is var lane and (SpecialType.System_Double or SpecialType.System_Single)
        ? IrType.Vector(type.Name, lane == SpecialType.System_Double ? "double" : "float")
        : null;

    public static bool IsVector(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 1 } named && IsHost(named);

    /// <summary>The static class of the functions of such vectors.</summary>
    public static bool IsFunctions(ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 0, IsStatic: true } named && IsHost(named);

    private static bool IsHost(INamedTypeSymbol type) => type.Name switch
    {
        "Vector" => type.ContainingNamespace?.ToDisplayString() == "System.Numerics",
        "Vector128" or "Vector256" or "Vector512" => type.ContainingNamespace?.ToDisplayString() == "System.Runtime.Intrinsics",
        _ => false,
    };

    /// <summary>Is this a comparison, of all lanes or lane by lane?</summary>
    public static bool IsQuestion(IMethodSymbol method) => IsFunctions(method.ContainingType) && Questions.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Has this function no effect, and does it read no memory?</summary>
    public static bool IsPure(IMethodSymbol method) => IsFunctions(method.ContainingType)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && (IsVector(parameter.Type) || parameter.Type is { IsValueType: true, IsRefLikeType: false }))
        && (IsQuestion(method) || Read(method.ReturnType) is not null || method.Name is "Sum" or "Dot" or "ToScalar" or "GetElement");

    /// <summary>What is the same as long as the program runs: how many lanes there are, and whether the hardware has them.</summary>
    public static bool IsConstant(IPropertySymbol property) => property is { IsStatic: true, Name: "Count" or "IsHardwareAccelerated" or "IsSupported" } && (IsVector(property.ContainingType) || IsFunctions(property.ContainingType));
}
