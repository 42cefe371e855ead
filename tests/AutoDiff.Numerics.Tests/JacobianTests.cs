using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Array results: a matrix for each parameter, a row for each element of the result.</summary>
public class JacobianTests
{
    [Theory]
    [MemberData(nameof(CorpusRows.ArrayPoints), MemberType = typeof(CorpusRows))]
    public void Jacobian_AtAnyPoint_IsTheReference(string method, int point)
    {
        var call = new CompanionCall(method, point);
        Array[] matrices = [.. call.Jacobian().Items.Skip(1).Cast<Array>()];
        for (int row = 0; row < call.Reference.ResultCount; row++)
            Tolerance.Within(call.ToleranceHere, call.Reference.Row(row), Row(matrices, row), $"row {row}");
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ArrayPoints), MemberType = typeof(CorpusRows))]
    public void Jacobian_AtAnyPoint_HasARowForEachElementOfTheResult(string method, int point)
    {
        var call = new CompanionCall(method, point);
        Assert.All(call.Jacobian().Items.Skip(1).Cast<Array>(), matrix => Assert.Equal(call.Reference.ResultCount, matrix.GetLength(0)));
    }

    /// <summary>A row through all matrices: the gradient of one element of the result.</summary>
    private static double[] Row(Array[] matrices, int row) => [.. matrices.SelectMany(matrix =>
        Enumerable.Range(0, matrix.GetLength(1)).Select(column => Convert.ToDouble(matrix.GetValue(row, column))))];
}
