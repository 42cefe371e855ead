using AutoDiff.Generators.CodeFixes;
using AutoDiff.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace AutoDiff.Generators.Tests.CodeFixes;

/// <summary>Each fix: the text before, the text after, and that the diagnostic is gone.</summary>
public class CodeFixTests
{
    public static IReadOnlyDictionary<string, CodeFixProvider> Fixes { get; } =
        new CodeFixProvider[] { new MakePartialFix(), new MarkNoGradientFix(), new StopDerivativeFix(), new MarkDifferentiableFix(), new WriteRuleFix(), new CorrectRuleFix() }
            .ToDictionary(fix => fix.GetType().Name);

    public static TheoryData<string, string, string, string> Rewrites => new()
    {
        // The type and the types around it, with modifiers, attributes and comments in place.
        {
            nameof(MakePartialFix), "DIFF0001",
            """
            using AutoDiff;

            public static class Outer
            {
                // A comment.
                class Middle
                {
                    internal partial struct Inner
                    {
                        [Differentiable]
                        public static double F(double x) => x * x;
                    }
                }
            }
            """,
            """
            using AutoDiff;

            public static partial class Outer
            {
                // A comment.
                partial class Middle
                {
                    internal partial struct Inner
                    {
                        [Differentiable]
                        public static double F(double x) => x * x;
                    }
                }
            }
            """
        },
        {
            nameof(MakePartialFix), "DIFF0001",
            "using AutoDiff; sealed record class R(int N) { [Differentiable] public static double F(double x) => x; }",
            "using AutoDiff; sealed partial record class R(int N) { [Differentiable] public static double F(double x) => x; }"
        },
        {
            nameof(MarkNoGradientFix), "DIFF0006",
            """
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                public static double F(
                    double x,
                    double? scale) => scale is null ? x : x + x;
            }
            """,
            """
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                public static double F(
                    double x,
                    [NoGradient] double? scale) => scale is null ? x : x + x;
            }
            """
        },
        {
            nameof(MarkNoGradientFix), "DIFF0202",
            "public partial class P { [AutoDiff.Differentiable] public static double F(double x, double unused) => x; }",
            "public partial class P { [AutoDiff.Differentiable] public static double F(double x, [AutoDiff.NoGradient] double unused) => x; }"
        },
        {
            nameof(StopDerivativeFix), "DIFF0120",
            "using AutoDiff; public partial class P { [Differentiable] public static double F(double x, double[] t) => t[(int)(x * 2)] * x; }",
            "using AutoDiff; public partial class P { [Differentiable] public static double F(double x, double[] t) => t[(int)(Derivative.Stop(x * 2))] * x; }"
        },
        {
            nameof(StopDerivativeFix), "DIFF0109",
            "using AutoDiff; public partial class P { [Differentiable] static double F(double x) => x * G(x, c: x * x); [Differentiable] static double G(double x, [NoGradient] double c) => c * x; }",
            "using AutoDiff; public partial class P { [Differentiable] static double F(double x) => x * G(x, c: Derivative.Stop(x * x)); [Differentiable] static double G(double x, [NoGradient] double c) => c * x; }"
        },
        {
            nameof(StopDerivativeFix), "DIFF0103",
            "public partial class P { [AutoDiff.Differentiable] static double F(double x) => x * System.Math.ScaleB(x, 1) * System.BitConverter.DoubleToInt64Bits(x); }",
            "public partial class P { [AutoDiff.Differentiable] static double F(double x) => x * System.Math.ScaleB(x, 1) * System.BitConverter.DoubleToInt64Bits(AutoDiff.Derivative.Stop(x)); }"
        },
        {
            nameof(StopDerivativeFix), "DIFF0103",
            "using AutoDiff; public partial class P { [Differentiable] static double F(double x) => x * x.ToString(\"R\").Length; }",
            "using AutoDiff; public partial class P { [Differentiable] static double F(double x) => x * Derivative.Stop(x).ToString(\"R\").Length; }"
        },
        {
            nameof(StopDerivativeFix), "DIFF0103",
            "using AutoDiff; public partial class P { [Differentiable] static double F(double x) { string s = $\"{x}\"; return x * s.Length; } }",
            "using AutoDiff; public partial class P { [Differentiable] static double F(double x) { string s = $\"{Derivative.Stop(x)}\"; return x * s.Length; } }"
        },
        // A function that cannot be seen: of an array, of a number.
        {
            nameof(WriteRuleFix), "DIFF0103",
            """
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                public static double F(double[] x) => Unseen.Total(x, 2);
            }

            public class Unseen
            {
                public static double Total(double[] x, int n) { try { return x[n]; } catch { return 0; } }
            }
            """,
            """
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                public static double F(double[] x) => Unseen.Total(x, 2);

                [DerivativeOf(typeof(Unseen), nameof(Unseen.Total))]
                static double TotalAdjoint(double[] x, int n, System.Span<double> xAdjoint, double resultAdjoint)
                    => throw new System.NotImplementedException();
            }

            public class Unseen
            {
                public static double Total(double[] x, int n) { try { return x[n]; } catch { return 0; } }
            }
            """
        },
        {
            nameof(WriteRuleFix), "DIFF0103",
            "public partial class P {\n    [AutoDiff.Differentiable] static double F(double x) => x * G(x);\n\n    static double G(double x) { try { return x; } catch { return 0; } }\n}",
            "public partial class P {\n    [AutoDiff.Differentiable] static double F(double x) => x * G(x);\n\n    [AutoDiff.DerivativeOf(nameof(G))]\n    static double GPartial(double x, double result)\n        => throw new System.NotImplementedException();\n\n    static double G(double x) { try { return x; } catch { return 0; } }\n}"
        },
        {
            nameof(CorrectRuleFix), "DIFF0301",
            "using AutoDiff; class P { static double G(double[] x) => x[0]; [DerivativeOf(nameof(G))] internal void Rule(int n) { /* stays */ throw null!; } }",
            "using AutoDiff; class P { static double G(double[] x) => x[0]; [DerivativeOf(nameof(G))] internal static double Rule(double[] x, System.Span<double> xAdjoint, double resultAdjoint) { /* stays */ throw null!; } }"
        },
        {
            nameof(CorrectRuleFix), "DIFF0301",
            "using AutoDiff; class P { static double G(double x, double y) => x; [DerivativeOf(nameof(G))] double Rule(double x) => throw null!; }",
            "using AutoDiff; class P { static double G(double x, double y) => x; [DerivativeOf(nameof(G))] static (double x, double y) Rule(double x, double y, double result) => throw null!; }"
        },
        {
            nameof(MarkDifferentiableFix), "DIFF0103",
            """
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                public static double F(double x) => Power(x, 3);

                /// <summary>By way of another.</summary>
                private static double Power(double x, int n) => n == 0 ? 1 : x * Less(x, n - 1);

                private static double Less(double x, int n) => Power(x, n);
            }
            """,
            """
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                public static double F(double x) => Power(x, 3);

                /// <summary>By way of another.</summary>
                [Differentiable]
                private static double Power(double x, int n) => n == 0 ? 1 : x * Less(x, n - 1);

                private static double Less(double x, int n) => Power(x, n);
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Rewrites))]
    public async Task Fix_Applied_GivesTheTextAndRemovesTheDiagnostic(string fix, string id, string before, string after)
    {
        string changed = Assert.Single(await FixedProgram.ApplyAsync(Fixes[fix], id, before));
        Assert.Equal(after, changed);
        AnalyzedProgram program = AnalyzedProgram.Of(changed);
        Assert.Empty(program.CompilerErrors);
        Assert.DoesNotContain(program.Diagnostics, diagnostic => diagnostic.Id == id);
        Assert.Empty(program.Errors);
    }

    [Fact]
    public async Task MarkDifferentiable_OfAMethodInAnotherFile_ChangesThatFile()
    {
        const string caller = "using AutoDiff; public partial class P { [Differentiable] static double F(double x) => x * Q.Power(x, 2); }";
        const string callee = "public partial class Q\n{\n    public static double Power(double x, int n) => n == 0 ? 1 : x * Less(x, n - 1);\n    internal static double Less(double x, int n) => Power(x, n);\n}";
        IReadOnlyList<string> texts = await FixedProgram.ApplyAsync(new MarkDifferentiableFix(), "DIFF0103", caller, callee);
        Assert.Equal([caller, callee.Replace("    public", "    [AutoDiff.Differentiable]\n    public", StringComparison.Ordinal)], texts);
    }

    /// <summary>A fix that would not help is not offered.</summary>
    [Theory]
    [InlineData(nameof(MarkNoGradientFix), "DIFF0006", "using AutoDiff; partial class P { [Differentiable] static double F(ref double? x) => x is null ? 0 : 1; }")]
    [InlineData(nameof(MarkNoGradientFix), "DIFF0006", "using AutoDiff; partial class P { [Differentiable] static double F(params System.Span<double> x) => x[0]; }")]
    [InlineData(nameof(MarkDifferentiableFix), "DIFF0103", "using AutoDiff; partial class P { [Differentiable] static double F(double x) => x * System.BitConverter.DoubleToInt64Bits(x); }")]
    [InlineData(nameof(StopDerivativeFix), "DIFF0103", "using AutoDiff; partial class P { [Differentiable] static double F(System.Span<double> x) { G(x); return x[0]; } static void G(System.Span<double> x) => G(x); }")]
    public async Task Fix_ThatWouldNotHelp_IsNotOffered(string fix, string id, string text) =>
        Assert.Empty(await FixedProgram.OffersAsync(Fixes[fix], id, text));

    [Fact]
    public async Task FixAll_OfCasts_StopsEveryOne()
    {
        IReadOnlyList<string> texts = await FixedProgram.ApplyToAllAsync(
            new StopDerivativeFix(), "DIFF0120",
            "using AutoDiff; partial class P { [Differentiable] static double F(double x, double y) => x * (int)x + y * (long)y; }",
            "using AutoDiff; partial class Q { [Differentiable] static double F(double x) => x * (char)x; }");
        Assert.Equal(
            [
                "using AutoDiff; partial class P { [Differentiable] static double F(double x, double y) => x * (int)Derivative.Stop(x) + y * (long)Derivative.Stop(y); }",
                "using AutoDiff; partial class Q { [Differentiable] static double F(double x) => x * (char)Derivative.Stop(x); }",
            ],
            texts);
    }

    [Fact]
    public async Task FixAll_OfClosedTypes_OpensEachOnce()
    {
        IReadOnlyList<string> texts = await FixedProgram.ApplyToAllAsync(
            new MakePartialFix(), "DIFF0001",
            "using AutoDiff; class P { [Differentiable] static double F(double x) => x; [Differentiable] static double G(double x) => x; }",
            "using AutoDiff; class Q { [Differentiable] static double F(double x) => x; }");
        Assert.Equal(
            [
                "using AutoDiff; partial class P { [Differentiable] static double F(double x) => x; [Differentiable] static double G(double x) => x; }",
                "using AutoDiff; partial class Q { [Differentiable] static double F(double x) => x; }",
            ],
            texts);
    }

    [Fact]
    public void Fixes_OfTheAssembly_AreAllTestedAndFixKnownIds()
    {
        Assert.Equal(
            typeof(MakePartialFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider))).Select(type => type.Name).Order(),
            Fixes.Keys.Order());
        string[] known = [.. new DifferentiableAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id)];
        Assert.All(Fixes.Values.SelectMany(fix => fix.FixableDiagnosticIds), id => Assert.Contains(id, known));
        Assert.All(Fixes.Values, fix => Assert.Same(WellKnownFixAllProviders.BatchFixer, fix.GetFixAllProvider()));
    }
}
