namespace AutoDiff.Runtime.Tests;

public class AdjointsRequirementsTests
{
    readonly double[] _x = new double[10], _y = new double[10];

    static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;

    [Fact]
    public void RequireLength_Different_NamesBoth()
    {
        Assert.Equal("xAdjoint has 2 elements, x has 3.", Message(() => Adjoints.RequireLength(3, 2, "x", "xAdjoint")));
        Assert.Equal("xAdjoint has 1 element, x has 0.", Message(() => Adjoints.RequireLength(0, 1, "x", "xAdjoint")));
        Adjoints.RequireLength(3, 3, "x", "xAdjoint");
    }

    [Fact]
    public void Seed_OtherLength_NamesTheResult() => Assert.Equal(
        "resultAdjoint has 3 elements, the result has 4.", Message(() => Adjoints.Seed<double>(new double[4], new double[3])));

    [Fact]
    public void Kernels_OtherLength_Throw()
    {
        Assert.Equal("destination has 10 elements, source has 4.", Message(() => Adjoints.Copy<double>(_x, _y.AsSpan(0, 4))));
        Assert.Equal("addend has 4 elements, target has 10.", Message(() => Adjoints.Accumulate<double>(_x, _y.AsSpan(0, 4))));
        Assert.Equal("b has 4 elements, a has 10.", Message(() => Adjoints.Exchange(_x, _y.AsSpan(0, 4))));
    }

    [Fact]
    public void RequireSeparate_SharedMemory_NamesBoth()
    {
        Adjoints.RequireSeparate<double>(_x, _y, "x", "y");
        Adjoints.RequireSeparate<double>(_x.AsSpan(0, 5), _x.AsSpan(5), "x", "y");
        Assert.Equal(
            "x and y share memory, but the method assigns x another array: pass separate arrays, or use a local variable for the other array.",
            Message(() => Adjoints.RequireSeparate<double>(_x.AsSpan(0, 6), _x.AsSpan(5), "x", "y")));
    }

