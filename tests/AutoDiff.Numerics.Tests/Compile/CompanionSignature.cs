using AutoDiff.Numerics.Tests.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>
/// The signatures of DESIGN 2.1, written out from the corpus method alone and, to compare, from the companion that was found.
/// </summary>
public static class CompanionSignature
{
    public static IReadOnlyList<string> AllSuffixes { get; } = ["Gradient", "Jacobian", "Adjoint", "Forward"];

    public static IEnumerable<string> Suffixes(CorpusMethod method)
    {
        if (method.Result.Storage == Storage.Scalar) yield return "Gradient";
        if (method.Result.Storage == Storage.Array && method.Differentiable.All(parameter => parameter.Type.Packing is null && !parameter.IsInOut)) yield return "Jacobian";
        yield return "Adjoint";
        yield return "Forward";
    }

    public static string Expected(CorpusMethod method, string suffix)
    {
        var names = ParameterNames(method, suffix);
        var parameters = ParameterTypes(method, suffix).Zip(names, (type, name) => $"{type} {name}");
        string optional = suffix == "Adjoint" && method.Result.Storage == Storage.Scalar && !method.IsGeneric ? " = 1" : "";
        return $"{method.Accessibility} {(method.IsStatic ? "static " : "")}{Result(method, suffix)} {method.Name}{suffix}({string.Join(", ", parameters)}{optional})";
    }

    /// <summary>Defaults of the method's own parameters are left out: the contract says nothing of them.</summary>
    public static string Actual(IMethodSymbol companion)
    {
        var parameters = companion.Parameters.Zip(ParameterTypes(companion), (p, type) => $"{type} {p.Name}{Default(p)}");
        string isStatic = companion.IsStatic ? "static " : "";
        string head = $"{companion.DeclaredAccessibility} {isStatic}{Text(companion.ReturnType)} {companion.Name}";
        return $"{head}({string.Join(", ", parameters)})";

        static string Default(IParameterSymbol parameter) =>
            parameter is { Name: "resultAdjoint", HasExplicitDefaultValue: true } ? $" = {parameter.ExplicitDefaultValue}" : "";
    }

    public static IEnumerable<string> ParameterTypes(IMethodSymbol companion) =>
        companion.Parameters.Select(parameter => Passing(parameter.RefKind) + Text(parameter.Type));

    public static IEnumerable<string> ParameterTypes(CorpusMethod method, string suffix)
    {
        IEnumerable<string> own = method.Parameters.Select(parameter => parameter.Passing + parameter.Type.Name);
        return suffix switch
        {
            "Adjoint" => [.. own, .. method.Differentiable.Select(p => Adjoint(p.Type)), .. Seed(method.Result)],
            "Forward" => [.. own, .. method.Differentiable.Select(p => (p.IsInOut ? "ref " : "") + Tangent(p.Type))],
            _ => own,
        };
    }

    /// <summary>
    /// Where the contract leaves a name open, because the obvious one is taken or has no obvious capital, nothing is expected of it.
    /// </summary>
    public static bool HasContractedNames(CorpusMethod method)
    {
        string[] names = [.. ParameterNames(method, "Adjoint"), .. ParameterNames(method, "Forward").Skip(method.Parameters.Count)];
        string[] items = ["Value", "Tangent", .. method.Differentiable.Select(p => Pascal(p.Name))];
        return names.Distinct().Count() == names.Length && items.Distinct().Count() == items.Length
            && method.Parameters.All(p => char.IsAsciiLetterLower(p.Name[0]) && p.Name.All(char.IsAsciiLetterOrDigit));
    }

    private static IEnumerable<string> ParameterNames(CorpusMethod method, string suffix)
    {
        IEnumerable<string> own = method.Parameters.Select(parameter => parameter.Name);
        IEnumerable<string> added = method.Differentiable.Select(parameter => parameter.Name + suffix.Replace("Forward", "Tangent"));
        return suffix switch
        {
            "Adjoint" => [.. own, .. added, .. Seed(method.Result).Select(_ => "resultAdjoint")],
            "Forward" => [.. own, .. added],
            _ => own,
        };
    }

    private static string Result(CorpusMethod method, string suffix)
    {
        string result = method.Result.Name;
        return suffix switch
        {
            "Adjoint" => result,
            "Forward" => result == "void" ? result : $"({result} Value, {result} Tangent)",
            "Jacobian" => Tuple(method, type => $"{type.Element}[,]"),
            _ => Tuple(method, type => type.Packing is not null ? type.Name : type.Storage == Storage.Scalar ? type.Element : $"{type.Element}[]"),
        };
    }

    private static string Tuple(CorpusMethod method, Func<CorpusType, string> item)
    {
        IEnumerable<string> items = method.Differentiable.Select(parameter => $", {item(parameter.Type)} {Pascal(parameter.Name)}");
        return $"({method.Result.Name} Value{string.Concat(items)})";
    }

    private static string Passing(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "",
    };

    private static string Adjoint(CorpusType type) =>
        type.Packing is { } packing ? (packing.IsValue ? "ref " : "") + type.Name : type.Storage == Storage.Scalar ? $"ref {type.Element}" : $"global::System.Span<{type.Element}>";

    private static string Tangent(CorpusType type) => type.Storage switch
    {
        Storage.Scalar => type.Element,
        Storage.Packed => type.Name,
        Storage.ReadOnlySpan => $"global::System.ReadOnlySpan<{type.Element}>",
        _ => $"global::System.Span<{type.Element}>",
    };

    private static IEnumerable<string> Seed(CorpusType result) => result.Storage switch
    {
        Storage.Scalar => [result.Element],
        Storage.Array => [$"global::System.ReadOnlySpan<{result.Element}>"],
        Storage.Packed => [result.Name],
        _ => [],
    };

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Text(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? $"({string.Join(", ", tuple.TupleElements.Select(element => $"{Text(element.Type)} {element.Name}"))})"
            : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
