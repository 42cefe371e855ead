using System;
using System.Globalization;
using AutoDiff;

namespace Corpus;

/// <summary>The texts of exceptions may name numbers, active ones too, and call what they like.</summary>
public static partial class ExceptionTexts
{
    [Differentiable]
    [At(2.0, Value = 4, Gradient = new double[] { 4 })]
    [At(-1.0, Throws = typeof(ArgumentException))]
    public static double CallInAnInterpolation(double x)
    {
        if (x < 0) throw new ArgumentException($"{Math.Abs(3)} and {CultureInfo.InvariantCulture.Name} and {(int)DayOfWeek.Friday:x} against {x:R}", nameof(x));
        return x * x;
    }

    [Differentiable]
    [At(2.0, 3, Value = 6, Gradient = new double[] { 3 })]
    [Allocates("the text")]
    public static double LengthOfAnInterpolation(double x, int n)
    {
        string digits = $"{Math.Min(n, 7)}{string.Empty}{(n > 3 ? "ab" : "cd")}";
        return x * digits.Length;
    }
}
