using AutoDiff;

namespace ImplicitRule;

/// <summary>
/// Kepler's equation E − e·sin E = M gives the eccentric anomaly E by Newton's method; the distance of the planet is 1 − e·cos E.
/// </summary>
internal static partial class Orbit
{
    /// <summary>The distance, through a solver that has a rule: the derivative of the root, whatever found it.</summary>
    [Differentiable]
    public static double Distance(double meanAnomaly, double eccentricity) =>
        1 - eccentricity * Math.Cos(EccentricAnomaly(meanAnomaly, eccentricity));

    /// <summary>The distance, through the same iteration without a rule: every step is differentiated.</summary>
    [Differentiable]
    public static double DistanceByIteration(double meanAnomaly, double eccentricity)
    {
        double e = meanAnomaly;
        double step;
        do
        {
            step = (e - eccentricity * Math.Sin(e) - meanAnomaly) / (1 - eccentricity * Math.Cos(e));
            e -= step;
        }
        while (Math.Abs(step) > 1e-14 * (1 + Math.Abs(e)));
        return 1 - eccentricity * Math.Cos(e);
    }

    private static double EccentricAnomaly(double meanAnomaly, double eccentricity)
    {
        double e = meanAnomaly;
        double step;
        do
        {
            step = (e - eccentricity * Math.Sin(e) - meanAnomaly) / (1 - eccentricity * Math.Cos(e));
            e -= step;
        }
        while (Math.Abs(step) > 1e-14 * (1 + Math.Abs(e)));
        return e;
    }

    /// <summary>
    /// The implicit function theorem: with F(E, M, e) = E − e·sin E − M, ∂E/∂M = −F_M / F_E = 1 / (1 − e·cos E) and
    /// ∂E/∂e = −F_e / F_E = sin E / (1 − e·cos E).
    /// </summary>
    [DerivativeOf(nameof(EccentricAnomaly))]
    private static (double MeanAnomaly, double Eccentricity) EccentricAnomalyPartials(double meanAnomaly, double eccentricity, double result)
    {
        double slope = 1 - eccentricity * Math.Cos(result);
        return (1 / slope, Math.Sin(result) / slope);
    }
}
