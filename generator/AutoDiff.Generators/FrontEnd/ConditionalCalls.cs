using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Calls that the compiler leaves out, with the evaluation of their arguments: of methods with <c>[Conditional]</c>, and of partial methods that nobody has written.</summary>
internal static class ConditionalCalls
{
    /// <summary>May the call be there in one build and not in another?</summary>
    public static bool MayBeLeftOut(IMethodSymbol method) => Symbols(method).Any() || method is { IsPartialDefinition: true, PartialImplementationPart: null };

    /// <summary>Is the call left out of the build at hand?</summary>
    public static bool IsLeftOut(IInvocationOperation call)
    {
        string[] symbols = [.. Symbols(call.TargetMethod)];
        return symbols.Length > 0 && !symbols.Any(Defined(call.Syntax.SyntaxTree).Contains);
    }

    private static IEnumerable<string> Symbols(IMethodSymbol method) => method.GetAttributes()
        .Where(data => data.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" })
        .Select(data => data.ConstructorArguments is [{ Value: string symbol }] ? symbol : "");

    /// <summary>The symbols of the project, and those that the file defines for itself.</summary>
    private static HashSet<string> Defined(SyntaxTree tree)
    {
        HashSet<string> defined = [.. tree.Options.PreprocessorSymbolNames];
        for (DirectiveTriviaSyntax? directive = tree.GetRoot().GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is DefineDirectiveTriviaSyntax { IsActive: true } define) defined.Add(define.Name.ValueText);
            if (directive is UndefDirectiveTriviaSyntax { IsActive: true } undefine) defined.Remove(undefine.Name.ValueText);
        }
        return defined;
    }
}
