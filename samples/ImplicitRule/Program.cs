using System.Globalization;
using ImplicitRule;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Console.WriteLine("The distance of a planet, r = 1 - e cos E with E - e sin E = M, and its derivative by M and e");
Console.WriteLine("through a root that Newton's method finds: by the rule of the solver, and through its iteration.");
Console.WriteLine();
Console.WriteLine($"{"M",6} {"e",6} {"r",18} {"",11} {"dr/dM",18} {"dr/de",18}");

int wrong = 0;
foreach ((double m, double e) in new[] { (0.3, 0.05), (1.2, 0.3), (2.5, 0.6), (0.7, 0.85) })
{
    (double r, double rm, double re) = Orbit.DistanceGradient(m, e);
    (double r2, double rm2, double re2) = Orbit.DistanceByIterationGradient(m, e);
    Console.WriteLine($"{m,6} {e,6} {r,18:R} {"rule",11} {rm,18:F14} {re,18:F14}");
    Console.WriteLine($"{"",6} {"",6} {r2,18:R} {"iteration",11} {rm2,18:F14} {re2,18:F14}");
    if (r != r2 || !Near(rm, rm2) || !Near(re, re2)) wrong++;
}

Console.WriteLine();
Console.WriteLine(wrong == 0 ? "The same numbers." : $"{wrong} points differ.");
return wrong == 0 ? 0 : 1;

static bool Near(double x, double y) => Math.Abs(x - y) <= 1e-12 * (1 + Math.Abs(x));
