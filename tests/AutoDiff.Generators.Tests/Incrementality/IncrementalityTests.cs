using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AutoDiff.Generators.Tests.Incrementality;

/// <summary>What an edit runs again, step by step.</summary>
public sealed class IncrementalityTests
{
    private const string File = "Many.cs";

    /// <summary>Twenty methods; the last calls the one before it, which can write to its array.</summary>
    private static readonly string Many = $$"""
        using System;
        using AutoDiff;
        namespace N;
        public static partial class Many
        {
        {{string.Join("\n", Enumerable.Range(0, 18).Select(i => $$"""
                /// <summary>Number {{i}}.</summary>
                [Differentiable]
                public static double F{{i}}(double x, double[] c)
                {
                    double r = {{i}} * x; // a comment
                    for (int i = 0; i < c.Length; i++) r = r * x + c[i];
                    while (r > 100) r *= 0.5;
                    return r;
                }
            """))}}
            [Differentiable]
            public static double Callee(double[] a, double s) { double t = a[0] * s; return t; }
            [Differentiable]
            public static double Caller(double[] a, double s) => Callee(a, s) * a[0];
        }
        """;

    private readonly Editor _editor = new(new UserProject((File, Many), ("Other.cs", "namespace N; public static class Other { public static int A() => 1; }")));

    [Fact]
    public void FirstRun_OfEveryStep_IsNew()
    {
        foreach (string step in (string[])[Steps.Lower, Steps.Differentiate, Steps.Emit])
            Assert.Equal(Enumerable.Repeat(IncrementalStepRunReason.New, 20), Reasons(_editor.Result, step));
    }

    [Fact]
    public void Edit_InAnotherFile_RunsNothingAgain() =>
        AssertNothingRuns(_editor.Edit("Other.cs", "=> 1", "=> 2 + 3"));

    [Fact]
    public void NewFile_WithoutDifferentiableMethods_RunsNothingAgain() =>
        AssertNothingRuns(_editor.Add("New.cs", "namespace N; public static class New { public static double Math(double x) => x; }"));

    [Theory]
    [InlineData("/// <summary>Number 3.</summary>", "/// <summary>The third,\n/// in two lines.</summary>")]
    [InlineData("using System;", "using System;\n\n\n")]
    [InlineData("public static partial class Many", "public   static\n  partial class Many")]
    public void Edit_OfCommentsAndWhitespaceAboveMethods_RunsNothingAgain(string old, string replacement) =>
        AssertNothingRuns(_editor.Edit(File, old, replacement));

    /// <summary>Inside a method the places move at which it might be refused; what is written does not.</summary>
    [Theory]
    [InlineData("// a comment", "// another, longer comment")]
    [InlineData("    [Differentiable]", "  [Differentiable]\n\n")]
    [InlineData("double r = ", "double   r  =\n    ")]
    public void Edit_OfCommentsAndWhitespaceInMethods_AddsNothingAgain(string old, string replacement)
    {
        GeneratorRunResult result = _editor.Edit(File, old, replacement);
        Assert.All(Reasons(result, Steps.Emit), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString()));
        AssertOutputsCached(result);
    }

    [Fact]
    public void Edit_InsideOneMethod_EmitsThatOneOnly()
    {
        GeneratorRunResult result = _editor.Edit(File, "double r = 7 * x;", "double r = 7 * x * x;");
        AssertRuns(result, 1);
        Assert.Contains("x * x", Assert.Single(Texts(result, IncrementalStepRunReason.Modified)));
    }

    [Fact]
    public void NewMethod_BelowTheOthers_LeavesThemAlone()
    {
        GeneratorRunResult result = _editor.Edit(File, "=> Callee(a, s) * a[0];", "=> Callee(a, s) * a[0];\n    [Differentiable] public static double New(double x) => x;");
        Assert.Equal(21, result.GeneratedSources.Length);
        IncrementalStepRunReason[] emitted = Reasons(result, Steps.Emit);
        Assert.Equal(20, emitted.Count(reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(IncrementalStepRunReason.New, Assert.Single(emitted, reason => reason != IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void Edit_InTheBodyOfACallee_LeavesItsCallersAlone() =>
        AssertRuns(_editor.Edit(File, "double t = a[0] * s;", "double t = a[0] * s * s;"), 1);

    /// <summary>Whether a callee stores into its array decides how its callers treat theirs.</summary>
    [Fact]
    public void Edit_ThatMakesACalleeWrite_RunsItsCallersToo() =>
        AssertRuns(_editor.Edit(File, "double t = a[0] * s;", "a[0] *= s; double t = a[0] * s;"), 2);

    [Fact]
    public void Edit_OfNoGradientInTheSignatureOfACallee_RunsItsCallersToo() =>
        AssertRuns(_editor.Edit(File, "Callee(double[] a, double s) {", "Callee(double[] a, [NoGradient] double s) { s = 2;"), 1, removed: 1);

    [Fact]
    public void Edit_ThatHasACalleeRefused_RemovesItsCallersToo() =>
        AssertRuns(_editor.Edit(File, "double t = a[0] * s;", "double t = a[0] * s; try { } catch { }"), 0, removed: 2);

    [Fact]
    public void NewTypeCalledMath_RunsAllThatCouldMistakeIt()
    {
        GeneratorRunResult result = _editor.Add("Math.cs", "namespace N; public static class Math;");
        Assert.Equal(Enumerable.Repeat(IncrementalStepRunReason.Modified, 20), Reasons(result, Steps.Lower));
        // None of them uses Math: the same text is not added again.
        Assert.Equal(Enumerable.Repeat(IncrementalStepRunReason.Unchanged, 20), Reasons(result, Steps.Emit));
        AssertOutputsCached(result);
    }

    private static void AssertNothingRuns(GeneratorRunResult result)
    {
        Assert.Equal(20, result.GeneratedSources.Length);
        Assert.All(Reasons(result, Steps.Lower), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString()));
        Assert.All(Reasons(result, Steps.Differentiate), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(result, Steps.Emit), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        AssertOutputsCached(result);
    }

    private static void AssertRuns(GeneratorRunResult result, int modified, int removed = 0)
    {
        Assert.Equal(20 - removed, result.GeneratedSources.Length);
        foreach (string step in (string[])[Steps.Lower, Steps.Differentiate, Steps.Emit])
        {
            IncrementalStepRunReason[] reasons = Reasons(result, step);
            Assert.Equal(modified, reasons.Count(reason => reason == IncrementalStepRunReason.Modified));
            Assert.Equal(removed, reasons.Count(reason => reason == IncrementalStepRunReason.Removed));
            Assert.DoesNotContain(IncrementalStepRunReason.New, reasons);
        }
    }

    private static void AssertOutputsCached(GeneratorRunResult result) => Assert.All(
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
        output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static IEnumerable<string> Texts(GeneratorRunResult result, IncrementalStepRunReason reason) => result.TrackedSteps[Steps.Emit]
        .SelectMany(run => run.Outputs).Where(output => output.Reason == reason).Select(output => (((string HintName, string Text))output.Value).Text);
}
