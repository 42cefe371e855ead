using System.Globalization;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// A real expression of a random program and a bound of its modulus, as long as the variables in it stay below
/// <see cref="Nominal"/>. Sums that grow in loops exceed it, but only linearly.
/// </summary>
public readonly record struct Term(string Text, double Bound)
{
    public const double Nominal = 4;

    public static string Number(double value) => value.ToString("0.0###", CultureInfo.InvariantCulture);
}
