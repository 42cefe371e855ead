using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>Where a diagnostic stands when the code it speaks of is elsewhere, and what a refused method leaves alone.</summary>
public class PlacementTests
{
    private const string Detour = "double.Parse(y.ToString())";

    [Theory]
    [InlineData("[Differentiable] static double F(double x) => x * [|G(x)|]; static double G(double y) => y + " + Detour + ";")]
    [InlineData("[Differentiable] static double F(double x) => x * [|G(v => v * v, x)|]; static double G(Func<double, double> f, double x) { double y = f(x); return " + Detour + "; }")]
    [InlineData("[Differentiable] static double F(double x) => x * [|G(x)|]; static double G(double x) { return H(x); double H(double y) => " + Detour + "; }")]
    // A local function stands in the method itself, so the expression can be shown.
    [InlineData("[Differentiable] static double F(double x) { return x * G(x); double G(double y) => double.Parse([|y.ToString()|]); }")]
    public void Refusal_InCodeThatIsReadInPlace_StandsInTheMethod(string members)
    {
        (AnalyzedProgram program, MarkedSource source) = Program(members);
        Assert.Equal(source.Spans, program.Errors.Select(error => error.Location.SourceSpan).Distinct());
    }

    [Theory]
    [InlineData("#line 500 \"elsewhere.cs\"\n[Differentiable] static double F(double y) => [|y.ToString()|].Length * y;")]
    [InlineData("#line hidden\n[Differentiable] static double F(double y) => [|y.ToString()|].Length * y;")]
    [InlineData("#line (1, 1) - (5, 60) 10 \"span.cs\"\n[Differentiable] static double F(double y) => [|y.ToString()|].Length * y;")]
    [InlineData("[Differentiable] static partial double F(double y); static partial double F(double y) => [|y.ToString()|].Length * y;")]
    [InlineData("static partial double F(double y); [Differentiable] static partial double F(double y) => [|y.ToString()|].Length * y;")]
    public void Refusal_UnderALineDirectiveOrInAPartialMethod_StandsAtTheExpressionOnce(string members)
    {
        (AnalyzedProgram program, MarkedSource source) = Program(members.Replace("static partial", "private static partial", StringComparison.Ordinal));
        Diagnostic error = Assert.Single(program.Errors);
        Assert.Equal(("DIFF0103", source.Spans.Single()), (error.Id, error.Location.SourceSpan));
    }

    [Fact]
    public void RefusedMethod_InAProgram_LeavesTheRestAsItIs()
    {
        AnalyzedProgram program = AnalyzedProgram.Of("""
            using AutoDiff;
            partial class P
            {
                [Differentiable] static double Refused(double x) { try { return x; } catch { return 0; } }
                [Differentiable] static double Covered(double x) => x * x;
                static double Plain(double x) => Refused(x) + CoveredGradient(x).X;
            }
            """);
        Assert.Equal("DIFF0112", Assert.Single(program.Diagnostics).Id);
        Assert.Empty(program.CompilerErrors);
        Assert.Contains("Covered", Assert.Single(program.Companions));
        string[] names = [.. program.Compilation.GetTypeByMetadataName("P")!.MemberNames.Where(name => name != ".ctor").Order(StringComparer.Ordinal)];
        Assert.Equal(["Covered", "CoveredAdjoint", "CoveredForward", "CoveredGradient", "Plain", "Refused"], names);
    }

    private static (AnalyzedProgram Program, MarkedSource Source) Program(string members)
    {
        MarkedSource source = MarkedSource.Parse("using System; using AutoDiff; partial class P {\n" + members + "\n}");
        AnalyzedProgram program = AnalyzedProgram.Of(source.Text);
        Assert.Empty(program.CompilerErrors);
        Assert.Empty(program.Companions);
        return (program, source);
    }
}
