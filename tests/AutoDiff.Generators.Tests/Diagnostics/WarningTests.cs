using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>Warnings and information: where they stand, and where they keep silent.</summary>
public class WarningTests
{
    [Theory]
    [InlineData("static double F(double x) => x * [|(int)x|];")]
    [InlineData("static double F(double x) => x * [|(long)(x * x)|];")]
    [InlineData("static double F(double x) => x * [|(char)x|];")]
    [InlineData("static double F(double x) => x * (int)[|(System.DayOfWeek)x|];")]
    [InlineData("static double F(double x) { int n = 1; n += [|(int)x|]; return n * x; }")]
    [InlineData("static double F(double x) { int n = x > 0 ? [|(int)x|] : 0; return n * x; }")]
    [InlineData("static double F(double x) => System.Math.Max([|(int)x|], [|(int)(x + 1)|]) * x;")]
    [InlineData("static double F(double x) => x * checked([|(byte)x|]);")]
    [InlineData("static double F(double[] a, int[] n) { n[0] = [|(int)a[1]|]; return a[n[0]]; }")]
    // In a local function, where the cast stands.
    [InlineData("static double F(double x) { return x * N(x); static int N(double y) => [|(int)y|]; }")]
    // Read in place from elsewhere: at the call.
    [InlineData("static double F(double x) => x * [|N(x)|]; static int N(double y) => (int)y;")]
    public void Cast_OfAnActiveValue_WarnsAtTheCast(string method) => Reports("DIFF0120", method);

    [Theory]
    [InlineData("static double F(double x, int n) => x * (byte)n;")]
    [InlineData("static double F(double x, [NoGradient] double c) => x * (int)c;")]
    [InlineData("static double F(double x) => x * (int)Derivative.Stop(x);")]
    [InlineData("static double F(double x) => x * (int)System.Math.Floor(x);")]
    [InlineData("static double F(double x, double[] a) => x * (int)1.5 * (int)(double)a.Length * a[0];")]
    [InlineData("static double F(double x) => x > 0 ? x : -x;")]
    [InlineData("static double F(double x) => (float)x * (double)(float)x;")]
    public void Cast_OfAConstant_DoesNotWarn(string method) => Reports("DIFF0120", method);

    [Theory]
    [InlineData("static double F(double x, double [|y|]) => x;")]
    [InlineData("static double F(double x, double[] [|y|]) => x * y.Length;")]
    [InlineData("static double F(double x, double [|limit|]) { while (x < limit) x *= 2; return x; }")]
    [InlineData("static double F(double x, double [|step|]) => x * System.Math.Floor(step);")]
    [InlineData("static double F(double x, double y) => x * y;")]
    // In-out parameters are results themselves.
    [InlineData("static void F(double[] x) { x[0] *= x[1]; }")]
    [InlineData("static double F(double x, double[] state) { state[0] = 0; return x; }")]
    // The user has said that it is a constant.
    [InlineData("static double F(double x, double y) => x * Derivative.Stop(y);")]
    [InlineData("static double F(double x, [NoGradient] double y) => x;")]
    // Nothing comes out of it at all.
    [InlineData("static double F(double x) => throw new System.NotSupportedException();")]
    // Through a call, a loop, a branch.
    [InlineData("static double F(double x, double y) => G(x, y); [Differentiable] static double G(double x, double y) => x + y;")]
    [InlineData("static double F(double x, int n) { double s = 0; for (int i = 0; i < n; i++) s += i * x; return s; }")]
    [InlineData("static double F(double x, double y, bool b) => b ? x : y;")]
    [InlineData("static double F(double x, int n) => n == 0 ? 1 : x * F(x, n - 1);")]
    public void Parameter_WithoutEffectOnTheResult_IsNamed(string method) => Reports("DIFF0202", method);

    [Theory]
    [InlineData("static double F(System.Func<double, double> [|f|], double x) => f(f(x)); [Differentiable] static double C(double x, double k) => F(v => v * k, x);")]
    [InlineData("static double F(System.Func<double, double> [|f|], double a, double b) { double s = f(a); for (int i = 0; i < 3; i++) s += f.Invoke(a + i * b); return s; } [Differentiable] static double C(double k) => P.F(System.Math.Sin, k, 1);")]
    // Handed on to code that calls it.
    [InlineData("static double F(double x, System.Func<double, double> [|f|]) => G(f, x) * x; static double G(System.Func<double, double> f, double x) => f(x); [Differentiable] static double C(double k) => F(k, v => v * k);")]
    public void Code_ThatAMethodIsGiven_IsNamed(string method) => Reports("DIFF0203", method);

    [Theory]
    [InlineData("public double X, V; [Differentiable] public void F(double dt) => [|X|] += V * dt;")]
    [InlineData("public double X; [Differentiable] public double F(double k) { [|X|] = k * k; return X; }")]
    [InlineData("public double[] W = []; [Differentiable] public void F(double k) { for (int i = 0; i < W.Length; i++) [|W[i]|] *= k; }")]
    public void Object_ThatItsMethodChanges_IsNamed(string members)
    {
        MarkedSource source = MarkedSource.Parse("using AutoDiff; public partial class P { " + members + " }");
        AnalyzedProgram program = AnalyzedProgram.Of(source.Text);
        Assert.Empty(program.CompilerErrors);
        Assert.Equal(source.Spans, program.Diagnostics.Where(diagnostic => diagnostic.Id == "DIFF0204").Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.Single(program.Diagnostics);
        Assert.All(program.Companions, name => Assert.EndsWith(".self.g.cs", name, StringComparison.Ordinal));
    }

    // No derivative is lost where a number of the object is changed: there are static companions, or none.
    [Theory]
    [InlineData("private double? _rate = 2; public double X; [Differentiable] public double F(double k) { X = k; return X * k; }")]
    [InlineData("private readonly double[] _w = [1]; private double? _rate = 2; [Differentiable] public double F(double k) { Keep(this, k); return k * k; } private static void Keep(P p, double k) => p._w[0] = k;")]
    public void Object_ThatIsChangedAndNoParameter_IsRefused(string members)
    {
        AnalyzedProgram program = AnalyzedProgram.Of("using AutoDiff; public partial class P { " + members + " }");
        Assert.Empty(program.CompilerErrors);
        Assert.NotEmpty(program.Errors);
        Assert.Empty(program.Companions);
    }

    private static void Reports(string id, string method)
    {
        MarkedSource source = MarkedSource.Parse("using AutoDiff; partial class P { [Differentiable] " + method + " }");
        AnalyzedProgram program = AnalyzedProgram.Of(source.Text);
        Assert.Empty(program.CompilerErrors);
        Assert.Empty(program.Errors);
        Assert.Equal(source.Spans, program.Diagnostics.Where(diagnostic => diagnostic.Id == id).Select(diagnostic => diagnostic.Location.SourceSpan).Order());
    }
}
