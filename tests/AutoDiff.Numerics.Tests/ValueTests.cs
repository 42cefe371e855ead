using AutoDiff.Numerics.Tests.References;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>
/// Each companion returns the bits that the plain method returns, and leaves the bits in its arrays that the plain method leaves.
/// </summary>
public class ValueTests
{
    [Theory]
    [MemberData(nameof(CorpusRows.ScalarPoints), MemberType = typeof(CorpusRows))]
    public void Gradient_AtAnyPoint_HasTheBitsOfThePlainMethod(string method, int point)
    {
        var call = new CompanionCall(method, point);
        var (items, arguments) = call.Gradient();
        AssertPlain(call, items[0], arguments);
    }

    [Theory]
    [MemberData(nameof(CorpusRows.ArrayPoints), MemberType = typeof(CorpusRows))]
    public void Jacobian_AtAnyPoint_HasTheBitsOfThePlainMethod(string method, int point)
    {
        var call = new CompanionCall(method, point);
        var (items, arguments) = call.Jacobian();
        AssertPlain(call, items[0], arguments);
    }

    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Adjoint_AtAnyPoint_HasTheBitsOfThePlainMethod(string method, int point)
    {
        var call = new CompanionCall(method, point);
        var (value, _, arguments) = call.Adjoint(FixedDirection.Of(call.Reference.ResultCount, seed: 1));
        // Another call takes the pooled memory of the first: nothing of that may be in what the first has left behind.
        call.Adjoint(FixedDirection.Of(call.Reference.ResultCount, seed: 1));
        AssertPlain(call, value, arguments);
    }

    [Theory]
    [MemberData(nameof(CorpusRows.Points), MemberType = typeof(CorpusRows))]
    public void Forward_AtAnyPoint_HasTheBitsOfThePlainMethod(string method, int point)
    {
        var call = new CompanionCall(method, point);
        var (value, _, arguments) = call.Forward(FixedDirection.Of(call.InputCount, seed: 2));
        AssertPlain(call, value, arguments);
    }

    private static void AssertPlain(CompanionCall call, object? value, object?[] arguments)
    {
        var (expected, expectedArguments) = call.Plain();
        Tolerance.SameBits([expected], [value], "value");
        Tolerance.SameBits(Numbers(expectedArguments), Numbers(arguments), "arguments left behind");
        Assert.Equal(Others(expectedArguments), Others(arguments));

        static IEnumerable<object?> Numbers(object?[] all) => all.Where(IsNumeric);
        static IEnumerable<object?> Others(object?[] all) => all.Where(argument => !IsNumeric(argument));
        static bool IsNumeric(object? argument) => argument is double or float or double[] or float[];
    }
}
