using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Companions that are given no object where the method asks whether there is one: what the corpus, which makes its objects, cannot say.</summary>
public sealed class MissingObjectTests
{
    [Fact]
    public void Gradient_WithoutAnObject_IsThatOfTheOtherWay()
    {
        (double value, MissingObjectFunctions.Cell cell, double y) = MissingObjectFunctions.ChangedGradient(null, 3);

        Assert.Equal((9, 6, 0, 0), (value, y, cell.A, cell.B));
    }

    [Fact]
    public void Adjoint_WithoutAnObject_AddsToTheOthers()
    {
        var cell = new MissingObjectFunctions.Cell { A = 5 };
        double y = 1;
        double value = MissingObjectFunctions.MatchedAdjoint(null, 3, cell, ref y, 2);

        Assert.Equal((9, 1 + 2 * 6, 5), (value, y, cell.A));
    }

    [Fact]
    public void Forward_WithoutAnObject_IsThatOfTheOtherWay() =>
        Assert.Equal((9d, 6d), MissingObjectFunctions.ChangedForward(null, 3, new MissingObjectFunctions.Cell(), 1));

    [Fact]
    public void Gradient_WithoutARecord_IsThatOfTheDefault()
    {
        (double value, _, double y) = MissingObjectFunctions.AskedGradient(null, 3);

        Assert.Equal((10, 6), (value, y));
    }

    [Fact]
    public void Companions_OfAGuardedMethod_ThrowAsItDoes()
    {
        double y = 0;
        string? plain = Assert.Throws<ArgumentNullException>(() => MissingObjectFunctions.Guarded(null!, 1)).ParamName;

        Assert.Equal("cell", plain);
        Assert.Equal(plain, Assert.Throws<ArgumentNullException>(() => MissingObjectFunctions.GuardedGradient(null!, 1)).ParamName);
        Assert.Equal(plain, Assert.Throws<ArgumentNullException>(() => MissingObjectFunctions.GuardedAdjoint(null!, 1, new(), ref y)).ParamName);
        Assert.Equal(plain, Assert.Throws<ArgumentNullException>(() => MissingObjectFunctions.GuardedForward(null!, 1, new(), 1)).ParamName);
    }
}

public static partial class MissingObjectFunctions
{
    public class Cell
    {
        public double A { get; set; }
        public double B { get; set; }
    }

    public record Option(double K, double R);

    [Differentiable]
    public static double Changed(Cell? cell, double y)
    {
        if (cell is null) return y * y;
        cell.A = Math.Sin(cell.A) * y;
        cell.A *= cell.B;
        return cell.A * cell.A;
    }

    [Differentiable]
    public static double Matched(Cell? cell, double y)
    {
        if (cell is { A: > 1, B: var b }) cell.A *= y * b;
        return cell switch { null => y * y, _ => cell.A * cell.B };
    }

    [Differentiable]
    public static double Asked(Option? option, double y) => (option?.K ?? y) * y + (option ?? new Option(1, 1)).R;

    [Differentiable]
    public static double Guarded(Cell cell, double y)
    {
        ArgumentNullException.ThrowIfNull(cell);
        cell.A *= y;
        return cell.A * cell.B;
    }
}
