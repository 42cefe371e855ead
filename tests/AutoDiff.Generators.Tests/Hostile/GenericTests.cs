using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>Generic methods and types: where they may stand, how they may be constrained and named, and what is said of those refused.</summary>
public sealed class GenericTests
{
    [Theory]
    [InlineData("unmanaged, INumber<T>")]
    [InlineData("struct, IFloatingPointIeee754<T>, IMinMaxValue<T>")]
    [InlineData("notnull, INumberBase<T>, IComparable<T>")]
    [InlineData("INumberBase<T>, new()")]
    public void Constraints_OfEveryKind_AreThoseOfTheCompanions(string constraints) => Companion.AssertClean(
        Program($"[Differentiable] public static T F<T>(T x, T[] a) where T : {constraints} => x * a[0] + T.CreateChecked(2) / x;"), "C.F.g.cs");

    [Fact]
    public void GenericType_OfAnything_HasCompanions() => Companion.AssertClean(
        "using AutoDiff;\npublic partial class T<X>\n{\n[Differentiable] public static double F(double x) => x * x;\n}", "T{X}.F.g.cs");

    [Fact]
    public void GenericTypes_Nested_HaveCompanions() => Companion.AssertClean(
        """
        using System.Numerics;
        using AutoDiff;
        public partial class Outer<T>
            where T : IFloatingPointIeee754<T>
        {
            private readonly T _scale = T.One;
            [Differentiable] public T Scaled(T x) => x * x * _scale;
            public static partial class Inner<TOther>
                where TOther : INumber<TOther>
            {
                [Differentiable] public static TOther Product(TOther a, TOther b) => a * b + TOther.Max(a, b);
                [Differentiable] public static T Mixed(T a, TOther b) => a * T.CreateChecked(b);
            }
        }
        public partial class Outer
        {
            [Differentiable] public static double Use(double x) => Outer<double>.Inner<double>.Product(x, x) * Outer<double>.Inner<float>.Mixed(x, 2);
        }
        """,
        "Outer.Use.g.cs", "Outer{T}.Inner{TOther}.Mixed.g.cs", "Outer{T}.Inner{TOther}.Product.g.cs", "Outer{T}.Scaled.g.cs");

    [Fact]
    public void TypeParameters_WithHostileNames_AreKept() => Companion.AssertClean(
        Program("""
            [Differentiable] public static @class F<@class>(@class x) where @class : IFloatingPointIeee754<@class> => x * @class.Sin(x);
            [Differentiable] public static Math G<Math>(Math x, Math value) where Math : IFloatingPointIeee754<Math> => Math.Exp(x * value);
            """),
        "C.F.g.cs", "C.G.g.cs");

    [Fact]
    public void GenericOverload_OfAMethod_HasCompanionsOfItsOwn()
    {
        UserProject project = UserProject.Of(Program("""
            [Differentiable] public static double F(double x) => x * x * x;
            [Differentiable] public static T F<T>(T x) where T : INumber<T> => x * x;
            [Differentiable] public static T F<T>(T x, int n) where T : INumber<T> => x * T.CreateChecked(n);
            """));
        Assert.Equal(3, project.Generate().Count);
        Assert.Empty(project.Problems());
    }

    [Theory]
    [InlineData("T F<T>(T x) where T : IMultiplyOperators<T, T, T> => x * x", "T x", "constrain it to numbers")]
    [InlineData("T F<T>(T x, T y) where T : IPowerFunctions<T> => x * T.Pow(x, y)", "T.Pow(x, y)", "'INumber<T>, ILogarithmicFunctions<T>'")]
    [InlineData("T F<T>(T x) where T : INumberBase<T> => T.MaxMagnitude(x, T.One)", "T.MaxMagnitude(x, T.One)", "'INumber<T>'")]
    [InlineData("T F<T>(T x) where T : INumber<T> => x % T.One", "x % T.One", "'IFloatingPoint<T>'")]
    public async Task Constraint_TooNarrow_IsNamedAtTheExpression(string method, string place, string said)
    {
        UserProject project = UserProject.Of(Program($"[Differentiable] public static {method};"));
        Assert.Empty(project.Generate());
        Diagnostic refusal = Assert.Single(await project.Compilation.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("DIFF0003", refusal.Id);
        Assert.Contains(said, refusal.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(place, refusal.Location.SourceTree!.ToString().Substring(refusal.Location.SourceSpan.Start, refusal.Location.SourceSpan.Length));
    }

    private static string Program(string members) =>
        "using System;\nusing System.Numerics;\nusing AutoDiff;\npublic static partial class C\n{\n" + members + "\n}\n";
}
