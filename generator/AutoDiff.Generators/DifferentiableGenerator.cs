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
    private readonly Func<MethodIr, MethodIr>? _before;

    /// <summary>The generator as the compiler loads it.</summary>
    public DifferentiableGenerator()
        : this(analyses: true)
    {
    }

    /// <param name="analyses">False switches the analyses off that save storage: same numbers, more stored. For tests.</param>
    public DifferentiableGenerator(bool analyses) => _analyses = analyses;

    /// <param name="before">What is done with each method before it is differentiated. For tests.</param>
    internal DifferentiableGenerator(Func<MethodIr, MethodIr> before)
        : this() => _before = before;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        bool everything = !_analyses;
        Func<MethodIr, MethodIr>? before = _before;
        IncrementalValuesProvider<(MethodIr? Method, Fault? Fault)> methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Differentiables.Attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (match, cancellation) => Lower((IMethodSymbol)match.TargetSymbol, match.SemanticModel.Compilation, cancellation))
            .SelectMany(static (lowered, _) => lowered)
            .WithTrackingName(Steps.Lower);

        IncrementalValuesProvider<(MethodIr? Method, EquatableArray<Procedure> Procedures, Fault? Fault)> derivatives = methods
            .Select((lowered, _) => Differentiate(lowered, everything, before))
            .WithTrackingName(Steps.Differentiate);

        IncrementalValuesProvider<(string HintName, string Text)> files = derivatives
            .Select(static (derivative, _) => Emit(derivative))
            .WithTrackingName(Steps.Emit);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
    }

    /// <summary>The intermediate forms of a method, or the fault met on the way to them; none where the method is refused.</summary>
    private static EquatableArray<(MethodIr? Method, Fault? Fault)> Lower(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            Reading reading = MethodReader.Read(method, compilation, cancellation);
            return new[] { reading.Method, reading.OfReceiver }.Where(form => form is not null).Select(form => (form, (Fault?)null)).ToEquatable();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return EquatableArray.Of(((MethodIr?)null, (Fault?)Fault.In(method, exception)));
        }
    }

    private static (MethodIr? Method, EquatableArray<Procedure> Procedures, Fault? Fault) Differentiate((MethodIr? Method, Fault? Fault) lowered, bool everything, Func<MethodIr, MethodIr>? before)
    {
        if (lowered.Method is not { } method) return (null, EquatableArray<Procedure>.Empty, lowered.Fault);
        try
        {
            return (method, Companions.Of(before is null ? method : before(method), everything).ToEquatable(), null);
        }
        catch (Exception exception)
        {
            return (method, EquatableArray<Procedure>.Empty, Fault.In(method, exception));
        }
    }

    private static (string HintName, string Text) Emit((MethodIr? Method, EquatableArray<Procedure> Procedures, Fault? Fault) derivative)
    {
        if (derivative.Fault is { } fault) return (fault.HintName, fault.Text);
        MethodIr method = derivative.Method!;
        try
        {
            return (method.HintName, CompanionFile.Write(method, derivative.Procedures));
        }
        catch (Exception exception)
        {
            return (method.HintName, Fault.In(method, exception).Text);
        }
    }
}

/// <summary>The names of the pipeline's steps, for tests of what an edit runs again.</summary>
internal static class Steps
{
    public const string Lower = nameof(Lower);
    public const string Differentiate = nameof(Differentiate);
    public const string Emit = nameof(Emit);
}
