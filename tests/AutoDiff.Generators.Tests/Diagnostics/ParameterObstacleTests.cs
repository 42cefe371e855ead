using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary><c>DIFF0006</c> names the member of a class that is in the way.</summary>
public sealed class ParameterObstacleTests
{
    [Theory]
    [InlineData("M m", "class M { public double V; public M? Next; }", "'M.Next' leads to another 'M'")]
    [InlineData("M[] m", "class M { public double V; public System.Collections.Generic.List<M> All = new(); }", "'M.All' leads to another 'M'")]
    [InlineData("M m", "class M { public N Inner = new(); } class N { public double V; public N? Next; }", "'N.Next' leads to another 'N'")]
    [InlineData("M m", "class M { public System.Collections.Generic.List<N> All = new(); } class N { public double V; }", "'M.All', a 'List<N>', cannot be taken apart")]
    [InlineData("M m", "abstract class M { public double V; }", "objects of several classes can be given for 'M'")]
    [InlineData("M<double> m", "class M<T> { private T _v = default!; public T V() => _v; }", "'M<double>._v' is private in a generic type")]
    [InlineData("M m", "class M { private enum K { A } private K _k; public double V; public int N() => (int)_k; }", "'M._k' is private, and of a type that is, too")]
    [InlineData("M m", "public class M { public virtual double V { get; set; } }", "'M.V' may be overridden")]
    public void Parameter_ThatIsNotSupported_HasItsMemberNamed(string parameter, string types, string obstacle)
    {
        AnalyzedProgram program = AnalyzedProgram.Of("using AutoDiff; static partial class P { [Differentiable] internal static double F(" + parameter + ", double x) => x; } " + types);
        Assert.Empty(program.CompilerErrors);
        Assert.Contains(obstacle + ";", Assert.Single(program.Errors, error => error.Id == "DIFF0006").GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
