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
    [InlineData("[DerivativeOf(nameof(Rows))] static double [|R|](double[][] x) => 1;", "mark that method [Differentiable], or write a function of numbers, arrays and structs of numbers, and a rule for it")]
    [InlineData("[DerivativeOf(nameof(Generic))] static double [|R|](double x) => 1;", "mark that method [Differentiable], or write a function of numbers, arrays and structs of numbers, and a rule for it")]
    // The adjoint of a function that is not scalar.
    [InlineData("[DerivativeOf(nameof(Sum))] static double[] [|R|](double[] x) => x;", "write 'static double R(double[] x, System.Span<double> xAdjoint, double resultAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(Sum))] static double [|R|](double[] x, Span<double> xAdjoint) => 1;", "write 'static double R(double[] x, System.Span<double> xAdjoint, double resultAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(Sum))] static void [|R|](double[] x, Span<double> xAdjoint, double resultAdjoint) { }", "write 'static double R(double[] x, System.Span<double> xAdjoint, double resultAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(ByReference))] static double [|R|](double x) => 1;", "write 'static double R(ref double x, ref double xAdjoint, double resultAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(Filter))] static double[] [|R|](double[] x, int n, double k) => x;", "write 'static double[] R(double[] x, int n, double k, System.Span<double> xAdjoint, ref double kAdjoint, System.ReadOnlySpan<double> resultAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(Turn))] static Q [|R|](Q q) => q;", "write 'static P.Q R(P.Q q, ref P.Q qAdjoint, P.Q resultAdjoint)'")]
    // A tangent is of no use alone, and the names tell it from an adjoint.
    [InlineData("[DerivativeOf(nameof(Sum))] static (double, double) [|R|](double[] x, Span<double> xTangent) => (1, 1);", "add 'static double SumAdjoint(double[] x, System.Span<double> xAdjoint, double resultAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(InPlace))] static void [|R|](double[] x, Span<double> xTangent) { }", "add 'static void InPlaceAdjoint(double[] x, System.Span<double> xAdjoint)'")]
    [InlineData("[DerivativeOf(nameof(InPlace))] static void Q1(double[] x, Span<double> xAdjoint) { } [DerivativeOf(nameof(InPlace))] static void [|R|](double[] x, Span<double> adjoint) { }", "remove one of them")]
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
    [InlineData("[DerivativeOf(nameof(Sum))] static double R(double[] x, Span<double> xAdjoint, double resultAdjoint) => 1;")]
    [InlineData("[DerivativeOf(nameof(Sum))] static double R(ReadOnlySpan<double> x, Span<double> xAdjoint, double resultAdjoint = 1) => 1;")]
    [InlineData("[DerivativeOf(nameof(Filter))] static double[] R(double[] x, int n, double k, Span<double> a, ref double b, ReadOnlySpan<double> c) => x;")]
    [InlineData("[DerivativeOf(nameof(Turn))] static Q R(Q q, ref Q qAdjoint, Q resultAdjoint) => q;")]
    [InlineData("[DerivativeOf(nameof(InPlace))] static void R(double[] x, Span<double> xAdjoint) { } [DerivativeOf(nameof(InPlace))] static void S1(double[] x, Span<double> xTangent) { }")]
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

    /// <summary>A call that is refused knows the signature of the rule that would help.</summary>
    [Theory]
    [InlineData("static double F(double x) => [|Unseen.Scalar(x, 2)|];", "static double ScalarPartial(double x, int n, double result)")]
    [InlineData("static double F(double[] x) => [|Unseen.Total(x)|];", "static double TotalAdjoint(double[] x, System.Span<double> xAdjoint, double resultAdjoint)")]
    public void Call_WithoutARule_SaysWhichWouldHelp(string method, string signature)
    {
        MarkedSource source = MarkedSource.Parse("using System; using AutoDiff; public static partial class P { [Differentiable] public " + method + """
             }
            public static class Unseen
            {
                public static double Scalar(double x, int n) { try { return x; } catch (Exception) { return 0; } }
                public static double Total(double[] x) { try { return x[0]; } catch (Exception) { return 0; } }
            }
            """);
        AnalyzedProgram program = AnalyzedProgram.Of(source.Text);
        Diagnostic error = Assert.Single(program.Errors);
        Assert.Equal(("DIFF0103", source.Spans.Single()), (error.Id, error.Location.SourceSpan));
        Assert.Equal(signature, error.Properties["RuleSignature"]);
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
             static double Rows(double[][] x) => x[0][0];
             static T Generic<T>(T x) => x;
             static double[] Filter(double[] x, int n, double k) => x;
             static void InPlace(double[] x) { }
             public struct Q { public double X; public double Y; }
             static Q Turn(Q q) => q;
             static double ByReference(ref double x) => x;
            }
            """);
        return (AnalyzedProgram.Of(source.Text), source);
    }
}
