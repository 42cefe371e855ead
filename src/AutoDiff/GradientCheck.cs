using System.Globalization;
using System.Numerics;

namespace AutoDiff;

/// <summary>
/// Compares derivatives with values of the function: a companion that the generator wrote, a rule written by hand, or what the tape gives. For tests
/// and for finding out what is wrong, not for production: each derivative costs two dozen evaluations.
/// </summary>
/// <remarks>
/// The differences are central ones, extrapolated to step 0, good to about 10 digits where the function is smooth. At a kink they give the mean of both
/// sides, as the conventions for <c>Abs</c>, <c>Max</c> and <c>Min</c> do. An error below what the differences resolve does not count.
/// </remarks>
public static class GradientCheck
{
    const double Tolerance = 1e-6;
    const double SingleTolerance = 1e-2; // float values leave differences three or four digits

    /// <summary>Checks the derivative of a function of one number.</summary>
    /// <param name="function">The function.</param>
    /// <param name="derivative">What is believed to be its derivative.</param>
    /// <param name="at">Where to compare.</param>
    /// <param name="tolerance">The largest relative error that passes.</param>
    /// <returns>What was found.</returns>
    public static GradientReport Verify(Func<double, double> function, Func<double, double> derivative, double at, double tolerance = Tolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        return Verify(x => function(x[0]), x => [derivative(x[0])], [at], tolerance, _ => "x");
    }

    /// <summary>Checks the companion of a function of one number, its value too.</summary>
    /// <param name="function">The function.</param>
    /// <param name="companion">Its <c>Gradient</c> companion.</param>
    /// <param name="at">Where to compare.</param>
    /// <param name="tolerance">The largest relative error that passes.</param>
    /// <returns>What was found.</returns>
    public static GradientReport Verify(
        Func<double, double> function, Func<double, (double Value, double Derivative)> companion, double at, double tolerance = Tolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(companion);
        return WithValue(Verify(function, x => companion(x).Derivative, at, tolerance), function(at), companion(at).Value);
    }

    /// <summary>Checks the gradient of a function of many numbers.</summary>
    /// <param name="function">The function.</param>
    /// <param name="gradient">What is believed to be its gradient.</param>
    /// <param name="at">Where to compare; left as it is.</param>
    /// <param name="tolerance">The largest relative error that passes.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">The gradient does not have as many entries as <paramref name="at"/>.</exception>
    public static GradientReport Verify(
        Func<double[], double> function, Func<double[], double[]> gradient, double[] at, double tolerance = Tolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(at);
        return Verify(function, gradient, at, tolerance, i => string.Create(CultureInfo.InvariantCulture, $"x[{i}]"));
    }

    /// <summary>Checks the companion of a function of many numbers, its value too.</summary>
    /// <param name="function">The function.</param>
    /// <param name="companion">Its <c>Gradient</c> companion.</param>
    /// <param name="at">Where to compare; left as it is.</param>
    /// <param name="tolerance">The largest relative error that passes.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">The gradient does not have as many entries as <paramref name="at"/>.</exception>
    public static GradientReport Verify(
        Func<double[], double> function, Func<double[], (double Value, double[] Gradient)> companion, double[] at, double tolerance = Tolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(companion);
        GradientReport report = Verify(function, x => companion(x).Gradient, at, tolerance);
        return WithValue(report, function([.. at]), companion([.. at]).Value);
    }

    /// <summary>Checks what the tape gives for a function of one array.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="function">The function. It is called inside of <see cref="Autograd.Record"/>, so that it may take gradients itself.</param>
    /// <param name="at">Where to compare; left as it is.</param>
    /// <param name="tolerance">The largest relative error that passes; if null 1e-6, for <see cref="float"/> 1e-2.</param>
    /// <returns>What was found.</returns>
    public static GradientReport Verify<T>(Func<NDArray<T>, NDArray<T>> function, NDArray<T> at, double? tolerance = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return Verify<T>(x => function(x[0]), [at], tolerance);
    }

    /// <summary>Checks what the tape gives for a function of two arrays.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="function">The function. It is called inside of <see cref="Autograd.Record"/>.</param>
    /// <param name="first">Where to compare: the first argument.</param>
    /// <param name="second">Where to compare: the second argument.</param>
    /// <param name="tolerance">The largest relative error that passes; if null 1e-6, for <see cref="float"/> 1e-2.</param>
    /// <returns>What was found.</returns>
    public static GradientReport Verify<T>(
        Func<NDArray<T>, NDArray<T>, NDArray<T>> function, NDArray<T> first, NDArray<T> second, double? tolerance = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return Verify<T>(x => function(x[0], x[1]), [first, second], tolerance);
    }

