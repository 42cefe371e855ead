using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>Emits a compilation into memory and loads it beside, not over, the others: each in a context of its own.</summary>
public static class LoadedAssembly
{
    public static Assembly Load(Compilation compilation, string what) =>
        TryLoad(compilation, what, out IReadOnlyList<Diagnostic> problems)
        ?? throw new CompilationFailure(what, problems.Where(problem => problem.Severity == DiagnosticSeverity.Error));

    /// <summary>Null if it does not compile.</summary>
    /// <param name="compilation">What is compiled.</param>
    /// <param name="what">What it is, in words.</param>
    /// <param name="problems">Errors, and warnings as errors, of this one compiling.</param>
    public static Assembly? TryLoad(Compilation compilation, string what, out IReadOnlyList<Diagnostic> problems)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        problems = CompilationFailure.Among(result.Diagnostics);
        if (!result.Success) return null;
        image.Position = 0;
        return new AssemblyLoadContext(what).LoadFromStream(image);
    }
}
