using Microsoft.CodeAnalysis;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>A compilation that was expected to succeed and did not, with the compiler's words.</summary>
public sealed class CompilationFailure(string what, IEnumerable<Diagnostic> diagnostics)
    : Exception($"{what}:\n{string.Join("\n", diagnostics.Take(20))}")
{
    /// <summary>Errors, and warnings as errors.</summary>
    public static IReadOnlyList<Diagnostic> FindIn(Compilation compilation) => Among(compilation.GetDiagnostics());

    /// <inheritdoc cref="FindIn"/>
    public static IReadOnlyList<Diagnostic> Among(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
}
