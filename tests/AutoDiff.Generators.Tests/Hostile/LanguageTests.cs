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
    public void Companions_OfTheCorpus_CompileWithoutAWarning() => Assert.Empty(CorpusFiles.All.Problems());

    [Fact]
    public void Companions_OfTheCorpus_CompileUnderChecked() => Assert.Empty((CorpusFiles.All with { Checked = true }).Problems());

    /// <summary>The user's own files are written for nullable contexts; what they do without one is not asked.</summary>
    [Fact]
    public void Companions_OfTheCorpus_CompileWithoutNullableContext()
    {
        UserProject project = CorpusFiles.All with { Nullable = NullableContextOptions.Disable };
        Assert.DoesNotContain(project.Problems(), problem => problem.Contains(".g.cs"));
    }

    /// <summary>C# 12 is the oldest language that generated code compiles in: it uses collection expressions.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Companions_OfTheCorpus_CompileInCSharp12AndLater(LanguageVersion version)
    {
        UserProject project = CorpusFiles.All with { Language = version };
        if (version < LanguageVersion.CSharp14) project = WithoutNewerForms(project);
        Assert.NotEmpty(project.Generate());
        string[] problems = [.. project.Problems().Where(problem => problem.Contains(".g.cs"))];
        Assert.True(problems.Length == 0, string.Join("\n", problems));
    }

    /// <summary>The files that are themselves of the project's language: some are about what C# 14 brought.</summary>
    private static UserProject WithoutNewerForms(UserProject project)
    {
        HashSet<string> newer = [.. project.Problems().Where(problem => !problem.Contains(".g.cs")).Select(problem => problem.Split('(')[0])];
        (string Path, string Text)[] files = [.. project.Files.Where(file => !newer.Contains(file.Path))];
        Assert.InRange(project.Files.Count - files.Length, 1, 5);
        return project with { Files = files };
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