    /// <summary>Checks what the tape gives for a function of several arrays.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="function">The function. It is called inside of <see cref="Autograd.Record"/>.</param>
    /// <param name="at">Where to compare; left as they are.</param>
    /// <param name="tolerance">The largest relative error that passes; if null 1e-6, for <see cref="float"/> 1e-2.</param>
    /// <returns>What was found. The elements of a result are weighed differently, so that errors do not cancel.</returns>
    public static GradientReport Verify<T>(Func<NDArray<T>[], NDArray<T>> function, NDArray<T>[] at, double? tolerance = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(at);
        return TapeCheck<T>.Verify(function, at, tolerance ?? (typeof(T) == typeof(float) ? SingleTolerance : Tolerance));
    }

    /// <summary>
    /// Checks the derivative of an analytic function by one value beside the real axis, f'(x) = Im f(x + ih)/h: nothing cancels, so that all digits count.
    /// </summary>
    /// <param name="function">The function, written for complex numbers. <see cref="Complex.Abs(Complex)"/> and comparisons are not analytic.</param>
    /// <param name="derivative">What is believed to be its derivative on the real axis.</param>
    /// <param name="at">Where to compare.</param>
    /// <param name="tolerance">The largest relative error that passes.</param>
    /// <returns>What was found.</returns>
    public static GradientReport VerifyByComplexStep(
        Func<Complex, Complex> function, Func<double, double> derivative, double at, double tolerance = 1e-12)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        const double step = 1e-100;
        double numeric = function(new Complex(at, step)).Imaginary / step;
        return new([Compare("x", derivative(at), new(numeric, 0), tolerance, 0)], tolerance);
    }

    static GradientReport Verify(
        Func<double[], double> function, Func<double[], double[]> gradient, double[] at, double tolerance, Func<int, string> place)
    {
        double[] analytic = gradient([.. at]);
        if (analytic.Length != at.Length)
            throw new ArgumentException($"The gradient has {analytic.Length} entries, the argument {at.Length}.", nameof(gradient));
        GradientReport.Entry[] entries = new GradientReport.Entry[at.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            double largest = 0; // value of the function
            Differences numeric = Differences.Of(
                displacement =>
                {
                    double[] x = [.. at];
                    x[i] += displacement;
                    double value = function(x);
                    if (double.IsFinite(value)) largest = Math.Max(largest, Math.Abs(value));
                    return value;
                },
                LargestStep(at[i]),
                1.1e-16,
                displacement => at[i] + displacement - at[i]);
            entries[i] = Compare(place(i), analytic[i], numeric, tolerance, largest / Math.Max(1, Math.Abs(at[i])));
        }
        return new(entries, tolerance);
    }

    static GradientReport WithValue(GradientReport report, double expected, double actual)
    {
        bool isSame = expected.Equals(actual);
        double error = isSame ? 0 : double.IsNaN(expected - actual) ? double.PositiveInfinity : Math.Abs(expected - actual) / Math.Abs(expected);
        return isSame ? report : new([.. report.Entries, new("value", actual, expected, error)], report.Tolerance);
    }

    internal static double LargestStep(double x) => Math.Max(Math.Abs(x), 1) / 32;

    /// <param name="place">What the derivative is with respect to.</param>
    /// <param name="analytic">The derivative that is checked.</param>
    /// <param name="numeric">The one to check against.</param>
    /// <param name="tolerance">The largest relative error that passes.</param>
    /// <param name="size">A size of the function, which bounds what may be excused by uncertainty.</param>
    internal static GradientReport.Entry Compare(string place, double analytic, Differences numeric, double tolerance, double size)
    {
        double difference = Math.Abs(analytic - numeric.Value);
        if (difference == 0) return new(place, analytic, numeric.Value, 0);
        if (!double.IsFinite(difference)) return new(place, analytic, numeric.Value, double.PositiveInfinity);
        double resolved = Math.Min(10 * numeric.Uncertainty / tolerance, size * 1e-3);
        double scale = Math.Max(Math.Max(Math.Abs(analytic), Math.Abs(numeric.Value)), resolved);
        return new(place, analytic, numeric.Value, difference / scale);
    }
}
