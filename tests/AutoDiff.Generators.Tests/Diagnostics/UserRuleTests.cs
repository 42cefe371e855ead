using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>Rules of the user's own: one that does not fit is an error with the wanted signature, and is never used.</summary>
public class UserRuleTests
{
    [Theory]
    // The parameters, their number, their order, how they are passed.
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|](float x) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|]() => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|](double x, double result, double more) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|](double x, float result) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|](in double x) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|](double x, in double result) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(H))] static (double, double) [|R|](int n, double x, double y) => (1, 1);", "write 'static (double x, double y) R(double x, int n, double y, double result)'")]
    // What is returned.
    [InlineData("[DerivativeOf(nameof(G))] static float [|R|](double x) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static void [|R|](double x) { }", "write 'static double R(double x, double result)'")]
    [InlineData("static double kept; [DerivativeOf(nameof(G))] static ref double [|R|](double x) => ref kept;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(H))] static double [|R|](double x, int n, double y) => 1;", "write 'static (double x, double y) R(double x, int n, double y, double result)'")]
    [InlineData("[DerivativeOf(nameof(H))] static (double, float) [|R|](double x, int n, double y) => (1, 1);", "write 'static (double x, double y) R(double x, int n, double y, double result)'")]
    [InlineData("[DerivativeOf(nameof(S))] static double [|R|](float x) => 1;", "write 'static float R(float x, float result)'")]
    // The kind of method.
    [InlineData("[DerivativeOf(nameof(G))] double [|R|](double x) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|]<T>(double x) => 1;", "write 'static double R(double x, double result)'")]
    [InlineData("static double Outer(double x) { return R(x); [[|DerivativeOf(nameof(G))|]] static double R(double x) => 1; }", "make it a static method of the type")]
    [InlineData("static class Of<T> { [DerivativeOf(typeof(P), nameof(G))] static double [|R|](double x) => 1; }", "move it to a type without type parameters")]
    // The function: not there, not static, no function of numbers.
    [InlineData("[DerivativeOf(\"Missing\")] static double [|R|](double x) => 1;", "name the function whose derivative it gives")]
    [InlineData("[DerivativeOf(typeof(Math), \"Missing\")] static double [|R|](double x) => 1;", "name the function whose derivative it gives")]
    [InlineData("[DerivativeOf(typeof(double[]), \"G\")] static double [|R|](double x) => 1;", "name the function whose derivative it gives")]
    [InlineData("[DerivativeOf(nameof(Instance))] static double [|R|](double x) => 1;", "name the function whose derivative it gives")]
    [InlineData("[DerivativeOf(nameof(Sum))] static double[] [|R|](double[] x) => x;", "mark that method [Differentiable], or write a function of numbers and a rule for it")]
    [InlineData("[DerivativeOf(nameof(ByReference))] static double [|R|](double x) => 1;", "mark that method [Differentiable], or write a function of numbers and a rule for it")]
    // Overloads: a signature for each.
    [InlineData("[DerivativeOf(nameof(Twice))] static int [|R|](double x) => 1;", "write 'static double R(double x, double result)' or 'static float R(float x, float result)'")]
    // One rule for one function.
    [InlineData("[DerivativeOf(nameof(G))] static double Q(double x) => 1; [DerivativeOf(typeof(P), nameof(G))] static double [|R|](double x, double result) => 1;", "remove one of them")]
    // An alias of the attribute is the attribute.
    [InlineData("[Rule(nameof(G))] static double [|R|](float x) => 1;", "write 'static double R(double x, double result)'")]
    public void Rule_ThatDoesNotFit_IsAnErrorThatSaysWhatIsWanted(string rule, string remedy)
    {
        (AnalyzedProgram program, MarkedSource source) = Program(rule, "=> x;");
        Diagnostic error = Assert.Single(program.Errors);
        Assert.Equal(("DIFF0301", source.Spans.Single()), (error.Id, error.Location.SourceSpan));
        Assert.EndsWith(": " + remedy, error.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[DerivativeOf(nameof(G))] static double R(double x) => 1;")]
    [InlineData("[DerivativeOf(nameof(G))] static double R(double x, double result) => 1;")]
    [InlineData("[DerivativeOf(nameof(H))] static (double, double) R(double a, int b, double c) => (1, 1);")]
    [InlineData("[DerivativeOf(nameof(S))] static float R(float x) => 1;")]
    [InlineData("[DerivativeOf(nameof(Twice))] static float R(float x) => 1;")]
    [InlineData("[Rule(nameof(G))] static double R(double x) => 1;")]
    public void Rule_ThatFits_IsAccepted(string rule)
    {
        (AnalyzedProgram program, _) = Program(rule, "=> x;");
        Assert.Empty(program.Errors);
    }

    [Theory]
    [InlineData("[DerivativeOf(nameof(G))] static double R(double x) => 1;", true)]
    [InlineData("[Rule(nameof(G))] static double R(double x) => 1;", true)]
    [InlineData("[DerivativeOf(nameof(G))] static double [|R|](float x) => 1;", false)]
    [InlineData("[DerivativeOf(nameof(G))] double [|R|](double x) => 1;", false)]
    [InlineData("[DerivativeOf(nameof(G))] static float [|R|](double x) => 1;", false)]
    public void Rule_InTheCompanions_IsCalledIfItFits(string rule, bool called)
    {
        (AnalyzedProgram program, _) = Program(rule, "=> x * G(x);");
        Assert.Single(program.Companions);
        Assert.Empty(program.CompilerErrors);
        string text = program.Compilation.SyntaxTrees.Last().ToString();
        Assert.Equal(called, text.Contains(".R(", StringComparison.Ordinal) || text.Contains(" R(", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_ThatTheCallerCannotSee_IsAnErrorAtTheCall()
    {
        MarkedSource source = MarkedSource.Parse("""
            using AutoDiff;
            public static class Functions
            {
                public static double G(double x) => x * x;
                [DerivativeOf(nameof(G))] private static double R(double x) => 2 * x;
            }
            public static partial class P
            {
                [Differentiable] public static double F(double x) => x * [|Functions.G(x)|];
            }
            """);
        AnalyzedProgram program = AnalyzedProgram.Of(source.Text);
        Diagnostic error = Assert.Single(program.Errors);
        Assert.Equal(("DIFF0301", source.Spans.Single()), (error.Id, error.Location.SourceSpan));
        Assert.Equal("The rule 'R' for 'G' cannot be called from 'P': make it internal", error.GetMessage());
        Assert.Empty(program.Companions);
        Assert.Empty(program.CompilerErrors);
    }

    private static (AnalyzedProgram, MarkedSource) Program(string rule, string body)
    {
        MarkedSource source = MarkedSource.Parse("using System; using AutoDiff; using Rule = AutoDiff.DerivativeOfAttribute; partial class P { " + rule + " [Differentiable] static double F(double x) " + body + """
             static double G(double x) => x * x;
             static double H(double x, int n, double y) => x * n * y;
             static float S(float x) => x;
             static double Twice(double x) => 2 * x;
             static float Twice(float x) => 2 * x;
             double Instance(double x) => x;
             static double Sum(double[] x) => x[0];
             static double ByReference(ref double x) => x;
            }
            """);
        return (AnalyzedProgram.Of(source.Text), source);
    }
}
