using System.Collections.Immutable;
using AutoDiff.Generators;
using AutoDiff.Numerics.Tests.Compile;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>The analyzer over programs with types of their own.</summary>
public class AnalyzerTests
{
    // The analyzer failed: it counted the members of the struct as parameters.
    [Fact]
    public async Task UnusedParameter_AfterAStruct_IsTheOneReported()
    {
        SyntaxTree program = CSharpSyntaxTree.ParseText("""
            using AutoDiff;

            public struct Pair
            {
                public double X, Y;
            }

            public static partial class Unused
            {
                [Differentiable]
                public static double Run(Pair used, double idle, Pair half) => used.X * used.Y + half.X;
            }
            """, CorpusText.Options);
        CSharpCompilation compilation = PlainCorpus.Compile([program], CorpusReferences.Product);
        Diagnostic only = Assert.Single(await Diagnostics(compilation));
        Assert.Equal(("DIFF0202", "idle"), (only.Id, program.GetText().ToString(only.Location.SourceSpan)));
    }

    private static Task<ImmutableArray<Diagnostic>> Diagnostics(CSharpCompilation compilation) =>
        compilation.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
