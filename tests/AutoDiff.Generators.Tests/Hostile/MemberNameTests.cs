using AutoDiff.Generators.FrontEnd;
using AutoDiff.Generators.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>Companions whose name the type has already: refused with DIFF0008, never a clash in generated code.</summary>
public sealed class MemberNameTests
{
    [Fact]
    public void Jacobian_NameTakenByTheUser_IsRefused() => AssertRefused("""
        public static double FJacobian(double x) => x;
        [Differentiable] public static double[] F(double x) => [x, x];
        """, "F", "FJacobian");

    [Fact]
    public void Gradient_NameTakenByAField_IsRefused() => AssertRefused("""
        public const double FGradient = 3;
        [Differentiable] public static double F(double x) => x;
        """, "F", "FGradient");

    [Fact]
    public void Gradient_NameTakenByADifferentiableMethod_IsRefused() => AssertRefused("""
        [Differentiable] public static double FGradient(double x) => x;
        [Differentiable] public static double F(double x) => x;
        """, "F", "FGradient", "T.FGradient.g.cs");

    [Fact]
    public void Forward_SameSignatureFromTwoOverloads_BothAreRefused() => AssertRefused("""
        [Differentiable] public static double F(double x, double y) => x * y;
        [Differentiable] public static double F(double x, [NoGradient] double y, [NoGradient] double z) => x * y * z;
        """, "F", "FForward");

    [Fact]
    public void Gradient_OfAnArrayResult_LeavesTheNameFree() => Companion.AssertClean(Program("""
        public static double FGradient(double x) => x;
        [Differentiable] public static double[] F(double x) => [x, x];
        """), "T.F.g.cs");

    private static void AssertRefused(string members, string method, string companion, params string[] others)
    {
        UserProject project = UserProject.Of(Program(members));
        Companion.AssertClean(project, others);
        CSharpCompilation compilation = project.Compilation;
        foreach (IMethodSymbol symbol in compilation.GetTypeByMetadataName("T")!.GetMembers(method).OfType<IMethodSymbol>())
        {
            Refusal refusal = Assert.Single(MethodReader.Read(symbol, compilation, CancellationToken.None).Refusals);
            Assert.Equal("DIFF0008", refusal.Id);
            Assert.Equal([method, companion], refusal.Words);
        }
    }

    private static string Program(string members) => $"using AutoDiff;\npublic static partial class T\n{{\n{members}\n}}\n";
}
