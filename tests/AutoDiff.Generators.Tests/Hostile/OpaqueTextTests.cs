using AutoDiff.Generators.Tests.Projects;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>The user's own constant C#, which moves to a file with other using directives, another context, other variables.</summary>
public sealed class OpaqueTextTests
{
    [Theory]
    [InlineData("x * s.Ext(2)")]
    [InlineData("x * s.Ext(2).Twice().Twice()")]
    [InlineData("x * System.Array.Empty<int>().Length")]
    [InlineData("x * Gen<int>(3)")]
    [InlineData("x * Gen<Mode>(3).ToString().Length")]
    [InlineData("x * typeof(StringBuilder).Name.Length")]
    [InlineData("x * nameof(StringBuilder).Length")]
    [InlineData("x * nameof(s).Length")]
    [InlineData("x * ((StringBuilder)o).Length")]
    [InlineData("x * Own(N)")]
    [InlineData("x * new List<Day>().Count")]
    [InlineData("x * (m is Mode.A or Mode.B ? 2 : 3)")]
    [InlineData("x * (d.HasValue ? 2 : 3) * (d == null ? 1 : (int)d.Value)")]
    [InlineData("x * s[0] * s.IndexOf('x', StringComparison.Ordinal) * (s.StartsWith(\"a\", StringComparison.Ordinal) ? 1 : 2)")]
    [InlineData("x * int.Parse(s) * string.Concat(s, \"b\").Length * Max(1, s.Length)")]
    [InlineData("x * $\"{s.Length,5} {Day.Friday} {Max(1, 2)} {(s.Length > 2 ? 1 : 2)} {Own(3):0} {N} {Count.A}\".Length")]
    [InlineData("x * Enumerable.Range(0, 3).Count()")]
    [InlineData("x * C.Out.NewLine.Length")]
    public void Expression_WithTheNamesOfItsFile_CompilesElsewhere(string expression) => Companion.AssertClean($$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using AutoDiff;
        using C = System.Console;
        using Day = System.DayOfWeek;
        using static System.Math;
        using static Foo.Deep.Count;
        namespace Foo.Deep
        {
            public enum Mode { A, B }
            public static class Count
            {
                public const int N = 4;
                public static readonly int A = 3;
                public static int Own(int k) => k + 1;
                public static int Ext(this string s, int k) => s.Length + k;
                public static int Twice(this int k) => 2 * k;
                public static T Gen<T>(int k) => default(T)!;
            }
        }
        namespace Foo.Bar
        {
            using Foo.Deep;
            public static partial class T
            {
                [Differentiable] public static double F(double x, string s, object o, Mode m, Day? d = Day.Friday) => {{expression}};
            }
        }
        """, "Foo.Bar.T.F.g.cs");

    [Theory]
    [InlineData("x * s.Times(3)")]
    [InlineData("x * string.Make(3)")]
    [InlineData("x * sizeof(Pair)")]
    public void Expression_ThatCannotMove_IsRefused(string expression) => Companion.AssertClean(OfExtensions(expression));

    [Fact]
    public void Property_OfAnExtensionBlock_IsReadInPlace() => Companion.AssertClean(OfExtensions("x * s.Size"), "Foo.T.F.g.cs");

    private static UserProject OfExtensions(string expression) => UserProject.Of($$"""
        using AutoDiff;
        namespace Lib
        {
            public static class Extensions
            {
                extension(string s)
                {
                    public int Size => s.Length;
                    public int Times(int k) => s.Length * k;
                    public static int Zero => 0;
                    public static int Make(int k) => k;
                }
            }
        }
        namespace Foo
        {
            using Lib;
            public struct Pair { public int A, B; }
            public static unsafe partial class T
            {
                [Differentiable] public static double F(double x, string s) => {{expression}};
            }
        }
        """) with { AllowUnsafe = true };

    [Fact]
    public void Constants_WhereverTheyStand_KeepTheirTypes()
    {
        const string Program = """
            using AutoDiff;
            public static partial class T
            {
                [Differentiable] public static double F(double x, int n)
                {
                    const uint U = 3; const ulong L = 7; const long M = 5; const decimal D = 2; const char C = '\''; const System.DayOfWeek Day = (System.DayOfWeek)(-1);
                    long a = n * U;
                    bool b = n > D, c = (ulong)n < L, d = Day == System.DayOfWeek.Monday;
                    int e = C;
                    return x * a * M * e * (b || c || d ? 1 : 2);
                }
            }
            """;
        Companion.AssertClean(Program, "T.F.g.cs");
        Assert.Contains("n * 3U", UserProject.Of(Program).Generate()["T.F.g.cs"]);
    }

    [Fact]
    public void DefaultValues_OfEveryKind_AreRepeated() => Companion.AssertClean("""
        using System;
        using AutoDiff;
        public static partial class T
        {
            public const int Def = 7;
            [Differentiable] public static double F(
                double x, decimal d = 3.5m, char c = '\'', string s = "a\"\n{}", long l = 3L, ulong u = 5UL, bool b = true, byte by = 3, Guid g = default, int? ni = 3,
                DayOfWeek? dw = DayOfWeek.Friday, DayOfWeek neg = (DayOfWeek)(-1), float f = 3, double inf = double.PositiveInfinity, int n = Def * 2, int m = int.MaxValue,
                string? z = null, object? o = null, double eps = 1.5e-7) => x * f * inf * n * eps;
        }
        """, "T.F.g.cs");

    [Fact]
    public void ObsoleteCallee_SilencedByTheUser_StaysSilent() => Companion.AssertClean("""
        using System;
        using AutoDiff;
        public static partial class T
        {
            [Obsolete("no")] [Differentiable] public static double[] F(double x) => [x, x];
            [Obsolete("no")] public static int N() => 3;
        #pragma warning disable CS0618
            [Differentiable] public static double G(double x) { double[] a = F(x); return a[0] * N(); }
        #pragma warning restore CS0618
        }
        """, "T.F.g.cs", "T.G.g.cs");
}
