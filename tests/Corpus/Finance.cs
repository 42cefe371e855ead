using System;
using AutoDiff;

namespace Corpus;

/// <summary>Prices whose derivatives are the Greeks.</summary>
public static partial class Finance
{
    // Black & Scholes (1973), the normal distribution by its complementary error function.
    [Differentiable]
    [At(100.0, 105.0, 0.02, 0.25, 0.75)]
    [At(100.0, 80.0, 0.02, 0.25, 0.75)]
    public static double BlackScholesCall(double spot, double strike, double rate, double volatility, double time)
    {
        double root = volatility * Math.Sqrt(time);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / root;
        double d2 = d1 - root;
        return spot * NormalDistribution(d1) - strike * Math.Exp(-rate * time) * NormalDistribution(d2);
    }

    // Abramowitz & Stegun 26.2.17.
    [Differentiable]
    [At(0.4)]
    [At(-1.3)]
    internal static double NormalDistribution(double x)
    {
        double k = 1 / (1 + 0.2316419 * Math.Abs(x));
        double polynomial = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        double tail = Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI) * polynomial;
        return x >= 0 ? 1 - tail : tail;
    }

    // Full truncation Euler for Heston's model, one path over given normal numbers.
    [Differentiable]
    [At(100.0, 0.04, 1.5, 0.05, 0.6, -0.7, 0.02, 0.5, new double[] { 0.3, -1.2, 0.8, 0.1, -0.4, 1.7, -0.2, 0.6, 1.1, -0.9 })]
    [At(100.0, 0.01, 0.2, 0.01, 0.9, -0.5, 0.02, 2.0, new double[] { 0.3, -1.2, 0.8, -2.1, -0.4, -1.7, -0.2, -0.6, 1.1, 0.9 })]
    public static double HestonPath(
        double spot, double variance, double kappa, double theta, double xi, double rho, double rate, double time,
        [NoGradient] double[] noise)
    {
        int steps = noise.Length / 2;
        double dt = time / steps;
        double s = spot, v = variance;
        for (int i = 0; i < steps; i++)
        {
            double z1 = noise[2 * i];
            double z2 = rho * z1 + Math.Sqrt(1 - rho * rho) * noise[2 * i + 1];
            double positive = Math.Max(v, 0);
            double root = positive > 0 ? Math.Sqrt(positive * dt) : 0;
            s *= Math.Exp((rate - 0.5 * positive) * dt + root * z1);
            v += kappa * (theta - positive) * dt + xi * root * z2;
        }

        return Math.Max(s - 0.9 * spot, 0) * Math.Exp(-rate * time);
    }

    // Cox, Ross & Rubinstein (1979): the array of values is overwritten backwards in time.
    [Differentiable]
    [At(36.0, 40.0, 0.06, 0.2, 1.0, 12)]
    public static double AmericanPutOnTree(double spot, double strike, double rate, double volatility, double time, int steps)
    {
        double dt = time / steps;
        double up = Math.Exp(volatility * Math.Sqrt(dt));
        double discount = Math.Exp(-rate * dt);
        double p = (1 / discount - 1 / up) / (up - 1 / up);
        double[] value = new double[steps + 1];
        for (int i = 0; i <= steps; i++) value[i] = Math.Max(strike - spot * Math.Pow(up, 2 * i - steps), 0);
        for (int n = steps - 1; n >= 0; n--)
        {
            for (int i = 0; i <= n; i++)
            {
                double hold = discount * (p * value[i + 1] + (1 - p) * value[i]);
                double exercise = strike - spot * Math.Pow(up, 2 * i - n);
                value[i] = exercise > hold ? exercise : hold;
            }
        }

        return value[0];
    }

    [Differentiable]
    [At(0.045, 0.04, 10)]
    public static double BondPrice(double yield, double coupon, int years)
    {
        double price = 0, discount = 1;
        for (int year = 1; year <= years; year++)
        {
            discount /= 1 + yield;
            price += coupon * discount;
        }

        return 100 * (price + discount);
    }

    [Differentiable]
    [At(95.0, 0.04, 10)]
    [At(112.0, 0.04, 10)]
    public static double YieldToMaturity(double price, double coupon, int years)
    {
        double low = 0, high = 1;
        double target = price;
        double y = 0.05;
        for (int i = 0; i < 8; i++)
        {
            double f = BondPrice(y, coupon, years) - target;
            double slope = (BondPrice(y + 1e-4, coupon, years) - BondPrice(y - 1e-4, coupon, years)) / 2e-4;
            y = Math.Min(Math.Max(y - f / slope, low), high);
        }

        return y;
    }

    // The mean over several paths of a knock-out call: an early exit for each path.
    [Differentiable]
    [At(100.0, 0.2, 0.05, 85.0, new double[] { 0.4, -0.2, 0.9, -1.5, -0.8, 0.3, 0.2, 0.1, 0.7, -0.3, 1.2, 0.5 }, 3)]
    public static double DownAndOutCall(double spot, double volatility, double rate, double barrier, [NoGradient] double[] noise, int paths)
    {
        int steps = noise.Length / paths;
        double dt = 1.0 / steps, total = 0;
        for (int path = 0; path < paths; path++)
        {
            double s = spot;
            bool alive = true;
            for (int i = 0; i < steps && alive; i++)
            {
                s *= Math.Exp((rate - volatility * volatility / 2) * dt + volatility * Math.Sqrt(dt) * noise[path * steps + i]);
                if (s < barrier) alive = false;
            }

            if (!alive) continue;
            total += Math.Max(s - 100, 0);
        }

        return Math.Exp(-rate) * total / paths;
    }
}
