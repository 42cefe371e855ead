using System.Globalization;

namespace AutoDiff.Runtime.Tests.Printing;

/// <summary>Arrays as NumPy since 1.14 prints them, with MXNet's line.</summary>
public sealed class PrintingTests
{
    static string Text<T>(NDArray<T> array) => array.ToString()[..array.ToString().LastIndexOf('\n')];

    static string Text(params double[] values) => Text(NDArray.Create(values));

    static string Single(params float[] values) => Text(NDArray.Create(values));

    [Fact]
    public void ToString_OfTheLesson_IsMXNets()
    {
        NDArray<float> x = NDArray.Create<float>([[4, 8], [12, 16]]);
        Assert.Equal("[[ 4.  8.]\n [12. 16.]]\n<NDArray 2x2 @cpu(0)>", x.ToString());
        Assert.Equal("5.0\n<NDArray  @cpu(0)>", NDArray.Full(5.0).ToString());
        Assert.Equal("[]\n<NDArray 0 @cpu(0)>", NDArray.Create(Array.Empty<float>()).ToString());
        Assert.Equal("[]\n<NDArray 2x0x3 @cpu(0)>", NDArray.Zeros<int>(2, 0, 3).ToString());
        Assert.Equal("[1. 2. 3.]\n<NDArray 3 @cpu(0)>", NDArray.Create([1.0, 2, 3]).ToString());
    }

    [Fact]
    public void ToString_OfReals_PadsTheShortestDigitsToColumns()
    {
        Assert.Equal("[1.   0.5  0.25]", Text(1, 0.5, 0.25));
        Assert.Equal("[0.25 1.  ]", Text(0.25, 1));
        Assert.Equal("[-1.   2.5 10. ]", Text(-1, 2.5, 10));
        Assert.Equal("[0.1 0.2 0.3]", Single(0.1f, 0.2f, 0.3f));
        Assert.Equal("[0.1       0.2       0.3000001]", Single(0.1f, 0.2f, 0.3000001f));
        Assert.Equal("[0.1 0.2 0.3]", Text(0.1, 0.2, 0.1 + 0.2));
        Assert.Equal("[3.14159265 2.71828183]", Text(Math.PI, Math.E));
        Assert.Equal("[3.1415927 2.7182817]", Single(MathF.PI, MathF.E));
        Assert.Equal("[0.33333333]", Text(1.0 / 3));
        Assert.Equal("[0.33333334]", Single(1f / 3));
        Assert.Equal("[0. 0. 0.]", Text(0, 0, 0));
        Assert.Equal("[-0.  0.]", Text(-0.0, 0));
        Assert.Equal("[1000.    1.]", Text(1000, 1));
        Assert.Equal("[99999999.]", Text(99999999));
        Assert.Equal("[0.0001]", Text(0.0001));
        Assert.Equal("[0.00195312 1.        ]", Text(0.001953125, 1)); // halves go to the even digit
        Assert.Equal("[0.00585938 1.        ]", Text(0.005859375, 1));
        Assert.Equal("[1.         0.99999999]", Text(1 - 1e-10, 1 - 1e-8));
    }

    [Fact]
    public void ToString_OfFarNumbers_IsScientific()
    {
        Assert.Equal("[1.e+08]", Text(1e8));
        Assert.Equal("[1.e-05 1.e+00]", Text(1e-5, 1));
        Assert.Equal("[1.001e+03 1.000e+00]", Text(1001, 1));
        Assert.Equal("[1.0e-10 2.5e+00]", Text(1e-10, 2.5));
        Assert.Equal("[ 1.e+100 -1.e-005]", Text(1e100, -1e-5));
        Assert.Equal("[1.23456789e+10]", Text(12345678901));
        Assert.Equal("[1.e-04 1.e+00]", Text(0.0001, 1));
        Assert.Equal("[5.e-324]", Text(5e-324));
        Assert.Equal("[1.7976931e+308]", Text(1.7976931e308));
        Assert.Equal("[3.4028235e+38]", Single(float.MaxValue));
        Assert.Equal("[1.e+10 0.e+00]", Text(1e10, 0));
    }

