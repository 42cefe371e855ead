using AutoDiff.Generators.Tests.Projects;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>The names of generated files: one that is not valid, or not unique, would take the companions of the whole project away.</summary>
public sealed class FileNameTests
{
    [Fact]
    public void FileNames_NamesThatDifferInCaseOnly_AreUnique()
    {
        UserProject project = UserProject.Of("""
            using AutoDiff;
            namespace P
            {
                public static partial class Poly
                {
                    [Differentiable] public static double F(double x) => x * x;
                    [Differentiable] public static double f(double x) => x * x * x;
                }
                public static partial class POLY
                {
                    [Differentiable] public static double F(double x) => x;
                }
            }
            namespace p
            {
                public static partial class Other
                {
                    [Differentiable] public static double F(double x) => x;
                }
            }
            """);
        IReadOnlyDictionary<string, string> files = project.Generate();
        Assert.Equal(4, files.Count);
        Assert.Equal(4, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(project.Problems());
    }

    [Fact]
    public void FileNames_OverloadsThatDifferInConstantParameters_AreUnique()
    {
        UserProject project = UserProject.Of("""
            using System;
            using AutoDiff;
            public enum Mode { A, B }
            public static partial class O
            {
                [Differentiable] public static double F(double x, int n) => x * n;
                [Differentiable] public static double F(double x, long n) => x * n;
                [Differentiable] public static double F(double x, Mode n = Mode.B) => x * (n == Mode.A ? 1 : 2);
                [Differentiable] public static double F(double x, DayOfWeek n) => x * (n == DayOfWeek.Monday ? 1 : 2);
                [Differentiable] public static double F(double x, string s) => x * s.Length;
                [Differentiable] public static double F(double x, string[] s) => x * s.Length;
            }
            """);
        Assert.Equal(6, project.Generate().Count);
        Assert.Empty(project.Problems());
    }

    [Fact]
    public void FileNames_KeywordsAndForeignScripts_AreValid() => Companion.AssertClean("""
        using AutoDiff;
        namespace @event.Ünï;
        public static partial class @class
        {
            [Differentiable] public static double x̂(double x) => x * x;
            [Differentiable] public static double größe(double x) => x̂(x) * x;
            [Differentiable] public static double @if(double x) => x̂(x) * x;
            [Differentiable] public static double[] @for(double x) => [x, x];
            [Differentiable] public static double Calls(double @in, double @event) => @if(@in) * @for(@event)[0] * @event;
        }
        """,
        "event.Ünï.class.x̂.g.cs", "event.Ünï.class.größe.g.cs", "event.Ünï.class.if.g.cs", "event.Ünï.class.for.g.cs", "event.Ünï.class.Calls.g.cs");

    [Fact]
    public void FileNames_OneNameInManyPlaces_AreUnique() => Companion.AssertClean("""
        using AutoDiff;
        public static partial class T { [Differentiable] public static double F(double x) => x; }
        namespace A { public static partial class T { [Differentiable] public static double F(double x) => x; } }
        namespace B { public static partial class T { [Differentiable] public static double F(double x) => A.T.F(x) * B.C.T.F(x); } }
        namespace B.C
        {
            public static partial class T
            {
                [Differentiable] public static double F(double x) => x * In.F(x);
                public static partial class In { [Differentiable] public static double F(double x) => x; }
            }
        }
        """,
        "T.F.g.cs", "A.T.F.g.cs", "B.T.F.g.cs", "B.C.T.F.g.cs", "B.C.T.In.F.g.cs");

    [Fact]
    public void TwoMethodsOfOneSignature_WhileTheUserTypes_LeaveTheOthersAlone()
    {
        UserProject project = UserProject.Of("""
            using AutoDiff;
            namespace P;
            public static partial class Poly
            {
                [Differentiable] public static double F(double x) => x * x;
                [Differentiable] public static double F(double y) => y * y;
                [Differentiable] public static double G(double y) => y * y;
            }
            """);
        Assert.Equal(["P.Poly.G.g.cs"], project.Generate().Keys);
        Assert.Contains("CS0111", Assert.Single(project.Problems()));
    }
}
