namespace AutoDiff.Runtime.Tests.Elementwise;

/// <summary>An operation on single elements as the tests know it.</summary>
/// <param name="Value">An independent reference, special cases included.</param>
/// <param name="Double">The operation on <see cref="double"/>.</param>
/// <param name="Single">The operation on <see cref="float"/>.</param>
/// <param name="Low">Where the operation is smooth: from here …</param>
/// <param name="High">… to here.</param>
/// <param name="Derivative">Its derivative in closed form.</param>
/// <param name="Second">Its second derivative in closed form.</param>
public sealed record UnaryCase(
    Func<double, double> Value,
    Func<NDArray<double>, NDArray<double>> Double,
    Func<NDArray<float>, NDArray<float>> Single,
    double Low,
    double High,
    Func<double, double> Derivative,
    Func<double, double> Second)
{
    /// <summary>Units in the last place that the <see cref="double"/> operation may be off, the reference's own error included.</summary>
    public double Ulps { get; init; } = 3;

    /// <summary>Every operation by its name.</summary>
    public static IReadOnlyDictionary<string, UnaryCase> All { get; } = new Dictionary<string, UnaryCase>
    {
        ["Negate"] = new(x => -x, x => -x, x => x.Negate(), -3, 3, _ => -1, _ => 0),
        ["Exp"] = new(Math.Exp, x => x.Exp(), x => x.Exp(), -3, 3, Math.Exp, Math.Exp),
        ["Expm1"] = new(References.Expm1, x => x.Expm1(), x => x.Expm1(), -3, 3, Math.Exp, Math.Exp) { Ulps = 4 },
        ["Log"] = new(Math.Log, x => x.Log(), x => x.Log(), 0.1, 9, x => 1 / x, x => -1 / (x * x)),
        ["Log2"] = new(Math.Log2, x => x.Log2(), x => x.Log2(), 0.1, 9, x => 1 / (x * Math.Log(2)), x => -1 / (x * x * Math.Log(2))) { Ulps = 4 },
        ["Log10"] = new(Math.Log10, x => x.Log10(), x => x.Log10(), 0.1, 9, x => 1 / (x * Math.Log(10)), x => -1 / (x * x * Math.Log(10))) { Ulps = 4 },
        ["Log1p"] = new(References.Log1p, x => x.Log1p(), x => x.Log1p(), -0.9, 9, x => 1 / (1 + x), x => -1 / ((1 + x) * (1 + x))) { Ulps = 4 },
        ["Sqrt"] = new(Math.Sqrt, x => x.Sqrt(), x => x.Sqrt(), 0.1, 9, x => 0.5 / Math.Sqrt(x), x => -0.25 * Math.Pow(x, -1.5)),
        ["Rsqrt"] = new(x => 1 / Math.Sqrt(x), x => x.Rsqrt(), x => x.Rsqrt(), 0.1, 9, x => -0.5 * Math.Pow(x, -1.5), x => 0.75 * Math.Pow(x, -2.5)),
        ["Cbrt"] = new(Math.Cbrt, x => x.Cbrt(), x => x.Cbrt(), 0.1, 9, x => Math.Pow(x, -2.0 / 3) / 3, x => -2 * Math.Pow(x, -5.0 / 3) / 9),
        ["Square"] = new(x => x * x, x => x.Square(), x => x.Square(), -3, 3, x => 2 * x, _ => 2),
        ["Reciprocal"] = new(x => 1 / x, x => x.Reciprocal(), x => x.Reciprocal(), 0.1, 9, x => -1 / (x * x), x => 2 / (x * x * x)),
        ["Abs"] = new(Math.Abs, x => x.Abs(), x => x.Abs(), -3, 3, x => Math.Sign(x), _ => 0),
        ["Sign"] = new(x => double.IsNaN(x) ? x : Math.Sign(x), x => x.Sign(), x => x.Sign(), -3, 3, _ => 0, _ => 0),
        ["Floor"] = new(Math.Floor, x => x.Floor(), x => x.Floor(), -3, 3, _ => 0, _ => 0),
        ["Ceiling"] = new(Math.Ceiling, x => x.Ceiling(), x => x.Ceiling(), -3, 3, _ => 0, _ => 0),
        ["Round"] = new(Math.Round, x => x.Round(), x => x.Round(), -3, 3, _ => 0, _ => 0),
        ["Sin"] = new(Math.Sin, x => x.Sin(), x => x.Sin(), -5, 5, Math.Cos, x => -Math.Sin(x)),
        ["Cos"] = new(Math.Cos, x => x.Cos(), x => x.Cos(), -5, 5, x => -Math.Sin(x), x => -Math.Cos(x)),
        ["Tan"] = new(Math.Tan, x => x.Tan(), x => x.Tan(), -1.2, 1.2, x => Math.Pow(Math.Cos(x), -2), x => 2 * Math.Tan(x) / Math.Pow(Math.Cos(x), 2)),
        ["Asin"] = new(Math.Asin, x => x.Asin(), x => x.Asin(), -0.9, 0.9, x => Math.Pow(1 - x * x, -0.5), x => x * Math.Pow(1 - x * x, -1.5)),
        ["Acos"] = new(Math.Acos, x => x.Acos(), x => x.Acos(), -0.9, 0.9, x => -Math.Pow(1 - x * x, -0.5), x => -x * Math.Pow(1 - x * x, -1.5)),
        ["Atan"] = new(Math.Atan, x => x.Atan(), x => x.Atan(), -5, 5, x => 1 / (1 + x * x), x => -2 * x / Math.Pow(1 + x * x, 2)),
        ["Sinh"] = new(Math.Sinh, x => x.Sinh(), x => x.Sinh(), -3, 3, Math.Cosh, Math.Sinh) { Ulps = 4 },
        ["Cosh"] = new(Math.Cosh, x => x.Cosh(), x => x.Cosh(), -3, 3, Math.Sinh, Math.Cosh),
        ["Tanh"] = new(Math.Tanh, x => x.Tanh(), x => x.Tanh(), -3, 3, x => Math.Pow(Math.Cosh(x), -2), x => -2 * Math.Tanh(x) / Math.Pow(Math.Cosh(x), 2)),
        ["Asinh"] = new(Math.Asinh, x => x.Asinh(), x => x.Asinh(), -5, 5, x => Math.Pow(1 + x * x, -0.5), x => -x * Math.Pow(1 + x * x, -1.5)) { Ulps = 4 },
        ["Acosh"] = new(Math.Acosh, x => x.Acosh(), x => x.Acosh(), 1.1, 9, x => Math.Pow(x * x - 1, -0.5), x => -x * Math.Pow(x * x - 1, -1.5)) { Ulps = 4 },
        ["Atanh"] = new(Math.Atanh, x => x.Atanh(), x => x.Atanh(), -0.9, 0.9, x => 1 / (1 - x * x), x => 2 * x / Math.Pow(1 - x * x, 2)) { Ulps = 4 },
        ["Sigmoid"] = new(
            References.Sigmoid, x => x.Sigmoid(), x => x.Sigmoid(), -5, 5,
            x => References.Sigmoid(x) * References.Sigmoid(-x),
            x => References.Sigmoid(x) * References.Sigmoid(-x) * (1 - 2 * References.Sigmoid(x))),
        ["Softplus"] = new(
            x => Math.Max(x, 0) + References.Log1p(Math.Exp(-Math.Abs(x))), x => x.Softplus(), x => x.Softplus(), -5, 5,
            References.Sigmoid, x => References.Sigmoid(x) * References.Sigmoid(-x)) { Ulps = 4 },
        ["Relu"] = new(x => Math.Max(x, 0.0), x => x.Relu(), x => x.Relu(), -3, 3, x => x > 0 ? 1 : 0, _ => 0),
        ["Erf"] = new(
            References.Erf, x => x.Erf(), x => x.Erf(), -3, 3,
            x => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x), x => -4 * x / Math.Sqrt(Math.PI) * Math.Exp(-x * x)),
        ["Clip"] = new(x => double.IsNaN(x) ? x : Math.Clamp(x, -1.0, 2.0), x => x.Clip(-1, 2), x => x.Clip(-1, 2), -3, 3, x => x is >= -1 and <= 2 ? 1 : 0, _ => 0),
        ["Pow(1)"] = new(x => Math.Pow(x, 1), x => x.Pow(1), x => x.Pow(1), -3, 3, _ => 1, _ => 0),
        ["Pow(2)"] = new(x => Math.Pow(x, 2), x => x.Pow(2), x => x.Pow(2), -3, 3, x => 2 * x, _ => 2),
        ["Pow(3)"] = new(x => Math.Pow(x, 3), x => x.Pow(3), x => x.Pow(3), -3, 3, x => 3 * x * x, x => 6 * x),
        ["Pow(0)"] = new(x => Math.Pow(x, 0), x => x.Pow(0), x => x.Pow(0), -3, 3, _ => 0, _ => 0),
        ["Pow(-1)"] = new(x => Math.Pow(x, -1), x => x.Pow(-1), x => x.Pow(-1), 0.1, 9, x => -1 / (x * x), x => 2 / (x * x * x)),
        ["Pow(0.5)"] = new(x => Math.Pow(x, 0.5), x => x.Pow(0.5), x => x.Pow(0.5f), 0.1, 9, x => 0.5 * Math.Pow(x, -0.5), x => -0.25 * Math.Pow(x, -1.5)),
        ["Pow(2.5)"] = new(x => Math.Pow(x, 2.5), x => x.Pow(2.5), x => x.Pow(2.5f), 0.1, 9, x => 2.5 * Math.Pow(x, 1.5), x => 3.75 * Math.Pow(x, 0.5)),
        ["LeakyRelu"] = new(
            x => x > 0 ? x : 0.25 * x, x => x.LeakyRelu(0.25), x => x.LeakyRelu(0.25f), -3, 3, x => x > 0 ? 1 : 0.25, _ => 0),
        ["Elu"] = new(
            x => x > 0 ? x : 2 * References.Expm1(x), x => x.Elu(2), x => x.Elu(2), -3, 3,
            x => x > 0 ? 1 : 2 * Math.Exp(x), x => x > 0 ? 0 : 2 * Math.Exp(x)) { Ulps = 4 },
    };

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];
}
