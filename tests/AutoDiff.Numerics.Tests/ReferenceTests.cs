using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// The references against each other, against the plain methods, and against figures from outside. No generator takes part.
/// </summary>
public class ReferenceTests
{
    [Fact]
    public void Corpus_CompiledAsItIs_HasNoWarning() => Assert.Empty(CompilationFailure.FindIn(PlainCorpus.Compilation));

    [Theory]
    [MemberData(nameof(CorpusRows.Methods), MemberType = typeof(CorpusRows))]
    public void Method_OfTheCorpus_HasAPoint(string method) => Assert.NotEmpty(PlainCorpus.Method(method).Points);

    [Theory]
    [MemberData(nameof(CorpusRows.DoublePoints), MemberType = typeof(CorpusRows))]
    public void Dual_AtAnyPoint_HasTheBitsOfThePlainMethod(string method, int point)
    {
        var call = new CompanionCall(method, point);
        var (value, arguments) = call.Plain();
        object?[] outputs = [value, .. Numbering.Differentiable(call.Method, arguments)];
        JacobianReference dual = DualColumns.At(call.Method, call.Point);
        Tolerance.SameBits(outputs, [dual.Outputs], "value");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.SmoothPoints), MemberType = typeof(CorpusRows))]
    public void Differences_AtASmoothPoint_AgreeWithDualNumbers(string method, int point)
    {
        var call = new CompanionCall(method, point);
        JacobianReference precise = Judge.At(call.Method, call.Point);
        JacobianReference dual = DualColumns.At(call.Method, call.Point);
        Tolerance.Within(call.ToleranceHere, precise.Outputs, dual.Outputs, "value");
        for (int output = 0; output < precise.ResultCount; output++)
            Tolerance.Within(call.ToleranceHere, precise.Row(output), dual.Row(output), $"row {output}");
        Tolerance.Within(call.ToleranceHere, FinalState(precise), FinalState(dual), "final state");
    }

    /// <summary>The rows of the final state as one: a row that cancels to nothing has no scale of its own.</summary>
    private static double[] FinalState(JacobianReference reference) =>
        [.. Enumerable.Range(reference.ResultCount, reference.InputCount).SelectMany(reference.Row)];

    /// <summary>The figures on the attribute have as many digits as their source printed: fourteen or fifteen.</summary>
    [Theory]
    [MemberData(nameof(CorpusRows.KnownPoints), MemberType = typeof(CorpusRows))]
    public void Judge_AtAPointWithFiguresFromOutside_AgreesWithThem(string method, int point)
    {
        var call = new CompanionCall(method, point);
        double tolerance = Math.Max(2e-14, call.Method.IsSinglePrecision ? 2e-6 : 0);
        if (call.Point.Value is { } value) Tolerance.Within(tolerance, [value], [call.Reference.Outputs[0]], "value");
        if (call.Point.Gradient is { } gradient) Tolerance.Within(tolerance, gradient, call.Reference.Row(0), "gradient");
    }
}
