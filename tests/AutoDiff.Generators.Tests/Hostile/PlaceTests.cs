using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>Where a differentiable method may stand: every kind of type, nested, split, with any accessibility.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("public partial struct T")]
    [InlineData("public readonly partial struct T")]
    [InlineData("public ref partial struct T")]
    [InlineData("public readonly ref partial struct T")]
    [InlineData("public partial record T(int A)")]
    [InlineData("public sealed partial record T")]
    [InlineData("public partial record struct T(int A)")]
    [InlineData("public readonly partial record struct T(int A)")]
    [InlineData("public partial interface T")]
    [InlineData("internal abstract partial class T")]
    [InlineData("public unsafe partial class T")]
    public void Type_OfEveryKind_HasCompanions(string type) => Companion.AssertClean(
        UserProject.Of($"using AutoDiff;\n{type}\n{{\n[Differentiable] public static double F(double x) => x * x;\n}}") with { AllowUnsafe = true },
        "T.F.g.cs");

    [Theory]
    [InlineData("private protected")]
    [InlineData("protected internal")]
    [InlineData("protected")]
    [InlineData("private")]
    [InlineData("")]
    [InlineData("internal")]
    public void Method_OfEveryAccessibility_HasCompanions(string accessibility) => Companion.AssertClean($$"""
        using AutoDiff;
        namespace N
        {
            public partial class Outer
            {
                private static partial class Hidden
                {
                    [Differentiable] internal static double F(double x) => x * G(x);
                }

                [Differentiable] {{accessibility}} static double G(double x) => x * x;
                [Differentiable] public static double H(double x) => Hidden.F(x) + G(x);
            }
        }
        """, "N.Outer.Hidden.F.g.cs", "N.Outer.G.g.cs", "N.Outer.H.g.cs");

    [Fact]
    public void Program_WithTopLevelStatements_HasCompanions() => Companion.AssertClean(
        UserProject.Of("""
            using AutoDiff;
            System.Console.WriteLine(F(2));
            partial class Program
            {
                [Differentiable] static double F(double x) => x * x;
            }
            """) with { Output = OutputKind.ConsoleApplication },
        "Program.F.g.cs");

    [Fact]
    public void Type_SplitOverFiles_HasCompanions() => Companion.AssertClean(
        new UserProject(
            ("A.cs", "using AutoDiff;\nnamespace N;\npublic static partial class T { [Differentiable] public static double F(double x) => G(x) * x; }"),
            ("B.cs", "using AutoDiff;\nnamespace N;\npublic static partial class T { [Differentiable] public static double G(double x) => x * x; }")),
        "N.T.F.g.cs", "N.T.G.g.cs");

    [Fact]
    public void Type_DerivedFromOneWithTheSameMethod_HidesItsCompanionsWithoutAWarning() => Companion.AssertClean("""
        using AutoDiff;
        public partial class Base { [Differentiable] public static double F(double x) => x * x; }
        public partial class Derived : Base { [Differentiable] public static new double F(double x) => x; }
        """, "Base.F.g.cs", "Derived.F.g.cs");

    [Fact]
    public void Method_Partial_IsReadWhereItsBodyIs() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T
        {
            [Differentiable] public static partial void Scale(double[] a, double x);
            public static partial double Square(double x);
            [Differentiable] public static double Calls(double x)
            {
                double[] a = new double[2];
                a[0] = Square(x);
                Scale(a, x);
                return a[0];
            }
        }
        public static partial class T
        {
            public static partial void Scale(double[] a, double x) { for (int i = 0; i < a.Length; i++) a[i] *= x; }
            [Differentiable] public static partial double Square(double x) => x * x;
        }
        """, "T.Scale.g.cs", "T.Square.g.cs", "T.Calls.g.cs");

    [Fact]
    public void Method_ThatExtends_KeepsItsReceiver() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T
        {
            [Differentiable] public static double Power(this double y, int n = 3) => y * n;
            [Differentiable] public static double Uses(double y) => y.Power() + T.Power(y, 4) + y.Power(n: 2);
        }
        public static class Caller
        {
            public static double Gradient(double y) => y.PowerGradient().Y;
        }
        """, "T.Power.g.cs", "T.Uses.g.cs");

    [Theory]
    [InlineData("public partial interface T<X>")]
    [InlineData("file static partial class T")]
    [InlineData("public class T")]
    public void Type_ThatCannotBeReopened_IsLeftAlone(string type) => Companion.AssertClean(
        $"using AutoDiff;\n{type}\n{{\n[Differentiable] public static double F(double x) => x * x;\n}}");

    [Fact]
    public void Method_InAnExtensionBlock_IsLeftAlone() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T { extension(double) { [Differentiable] public static double F(double x) => x * x; } }
        """);
}
