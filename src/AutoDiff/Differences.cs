namespace AutoDiff;

/// <summary>A derivative from values of the function alone.</summary>
/// <param name="Value">The derivative; NaN where no step gave one.</param>
/// <param name="Uncertainty">How far it may be off, as far as the differences themselves tell.</param>
readonly record struct Differences(double Value, double Uncertainty)
{
    const int Steps = 12;
    const int MostSteps = 60; // with those that leave the domain

    /// <summary>
    /// Central differences with steps that halve, extrapolated to step 0; the entry that agrees best with its neighbours is taken (C. J. F. Ridders,
    /// Accurate computation of F'(x) and F'(x)F''(x), 1982). Steps that leave the domain of the function, where it is not finite, are passed over.
    /// </summary>
    /// <param name="function">A function of the displacement.</param>
    /// <param name="largestStep">Where to begin.</param>
    /// <param name="precision">The relative precision of the function's values. Differences below it say nothing.</param>
    /// <param name="round">What a displacement becomes when it is added to the argument and taken away again.</param>
    internal static Differences Of(Func<double, double> function, double largestStep, double precision, Func<double, double> round)
    {
        Differences best = new(double.NaN, double.PositiveInfinity);
        Span<double> before = stackalloc double[Steps], row = stackalloc double[Steps];
        int filled = 0; // entries of the row before
        double step = largestStep;
        for (int used = 0, tried = 0; used < Steps && tried < MostSteps; tried++, step /= 2)
        {
            (double up, double down) = (round(step), round(-step));
            (double above, double below) = (function(up), function(down));
            double quotient = (above - below) / (up - down);
            double noise = precision * (Math.Abs(above) + Math.Abs(below)) / (up - down);
            if (!double.IsFinite(quotient))
            {
                filled = 0;
                continue;
            }
            used++;
            row[0] = quotient;
            double power = 1;
            for (int j = 1; j <= filled; j++)
            {
                power *= 4; // errors go with even powers of the step
                row[j] = (row[j - 1] * power - before[j - 1]) / (power - 1);
                double uncertainty = noise + Math.Max(Math.Abs(row[j] - row[j - 1]), Math.Abs(row[j] - before[j - 1]));
                if (uncertainty < best.Uncertainty) best = new(row[j], uncertainty);
            }
            filled = Math.Min(filled + 1, Steps - 1);
            row.CopyTo(before);
        }
        return best;
    }
}
