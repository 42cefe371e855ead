using AutoDiff.Generators.Tests.Projects;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>Projects that call things what generated code would like to call its own.</summary>
public sealed class NameTests
{
    [Fact]
    public void GlobalTypes_CalledLikeTheOnesWeUse_AreNotMistaken() => Companion.AssertClean($$"""
        using AutoDiff;
        class Math; class MathF; class Array; class Span; class Span<T>; class ReadOnlySpan<T>; class MemoryExtensions; class Double; class Int32;
        class Adjoints; class Recorded; class Recorded<T>; class RecordedStack<T>; class Scratch; class Partials; class Derivative;
        namespace Foo.System { class Console; }
        namespace Foo.AutoDiff { class Console; }
        namespace Foo
        {
            public static partial class T
            {
            {{Methods}}
            }
        }
        """, "Foo.T.Loop.g.cs", "Foo.T.Arrays.g.cs", "Foo.T.Matrix.g.cs");

    /// <summary>There is one name for the class with the accessors: where the user has it, what needs an accessor is refused.</summary>
    [Theory]
    [InlineData("class PrivateMembers;", "double x", "x")]
    [InlineData("", "double PrivateMembers", "PrivateMembers")]
    public void AccessorClass_CalledLikeSomethingOfTheUser_IsNotWritten(string type, string parameter, string name) => Assert.Empty(UserProject.Of($$"""
        using AutoDiff;
        {{type}}
        static class Other { private static int s_n = 2; public static double F(double x) => x * s_n; }
        static partial class T { [Differentiable] public static double F({{parameter}}) => Other.F({{name}}); }
        """).Generate());

    [Fact]
    public void Namespaces_CalledLikeOurs_AreNotMistaken() => Companion.AssertClean($$"""
        using AutoDiff;
        namespace Foo.AutoDiff.System.Math
        {
            public static partial class Array
            {
            {{Methods}}
            }
        }
        """, "Foo.AutoDiff.System.Math.Array.Loop.g.cs", "Foo.AutoDiff.System.Math.Array.Arrays.g.cs", "Foo.AutoDiff.System.Math.Array.Matrix.g.cs");

    [Fact]
    public void Members_CalledLikeTheTypesWeUse_AreNotMistaken() => Companion.AssertClean($$"""
        using AutoDiff;
        public static partial class T
        {
            static double Math(double x) => x;
            static int Adjoints => (int)Math(3);
            static class Recorded;
            class Partials;
            static int Span() => Adjoints;
            class Array;
        {{Methods}}
        }
        """, "T.Loop.g.cs", "T.Arrays.g.cs", "T.Matrix.g.cs");

