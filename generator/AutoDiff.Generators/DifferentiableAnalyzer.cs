using System.Collections.Immutable;
using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.Diagnostics;
using AutoDiff.Generators.FrontEnd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators;

/// <summary>Says, at the exact expression, why a method marked <c>[Differentiable]</c> is refused. It runs the generator's front end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DifferentiableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.Supported;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator takes a marked method wherever it stands, be it a file called .g.cs or lines after #line hidden: so must the messages.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
        context.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
    }

    /// <summary>The generator looks at methods of types only: the attribute on anything else would be ignored without a word.</summary>
    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Parent?.Parent is not (LocalFunctionStatementSyntax or LambdaExpressionSyntax or AccessorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax)) return;
        if (context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is not { } type) return;
        if (!Differentiables.IsAttribute(type) && !UserRules.IsAttribute(type)) return;
        string name = attribute.Parent.Parent switch
        {
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
            ConversionOperatorDeclarationSyntax conversion => "operator " + conversion.Type,
            _ => "lambda",
        };
        context.ReportDiagnostic(UserRules.IsAttribute(type)
            ? Diagnostic.Create(Descriptors.Find("DIFF0301"), attribute.GetLocation(), name, "is no method of a type, where generated code could call it", "make it a static method of the type")
            : Diagnostic.Create(Descriptors.Find("DIFF0007"), attribute.GetLocation(), name));
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        // Of the two parts of a partial method the one that declares it speaks for both.
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null }) return;
        IMethodSymbol method = Differentiables.WithBody((IMethodSymbol)context.Symbol);
        if (UserRules.Misfit(method, context.Compilation, context.CancellationToken) is { } misfit && method.Locations is [{ IsInSource: true } place, ..])
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Find("DIFF0301"), place, UserRules.Wanted(method, context.Compilation) is { } wanted ? RuleStub.Properties(wanted) : null, [method.Name, .. misfit]));
        if (!Differentiables.IsMarked(method) || method.DeclaringSyntaxReferences is not [{ } reference, ..]) return;
        if (reference.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax syntax) return;
        Reading reading = MethodReader.Read(method, context.Compilation, context.CancellationToken);
        void Report(string id, Site site, params object[] words) =>
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.Find(id), LocationOf(syntax, site), id == "DIFF0103" ? RuleStub.PropertiesAt(syntax, site, context.Compilation, context.CancellationToken) : null, words));

        foreach (Refusal refusal in reading.Refusals) Report(refusal.Id, refusal.Site, [.. refusal.Words]);
        if (reading.Method is not { } ir) return;
        Activity activity = Activity.Analyze(ir, Aliases.Analyze(ir.Parameters.Select(parameter => parameter.Variable), ir.Body));
        foreach (LossyCast cast in reading.Casts)
            if (activity.IsVaried(cast.Operand)) Report("DIFF0120", cast.Site, cast.Text);
        if (!ReturnsOrStores(ir)) return;
        HashSet<Variable> differentiable = [.. ir.Differentiable.Select(parameter => parameter.Variable)];
        for (int i = 0; i < ir.Signature.Count; i++)
        {
            FormalParameter formal = ir.Signature[i];
            Variable[] parts = [.. formal.Structure.Variables.Where(differentiable.Contains)];
            // What an 'out' parameter holds on entry matters to nothing.
            if (formal.Passing == "out " || parts.Length == 0 || parts.Any(activity.IsActive) || Stopped(syntax, formal.Variable.Name)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Find("DIFF0202"), syntax.ParameterList.Parameters[i].Identifier.GetLocation(), formal.Variable.Name));
        }
    }

    /// <summary>Does the method have an outcome at all? One that only throws has none that could depend on anything.</summary>
    private static bool ReturnsOrStores(MethodIr method) => !method.ResultVariables.Any()
        || method.Body.AllStatements().Any(statement => method.ResultVariables.Contains(statement.Assigned()));

    /// <summary>The user has said already that this parameter is a constant, with <c>Derivative.Stop</c>.</summary>
    private static bool Stopped(MethodDeclarationSyntax method, string parameter) => method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Stop" } or IdentifierNameSyntax { Identifier.ValueText: "Stop" }
        && call.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter));

    private static Location LocationOf(MethodDeclarationSyntax syntax, Site site) => site == default
        ? syntax.Identifier.GetLocation()
        : Location.Create(syntax.SyntaxTree, new TextSpan(syntax.SpanStart + site.Start, site.Length));
}
