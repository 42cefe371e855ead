using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>
/// Rewrites a corpus file so that <c>double</c> and <c>float</c> become a number type of this project. Expects a file without errors. It
/// goes by symbols, not by spelling: a constant keeps the very double that the compiler folded it to, a function of <c>Math</c>,
/// <c>MathF</c>, <c>double</c> or <c>float</c> becomes the reference's own of the same name, and constants of the differentiation stay
/// constants.
/// </summary>
public sealed class Retarget(SemanticModel model, string number) : CSharpSyntaxRewriter
{
    private const string Numbers = "global::AutoDiff.Numerics.Tests.Numbers.";

    private readonly string numberType = Numbers + number;

    public static SyntaxTree Run(Compilation compilation, SyntaxTree tree, string number)
    {
        var rewriter = new Retarget(compilation.GetSemanticModel(tree), number);
        SyntaxNode root = rewriter.Visit(tree.GetRoot())!;
        return CSharpSyntaxTree.ParseText(root.ToFullString(), CorpusText.Options, tree.FilePath);
    }

    /// <summary>
    /// Overloads that differ in <c>float</c> and <c>double</c> alone would collide: those with a float get a name of their own.
    /// </summary>
    public static string NameOf(string name, IEnumerable<string> parameterTypes) =>
        parameterTypes.Any(type => type.Contains("float", StringComparison.Ordinal)) ? name + "OfFloat" : name;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is ExpressionSyntax expression and (SimpleNameSyntax or not TypeSyntax) && ConstantOf(expression) is { } value)
            return Expression($"(({numberType})({Literal(value)}))", expression);
        return base.Visit(node);
    }

    /// <summary>
    /// A type parameter that stands for a number is the number type itself; a type of <c>System.Numerics</c> the one that the generator
    /// reads in its place, over the number type.
    /// </summary>
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => model.GetSymbolInfo(node).Symbol switch
    {
        ITypeParameterSymbol parameter when IsFloatingPoint(parameter) => SyntaxFactory.ParseTypeName(numberType).WithTriviaFrom(node),
        INamedTypeSymbol type when Generators.FrontEnd.Framework.IsKnown(type) && node.Parent is not QualifiedNameSyntax => SyntaxFactory.ParseTypeName("global::AutoDiff.Framework." + type.Name).WithTriviaFrom(node),
        INamedTypeSymbol type when Generators.FrontEnd.SimdTypes.IsFunctions(type) && node.Parent is not QualifiedNameSyntax => SyntaxFactory.ParseTypeName("global::AutoDiff.Framework.Simd").WithTriviaFrom(node),
        INamedTypeSymbol { Name: "TensorPrimitives", DeclaringSyntaxReferences.Length: 0 } when node.Parent is not QualifiedNameSyntax => SyntaxFactory.ParseTypeName("global::AutoDiff.Framework.TensorPrimitives").WithTriviaFrom(node),
        _ => base.VisitIdentifierName(node),
    };

    private static bool IsFramework(IMethodSymbol method) => method.ContainingNamespace.ToDisplayString() == "AutoDiff.Framework";

    /// <summary>Attributes that say which calls there are stay.</summary>
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node.Attributes.All(attribute => attribute.Name.ToString() == "Conditional") ? node : null;

    public override SyntaxNode? VisitPredefinedType(PredefinedTypeSyntax node) =>
        IsFloatingPoint(node) ? SyntaxFactory.ParseTypeName(numberType).WithTriviaFrom(node) : node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node)
    {
        var visited = (ParameterSyntax)base.VisitParameter(node)!;
        return node.Default is not null && IsFloatingPoint(node.Type!) ? visited.WithDefault(null) : visited;
    }

    /// <summary>A constant of a user-defined type does not exist in C#: locals become variables, fields become read-only.</summary>
    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        var visited = (LocalDeclarationStatementSyntax)base.VisitLocalDeclarationStatement(node)!;
        return node.IsConst && IsFloatingPoint(node.Declaration.Type) ? visited.WithModifiers(default).WithTriviaFrom(node) : visited;
    }

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        var visited = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword) || !IsFloatingPoint(node.Declaration.Type)) return visited;
        SyntaxToken constant = visited.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
        SyntaxTokenList modifiers = visited.Modifiers.Replace(constant, SyntaxFactory.ParseToken("static "));
        return visited.WithModifiers(modifiers.Add(SyntaxFactory.ParseToken("readonly "))).WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        IMethodSymbol method = model.GetDeclaredSymbol(node)!;
        string name = IsFramework(method) ? method.Name : NameOf(node.Identifier.ValueText, ParameterTypes(method));
        return visited.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(node.Identifier))
            .WithTypeParameterList(Remaining(node.TypeParameterList)).WithConstraintClauses(Remaining(node.ConstraintClauses));
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
        ((ClassDeclarationSyntax)base.VisitClassDeclaration(node)!)
            .WithTypeParameterList(Remaining(node.TypeParameterList)).WithConstraintClauses(Remaining(node.ConstraintClauses));

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) =>
        ((StructDeclarationSyntax)base.VisitStructDeclaration(node)!)
            .WithTypeParameterList(Remaining(node.TypeParameterList)).WithConstraintClauses(Remaining(node.ConstraintClauses));

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        ((LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!)
            .WithTypeParameterList(Remaining(node.TypeParameterList)).WithConstraintClauses(Remaining(node.ConstraintClauses));

    public override SyntaxNode? VisitTypeParameterConstraintClause(TypeParameterConstraintClauseSyntax node) => node;

    /// <summary>What is left of the type arguments of a generic method or type of the corpus when its numbers are gone.</summary>
    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is INamedTypeSymbol vector && node.Parent is not QualifiedNameSyntax && (node.Parent is not MemberAccessExpressionSyntax access || access.Name != node) && Generators.FrontEnd.SimdTypes.IsVector(vector)) return SyntaxFactory.ParseTypeName(Simd(vector)).WithTriviaFrom(node);
        if (model.GetSymbolInfo(node).Symbol is not { DeclaringSyntaxReferences.Length: > 0 }) return base.VisitGenericName(node);
        // A parameter that is a number by its constraints is gone; one that may be anything is still there.
        ISymbol definition = model.GetSymbolInfo(node).Symbol!.OriginalDefinition;
        IReadOnlyList<ITypeParameterSymbol> parameters = definition is IMethodSymbol method ? method.TypeParameters : ((INamedTypeSymbol)definition).TypeParameters;
        string[] rest = [.. node.TypeArgumentList.Arguments.Where((_, i) => !IsFloatingPoint(parameters[i])).Select(argument => Visit(argument)!.ToString())];
        string name = node.Identifier.ValueText + (rest.Length == 0 ? "" : $"<{string.Join(", ", rest)}>");
        return SyntaxFactory.ParseName(name).WithTriviaFrom(node);
    }

    /// <summary>A SIMD vector as an array of as many numbers; one of integers is a mask.</summary>
    private static string Simd(INamedTypeSymbol vector) => IsFloatingPoint(vector.TypeArguments[0])
        ? $"global::AutoDiff.Framework.Simd<global::AutoDiff.Framework.{vector.Name}Of{vector.TypeArguments[0].SpecialType.ToString().Replace("System_", "", StringComparison.Ordinal)}>"
        : "global::AutoDiff.Framework.SimdMask";

    private TypeParameterListSyntax? Remaining(TypeParameterListSyntax? list)
    {
        if (list is null) return null;
        TypeParameterSyntax[] rest = [.. list.Parameters.Where(parameter => !IsFloatingPoint(model.GetDeclaredSymbol(parameter)))];
        return rest.Length == 0 ? null : list.WithParameters(SyntaxFactory.SeparatedList(rest));
    }

    private SyntaxList<TypeParameterConstraintClauseSyntax> Remaining(SyntaxList<TypeParameterConstraintClauseSyntax> clauses) =>
        [.. clauses.Where(clause => !IsFloatingPoint(clause.Name))];

    /// <summary>A pattern tests constants, and there are none of a user-defined type: it tests the number rounded to a <c>double</c>.</summary>
    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) =>
        IsFloatingPoint(model.GetTypeInfo(node.Expression).ConvertedType) ? Rounded(node, node.Expression) : base.VisitConstantPattern(node);

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) =>
        IsFloatingPoint(model.GetTypeInfo(node.Expression).ConvertedType) ? Rounded(node, node.Expression) : base.VisitRelationalPattern(node);

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
        if (!IsFloatingPoint(model.GetTypeInfo(node.Value).ConvertedType)) return base.VisitCaseSwitchLabel(node);
        PatternSyntax pattern = Rounded(SyntaxFactory.ConstantPattern(Literal(node.Value)), null);
        return SyntaxFactory.CasePatternSwitchLabel(node.Keyword, pattern, null, node.ColonToken);
    }

    /// <summary>What is no floating-point number is converted to one by way of <c>double</c>.</summary>
    public override SyntaxNode? VisitCastExpression(CastExpressionSyntax node) =>
        IsFloatingPoint(node.Type) && model.GetTypeInfo(node.Expression).Type is var from && !IsFloatingPoint(from is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : from)
            ? Expression($"(({numberType})(double)({Visit(node.Expression)}))", node)
            : base.VisitCastExpression(node);

    /// <summary>A function of <c>Math</c> that is not called but passed on.</summary>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
        IsMemberOfNumber(model.GetSymbolInfo(node).Symbol) && model.GetSymbolInfo(node).Symbol is IPropertySymbol constant
            ? Expression($"(({numberType})({Literal(ConstantNamed(constant.Name))}))", node)
        : node.Parent is not InvocationExpressionSyntax && model.GetSymbolInfo(node).Symbol is IMethodSymbol method && IsFunction(method)
            ? Expression($"{numberType}Math.{method.Name}", node)
            : base.VisitMemberAccessExpression(node);

    public override SyntaxNode? VisitSizeOfExpression(SizeOfExpressionSyntax node) => node;

    /// <summary>A stack allocation holds unmanaged types only; the reference's numbers are not, so it takes an array.</summary>
    public override SyntaxNode? VisitStackAllocArrayCreationExpression(StackAllocArrayCreationExpressionSyntax node)
    {
        if (model.GetTypeInfo(((ArrayTypeSyntax)node.Type).ElementType).Type is { } element && !IsFloatingPoint(element) && !element.Locations.Any(location => location.IsInSource)) return base.VisitStackAllocArrayCreationExpression(node);
        return Expression($"new {Visit(node.Type)}{Visit(node.Initializer)}", node);
    }

    public override SyntaxNode? VisitImplicitStackAllocArrayCreationExpression(ImplicitStackAllocArrayCreationExpressionSyntax node) =>
        model.GetTypeInfo(node).ConvertedType!.ToDisplayString().Contains("int")
            ? base.VisitImplicitStackAllocArrayCreationExpression(node)
            : Expression($"new {numberType}[] {Visit(node.Initializer)}", node);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method) return base.VisitInvocationExpression(node);
        if (method.ContainingType.ToDisplayString() == "AutoDiff.Derivative")
            return Expression($"{numberType}Constant.Stop({Visit(node.ArgumentList.Arguments[0])})", node);
        if (Generators.FrontEnd.SimdTypes.IsFunctions(method.ContainingType) && method.ReturnType is INamedTypeSymbol made && Generators.FrontEnd.SimdTypes.IsVector(made) && !method.Parameters.Any(parameter => Generators.FrontEnd.SimdTypes.IsVector(parameter.Type)))
            return Expression($"{Simd(made)}.{method.Name}{Visit(node.ArgumentList)}", node);
        if (method.Name is "CreateChecked" or "CreateSaturating" or "CreateTruncating" && IsFloatingPoint(method.ReturnType))
        {
            ExpressionSyntax created = node.ArgumentList.Arguments[0].Expression;
            return Expression($"(({numberType}){(IsFloatingPoint(model.GetTypeInfo(created).Type) ? "" : "(double)")}({Visit(created)}))", node);
        }

        if (method.ContainingType.Name == "ArgumentOutOfRangeException")
            return Expression($"{node.Expression}({string.Join(", ", node.ArgumentList.Arguments.Select(Guarded))})", node);
        if (IsFunction(method)) return Expression($"{numberType}Math.{method.Name}{Visit(node.ArgumentList)}", node);
        if (method.DeclaringSyntaxReferences.Length == 0 || method.MethodKind == MethodKind.LocalFunction)
            return base.VisitInvocationExpression(node);
        string callee = Visit(node.Expression)!.ToString();
        if (!IsFramework(method)) callee = NameOf(callee, ParameterTypes(method));
        return Expression($"{callee}({Arguments(node, method)})", node);
    }

    /// <summary>The guards of the framework want a number type of its own.</summary>
    private string Guarded(ArgumentSyntax argument) =>
        IsFloatingPoint(model.GetTypeInfo(argument.Expression).Type) ? $"(double)({Visit(argument.Expression)})" : argument.ToString();

    private PatternSyntax Rounded(PatternSyntax pattern, ExpressionSyntax? constant)
    {
        string test = (constant is null ? pattern : pattern.ReplaceNode(constant, Literal(constant))).ToString();
        return ((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"x is {{ Rounded: {test} }}")).Pattern.WithTriviaFrom(pattern);
    }

    /// <summary>A constant as its value: where it has a name, that is of the other number type.</summary>
    private ExpressionSyntax Literal(ExpressionSyntax constant) =>
        constant is IdentifierNameSyntax or MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax && model.GetConstantValue(constant) is { HasValue: true, Value: double value } && double.IsFinite(value)
            ? SyntaxFactory.ParseExpression(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).WithTriviaFrom(constant)
            : constant;

    /// <summary>
    /// What is passed to a <c>[NoGradient]</c> parameter is a constant for the callee; what is left out is written down, because
    /// <see cref="VisitParameter"/> takes the default away.
    /// </summary>
    private string Arguments(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var missing = method.Parameters.Where(parameter => parameter.HasExplicitDefaultValue && IsFloatingPoint(parameter.Type)).ToList();
        var texts = new List<string>();
        foreach (var (i, argument) in call.ArgumentList.Arguments.Index())
        {
            IParameterSymbol parameter = argument.NameColon is { } named
                ? method.Parameters.First(p => p.Name == named.Name.Identifier.ValueText)
                : method.Parameters[Math.Min(i, method.Parameters.Length - 1)];
            missing.RemoveAll(candidate => candidate.Ordinal == parameter.Ordinal);
            bool constant = parameter.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "NoGradientAttribute");
            string text = Visit(argument)!.ToString();
            texts.Add(constant && argument.NameColon is null ? $"{numberType}Constant.Stop({text})" : text);
        }

        IEnumerable<string> defaults = missing.Select(parameter =>
            $"{parameter.Name}: {Literal(Convert.ToDouble(parameter.ExplicitDefaultValue, CultureInfo.InvariantCulture))}");
        return string.Join(", ", texts.Concat(defaults));
    }

    private double? ConstantOf(ExpressionSyntax expression)
    {
        if (expression.FirstAncestorOrSelf<AttributeListSyntax>() is not null) return null;
        Optional<object?> constant = model.GetConstantValue(expression);
        return (constant.HasValue, constant.Value) switch
        {
            (true, double value) => value,
            (true, float value) => value,
            _ => null,
        };
    }

    private bool IsFloatingPoint(TypeSyntax type) => IsFloatingPoint(model.GetTypeInfo(type).Type);

    private static bool IsFloatingPoint(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
        || type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint.ContainingNamespace.ToDisplayString() == "System.Numerics");

    /// <summary>A static member that a type parameter has of an interface of number types.</summary>
    private static bool IsMemberOfNumber(ISymbol? symbol) =>
        symbol is { IsStatic: true, ContainingType: { TypeKind: TypeKind.Interface, ContainingNamespace: { } space } } && space.ToDisplayString() == "System.Numerics";

    private static double ConstantNamed(string name) => name switch
    {
        "Zero" or "AdditiveIdentity" => 0,
        "One" or "MultiplicativeIdentity" => 1,
        "NegativeOne" => -1,
        "Pi" => Math.PI,
        "E" => Math.E,
        "Tau" => Math.Tau,
        "PositiveInfinity" => double.PositiveInfinity,
        "NegativeInfinity" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => throw new NotSupportedException(name),
    };

    private static IEnumerable<string> ParameterTypes(IMethodSymbol method) =>
        method.OriginalDefinition.Parameters.Select(parameter => parameter.Type.ToDisplayString());

    private static bool IsFunction(IMethodSymbol method) =>
        method.IsStatic
        && (method.ContainingType.ToDisplayString() is "System.Math" or "System.MathF" or "double" or "float" || IsMemberOfNumber(method))
        && method.Parameters.Any(p => IsFloatingPoint(p.Type));

    private static string Literal(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsInfinity(value) ? value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "d";

    private static ExpressionSyntax Expression(string text, ExpressionSyntax replaced) =>
        SyntaxFactory.ParseExpression(text).WithTriviaFrom(replaced);
}
