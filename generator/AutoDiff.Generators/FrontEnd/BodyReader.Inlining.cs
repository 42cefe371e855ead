using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

internal sealed partial class BodyReader
{
    private const int DeepestInlining = 8;

    /// <summary>
    /// A static local function, or a small method whose source is at hand, is read in place: its parameters become variables, its
    /// returns assignments. Null where that is not possible; then the call must turn out to be a constant.
    /// </summary>
    private Expr? Inlined(IInvocationOperation call, Variable? target)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isLocal = method.MethodKind == MethodKind.LocalFunction;
        if (!CanInline(call, isLocal) || Source(method) is not { } source) return isLocal ? RefuseLocal(call) : null;
        SemanticModel model = source.SyntaxTree == _model.SyntaxTree ? _model : _model.Compilation.GetSemanticModel(source.SyntaxTree);
        if (BodyOf(model, source) is not { } body) return null;

        int refusals = _refusals.Count, casts = _casts.Count;
        BlockBuilder trial = new();
        Expr? result = null;
        Within(trial, () => result = ReadInPlace(call, body, model));
        if (_refusals.Count > refusals)
        {
            // Not covered: take it back. The call stands as a whole, and is refused there if anything active goes in. A local function
            // cannot be called from outside its method: what it is refused for stands.
            if (isLocal) return result;
            _refusals.RemoveRange(refusals, _refusals.Count - refusals);
            _casts.RemoveRange(casts, _casts.Count - casts);
            return null;
        }
        Block read = trial.Build();
        foreach (Variable local in read.Locals) _block.Declare(local);
        foreach (Stmt statement in read.Statements) _block.Add(statement);
        return result;
    }

    private Expr RefuseLocal(IInvocationOperation call) => Refuse(call, "DIFF0110", call.TargetMethod.Name);

    private bool CanInline(IInvocationOperation call, bool isLocal)
    {
        IMethodSymbol method = call.TargetMethod;
        return method.IsStatic && !method.IsGenericMethod && !method.IsAsync && !method.ContainingType.IsGenericType
            && _inlining.Count < DeepestInlining
            && !_inlining.Contains(method, SymbolEqualityComparer.Default)
            && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
            && (isLocal || call.Arguments.Any(argument => TypeReader.Read(argument.Value.Type).CanBeActive));
    }

    private static SyntaxNode? Source(IMethodSymbol method) => method.DeclaringSyntaxReferences is [{ } reference]
        && reference.GetSyntax() is var syntax and (LocalFunctionStatementSyntax or MethodDeclarationSyntax) ? syntax : null;

    private static IOperation? BodyOf(SemanticModel model, SyntaxNode source) => model.GetOperation(source) switch
    {
        ILocalFunctionOperation function => function.Body,
        IMethodBodyOperation method => (IOperation?)method.BlockBody ?? method.ExpressionBody,
        _ => null,
    };

    private Expr ReadInPlace(IInvocationOperation call, IOperation body, SemanticModel model)
    {
        IMethodSymbol method = call.TargetMethod;
        HashSet<ISymbol> assigned = Effects.AssignedIn(body);
        var values = new Dictionary<IParameterSymbol, Expr>(SymbolEqualityComparer.Default);
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            Expr value = Value(call.Arguments[i].Value);
            foreach (IArgumentOperation later in call.Arguments.Skip(i + 1)) value = Protect(value, later);
            values[call.Arguments[i].Parameter!] = value;
        }
        foreach (KeyValuePair<IParameterSymbol, Expr> argument in values) _bindings[argument.Key] = Bound(argument.Key, argument.Value, assigned);

        (Frame frame, SemanticModel outer, Site? site) = (_frame, _model, _callSite);
        _callSite ??= SiteOf(call.Syntax);
        _model = model;
        _inlining.Add(method);
        CollectIdentifiers(body.Syntax);
        _frame = new Frame { Entry = _block };
        IrType type = TypeReader.Read(method.ReturnType);
        Expr result = new Literal("0", IrType.Void);
        if (SingleExpression(body) is { } single && type.Shape != TypeShape.Void) result = Value(single);
        else
        {
            if (type.Shape != TypeShape.Void)
            {
                _frame.Result = Temporary(char.ToLowerInvariant(method.Name[0]) + method.Name.Substring(1) + "Result", type);
                _block.Declare(_frame.Result);
                result = new Read(_frame.Result);
            }
            BodyStatements(body);
        }
        _inlining.RemoveAt(_inlining.Count - 1);
        (_frame, _model, _callSite) = (frame, outer, site);
        return result;
    }

    /// <summary>What a parameter stands for: the argument itself where neither side changes it, otherwise a variable of its own.</summary>
    private Expr Bound(IParameterSymbol parameter, Expr value, HashSet<ISymbol> assigned)
    {
        bool direct = value is Literal || value is Read && value.Type == TypeReader.Read(parameter.Type);
        if (direct && !assigned.Contains(parameter)) return value;
        Variable variable = Temporary(parameter.Name, TypeReader.Read(parameter.Type));
        _block.Declare(variable);
        if (value.Type != variable.Type && value is Read && value.Type.IsSequence) value = new View(value, null, null, variable.Type);
        _block.Add(new Assign(variable, value));
        return new Read(variable);
    }

    private static IOperation? SingleExpression(IOperation body) => body is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } ? value : null;
}