    [Fact]
    public void RequireTwo_OneUnderTwoNames_NamesBoth()
    {
        double number = 1;
        (double First, double Second) pair = (1, 2);
        object thing = new();
        Adjoints.RequireTwoVariables(in number, in pair, "p", "q");
        Adjoints.RequireTwoVariables(in pair.First, in pair.Second, "p", "q");
        Adjoints.RequireNoElement<double>(in number, _x, "p", "x");
        Adjoints.RequireTwoObjects(thing, new object(), "m", "n");
        Adjoints.RequireTwoObjects(null, null, "m", "n");

        const string Words = " are the same variable or object, which the method assigns, and each has an adjoint of its own: pass two, or differentiate a method that has one parameter for both.";
        Assert.Equal("p and q" + Words, Message(() => Adjoints.RequireTwoVariables(in number, in number, "p", "q")));
        Assert.Equal("p and q" + Words, Message(() => Adjoints.RequireTwoVariables(in pair, in pair.Second, "p", "q")));
        Assert.Equal("q and p" + Words, Message(() => Adjoints.RequireTwoVariables(in pair.Second, in pair, "q", "p")));
        Assert.Equal("p and x" + Words, Message(() => Adjoints.RequireNoElement<double>(in _x[3], _x, "p", "x")));
        Assert.Equal("m and n" + Words, Message(() => Adjoints.RequireTwoObjects(thing, thing, "m", "n")));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void RequireDistinct_OneArrayTwice_NamesBothPlaces(int count)
    {
        double[][] rows = [.. Enumerable.Range(0, count).Select(i => new double[] { i })];
        (double[] Held, int Number)[] structs = [.. rows.Select((row, i) => (row, i))];
        const string Words = " are, or hold, the same array, which the method stores into, and each place has an adjoint of its own: give each an array of its own.";

        Adjoints.RequireDistinct(rows, "a");
        Adjoints.RequireDistinct(structs, each => each.Held, "s");
        Adjoints.RequireDistinct(new double[count][], "a");
        rows[1] = rows[^1] = [];
        Adjoints.RequireDistinct(rows, "a");
        rows[2] = rows[0];
        Assert.Equal("a[2] and a[0]" + Words, Message(() => Adjoints.RequireDistinct(rows, "a")));
        structs[2].Held = structs[1].Held;
        Assert.Equal("s[2] and s[1]" + Words, Message(() => Adjoints.RequireDistinct(structs, each => each.Held, "s")));
        // What has been found is not remembered by the next check.
        rows[2] = [1];
        Adjoints.RequireDistinct(rows, "a");
    }

    [Fact]
    public void RequireSeparate_RowsAndAnArray_NamesThePlace()
    {
        double[][] rows = [new double[2], _x, null!];
        double[][] held = [_y, null!];
        const string Words = ", and the method stores into one of them, but each has an adjoint of its own: pass separate arrays.";

        Adjoints.RequireSeparate<double>(rows, _y, "a", "y");
        Assert.Equal("An array in a[1] shares memory with x" + Words, Message(() => Adjoints.RequireSeparate<double>(rows, _x.AsSpan(9), "a", "x")));
        Adjoints.RequireSeparate<double[], double[], double>(rows, row => row, held, row => row, "a", "b");
        Adjoints.RequireSeparate<double>((double[][]?)null, _x, "a", "x");
        Assert.Equal("An array in a[1] shares memory with b[1]" + Words, Message(() => Adjoints.RequireSeparate<double[], double[], double>(rows, row => row, [_y, _x], row => row, "a", "b")));
    }

    [Fact]
    public void RequireSeparate_MatricesInStructs_NamesThePlace()
    {
        (double[,] Held, int Number)[] structs = [(new double[2, 2], 0), (new double[1, 2], 1), (null!, 2)];
        double[,] other = structs[1].Held;
        const string Words = ", and the method stores into one of them, but each has an adjoint of its own: pass separate arrays.";

        Adjoints.RequireSeparate<(double[,] Held, int Number), double>(structs, each => each.Held, _x, "s", "x");
        Assert.Equal("An array in s[1] shares memory with m" + Words, Message(() => Adjoints.RequireSeparate<(double[,] Held, int Number), double>(structs, each => each.Held, Adjoints.Flat<double>(other), "s", "m")));
        Assert.Equal("An array in s[1] shares memory with r[0]" + Words, Message(() => Adjoints.RequireSeparate<(double[,] Held, int Number), double[,], double>(structs, each => each.Held, [other], each => each, "s", "r")));
    }

    [Fact]
    public void RequireOutside_OfAnElement_NamesThePlace()
    {
        object one = new(), other = new();
        const string Words = " are the same variable or object, which the method assigns, and each has an adjoint of its own: pass two, or differentiate a method that has one parameter for both.";

        Adjoints.RequireOutside(null, [one, null], "n", "m");
        Adjoints.RequireOutside(other, [one, null], "n", "m");
        Assert.Equal("n and m[1]" + Words, Message(() => Adjoints.RequireOutside(one, [other, one], "n", "m")));
    }

    [Fact]
    public void RequireDistinctObjects_AndOthers_NameBothPlaces()
    {
        object one = new(), other = new();
        object?[] array = [one, null, other, null];
        const string Words = " are the same variable or object, which the method assigns, and each has an adjoint of its own: pass two, or differentiate a method that has one parameter for both.";

        Adjoints.RequireDistinctObjects(array, "m");
        Adjoints.RequireOthers(array, [null, new()], "m", "n");
        Adjoints.RequireOthers(array, array, "m", "n");
        Assert.Equal("m[2] and m[3]" + Words, Message(() => Adjoints.RequireDistinctObjects([one, null, other, other], "m")));
        Assert.Equal("m[2] and n[1]" + Words, Message(() => Adjoints.RequireOthers(array, [null, other], "m", "n")));
        // What has been found is not remembered by the next check.
        Adjoints.RequireDistinctObjects(array, "m");
    }

    [Fact]
    public void RequireShape_OfObjects_NamesTheOneThatIsMissing()
    {
        Adjoints.RequireShape(new object?[] { new(), null }, new object?[] { new(), null }, "m", "mAdjoint");
        Assert.Equal("mAdjoint[1] is null, m[1] is not.", Message(() => Adjoints.RequireShape(new object[] { new(), new() }, new object?[] { new(), null }, "m", "mAdjoint")));
    }

    [Fact]
    public void RequireNotConstant_SharedMemory_NamesBoth()
    {
        Adjoints.RequireNotConstant<double>(_x, _y, "x", "c");
        Assert.Equal(
            "x and c share memory, which the method stores into, but c is a constant, without a derivative: pass separate arrays.",
            Message(() => Adjoints.RequireNotConstant<double>(_x, _x.AsSpan(3), "x", "c")));
    }

    [Fact]
    public void Follow_MovedRows_TakesTheSeedsAlong()
    {
        double[] first = [1, 2], second = [3, 4], made = [10, 20], shorter = [0];
        double[][] given = [first, second];

        Adjoints.Follow<double>(given, [first, second]);
        Assert.Equal([1.0, 2], first);

        Adjoints.Follow<double>(given, [second, made]);
        Assert.Equal([0.0, 0], first);
        Assert.Equal([1.0, 2], second);
        Assert.Equal([13.0, 24], made);

        Adjoints.Follow<double>(given, [shorter, second]);
        Assert.Equal([1.0, 2], second);
        Assert.StartsWith("The method leaves an array of length 1 in place 1, where it found one of length 2:", Message(() => Adjoints.Follow<double>(given, [first, shorter])), StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_OfRows_AddsToEachAndComparesLengths()
    {
        double[][] shadow = [[1], [2, 3]];
        Adjoints.Seed<double>(shadow, [[10], [20, 30]]);

        Assert.Equal([11.0], shadow[0]);
        Assert.Equal([22.0, 33], shadow[1]);
        Assert.Contains("resultAdjoint", Message(() => Adjoints.Seed<double>(shadow, [[1, 2], [3, 4]])), StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_OfStructs_AddsThemMemberByMember()
    {
        (double X, double Y)[] shadow = [(1, 2), (3, 4)];
        Adjoints.Seed(shadow.AsSpan(), [(10, 20), (30, 40)], static (sum, more) => (sum.X + more.X, sum.Y + more.Y));

        Assert.Equal([(11, 22), (33, 44)], shadow);
        Assert.Equal("resultAdjoint has 1 element, the result has 2.", Message(() => Adjoints.Seed<(double, double)>(shadow, [(1, 1)], static (sum, _) => sum)));
    }

    [Fact]
    public void Follow_MovedArraysOfStructs_TakesTheSeedsAlong()
    {
        (double X, double Y)[] first = [(1, 2)], second = [(3, 4)], other = [(0, 0), (0, 0)];
        (double X, double Y)[][] given = [first, second];
        Adjoints.Follow(given, [second, first], static (sum, more) => (sum.X + more.X, sum.Y + more.Y));

        Assert.Equal([(3, 4)], first);
        Assert.Equal([(1, 2)], second);
        Assert.Contains("its adjoint has no room there", Message(() => Adjoints.Follow(given, [first, other], static (sum, _) => sum)), StringComparison.Ordinal);
    }

    [Fact]
    public void Exchange_OfAnyType_SwapsThem()
    {
        string[] a = ["a", "b"], b = ["c", "d"];
        Adjoints.Exchange<string>(a, b);

        Assert.Equal(["c", "d"], a);
        Assert.Equal(["a", "b"], b);
        Assert.Equal("b has 1 element, a has 2.", Message(() => Adjoints.Exchange<string>(a, ["e"])));
    }

    [Fact]
    public void NotConstant_OfANumber_IsThatNumber() => Assert.Equal((3, -0.5, 7UL), (Adjoints.NotConstant(3), Adjoints.NotConstant(-0.5), Adjoints.NotConstant(7UL)));

    [Fact]
    public void RequireFilled_OfALongerDestination_SaysWhatToPass()
    {
        AutoDiff.Reductions.RequireFilled(3, 3);
        AutoDiff.Reductions.RequireFilled(3, 2);
        Assert.StartsWith("SoftMax of 3 numbers into 4 also changes those behind them", Message(() => AutoDiff.Reductions.RequireFilled(3, 4)), StringComparison.Ordinal);
    }

    [Fact]
    public void RequireMirrored_SamePattern_Passes()
    {
        double[] p = new double[10], q = new double[10];
        Adjoints.RequireMirrored<double>(_x, _y, p, q, "x", "y");
        Adjoints.RequireMirrored<double>(_x, _x, p, p, "x", "y");
        Adjoints.RequireMirrored<double>(_x.AsSpan(0, 6), _x.AsSpan(2, 6), p.AsSpan(1, 6), p.AsSpan(3, 6), "x", "y");
        Adjoints.RequireMirrored<double>(_x.AsSpan(0, 5), _x.AsSpan(5), p.AsSpan(0, 5), q.AsSpan(0, 5), "x", "y");
        ReadOnlySpan<double> none = default;
        Adjoints.RequireMirrored(none, none, none, none, "x", "y");
    }

    [Fact]
    public void RequireMirrored_ArraysOfArrays_ComparesTheirRows()
    {
        double[][] x = [_x, _y], y = [new double[3], _x], p = [new double[10], new double[10]];
        Adjoints.RequireMirrored<double>(x, y, p, [new double[3], p[0]], "x", "y");
        Assert.Equal(
            "x and y share memory, xAdjoint and yAdjoint do not likewise: pass the same adjoint buffer for both.",
            Message(() => Adjoints.RequireMirrored<double>(x, y, p, [new double[3], new double[10]], "x", "y")));
        Assert.Equal(
            "xAdjoint and yAdjoint share memory, x and y do not: pass separate adjoint buffers.",
            Message(() => Adjoints.RequireMirrored<double>(x, [new double[10]], p, [p[1]], "x", "y")));
    }

    [Fact]
    public void RequireSeparate_ArraysOfArrays_ComparesTheirRows()
    {
        double[][] x = [_x, _y];
        Adjoints.RequireSeparate<double>(x, [new double[10]], "x", "y");
        Assert.StartsWith("x and y share memory", Message(() => Adjoints.RequireSeparate<double>(x, [new double[10], _y], "x", "y")));
    }

    [Fact]
    public void RequireMirrored_SameBufferSeparateAdjoints_AsksForTheSame() => Assert.Equal(
        "x and y share memory, xAdjoint and yAdjoint do not likewise: pass the same adjoint buffer for both.",
        Message(() => Adjoints.RequireMirrored<double>(_x, _x, new double[10], new double[10], "x", "y")));

    [Fact]
    public void RequireMirrored_OtherOffset_AsksForTheCorrespondingParts()
    {
        double[] p = new double[10];
        Assert.Equal(
            "x and y are overlapping parts of one buffer, xAdjoint and yAdjoint do not overlap likewise: "
            + "pass the corresponding parts of one adjoint buffer.",
            Message(() => Adjoints.RequireMirrored<double>(
                _x.AsSpan(0, 6), _x.AsSpan(2, 6), p.AsSpan(0, 6), p.AsSpan(3, 6), "x", "y")));
    }

    [Fact]
    public void RequireMirrored_SeparateBuffersSameAdjoint_AsksForSeparate()
    {
        double[] p = new double[10];
        Assert.Equal(
            "xAdjoint and yAdjoint share memory, x and y do not: pass separate adjoint buffers.",
            Message(() => Adjoints.RequireMirrored<double>(_x, _y, p, p, "x", "y")));
    }
}