    [Fact]
    public void Members_CalledLikeOurVariables_AreNotMistaken() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T
        {
            static readonly double xAdjoint = 2, resultAdjoint = 4;
            const double value = 5;
            static int steps(int k) => k;
            static class result { public const double Z = 3; public static double Twice(double x) => 2 * x; }
            [Differentiable] public static double F(double x) => x * value * resultAdjoint * xAdjoint * result.Z * steps(2) + result.Twice(3);
            [Differentiable] public static double G(double[] xs, int n)
            {
                double r = xs[0];
                while (r < n)
                {
                    double t = r * r;
                    if (t > 3) { double steps2 = t; r += steps2 * xs[1] * value; }
                    else r += 1 + T.steps(3);
                }
                return r * resultAdjoint;
            }
        }
        """.Replace("static class result ", "static class Result ").Replace("result.", "Result."), "T.F.g.cs", "T.G.g.cs");

    [Fact]
    public void Parameters_CalledLikeCompanions_AreNotMistaken() => Companion.AssertClean("""
        using AutoDiff;
        namespace N;
        public static partial class T
        {
            [Differentiable] public static double F(double FAdjoint, double FForward) => FAdjoint * FForward;
            [Differentiable] public static double[] G(double GForward, double G) => [GForward, G];
            [Differentiable] public static double h(double h) => h * h;
            [Differentiable] public static double Calls(double x)
            {
                double FAdjoint = x * x;
                return F(FAdjoint, x) + h(x);
            }
        }
        """, "N.T.F.g.cs", "N.T.G.g.cs", "N.T.h.g.cs", "N.T.Calls.g.cs");

    [Fact]
    public void Parameters_CalledLikeOurs_KeepTheContract() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T
        {
            [Differentiable] public static double Tuple(double value, double Value, double item1, double rest, double toString, double equals) => value * Value * item1 * rest * toString * equals;
            [Differentiable] public static double Case(double x, double X) => x * X;
            [Differentiable] public static double Suffixes(double x, double xAdjoint, double xTangent, double resultAdjoint) => x * xAdjoint * xTangent * resultAdjoint;
            [Differentiable] public static double[] Matrix(double x, double xJacobian, double value, double derivative, double column, double row) => [x * xJacobian, value * derivative * column * row];
            [Differentiable] public static double Roots(double Foo, double System, double AutoDiff, double global)
            {
                double r = Foo;
                while (r < 3) r = global::System.Math.Pow(r, System) * AutoDiff * global;
                return r;
            }
        }
        """, "T.Tuple.g.cs", "T.Case.g.cs", "T.Suffixes.g.cs", "T.Matrix.g.cs", "T.Roots.g.cs");

    /// <summary>A discard in generated code would assign to a parameter called <c>_</c>.</summary>
    [Fact]
    public void Underscore_AsAParameter_IsNoDiscard() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T
        {
            [Differentiable] public static double[] Row(double _, double[] a) => [_ * a[0], a[1]];
            [Differentiable] public static double Square(double x) => x * x;
            [Differentiable] public static double Unused(double _, double x)
            {
                double y = Square(x);
                return _ * x;
            }
        }
        """, "T.Row.g.cs", "T.Square.g.cs", "T.Unused.g.cs");

    [Fact]
    public void UnusedCall_BesideAParameterCalledUnderscore_DoesNotOverwriteIt()
    {
        string text = Projects.UserProject.Of("""
            using AutoDiff;
            public static partial class T
            {
                [Differentiable] public static double Scale(double[] a, double x) { a[0] *= x; return a[0]; }
                [Differentiable] public static double F(double _, double x) { double[] a = new double[1]; a[0] = x; double y = Scale(a, x); return _ * a[0] + Derivative.Stop(y); }
            }
            """).Generate()["T.F.g.cs"];
        Assert.DoesNotContain(", _)", text);
        Assert.Contains(", xTangent).Value", text);
    }

    private const string Methods = """
        [Differentiable] public static double Loop(double x, int n)
        {
            double steps = x, result = x * x, value = 0;
            while (value < 10)
            {
                value += global::System.Math.Exp(steps);
                steps = global::System.Math.Sqrt(value) * x;
                result *= global::System.Math.Pow(steps, x);
                if (n > 3) result += global::System.Math.Max(value, steps);
            }
            return result + value;
        }
        [Differentiable] public static double Arrays(double[] a, [NoGradient] double[] b, global::System.Span<double> s, global::System.ReadOnlySpan<double> q)
        {
            double[] t = new double[a.Length];
            global::System.Array.Copy(a, t, a.Length);
            for (int i = 0; i < a.Length; i++) { s[i] = t[i] * b[i] + q[i]; t[i] = s[i] * t[i]; }
            double sum = 0;
            foreach (double v in t) sum += v;
            return sum * Loop(sum, 3);
        }
        [Differentiable] public static double[] Matrix(double[] value, double resultAdjoint)
        {
            double[] row = new double[value.Length];
            for (int column = 0; column < row.Length; column++) { value[column] *= 2; row[column] = value[column] * resultAdjoint; }
            return row;
        }
        """;
}
