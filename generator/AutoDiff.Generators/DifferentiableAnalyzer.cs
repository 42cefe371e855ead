using System.Collections.Immutable;
using AutoDiff.Generators.Analyses;
using AutoDiff.Generators.Diagnostics;
using AutoDiff.Generators.FrontEnd;
using Microsoft.CodeAnalysis;
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
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        IMethodSymbol method = Differentiables.WithBody((IMethodSymbol)context.Symbol);
        if (!Differentiables.IsMarked(method) || method.DeclaringSyntaxReferences is not [{ } reference, ..]) return;
        if (reference.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax syntax) return;
        Reading reading = MethodReader.Read(method, context.Compilation, context.CancellationToken);
        void Report(string id, Site site, params object[] words) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Find(id), LocationOf(syntax, site), words));

        foreach (Refusal refusal in reading.Refusals) Report(refusal.Id, refusal.Site, [.. refusal.Words]);
        if (reading.Method is not { } ir) return;
        Activity activity = Activity.Analyze(ir, Aliases.Analyze(ir.Parameters.Select(parameter => parameter.Variable), ir.Body));
        foreach (LossyCast cast in reading.Casts)
            if (activity.IsVaried(cast.Operand)) Report("DIFF0120", cast.Site, syntax.SyntaxTree.GetText(context.CancellationToken).ToString(LocationOf(syntax, cast.Site).SourceSpan));
        for (int ordinal = 0; ordinal < ir.Signature.Count; ordinal++)
        {
            // A struct affects the result when one of its members does.
            FormalParameter parameter = ir.Signature[ordinal];
            if (!parameter.Differentiable || parameter.Structure.Variables.Any(activity.IsActive)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Find("DIFF0202"), syntax.ParameterList.Parameters[ordinal].Identifier.GetLocation(), parameter.Variable.Name));
        }
    }

    private static Location LocationOf(MethodDeclarationSyntax syntax, Site site) => site == default
        ? syntax.Identifier.GetLocation()
        : Location.Create(syntax.SyntaxTree, new TextSpan(syntax.SpanStart + site.Start, site.Length));
}
