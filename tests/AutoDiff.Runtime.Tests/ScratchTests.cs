namespace AutoDiff.Runtime.Tests;

public class ScratchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void New_AnyLength_IsZeroedAndExact(int length)
    {
        for (int round = 0; round < 3; round++)
        {
            using var scratch = Scratch<double>.Begin();
            double[] array = scratch.New(length);

            Assert.Equal(new double[length], array);
            Array.Fill(array, 5);
        }
    }

    [Fact]
    public void New_NegativeLength_ThrowsLikeNew() => Assert.Throws<OverflowException>(() =>
    {
        using var scratch = Scratch<double>.Begin();
        return scratch.New(-1);
    });

    [Fact]
    public void Copy_Source_IsSeparateAndEqual()
    {
        double[] source = [1, 2, 3];
        using var scratch = Scratch<double>.Begin();
        double[] copy = scratch.Copy(source);
        double[] empty = scratch.Copy([]);

        Assert.Equal(source, copy);
        Assert.NotSame(source, copy);
        Assert.Empty(empty);
    }

    [Fact]
    public void Free_LatestArray_IsReusedByTheNext()
    {
        using var scratch = Scratch<float>.Begin();
        float[] first = scratch.New(12);
        scratch.Free(first);

        Assert.Same(first, scratch.New(12));
    }

    [Fact]
    public void Free_OutOfOrder_KeepsTheOthers()
    {
        using var scratch = Scratch<float>.Begin();
        float[] a = scratch.New(3), b = scratch.New(3), c = scratch.New(3);
        scratch.Free(a);
        scratch.Free(c);
        scratch.Free(b);

        Assert.Same(b, scratch.New(3));
        Assert.Same(c, scratch.New(3));
        Assert.Same(a, scratch.New(3));
    }

    [Fact]
    public void Free_NullForeignOrTwice_IsIgnored()
    {
        using var scratch = Scratch<int>.Begin();
        int[] mine = scratch.New(4), foreign = [1, 2, 3, 4];
        scratch.Free(null);
        scratch.Free(foreign);
        scratch.Free([]);
        scratch.Free(mine);
        scratch.Free(mine);

        int[] first = scratch.New(4), second = scratch.New(4);
        Assert.Same(mine, first);
        Assert.NotSame(mine, second);
        Assert.NotSame(foreign, second);
    }

    [Fact]
    public void Free_OuterArrayFromInnerScope_IsIgnored()
    {
        using var outer = Scratch<long>.Begin();
        long[] array = outer.New(9);
        using (var inner = Scratch<long>.Begin())
        {
            inner.Free(array);
            Assert.NotSame(array, inner.New(9));
        }
        outer.Free(array);
        Assert.Same(array, outer.New(9));
    }

    [Fact]
    public void Dispose_Scope_GivesBackItsArraysOnly()
    {
        using var outer = Scratch<short>.Begin();
        short[] kept = outer.New(6);
        short[] given;
        using (var inner = Scratch<short>.Begin()) given = inner.New(6);

        short[] next = outer.New(6);
        Assert.Same(given, next);
        Assert.NotSame(kept, next);
    }

    [Fact]
    public void New_OnAnOuterScope_Throws() => Assert.Throws<InvalidOperationException>(() =>
    {
        using var outer = Scratch<double>.Begin();
        using var inner = Scratch<double>.Begin();
        outer.New(3);
    });

    [Fact]
    public void Dispose_AfterAnException_StillGivesBack()
    {
        byte[]? lost = null;
        Assert.Throws<FormatException>(NewThenThrow);
        void NewThenThrow()
        {
            using var scratch = Scratch<byte>.Begin();
            lost = scratch.New(77);
            throw new FormatException();
        }

        using var next = Scratch<byte>.Begin();
        Assert.Same(lost, next.New(77));
    }

    [Fact]
    public void Dispose_DefaultOrTwice_IsHarmless()
    {
        default(Scratch<double>).Dispose();
        var scratch = Scratch<double>.Begin();
        scratch.Dispose();
        scratch.Dispose();
    }

    [Fact]
    public void Begin_SteadyState_AllocatesNothing() => Assert.Equal(0, SteadyState.AllocatedBytes(static () => Recurse(40)));

    static double Recurse(int depth)
    {
        if (depth == 0) return 0;
        using var scratch = Scratch<double>.Begin();
        double[] a = scratch.New(depth + 5);
        double[] b = scratch.Copy(a);
        for (int i = 0; i < 10; i++)
        {
            double[] turn = scratch.New(50);
            double[] second = scratch.New(i);
            scratch.Free(turn);
            scratch.Free(second);
        }
        return b[0] + Recurse(depth - 1);
    }
}
