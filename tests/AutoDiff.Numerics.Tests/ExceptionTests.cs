using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>A companion throws exactly when the method throws, and the same type.</summary>
public class ExceptionTests
{
    [Theory]
    [MemberData(nameof(CorpusRows.ThrowingPoints), MemberType = typeof(CorpusRows))]
    public void PlainMethod_AtAThrowingPoint_ThrowsWhatThePointSays(string method, int point) =>
        AssertThrows(new(method, point), call => call.Plain());

    [Theory]
    [MemberData(nameof(CorpusRows.ThrowingScalarPoints), MemberType = typeof(CorpusRows))]
    public void Gradient_WhereTheMethodThrows_ThrowsTheSame(string method, int point)
    {
        AssertThrows(new(method, point), call => call.Gradient());
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ThrowingPoints), MemberType = typeof(CorpusRows))]
    public void Adjoint_WhereTheMethodThrows_ThrowsTheSame(string method, int point) =>
        AssertThrows(new(method, point), call => call.Adjoint([1]));

    [Theory]
    [MemberData(nameof(CorpusRows.ThrowingPoints), MemberType = typeof(CorpusRows))]
    public void Forward_WhereTheMethodThrows_ThrowsTheSame(string method, int point) =>
        AssertThrows(new(method, point), call => call.Forward(FixedDirection.Of(call.InputCount, seed: 14)));

    private static void AssertThrows(CompanionCall call, Action<CompanionCall> action)
    {
        Exception? thrown = Record.Exception(() => action(call));
        Assert.Equal(call.Point.Throws, thrown?.GetType().FullName);
    }
}
