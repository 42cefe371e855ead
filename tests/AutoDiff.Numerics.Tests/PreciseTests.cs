using AutoDiff.Numerics.Tests.Numbers;
using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>The judge judged: constants to fifty digits, identities to seventy, and every function against the framework's own.</summary>
public class PreciseTests
{
    private static readonly Precise SeventyDigits = PreciseMath.Pow(10, -70);

    public static TheoryData<string, string> Constants => new()
    {
        { "pi", "3.14159265358979323846264338327950288419716939937510" },
        { "e", "2.71828182845904523536028747135266249775724709369995" },
        { "log 2", "0.69314718055994530941723212145817656807550013436025" },
        { "sqrt 2", "1.41421356237309504880168872420969807856967187537694" },
        { "sin 1", "0.84147098480789650665250232163029899962256306079837" },
        { "tan 1", "1.55740772465490223050697480745836017308725077238152" },
        { "atan 1/2", "0.46364760900080611621425623146121440202853705428612" },
        { "asinh 1", "0.88137358701954302523260932497979230902816032826163" },
    };

    public static TheoryData<double> Points =>
        [-7.25, -1.5, -0.999, -0.3, -1e-3, 1e-6, 0.1, 0.5, 0.75, 1.0000001, 1.3, 2.0, 3.7, 10.1, 40.0];

    [Theory]
    [MemberData(nameof(Constants))]
    public void Constant_OfTextbooks_HasFiftyDigits(string name, string digits)
    {
        Precise value = name switch
        {
            "pi" => Precise.Pi,
            "e" => PreciseMath.Exp(1),
            "log 2" => PreciseMath.Log(2),
            "sqrt 2" => PreciseMath.Sqrt(2),
            "sin 1" => PreciseMath.Sin(1),
            "tan 1" => PreciseMath.Tan(1),
            "atan 1/2" => PreciseMath.Atan(0.5),
            _ => PreciseMath.Asinh(1),
        };
        Assert.True(PreciseMath.Abs(value - Parse(digits)) < PreciseMath.Pow(10, -50), value.ToString());
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Identities_AtAnyPoint_HoldToSeventyDigits(double point)
    {
        Precise x = point;
        var (sin, cos) = Precise.SinCos(x);
        AssertEqual(1, sin * sin + cos * cos);
        AssertEqual(x, PreciseMath.Log(PreciseMath.Exp(x)));
        AssertEqual(x * x, PreciseMath.Sqrt(x * x * x * x));
        AssertEqual(x, PreciseMath.Tan(PreciseMath.Atan(x)));
        AssertEqual(x, PreciseMath.Sinh(PreciseMath.Asinh(x)));
        AssertEqual(x, PreciseMath.RootN(x * x * x, 3));
        AssertEqual(2 * sin * cos, PreciseMath.Sin(2 * x));
        AssertEqual(x, x / 3 + x / 3 + x / 3);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Function_AtAnyPoint_IsTheFrameworksToFourUlp(double point)
    {
        (string Name, Func<double, double> Framework, Func<Precise, Precise> Precise)[] functions =
        [
            ("acos", Math.Acos, PreciseMath.Acos), ("acosh", Math.Acosh, PreciseMath.Acosh), ("asin", Math.Asin, PreciseMath.Asin),
            ("asinh", Math.Asinh, PreciseMath.Asinh), ("atan", Math.Atan, PreciseMath.Atan), ("atanh", Math.Atanh, PreciseMath.Atanh),
            ("cbrt", Math.Cbrt, PreciseMath.Cbrt), ("cos", Math.Cos, PreciseMath.Cos), ("cosh", Math.Cosh, PreciseMath.Cosh),
            ("exp", Math.Exp, PreciseMath.Exp), ("log", Math.Log, PreciseMath.Log), ("log10", Math.Log10, PreciseMath.Log10),
            ("sin", Math.Sin, PreciseMath.Sin), ("sinh", Math.Sinh, PreciseMath.Sinh), ("sqrt", Math.Sqrt, PreciseMath.Sqrt),
            ("tan", Math.Tan, PreciseMath.Tan), ("tanh", Math.Tanh, PreciseMath.Tanh), ("floor", Math.Floor, PreciseMath.Floor),
            ("ceiling", Math.Ceiling, PreciseMath.Ceiling), ("round", Math.Round, PreciseMath.Round),
            ("truncate", Math.Truncate, PreciseMath.Truncate), ("remainder", x => x % 0.7, x => x % 0.7),
            ("power", x => Math.Pow(Math.Abs(x), 1.7), x => PreciseMath.Pow(PreciseMath.Abs(x), 1.7)),
            ("atan2", x => Math.Atan2(x, -2), x => PreciseMath.Atan2(x, -2)),
            ("ieee", x => Math.IEEERemainder(x, 0.7), x => PreciseMath.IEEERemainder(x, 0.7)),
        ];
        Assert.All(functions, function =>
        {
            double expected = function.Framework(point), actual = (double)function.Precise(point);
            double allowed = 4 * 2.3e-16 * Math.BitIncrement(Math.Abs(expected));
            bool close = double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= allowed;
            Assert.True(close, $"{function.Name}({point}) = {expected:R}, not {actual:R}");
        });
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(2.5)]
    [InlineData(-1e-310)]
    [InlineData(1.7976931348623157e308)]
    public void Arithmetic_WithSpecialValues_FollowsIeee(double x)
    {
        Precise p = x;
        Assert.Equal(x, (double)p);
        Assert.Equal(x + double.PositiveInfinity, (double)(p + double.PositiveInfinity));
        Assert.Equal(x - double.PositiveInfinity, (double)(p - double.PositiveInfinity));
        Assert.Equal(x * 0.0 + 0.0, (double)(p * 0.0));
        Assert.Equal(1 / (x * x), (double)(1 / (p * p)), 1e-300);
        Assert.Equal(x / double.PositiveInfinity + 0.0, (double)(p / double.PositiveInfinity));
        Assert.Equal(x < 1, p < 1);
        Assert.Equal(x >= 1, p >= 1);
#pragma warning disable CS1718 // NaN is not equal to itself
        Assert.Equal(x == x, p == p);
#pragma warning restore CS1718
    }

    private static void AssertEqual(Precise expected, Precise actual)
    {
        Precise allowed = SeventyDigits * PreciseMath.Max(1, PreciseMath.Abs(expected));
        Assert.True(PreciseMath.Abs(actual - expected) <= allowed, $"{actual} is not {expected}");
    }

    private static Precise Parse(string digits)
    {
        Precise value = 0, place = 1;
        foreach (char digit in digits[2..])
        {
            place /= 10;
            value += (digit - '0') * place;
        }

        return value + (digits[0] - '0');
    }
}
