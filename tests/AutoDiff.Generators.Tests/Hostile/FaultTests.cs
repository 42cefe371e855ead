using AutoDiff.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AutoDiff.Generators.Tests.Hostile;

/// <summary>A fault of the generator in one method is an error of the compiler that names it; the other methods get their companions.</summary>
public sealed class FaultTests
{
    [Fact]
    public void Fault_InAMethod_IsOneErrorOfTheCompilerThatNamesIt()
    {
        AnalyzedProgram program = AnalyzedProgram.Of("using AutoDiff; namespace N { partial class P { [Differentiable] static double F(double x) => x * x; } }");
        IMethodSymbol method = program.Plain.GetTypeByMetadataName("N.P")!.GetMembers("F").OfType<IMethodSymbol>().Single();

        Fault fault = Fault.In(method, Caught(() => throw new KeyNotFoundException("The given key 'a\r\nb\u2028c\u0085d' was not present.")));

        Assert.Equal("N.P.F.g.cs", fault.HintName);
        Diagnostic error = Assert.Single(CSharpSyntaxTree.ParseText(fault.Text).GetDiagnostics());
        Assert.Equal("CS1029", error.Id);
        Assert.Contains("in P.F and has written no derivative", error.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("KeyNotFoundException: The given key 'a b c d' was not present.", error.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("FaultTests", error.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_InOneMethod_LeavesTheOthersTheirCompanions()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new DifferentiableGenerator(method => method.Name == "G" ? throw new KeyNotFoundException("lost") : method).AsSourceGenerator()], parseOptions: AnalyzedProgram.Parsing);
        CSharpCompilation plain = AnalyzedProgram.Of("using AutoDiff; partial class P { [Differentiable] static double F(double x) => x * x; [Differentiable] static double G(double x) => x + x; }").Plain;

        GeneratorRunResult result = driver.RunGenerators(plain).GetRunResult().Results[0];

        Assert.Null(result.Exception);
        Assert.Equal(["P.F.g.cs", "P.G.g.cs"], result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Assert.Contains("FGradient", result.GeneratedSources.Single(source => source.HintName == "P.F.g.cs").SourceText.ToString(), StringComparison.Ordinal);
        Assert.Contains("#error", result.GeneratedSources.Single(source => source.HintName == "P.G.g.cs").SourceText.ToString(), StringComparison.Ordinal);
    }

    private static Exception Caught(Action action)
    {
        try
        {
            action();
            throw new InvalidOperationException();
        }
        catch (KeyNotFoundException exception)
        {
            return exception;
        }
    }
}
