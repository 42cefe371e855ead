using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>Emits a compilation into memory and loads it beside, not over, the others: each in a context of its own.</summary>
public static class LoadedAssembly
{
    public static Assembly Load(Compilation compilation, string what)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
            throw new CompilationFailure(what, result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        return new AssemblyLoadContext(what).LoadFromStream(image);
    }
}
