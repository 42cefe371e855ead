using AutoDiff.Generators.Ir;
using AutoDiff.Generators.Rules;
using Xunit;
using IrConvert = AutoDiff.Generators.Ir.Convert;

namespace AutoDiff.Generators.Tests.Rules;

public class TemplateTests
{
    private static readonly Read X = new(new(7, "x", IrType.Double, VariableRole.Local), Version: 3);
    private static readonly Read Y = new(new(8, "y", IrType.Double, VariableRole.Local));
    private static readonly Read R = new(new(9, "r", IrType.Double, VariableRole.Temporary));

    public static TheoryData<string, string, string> Malformed => new()
    {
        { "F(x)", "", "a name or a number is expected in \"\"" },
        { "F(x)", "q", "'q' is not a parameter" },
        { "F(x)", "1 +", "a name or a number is expected" },
        { "F(x)", "(x", "')' is expected" },
        { "F(x)", "x)", "')' is not expected" },
        { "F(x)", "x x", "'x' is not expected" },
        { "F(x)", "2x", "'x' is not expected" },
        { "F(x)", "x ^ 2", "'^' is not expected" },
        { "F(x)", "1.2.3", "'1.2.3' is not a number" },
        { "F(x)", "1. / x", "'1.' is not a number" },
        { "F(x)", "Exp()", "a name or a number is expected" },
        { "F(x)", "Exp(x,)", "a name or a number is expected" },
        { "F(x)", "Number.Exp", "'(' is expected" },
        { "F(x)", "MathF.Exp(x)", "'MathF' is neither Number nor Partials" },
        { "F(x", "1", "')' is expected in \"F(x\"" },
        { "F", "1", "'(' is expected" },
        { "F(x) + 1", "1", "'+' is not expected" },
        { "F(r)", "1", "'r' means something else in a formula" },
        { "F(PI)", "1", "'PI' means something else in a formula" },
        { "Half.F(x)", "1", "the host must be Math or Number" },
        { "F(x, x)", "1", "two parameters have one name" },
        { "F(x, y)", "1", "as many partials as parameters are needed" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public void Parse_MalformedRule_ThrowsNamingItsLine(string function, string partial, string message)
    {
        var error = Assert.Throws<FormatException>(() => ScalarRule.Parse(function, [partial], Domain.All, Extremes.Finite, line: 42));

        Assert.StartsWith($"ScalarRules.cs(42), the rule of {function}: ", error.Message);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Entries_EveryRule_KnowsALineOfItsOwn() =>
        Assert.Equal(ScalarRules.Entries.Count, ScalarRules.Entries.Select(rule => rule.Line).Where(line => line > 0).Distinct().Count());

    [Fact]
    public void Instantiate_Formula_BindsAsCSharpDoes()
    {
        Expr e = Template.Parse("-x / y - (1 + r) * 2 - y", ["x", "y"]).Instantiate([X, Y], R, IrType.Double);

        Expr quotient = new Binary(Operator.Divide, new Negate(X), Y);
        Expr product = new Binary(Operator.Multiply, new Binary(Operator.Add, Number("1"), R), Number("2"));
        Assert.Equal(new Binary(Operator.Subtract, new Binary(Operator.Subtract, quotient, product), Y), e);
    }

    [Fact]
    public void Instantiate_Constant_IsALiteralOfTheType()
    {
        Expr e = Template.Parse("PI", []).Instantiate([], R, IrType.Single);

        Assert.Equal(new Literal("3.141592653589793", IrType.Single), e);
    }

    [Theory]
    [InlineData("Exp(x)", "double", "Math", "Exp")]
    [InlineData("Exp(x)", "float", "MathF", "Exp")]
    [InlineData("Number.Exp2(x)", "double", "double", "Exp2")]
    [InlineData("Number.Exp2(x)", "float", "float", "Exp2")]
    [InlineData("Partials.AbsPartial(x)", "double", "Partials", "AbsPartial")]
    [InlineData("Partials.AbsPartial(x)", "float", "Partials", "AbsPartial")]
    public void Instantiate_Function_FindsTheHostOfTheType(string text, string type, string host, string name)
    {
        IrType real = type == "double" ? IrType.Double : IrType.Single;
        Read x = new(X.Variable with { Type = real });

        Assert.Equal(new Apply(host, name, EquatableArray.Of<Expr>(x), real), Template.Parse(text, ["x"]).Instantiate([x], x, real));
    }

    [Fact]
    public void Instantiate_IntegerArgument_IsCastInArithmeticOnly()
    {
        Read n = new(new(5, "n", IrType.Int32, VariableRole.Parameter));
        Expr cast = new IrConvert(n, Implicit: false, IrType.Double);

        Assert.Equal(
            new Apply("Math", "ScaleB", EquatableArray.Of<Expr>(Number("1"), n), IrType.Double),
            Template.Parse("ScaleB(1, n)", ["x", "n"]).Instantiate([X, n], R, IrType.Double));
        Assert.Equal(
            new Apply("Math", "Pow", EquatableArray.Of<Expr>(R, new Binary(Operator.Subtract, cast, Number("1"))), IrType.Double),
            Template.Parse("Pow(r, n - 1)", ["x", "n"]).Instantiate([X, n], R, IrType.Double));
    }

    [Fact]
    public void Reads_Formula_TellsWhatItNeeds()
    {
        Template both = Template.Parse("-Exp(y) / r", ["x", "y"]);
        Template neither = Template.Parse("0.5", ["x", "y"]);

        Assert.Equal((false, true, true), (both.Reads(0), both.Reads(1), both.ReadsResult));
        Assert.Equal((false, false, false), (neither.Reads(0), neither.Reads(1), neither.ReadsResult));
    }

    [Theory]
    [InlineData("0", true, false)]
    [InlineData("1", false, true)]
    [InlineData("0.5", false, false)]
    [InlineData("x", false, false)]
    public void IsZeroIsOne_Formula_AreForThatLiteralAlone(string text, bool zero, bool one)
    {
        Template template = Template.Parse(text, ["x"]);

        Assert.Equal((zero, one), (template.IsZero, template.IsOne));
    }

    private static Literal Number(string text) => new(text, IrType.Double);
}
