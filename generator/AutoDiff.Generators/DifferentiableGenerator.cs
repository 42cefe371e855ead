using AutoDiff.Generators.Emit;
using AutoDiff.Generators.FrontEnd;
using AutoDiff.Generators.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators;

/// <summary>
/// Adds the companions of every method marked <c>[Differentiable]</c>: <c>Lower → Differentiate → Emit</c>. It reports nothing; what is
/// refused is said by <see cref="DifferentiableAnalyzer"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    private readonly bool _analyses;

    /// <summary>The generator as the compiler loads it.</summary>
    public DifferentiableGenerator()
        : this(analyses: true)
    {
    }

    /// <param name="analyses">False switches the analyses off that save storage: same numbers, more stored. For tests.</param>
    public DifferentiableGenerator(bool analyses) => _analyses = analyses;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        bool everything = !_analyses;
        IncrementalValuesProvider<MethodIr> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Differentiables.Attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (match, cancellation) => MethodReader.Read((IMethodSymbol)match.TargetSymbol, match.SemanticModel.Compilation, cancellation).Method)
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(Steps.Lower);

        IncrementalValuesProvider<(MethodIr Method, EquatableArray<Procedure> Procedures)> derivatives = methods
            .Select((method, _) => (method, Companions.Of(method, everything).ToEquatable()))
            .WithTrackingName(Steps.Differentiate);

        IncrementalValuesProvider<(string HintName, string Text)> files = derivatives
            .Select(static (derivative, _) => (derivative.Method.HintName, CompanionFile.Write(derivative.Method, derivative.Procedures)))
            .WithTrackingName(Steps.Emit);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
    }
}

/// <summary>The names of the pipeline's steps, for tests of what an edit runs again.</summary>
internal static class Steps
{
    public const string Lower = nameof(Lower);
    public const string Differentiate = nameof(Differentiate);
    public const string Emit = nameof(Emit);
}
