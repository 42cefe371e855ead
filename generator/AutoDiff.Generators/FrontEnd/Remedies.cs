using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>What a message advises, where that depends on what is refused: never a thing that would be refused again.</summary>
internal static class Remedies
{
    /// <summary>Instead of a member of a model that cannot be taken apart.</summary>
    public const string Unread = "keep the numbers in arrays, or in a 'List<double>' of the method's own";

    public const string Expression = "write it with arithmetic, Math functions, arrays and spans";

    /// <summary>For an array whose elements are not read one by one, as that of vectors, or of objects that do not stay in it.</summary>
    public const string Elements = "keep numbers or structs in the array; or keep new objects in it, from the first loop on, and use no more than its elements, its length, foreach and queries";

    public const string Statement = "use assignments, if, switch, for, while, do, foreach, break, continue, return, try … finally, using, lock and calls";

    /// <summary>For an expression that a derivative goes into and does not come out of.</summary>
    public static string Unknown(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
    {
        const string stop = ", or pass Derivative.Stop(…) if it is meant to be a constant";
        if (model.GetTypeInfo(syntax, cancellation).ConvertedType?.TypeKind == TypeKind.Delegate)
            return "give one lambda or method to a variable that is not assigned again, and call it in this method";
        if (Collection(model.GetTypeInfo(syntax, cancellation).Type) is { } made) return made + stop;
        if (syntax is not InvocationExpressionSyntax || model.GetSymbolInfo(syntax, cancellation).Symbol is not IMethodSymbol method)
            return Expression + stop;
        if (method.MethodKind == MethodKind.DelegateInvoke) return "call a [Differentiable] method, or a lambda that is known here" + stop;
        if (method.MethodKind == MethodKind.LocalFunction) return "it calls itself, so make it a static [Differentiable] method of the type" + stop;
        if (Collection(method.ContainingType) is { } changed) return changed + stop;
        if (CanBeMarked(method) && Differentiables.IsMarked(method)) return "it is [Differentiable] already, so call it in a statement of its own" + stop;
        if (CanBeMarked(method)) return "mark it [Differentiable]" + stop;
        return RuleStub.IsFor(method, model.GetEnclosingSymbol(syntax.SpanStart, cancellation)?.ContainingType, model.Compilation)
            ? "write a [DerivativeOf] rule for it, '" + RuleStub.Signature(method) + "'" + stop
            : "compute the same with arithmetic, Math functions and loops, or with a static [Differentiable] method" + stop;
    }

    /// <summary>For a call whose code is at hand, but not all of it covered.</summary>
    public static string Inside(Refusal obstacle) => "its code would be followed but for this: " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Diagnostics.Descriptors.Find(obstacle.Id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), [.. obstacle.Words]);

    /// <summary>For a collection of the framework that is not known element by element.</summary>
    private static string? Collection(ITypeSymbol? type) => BodyReader.IsList(type) ? "keep the list in one local variable, and do no more with it than index, count, enumerate, Add, AddRange, Insert, RemoveAt, RemoveRange, Clear, Sort, Reverse, search and ToArray, none that change it in a loop over it or in a lambda"
        : type is not null && Collections.IsKnown(type) ? Of(type)
        : type is INamedTypeSymbol { TypeKind: TypeKind.Class } && type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" ? "keep the numbers in an array, a List<T>, a Stack<T>, a Queue<T> or a Dictionary<TKey, TValue>"
        : null;

    /// <summary>For a collection of the framework whose code is written down.</summary>
    public static string Of(ITypeSymbol collection) => "keep it in one local variable, and do no more with it than " + Collections.Uses(collection) + ", without a change in a loop over it";

    /// <summary>For a function or lambda that cannot be read in place.</summary>
    public static string InPlace(IMethodSymbol function, bool iterates) =>
        function.IsGenericMethod ? "write it for double or float"
        : iterates ? "store the numbers in an array instead"
        : function.IsAsync ? "make it an ordinary function"
        : function.ReturnsByRef || function.ReturnsByRefReadonly ? "return the value"
        : function.Parameters.Any(parameter => parameter.RefKind != RefKind.None) ? "call it by its own name, not by way of a delegate"
        : "make it a [Differentiable] method of the type, with all that it uses as parameters";

    private static bool CanBeMarked(IMethodSymbol method) => method is { IsStatic: true, IsGenericMethod: false, IsAsync: false, ReturnsByRef: false, ReturnsByRefReadonly: false, MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences: [_] }
        && !method.ContainingType.IsGenericType && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && parameter.Type.TypeKind != TypeKind.Delegate && !BodyReader.IsList(parameter.Type))
        && (TypeReader.Read(method.ReturnType) is { IsReal: true } or { IsFlat: true, IsSpan: false } || method.ReturnsVoid);
}
