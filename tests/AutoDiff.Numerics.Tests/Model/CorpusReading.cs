using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Numerics.Tests.Model;

/// <summary>Reads methods and points from the symbols of a compilation. Expects a compilation without errors.</summary>
public static class CorpusReading
{
    private const string Differentiable = "AutoDiff.DifferentiableAttribute";

    /// <summary>A method of a generic type is not among them: it is tested by the methods that call it.</summary>
    public static IReadOnlyList<CorpusMethod> Methods(Compilation compilation)
    {
        IEnumerable<IMethodSymbol> methods = TypesIn(compilation.Assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => Attributes(method, Differentiable).Any() && !Enclosing(method.ContainingType).Any(type => type.IsGenericType))
            .OrderBy(Id, StringComparer.Ordinal);
        return [.. methods.Select((method, number) => Read(Closed(method, compilation), number))];
    }

    /// <summary>A generic method over <c>double</c>; any other as it is.</summary>
    public static IMethodSymbol Closed(IMethodSymbol method, Compilation compilation) => method.IsGenericMethod
        ? method.Construct([.. method.TypeParameters.Select(_ => (ITypeSymbol)compilation.GetSpecialType(SpecialType.System_Double))])
        : method;

    public static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol scope) =>
        scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    private static CorpusMethod Read(IMethodSymbol method, int number)
    {
        CorpusParameter[] parameters = [.. method.Parameters.Select(Read)];
        INamedTypeSymbol[] types = [.. Enclosing(method.ContainingType).Reverse()];
        string space = method.ContainingNamespace.ToDisplayString();
        return new(
            number,
            Id(method),
            method.Name,
            method.DeclaredAccessibility,
            space,
            [.. types.Select(Header)],
            $"{space}.{string.Join("+", types.Select(type => type.MetadataName))}",
            method.ReturnsVoid ? new("void", "", Storage.None) : CorpusType.Of(method.ReturnType, ShapeOf(method.GetReturnTypeAttributes())),
            parameters,
            [.. Attributes(method, "Corpus.AtAttribute").Select(at => Read(at, parameters))],
            Attributes(method, "Corpus.MayBeRefusedAttribute").Any(),
            Attributes(method, "Corpus.AllocatesAttribute").Any(),
            IsDrivable(method),
            method.IsStatic,
            method.IsGenericMethod,
            Attributes(method.ContainingType, "Corpus.VectorCodeAttribute").Any());
    }

    private static int[] ShapeOf(IEnumerable<AttributeData> attributes) =>
        [.. attributes.Where(data => data.AttributeClass!.Name == "ShapeAttribute").SelectMany(data => data.ConstructorArguments[0].Values).Select(value => (int)value.Value!)];

    private static bool IsDrivable(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && method.TypeParameters.All(parameter => parameter.ConstraintTypes.Any(constraint => constraint.ContainingNamespace.ToDisplayString() == "System.Numerics"))
        && (method.IsStatic || method.ContainingType.IsValueType || method.ContainingType.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty))
        && (method.ReturnsVoid || CorpusType.Of(method.ReturnType, ShapeOf(method.GetReturnTypeAttributes())).Storage is Storage.Scalar or Storage.Array or Storage.Packed)
        && Enclosing(method.ContainingType).SelectMany(type => type.DeclaringSyntaxReferences)
            .All(part => ((TypeDeclarationSyntax)part.GetSyntax()).Modifiers.Any(SyntaxKind.PartialKeyword));

    private static CorpusParameter Read(IParameterSymbol parameter)
    {
        CorpusType type = CorpusType.Of(parameter.Type, ShapeOf(parameter.GetAttributes()));
        string passing = parameter.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In => "in ", _ => "" };
        bool constant = type.Storage == Storage.None || Attributes(parameter, "AutoDiff.NoGradientAttribute").Any();
        return new(parameter.Name, type, !constant, passing);
    }

    private static CorpusPoint Read(AttributeData at, CorpusParameter[] parameters)
    {
        var given = at.ConstructorArguments[0].Values;
        if (given.Length != parameters.Length)
            throw new InvalidOperationException($"{at.ApplicationSyntaxReference!.GetSyntax()} for {parameters.Length} parameters");
        object?[] arguments = [.. given.Zip(parameters, (argument, parameter) => Argument(argument, parameter.Type))];
        var named = at.NamedArguments.ToDictionary(pair => pair.Key, pair => pair.Value);
        return new(
            arguments,
            named.TryGetValue("Value", out var value) ? (double)value.Value! : null,
            named.TryGetValue("Gradient", out var gradient) ? [.. gradient.Values.Select(element => (double)element.Value!)] : null,
            named.TryGetValue("Kink", out var kink) && (bool)kink.Value!,
            named.TryGetValue("Tolerance", out var tolerance) ? (double)tolerance.Value! : 0,
            named.TryGetValue("Throws", out var thrown) ? ((INamedTypeSymbol)thrown.Value!).ToDisplayString() : null);
    }

    private static object? Argument(TypedConstant given, CorpusType type) => (given.Kind, type.Storage) switch
    {
        (TypedConstantKind.Array, Storage.None) => Inactive(given),
        (TypedConstantKind.Array, _) => type.Elements([.. given.Values.Select(Number)]),
        (_, Storage.Scalar) => type.Scalar(Number(given)),
        _ => given.Value,
    };

    private static Array Inactive(TypedConstant given)
    {
        object[] elements = [.. given.Values.Select(element => element.Value!)];
        Array array = Array.CreateInstance(elements.Length == 0 ? typeof(int) : elements[0].GetType(), elements.Length);
        elements.CopyTo(array, 0);
        return array;
    }

    private static double Number(TypedConstant constant) => Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<AttributeData> Attributes(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass!.ToDisplayString() == name);

    private static string Id(IMethodSymbol method)
    {
        var parameters = method.OriginalDefinition.Parameters.Select(p => p.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        string type = method.ContainingType.ToDisplayString();
        return $"{type[(type.IndexOf('.') + 1)..]}.{method.Name}({string.Join(", ", parameters)})";
    }

    private static IEnumerable<INamedTypeSymbol> Enclosing(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType) yield return type;
    }

    private static string Header(INamedTypeSymbol type)
    {
        string kind = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        return $"partial {kind} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
    }
}
