using BenchmarkDotNet.Attributes;

namespace AutoDiff.Benchmarks;

/// <summary>A European call and its five Greeks: a scalar function without loops, dominated by elementary functions.</summary>
/// <remarks>The normal distribution function is Abramowitz and Stegun 26.2.17, as in many pricing libraries.</remarks>
[BenchmarkCategory("BlackScholes")]
public partial class BlackScholesBenchmark
{
    private const int Points = 1000;
    private readonly double[] _strikes = [.. Enumerable.Range(0, Points).Select(i => 80 + 0.04 * i)];

    [Differentiable]
    public static double Call(double spot, double strike, double rate, double volatility, double time)
    {
        double total = volatility * Math.Sqrt(time);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / total;
        double d2 = d1 - total;
        return spot * Normal(d1) - strike * Math.Exp(-rate * time) * Normal(d2);
    }

    [Differentiable]
    public static double Normal(double x)
    {
        double k = 1 / (1 + 0.2316419 * Math.Abs(x));
        double poly = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        double tail = 0.3989422804014327 * Math.Exp(-0.5 * x * x) * poly;
        return x < 0 ? tail : 1 - tail;
    }

    private static (double Value, double Slope) NormalByHand(double x)
    {
        double k = 1 / (1 + 0.2316419 * Math.Abs(x));
        double poly = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        double slope = 0.319381530 + k * (2 * -0.356563782 + k * (3 * 1.781477937 + k * (4 * -1.821255978 + k * (5 * 1.330274429))));
        double density = 0.3989422804014327 * Math.Exp(-0.5 * x * x);
        double tail = density * poly;
        double tailSlope = -x * tail - density * slope * k * k * (x < 0 ? -0.2316419 : 0.2316419);
        return x < 0 ? (tail, tailSlope) : (1 - tail, -tailSlope);
    }

    public static (double Value, double Spot, double Strike, double Rate, double Volatility, double Time) CallByHand(
        double spot, double strike, double rate, double volatility, double time)
    {
        double root = Math.Sqrt(time), total = volatility * root;
        double drift = rate + 0.5 * volatility * volatility;
        double d1 = (Math.Log(spot / strike) + drift * time) / total;
        double d2 = d1 - total;
        double discount = Math.Exp(-rate * time);
        (double n1, double slope1) = NormalByHand(d1);
        (double n2, double slope2) = NormalByHand(d2);
        double d2Adjoint = -strike * discount * slope2;
        double d1Adjoint = spot * slope1 + d2Adjoint;
        double inner = d1Adjoint / total;
        double totalAdjoint = -d2Adjoint - inner * d1;
        double discountAdjoint = -strike * n2 * discount;
        return (
            spot * n1 - strike * discount * n2,
            n1 + inner / spot,
            -discount * n2 - inner / strike,
            inner * time - discountAdjoint * time,
            inner * time * volatility + totalAdjoint * root,
            inner * drift - discountAdjoint * rate + totalAdjoint * volatility * 0.5 / root);
    }

    [GlobalSetup]
    public void Check()
    {
        var byHand = CallByHand(101.5, 99, 0.03, 0.2, 0.75);
        var generated = CallGradient(101.5, 99, 0.03, 0.2, 0.75);
        Agreement.Require(
            [byHand.Value, byHand.Spot, byHand.Strike, byHand.Rate, byHand.Volatility, byHand.Time],
            [generated.Value, generated.Spot, generated.Strike, generated.Rate, generated.Volatility, generated.Time]);
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double Plain()
    {
        double sum = 0;
        foreach (double strike in _strikes) sum += Call(101.5, strike, 0.03, 0.2, 0.75);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points, Baseline = true)]
    public double ByHand()
    {
        double sum = 0;
        foreach (double each in _strikes)
        {
            var (value, spot, strike, rate, volatility, time) = CallByHand(101.5, each, 0.03, 0.2, 0.75);
            sum += value + spot + strike + rate + volatility + time;
        }
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Points)]
    public double Gradient()
    {
        double sum = 0;
        foreach (double each in _strikes)
        {
            var (value, spot, strike, rate, volatility, time) = CallGradient(101.5, each, 0.03, 0.2, 0.75);
            sum += value + spot + strike + rate + volatility + time;
        }
        return sum;
    }
}
