using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>
/// The settings of the user's project: language version, nullability, overflow checks. Warnings are errors at the highest level, and
/// documentation is on; using directives are only those in the files.
/// </summary>
public sealed class LanguageTests
{
    [Fact]
    public void Companions_OfTheCorpus_CompileWithoutAWarning() => Assert.Empty(CorpusFiles.All.Problems(CorpusFiles.Driver, CorpusFiles.Compilation));

    /// <summary>
    /// C# 12 is the oldest language that generated code compiles in: it uses collection expressions. The user's own files are written for
    /// C# 14 and for nullable contexts; what they do without is not asked.
    /// </summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Disable, false)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Annotations, true)]
    public void Companions_OfTheCorpus_CompileInEverySetting(LanguageVersion version, NullableContextOptions nullable, bool overflowChecks)
    {
        UserProject project = CorpusFiles.All with { Language = version, Nullable = nullable, Checked = overflowChecks };
        CSharpCompilation compilation = project.Compilation;
        GeneratorDriver driver = project.Driver().RunGenerators(compilation);
        Assert.InRange(UserProject.Generated(driver).Count, CorpusFiles.Generated.Count * 9 / 10, CorpusFiles.Generated.Count);
        string[] problems = [.. project.Problems(driver, compilation).Where(problem => problem.Contains(".g.cs"))];
        Assert.True(problems.Length == 0, string.Join("\n", problems));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void NullsOfTheUser_WithoutFullNullableContext_MakeNoWarning(NullableContextOptions nullable)
    {
        UserProject project = UserProject.Of("""
            using AutoDiff;
            public static partial class T
            {
                [Differentiable] public static double F(double x, string s = null)
                {
                    string t = null;
                    if (s != null) t = s;
                    int n = 0;
                    if (t != null && t.Length > 2) n = t.Length;
                    return x * n;
                }
            }
            """) with { Nullable = nullable };
        Assert.Equal(["T.F.g.cs"], project.Generate().Keys);
        Assert.DoesNotContain(project.Problems(), problem => problem.Contains(".g.cs"));
    }

    [Fact]
    public void NullsOfTheUser_CheckedBeforeUse_MakeNoWarning() => Companion.AssertClean("""
        using System;
        using AutoDiff;
        public static partial class T
        {
            [Differentiable] public static double F(double x, string? s = null)
            {
                if (s is null) return x;
                string? t = null;
                if (s.Length > 3) t = s;
                for (int i = 0; i < 3; i++)
                {
                    if (t is null) break;
                    x *= t.Length;
                }
                while (x < 10)
                {
                    if (s.Length > 3) return x;
                    x *= x;
                }
                return x * s.Length;
            }
        }
        """, "T.F.g.cs");

    [Fact]
    public void OverflowOfConstants_WrittenUnchecked_Compiles() => Companion.AssertClean(
        UserProject.Of("""
            using AutoDiff;
            public static partial class T
            {
                [Differentiable] public static double F(double x, int n)
                {
                    int h = unchecked(n * 31 + (int)3000000000u);
                    return x * h * unchecked((uint)n);
                }
            }
            """),
        "T.F.g.cs");
}
