using System;
using System.Collections.Generic;
using System.Globalization;
using AutoDiff;

namespace Corpus;

/// <summary>Constants that calls give by <c>out</c>.</summary>
public static partial class OutArguments
{
    private static readonly Dictionary<string, double> s_rates = new()
    {
        ["EUR"] = 1.1,
        ["GBP"] = 0.9
    };
    public enum Side
    {
        Buy,
        Sell,
    }

    [Differentiable]
    [At(2.0, "EUR")]
    [At(2.0, "USD")]
    public static double Rate(double x, string currency) => s_rates.TryGetValue(currency, out double rate) ? x * x * rate : x;
    [Differentiable]
    [At(2.0, "EUR")]
    [At(2.0, "USD")]
    public static double Negated(double x, string currency)
    {
        if (!s_rates.TryGetValue(currency, out double rate))
            return x;
        return x * x * rate;
    }

    [Differentiable]
    [At(2.0, "12")]
    [At(2.0, "twelve")]
    public static double Parsed(double x, string text)
    {
        if (int.TryParse(text, out int n) && n > 3)
            x *= n;
        return x * n + x;
    }

    [Differentiable]
    [At(2.0, 17)]
    public static double Quotient(double x, int n)
    {
        int quotient = Math.DivRem(n, 5, out int rest);
        return x * quotient + rest * x * x;
    }

    [Differentiable]
    [At(2.0, "1;25;x")]
    [Allocates("the parts of the text")]
    public static double InALoop(double x, string text)
    {
        double sum = 0;
        foreach (string part in text.Split(';'))
        {
            int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value);
            sum += x * value + x * x;
        }

        return sum;
    }

    [Differentiable]
    [At(2.0, "Sell")]
    [At(2.0, "Hold")]
    public static double Names(double x, string side) => Enum.TryParse(side, ignoreCase: true, result: out Side found) && found == Side.Sell ? -x * x : x;
    [Differentiable]
    [At(2.0, "GBP")]
    [At(2.0, "USD")]
    public static double BehindAnother(double x, string currency)
    {
        double sum = 0;
        for (int i = 0; i < 3; i++)
        {
            double rate = 1;
            if (i > 0 && s_rates.TryGetValue(currency, out rate))
                sum += rate * x * x;
            sum += x * rate;
        }

        return sum;
    }

    [Differentiable]
    [At(2.0, "GBP")]
    public static double Discarded(double x, string currency) => s_rates.TryGetValue(currency, out _) ? x * x : x;
    [Differentiable]
    [At(new double[] { 2, 3 }, "GBP")]
    public static double StoredInto(double[] x, string currency)
    {
        s_rates.TryGetValue(currency, out x[0]);
        return x[0] * x[1];
    }
}
