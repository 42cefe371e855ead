using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Local functions that call themselves, capture nothing and change nothing. They cannot be read in place, but a companion can have them as
/// its own: a call is a constant where constants alone go in, as that of a method without a derivative.
/// </summary>
internal sealed partial class BodyReader
{
    private readonly Dictionary<IMethodSymbol, OwnFunction> _ownFunctions = new(SymbolEqualityComparer.Default);

    /// <summary>The local functions that the companions have as their own.</summary>
    public IEnumerable<OwnFunction> OwnFunctions => _ownFunctions.Values;

    /// <summary>Does the companion have this local function itself?</summary>
    private bool IsOwnFunction(IMethodSymbol function)
    {
        if (function.MethodKind != MethodKind.LocalFunction) return false;
        if (_ownFunctions.ContainsKey(function)) return true;
        var called = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!CallsItself(function, called) || !called.All(CanBeOwned)) return false;
        foreach (IMethodSymbol each in called) _ownFunctions[each] = new OwnFunction(each.Name, TextOf(each));
        return true;
    }

    /// <summary>Does a local function come back to itself? <paramref name="called"/> are all that it calls on the way, and itself.</summary>
    private bool CallsItself(IMethodSymbol function, HashSet<IMethodSymbol> called)
    {
        bool comesBack = false;
        var pending = new Stack<IMethodSymbol>([function]);
        while (pending.Count > 0)
        {
            if (CodeOf(pending.Pop()) is not { } code) continue;
            foreach (IInvocationOperation call in code.Descendants().OfType<IInvocationOperation>().Where(call => call.TargetMethod.MethodKind == MethodKind.LocalFunction))
            {
                comesBack |= SymbolEqualityComparer.Default.Equals(call.TargetMethod, function);
                if (called.Add(call.TargetMethod)) pending.Push(call.TargetMethod);
            }
        }
        called.Add(function);
        return comesBack;
    }

    private IOperation? CodeOf(IMethodSymbol function) => Source(function) is { } source ? BodyOf(ModelOf(source), source) : null;

    private bool CanBeOwned(IMethodSymbol function) =>
        function is { IsGenericMethod: false, IsAsync: false, ReturnsVoid: false, ReturnsByRef: false, ReturnsByRefReadonly: false }
            && IsPlainValue(function.ReturnType) && function.Parameters.All(parameter => parameter.RefKind == RefKind.None && IsPlainValue(parameter.Type))
            && IsNameFree(function)
            && Source(function) is LocalFunctionStatementSyntax { AttributeLists.Count: 0 } source && source.ParameterList.Parameters.All(parameter => parameter is { AttributeLists.Count: 0, Default: null or { Value: LiteralExpressionSyntax } }) && !source.Ancestors().Any(outer => outer is CheckedStatementSyntax or CheckedExpressionSyntax or UnsafeStatementSyntax)
            && SymbolEqualityComparer.Default.Equals(function.ContainingType, Home) && !IsInGeneric(function) && CodeOf(function) is { } code && code.Descendants().All(part => StaysTheSame(part, source));

    /// <summary>A value that nobody can change by another name.</summary>
    private bool IsPlainValue(ITypeSymbol type) => IsReal(type) || IsInteger(type) || type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_Decimal;

    /// <summary>Does the name mean nothing else where the companion stands?</summary>
    private bool IsNameFree(IMethodSymbol function)
    {
        for (INamedTypeSymbol? type = Home; type is not null; type = type.BaseType)
            if (!type.GetMembers(function.Name).IsEmpty) return false;
        return !IsParameterOfACompanion(function.Name) && _ownFunctions.All(own => own.Value.Name != function.Name || SymbolEqualityComparer.Default.Equals(own.Key, function));
    }

    /// <summary>May this part of a local function stand in a companion as it is written? It speaks of its own variables and of what is fixed.</summary>
    private bool StaysTheSame(IOperation part, SyntaxNode source) => part switch
    {
        ILocalReferenceOperation { Local: { } local } => local.HasConstantValue || IsDeclaredIn(source, local),
        IParameterReferenceOperation { Parameter: { } parameter } => IsDeclaredIn(source, parameter),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => field.IsConst || field.IsReadOnly && IsPlainValue(field.Type),
        IPropertyReferenceOperation { Property: { Name: "Length" or "this[]" or "Chars", ContainingType.SpecialType: SpecialType.System_String } } => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "System" } } } } => true,
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } } => true,
        IInvocationOperation call => PureCalls.IsPure(call.TargetMethod) && !call.TargetMethod.IsExtensionMethod || IsRepeatable(call.TargetMethod),
        IAssignmentOperation { Target: { } target } => Effects.Symbol(target) is not null,
        IIncrementOrDecrementOperation { Target: { } target } => Effects.Symbol(target) is not null,
        IObjectCreationOperation => part.Type is { DeclaringSyntaxReferences.IsEmpty: true } && part.Parent is IThrowOperation or IConversionOperation { Parent: IThrowOperation },
        IBinaryOperation binary => binary.OperatorMethod is null || IsArithmetic(binary.OperatorMethod),
        IUnaryOperation unary => unary.OperatorMethod is null || IsArithmetic(unary.OperatorMethod),
        IConversionOperation conversion => conversion.OperatorMethod is null || IsArithmetic(conversion.OperatorMethod),
        IBlockOperation or IReturnOperation or IExpressionStatementOperation or IConditionalOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation
            or IVariableInitializerOperation or ILiteralOperation or IArgumentOperation or IForLoopOperation or IWhileLoopOperation or IBranchOperation or IThrowOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation
            or IConstantPatternOperation or IRelationalPatternOperation or IDiscardPatternOperation or IBinaryPatternOperation or INegatedPatternOperation or IIsPatternOperation or INameOfOperation or IEmptyOperation or IDefaultValueOperation => true,
        _ => false,
    };

    /// <summary>Does it stand in another method that has type parameters? They mean nothing here.</summary>
    private bool IsInGeneric(IMethodSymbol function)
    {
        for (ISymbol? outer = function.ContainingSymbol; outer is IMethodSymbol method; outer = outer.ContainingSymbol)
            if (method.IsGenericMethod && !SymbolEqualityComparer.Default.Equals(method, _method)) return true;
        return false;
    }

    private static bool IsDeclaredIn(SyntaxNode source, ISymbol variable) => variable.DeclaringSyntaxReferences is [{ } declared] && declared.SyntaxTree == source.SyntaxTree && source.Span.Contains(declared.Span);

    /// <summary>A static method of the compilation that computes with what it is given, and does nothing else.</summary>
    private bool IsRepeatable(IMethodSymbol method) => method is { IsStatic: true, IsExtensionMethod: false, IsGenericMethod: false, MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.Length: 1 }
        && (HiddenCode.Of(method, _compilation) & ~CodeEffects.Throws) == 0 && Reruns.Repeats(method, _method, _compilation);

    private string TextOf(IMethodSymbol function)
    {
        var source = (LocalFunctionStatementSyntax)Source(function)!;
        SemanticModel outer = _model;
        _model = ModelOf(source);
        var text = new OpaqueText(source, careful: false, []);
        foreach (IOperation part in CodeOf(function)!.Descendants())
        {
            if (part is ILocalReferenceOperation { Local: { HasConstantValue: true } constant } && !IsDeclaredIn(source, constant)) text.Replace(part.Syntax, ConstantText(constant.ConstantValue, constant.Type));
            else if (part is IFieldReferenceOperation { Syntax: IdentifierNameSyntax } field) text.Replace(part.Syntax, StaticName(field.Field));
            else if (part is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary, IsStatic: true } called, Syntax: InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } }) CollectCallee((IInvocationOperation)part, text);
        }
        QualifyTypes(text);
        string written = text.Build("", IrType.Void, default, _model).Parts[0];
        _model = outer;
        return source.Modifiers.Any(Microsoft.CodeAnalysis.CSharp.SyntaxKind.StaticKeyword) ? written : "static " + written;
    }
}
