using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Library calls that give the same result for the same arguments and change nothing, so that they may be evaluated again.</summary>
internal static class PureCalls
{
    public static bool IsPure(IMethodSymbol method)
    {
        string? space = method.ContainingNamespace?.ToDisplayString();
        if (SimdTypes.IsPure(method)) return true;
        if (method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out)) return false;
        if (space == "AutoDiff" && method is { Name: "Stop", ContainingType.Name: "Derivative" }) return true;
        if (space == "System.Numerics") return method.ContainingType.Name == "BitOperations" || method is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && method.Name is not ("Parse" or "TryParse");
        if (space != "System") return false;
        INamedTypeSymbol type = method.ContainingType;
        if (type.Name is "Math" or "MathF") return true;
        if (type.Name is "String") return !method.IsStatic && method.Name is "StartsWith" or "EndsWith" or "Contains" or "IndexOf" or "Equals";
        if (type.SpecialType == SpecialType.System_Array) return method.Name is "GetLength" or "GetUpperBound" or "GetLowerBound";
        // What a type parameter that stands for a number has by its constraints.
        if (type is { Name: "IComparable" or "IEquatable", TypeArguments: [ITypeParameterSymbol argument] }) return TypeReader.IsReal(argument);
        bool number = TypeReader.IsReal(type) || TypeReader.IsInteger(type) || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char;
        if (number) return method.IsStatic ? method.Name is not ("Parse" or "TryParse") : method.Name is "CompareTo" or "Equals";
        return IsView(method);
    }

    /// <summary>Slices and the like: they make a view of a sequence and touch no element.</summary>
    public static bool IsView(IMethodSymbol method) =>
        method.Name is "AsSpan" && method.ContainingType.Name == "MemoryExtensions"
        || method.Name is "Slice" && method.ContainingType.Name is "Span" or "ReadOnlySpan";
}
