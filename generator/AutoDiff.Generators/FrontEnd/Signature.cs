using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>The shape of a differentiable method: what is refused before its body is read, and what its companions take over.</summary>
internal static class Signature
{
    /// <param name="method">The method.</param>
    /// <param name="syntax">Its declaration.</param>
    /// <param name="takesReceiver">The companions are those by the members of the object, too.</param>
    /// <param name="compilation">Where it stands.</param>
    public static Refusal? Check(IMethodSymbol method, MethodDeclarationSyntax syntax, bool takesReceiver, Compilation compilation)
    {
        Refusal At(SyntaxNode node, string id, params string[] words) =>
            new(id, new Site(node.SpanStart - syntax.SpanStart, node.Span.Length), words.ToEquatable());
        Refusal AtName(string id, params string[] words) =>
            new(id, new Site(syntax.Identifier.SpanStart - syntax.SpanStart, syntax.Identifier.Span.Length), words.ToEquatable());

        if (syntax.Body is null && syntax.ExpressionBody is null || method.IsAsync || method.IsExtern) return AtName("DIFF0007", method.Name);
        if (method.ContainingType.IsExtension) return AtName("DIFF0007", method.Name);
        if (method.MethodKind != MethodKind.Ordinary || !method.ExplicitInterfaceImplementations.IsEmpty) return AtName("DIFF0007", method.Name);
        if (Types(method.ContainingType).FirstOrDefault(type => type is { IsGenericType: true, TypeKind: TypeKind.Interface }) is { } open) return AtName("DIFF0003", method.Name, "stands in the generic interface '" + open.Name + "'", "move it to a class or a struct");
        if (Types(method.ContainingType).FirstOrDefault(type => !IsPartial(type)) is { } closed) return AtName("DIFF0001", closed.Name);
        if (Types(method.ContainingType).Any(type => type.IsFileLocal)) return AtName("DIFF0007", method.Name);
        if (OrderOf(method) > 1) return AtName("DIFF0009", method.Name);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            SyntaxNode place = syntax.ParameterList.Parameters[parameter.Ordinal];
            if (NotANumber(parameter.Type) is { } unknown && !Differentiables.IsConstant(parameter))
                return At(place, "DIFF0003", parameter.Name, "is of '" + unknown.Name + "', which may be anything", "constrain it to numbers, by 'where " + unknown.Name + " : IFloatingPointIeee754<" + unknown.Name + ">', or mark the parameter [NoGradient]");
            if (!IsSupported(parameter, compilation)) return At(place, "DIFF0006", parameter.Name, Modifier(parameter) + parameter.Type.ToDisplayString(), (Obstacles.In(parameter.Type, parameter.ContainingType, compilation) is { } obstacle ? obstacle + "; " : "") + Remedy(parameter));
        }
        if (!IsSupportedResult(method, compilation)) return At(syntax.ReturnType, "DIFF0004", method.ReturnType.ToDisplayString());
        if (takesReceiver) return null;
        if (!method.Parameters.Any(parameter => IsDifferentiable(parameter, compilation))) return AtName("DIFF0005", method.Name);
        if (Overrides.Misfit(method, compilation) is { } misfit) return AtName("DIFF0010", [method.Name, .. misfit]);
        return CompanionNames.Taken(method) is { } taken ? AtName("DIFF0008", method.Name, taken) : null;
    }

    /// <summary>The type parameter in a type that does not stand for a number; null where there is none.</summary>
    private static ITypeParameterSymbol? NotANumber(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => TypeReader.IsNumber(parameter) || TypeReader.IsWhole(parameter) ? null : parameter,
        IArrayTypeSymbol array => NotANumber(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(NotANumber).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool IsDifferentiable(IParameterSymbol parameter, Compilation compilation) => !Differentiables.IsConstant(parameter)
        && (TypeReader.ReadParameter(parameter.Type).CanBeActive || Layout.Of(parameter.Type, parameter.ContainingType, compilation) is not null || Layout.IsArrayOfModels(parameter.Type, parameter.ContainingType, compilation));

    /// <summary>Does the signature name a type that does not exist, lack a name, or have one twice? Then the compiler has said so.</summary>
    public static bool IsBroken(IMethodSymbol method) =>
        method.ReturnType.TypeKind == TypeKind.Error
        || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error || parameter.Name.Length == 0)
        || method.Parameters.Select(parameter => parameter.Name).Distinct().Count() < method.Parameters.Length;

    private static string Modifier(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => parameter.IsParams ? "params " : "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    };

    /// <summary>What to do about a parameter that is not supported; <c>[NoGradient]</c> where that helps.</summary>
    private static string Remedy(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.None or RefKind.In && !(parameter.IsParams && TypeReader.Read(parameter.Type).IsSpan)
            ? "pass its numbers as double, float, arrays or spans, or mark it [NoGradient]"
            : "pass its numbers as double, float, arrays or spans";

    private static bool IsSupported(IParameterSymbol parameter, Compilation compilation)
    {
        IrType type = TypeReader.ReadParameter(parameter.Type);
        if (parameter.IsParams && (type.IsSpan || type.IsList) || parameter.RefKind == RefKind.RefReadOnlyParameter) return false;
        bool byReference = parameter.RefKind is RefKind.Ref or RefKind.Out;
        if (Differentiables.IsConstant(parameter) || !TypeReader.HoldsReals(parameter.Type)) return !byReference || parameter.RefKind == RefKind.Out && IsWhole(parameter.Type);
        if (Layout.IsArrayOfModels(parameter.Type, parameter.ContainingType, compilation)) return parameter.RefKind == RefKind.None && HasBuffers(parameter, compilation);
        if (type.IsAggregate && !HasBuffers(parameter, compilation)) return false;
        if (type.IsJagged && !IsArrayOfNumbers(type)) return false;
        if (type.CanBeActive) return parameter.RefKind == RefKind.None || type.IsReal;
        return Layout.Of(parameter.Type, parameter.ContainingType, compilation) is { } layout && HasDerivatives(layout, byReference);
    }

    /// <summary>Members that are passed by reference, or belong to an object, are stored into one by one; those of a value are built anew.</summary>
    public static bool HasDerivatives(Layout layout, bool byReference) =>
        byReference || !layout.IsValue ? IsAssignable(layout) && (layout.IsValue || layout.Construction is not null) : layout.Making is not null || IsVisible(layout) && IsAssignable(layout);

    private static bool IsWhole(ITypeSymbol type) => TypeReader.IsInteger(type) || type.SpecialType == SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum;

    /// <summary>Whether an array of structs can have its adjoints in another: their members are stored into, or each is made anew, and those for FGradient are made in their shape.</summary>
    private static bool HasBuffers(IParameterSymbol parameter, Compilation compilation) =>
        ElementLayout(parameter.Type, parameter.ContainingType, compilation) is { } element && (IsAssignable(element) || element.Making is not null) && Zeros.Exist(parameter.Type, element);

    private static Layout? ElementLayout(ITypeSymbol type, ISymbol within, Compilation compilation) =>
        type is IArrayTypeSymbol array ? ElementLayout(array.ElementType, within, compilation) : Layout.Of(type, within, compilation);

    private static bool IsAssignable(Layout layout) => layout.Members.All(member =>
        member.IsReached && (member.Assignable || member.HoldsObject || member.Constant || member.IsClosed || member.HoldsModels || TypeReader.Read(member.Type).IsSequence || !TypeReader.HoldsReals(member.Type)) && (member.Layout is null || member.HoldsPlaces && IsAssignable(member.Layout) || !layout.IsValue && IsMadeAnew(member)));

    /// <summary>A value that an object holds, and of which the numbers cannot be assigned one by one: a property of a struct, a record, <c>Complex</c>.</summary>
    private static bool IsMadeAnew(LayoutMember member) => member is { Assignable: true, Layout: { IsValue: true, Making: not null } };

    public static bool IsVisible(Layout layout) => layout.Members.All(member => member.IsReached && (member.Layout is null || IsVisible(member.Layout)));

    private static bool IsSupportedResult(IMethodSymbol method, Compilation compilation)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly) return false;
        IrType result = TypeReader.Read(method.ReturnType);
        if (result.Shape == TypeShape.Void || result.IsReal || result is { Shape: TypeShape.Array, IsRealSequence: true } && IsArrayOfNumbers(result)) return true;
        if (result is { Shape: TypeShape.Array, IsAggregate: true, IsJagged: false }) return ElementLayout(method.ReturnType, method.ContainingType, compilation) is not null && Sums.Exists(method.ReturnType, method.ContainingType, compilation);
        return Layout.Of(method.ReturnType, method.ContainingType, compilation) is { Making: not null, IsAllocated: false } && Sums.Exists(method.ReturnType, method.ContainingType, compilation);
    }

    /// <summary>With any number of indices; of arrays of arrays only rows of numbers have buffers of their shape.</summary>
    private static bool IsArrayOfNumbers(IrType type) => type.IsJagged ? type is { Rank: 1, Element.IsFlat: true } : !type.IsAggregate;

    private static int OrderOf(IMethodSymbol method) => method.GetAttributes()
        .Where(data => data.AttributeClass?.Name == "DifferentiableAttribute")
        .SelectMany(data => data.NamedArguments)
        .Where(argument => argument.Key == "Order")
        .Select(argument => argument.Value.Value is int order ? order : 1)
        .FirstOrDefault();

    public static IEnumerable<Enclosing> Enclosing(INamedTypeSymbol type) => Types(type).Reverse().Select(each => new Enclosing(
        each.TypeKind == TypeKind.Interface ? "interface" : (each.IsRecord ? "record " : "") + (each.TypeKind == TypeKind.Struct ? "struct" : "class"), Escape(each.Name) + TypeParameters(each.TypeParameters)));

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public static string TypeParameters(ImmutableArray<ITypeParameterSymbol> parameters) =>
        parameters.IsEmpty ? "" : "<" + string.Join(", ", parameters.Select(parameter => Escape(parameter.Name))) + ">";

    /// <summary>The constraints of a generic method, with a blank before each.</summary>
    public static string Constraints(IMethodSymbol method) => string.Concat(method.TypeParameters.Select(parameter =>
    {
        IEnumerable<string> kinds = parameter switch
        {
            { HasUnmanagedTypeConstraint: true } => ["unmanaged"],
            { HasValueTypeConstraint: true } => ["struct"],
            { HasReferenceTypeConstraint: true } => ["class"],
            { HasNotNullConstraint: true } => ["notnull"],
            _ => [],
        };
        string[] all =
        [
            .. kinds, .. parameter.ConstraintTypes.Select(TypeReader.Name),
            .. parameter.HasConstructorConstraint ? ["new()"] : Array.Empty<string>(),
            .. parameter.AllowsRefLikeType ? ["allows ref struct"] : Array.Empty<string>(),
        ];
        return all.Length == 0 ? "" : " where " + Escape(parameter.Name) + " : " + string.Join(", ", all);
    }));


    /// <summary>
    /// A file name for the companions, which no other method has: file names are not told apart by case, so a fingerprint is added
    /// where names differ by nothing else, as it is for overloads.
    /// </summary>
    public static string HintName(IMethodSymbol method, Receiver? receiver = null)
    {
        string signature = string.Join(",", method.Parameters.Select(parameter => TypeReader.Name(parameter.Type)));
        string name = string.Join(".", Path(method).Reverse().Select(symbol => symbol is INamedTypeSymbol { IsGenericType: true } type ? type.Name + "{" + string.Join(",", type.TypeParameters.Select(parameter => parameter.Name)) + "}" : symbol.Name));
        bool overloaded = method.ContainingType.GetMembers(method.Name).Length > 1;
        string suffix = Path(method).Any(HasTwin) ? "_" + Fingerprint(name + "(" + signature + ")") : overloaded ? "_" + Fingerprint(signature) : "";
        return name + suffix + (receiver is null ? "" : "." + receiver.Name) + ".g.cs";
    }

    /// <summary>The method and all that it stands in, from the inside out.</summary>
    private static IEnumerable<ISymbol> Path(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingType ?? (ISymbol?)symbol.ContainingNamespace)
            yield return symbol;
    }

    /// <summary>Is there another member beside this one whose name differs in case only?</summary>
    private static bool HasTwin(ISymbol symbol)
    {
        IEnumerable<string> names = symbol.ContainingType?.MemberNames ?? symbol.ContainingNamespace.GetMembers().Select(member => member.Name);
        return names.Any(name => name.Length == symbol.Name.Length && name != symbol.Name && string.Equals(name, symbol.Name, StringComparison.OrdinalIgnoreCase));
    }

    public static string Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue) return "";
        if (parameter.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not ParameterSyntax { Default.Value: { } value }) return "";
        object? constant = parameter.ExplicitDefaultValue;
        if (constant is null) return " = default";
        ITypeSymbol type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        if (type.TypeKind == TypeKind.Enum) return " = (" + TypeReader.Name(type) + ")(" + SymbolDisplay.FormatPrimitive(constant, true, false) + ")";
        return " = " + (value is LiteralExpressionSyntax ? value.ToString() : Constant(constant));
    }

    /// <summary>How the parameter is passed, with a blank after it.</summary>
    public static string Passing(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };

    public static string Modifiers(IParameterSymbol parameter) => parameter.IsParams ? "params " : parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } ? "this " : "";

    private static string Constant(object value) => value switch
    {
        double number when double.IsNaN(number) => "double.NaN",
        double number when double.IsInfinity(number) => number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        float number when float.IsNaN(number) => "float.NaN",
        float number when float.IsInfinity(number) => number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float number => SymbolDisplay.FormatPrimitive(number, true, false) + "f",
        _ => SymbolDisplay.FormatPrimitive(value, true, false)!,
    };

    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType) yield return type;
    }

    /// <summary>Top-level statements are a part of the type <c>Program</c> that needs no such word.</summary>
    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
    {
        CompilationUnitSyntax => true,
        TypeDeclarationSyntax declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword),
        _ => false,
    });

    /// <summary>The name as C# source has it.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>FNV-1a, so that the name does not depend on the process.</summary>
    private static string Fingerprint(string text)
    {
        uint hash = 2166136261;
        foreach (byte unit in Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ unit) * 16777619);
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