    [Fact]
    public void ToString_OfNaNAndInfinity_FitsThemIn()
    {
        Assert.Equal("[nan]", Text(double.NaN));
        Assert.Equal("[ 1. nan inf]", Text(1, double.NaN, double.PositiveInfinity));
        Assert.Equal("[  1. -inf]", Text(1, double.NegativeInfinity));
        Assert.Equal("[1.25  nan]", Text(1.25, double.NaN));
        Assert.Equal("[ inf  nan -inf]", Text(double.PositiveInfinity, double.NaN, double.NegativeInfinity));
        Assert.Equal("[1.e+10    inf]", Text(1e10, double.PositiveInfinity));
    }

    [Fact]
    public void ToString_OfIntegersAndMasks_IsNumPys()
    {
        Assert.Equal("[  1 -10 100]", Text(NDArray.Create([1, -10, 100])));
        Assert.Equal("[[1 2]\n [3 4]]", Text(NDArray.Create<int>([[1, 2], [3, 4]])));
        Assert.Equal("[ True False]", Text(NDArray.Create([true, false])));
        Assert.Equal("[ True]", Text(NDArray.Create([true])));
        Assert.Equal("True", Text(NDArray.Full(true)));
        Assert.Equal("-7", Text(NDArray.Full(-7)));
    }

    [Fact]
    public void ToString_OfOneNumber_IsPythons()
    {
        Assert.Equal("0.1", Text(NDArray.Full(0.1f)));
        Assert.Equal("0.30000000000000004", Text(NDArray.Full(0.1 + 0.2)));
        Assert.Equal("1e-05", Text(NDArray.Full(1e-5)));
        Assert.Equal("1e+16", Text(NDArray.Full(1e16)));
        Assert.Equal("1.5e+20", Text(NDArray.Full(1.5e20)));
        Assert.Equal("1000000000000000.0", Text(NDArray.Full(1e15)));
        Assert.Equal("-0.0", Text(NDArray.Full(-0.0)));
        Assert.Equal("nan", Text(NDArray.Full(double.NaN)));
    }

    [Fact]
    public void ToString_OfManyAxes_SeparatesThemWithEmptyLines()
    {
        NDArray<int> x = NDArray.Arange(0, 8).Reshape(2, 2, 2);
        Assert.Equal("[[[0 1]\n  [2 3]]\n\n [[4 5]\n  [6 7]]]", Text(x));
        Assert.Equal("[[[[0]\n   [1]]]\n\n\n [[[2]\n   [3]]]]", Text(NDArray.Arange(0, 4).Reshape(2, 1, 2, 1)));
    }

    [Fact]
    public void ToString_OfLongRows_BreaksThemAt75()
    {
        Assert.Equal(
            "[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23\n 24 25 26 27 28 29]", Text(NDArray.Arange(0, 30)));
        Assert.Equal(
            "[ 0.  1.  2.  3.  4.  5.  6.  7.  8.  9. 10. 11. 12. 13. 14. 15. 16. 17.\n 18. 19. 20. 21. 22. 23. 24. 25. 26. 27. 28. 29.]",
            Text(NDArray.Arange(0.0, 30)));
        Assert.Equal(
            "[[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23\n  24 25 26 27 28 29]]", Text(NDArray.Arange(0, 30).Reshape(1, 30)));
    }

    [Fact]
    public void ToString_OfMoreThan1000Elements_IsAbridged()
    {
        Assert.Equal("[   0    1    2 ... 1998 1999 2000]", Text(NDArray.Arange(0, 2001)));
        Assert.Equal("[0.000e+00 1.000e+00 2.000e+00 ... 1.998e+03 1.999e+03 2.000e+03]", Text(NDArray.Arange(0.0, 2001)));
        Assert.Equal("[0. 0. 0. ... 0. 0. 0.]", Text(NDArray.Zeros<float>(1001)));
        Assert.StartsWith("[0. 0. 0. 0.", Text(NDArray.Zeros<float>(1000)), StringComparison.Ordinal);
        Assert.Equal(
            "[[0 0 0 ... 0 0 0]\n [0 0 0 ... 0 0 0]\n [0 0 0 ... 0 0 0]\n ...\n [0 0 0 ... 0 0 0]\n [0 0 0 ... 0 0 0]\n [0 0 0 ... 0 0 0]]",
            Text(NDArray.Zeros<int>(100, 100)));
        Assert.Equal("[[0 0]\n [0 0]\n [0 0]\n ...\n [0 0]\n [0 0]\n [0 0]]", Text(NDArray.Zeros<int>(600, 2)));
    }

    [Fact]
    public void ToString_InAnyCulture_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("[-1.5  1. ]", Text(-1.5, 1));
            Assert.Equal("[-1]", Text(NDArray.Create([-1])));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
