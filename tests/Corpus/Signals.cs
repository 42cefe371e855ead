using System;
using AutoDiff;

namespace Corpus;

/// <summary>Filters and transforms.</summary>
public static partial class Signals
{
    [Differentiable]
    [At(new double[] { 1, 2, -1, 0.5, 3, -2 }, new double[] { 0.25, 0.5, 0.25 })]
    public static double[] FiniteImpulseResponse(double[] x, double[] taps)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < taps.Length; k++)
            {
                if (i - k < 0) break;
                y[i] += taps[k] * x[i - k];
            }
        }

        return y;
    }

    // A biquad, direct form II transposed.
    [Differentiable]
    [At(new double[] { 1, 0, 0.5, -0.5, 0.25 }, new double[] { 0.2, 0.4, 0.2, -0.5, 0.3 })]
    public static void BiquadInPlace(Span<double> signal, ReadOnlySpan<double> c)
    {
        double s1 = 0, s2 = 0;
        for (int i = 0; i < signal.Length; i++)
        {
            double x = signal[i];
            double y = c[0] * x + s1;
            s1 = c[1] * x - c[3] * y + s2;
            s2 = c[2] * x - c[4] * y;
            signal[i] = y;
        }
    }

    [Differentiable]
    [At(new double[] { 1, 2, 4, 8, 16, 3 }, 3)]
    public static double[] MovingAverage(double[] x, int window)
    {
        double[] result = new double[x.Length - window + 1];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            if (i >= window) sum -= x[i - window];
            if (i >= window - 1) result[i - window + 1] = sum / window;
        }

        return result;
    }

    [Differentiable]
    [At(new double[] { 1, -0.5, 0.25, 2 }, 0.3)]
    public static double ExponentialSmoothing(double[] x, double alpha)
    {
        double level = x[0], error = 0;
        for (int i = 1; i < x.Length; i++)
        {
            error += (x[i] - level) * (x[i] - level);
            level = alpha * x[i] + (1 - alpha) * level;
        }

        return error;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0, -1, 0.5 }, 2)]
    public static double SpectralPower(double[] x, int frequency)
    {
        double re = 0, im = 0;
        for (int t = 0; t < x.Length; t++)
        {
            double angle = -2 * Math.PI * frequency * t / x.Length;
            var (sin, cos) = Math.SinCos(angle);
            re += x[t] * cos;
            im += x[t] * sin;
        }

        return re * re + im * im;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 0.5, -1, 3 }, 2)]
    public static double Autocorrelation(double[] x, int lag)
    {
        double mean = 0;
        foreach (double v in x) mean += v / x.Length;
        double top = 0, bottom = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double d = x[i] - mean;
            bottom += d * d;
            if (i + lag < x.Length) top += d * (x[i + lag] - mean);
        }

        return top / bottom;
    }

    // Cooley & Tukey in place: bit reversal by swaps, butterflies with two running factors.
    [Differentiable]
    [At(new double[] { 1, 2, 3, -1 }, new double[] { 0, 0.5, -1, 0.25 })]
    public static void FourierInPlace(double[] re, double[] im)
    {
        int n = re.Length;
        for (int i = 1, j = 0; i < n; i++)
        {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j ^= bit;
            if (i < j)
            {
                (re[i], re[j]) = (re[j], re[i]);
                (im[i], im[j]) = (im[j], im[i]);
            }
        }

        for (int length = 2; length <= n; length <<= 1)
        {
            double angle = -2 * Math.PI / length;
            double stepRe = Math.Cos(angle), stepIm = Math.Sin(angle);
            for (int start = 0; start < n; start += length)
            {
                double wRe = 1, wIm = 0;
                for (int k = 0; k < length / 2; k++)
                {
                    int a = start + k, b = a + length / 2;
                    double tRe = re[b] * wRe - im[b] * wIm;
                    double tIm = re[b] * wIm + im[b] * wRe;
                    re[b] = re[a] - tRe;
                    im[b] = im[a] - tIm;
                    re[a] += tRe;
                    im[a] += tIm;
                    (wRe, wIm) = (wRe * stepRe - wIm * stepIm, wRe * stepIm + wIm * stepRe);
                }
            }
        }
    }

    // The likelihood of a two-state hidden Markov model, normalised at each step.
    [Differentiable]
    [At(0.7, 0.2, new double[] { 0.9, 0.1, 0.3, 0.7 }, new int[] { 0, 1, 1, 0, 1 })]
    public static double HiddenMarkov(double stay0, double leave1, double[] emission, int[] observations)
    {
        double p0 = 0.5, p1 = 0.5, log = 0;
        foreach (int o in observations)
        {
            double q0 = (p0 * stay0 + p1 * leave1) * emission[o];
            double q1 = (p0 * (1 - stay0) + p1 * (1 - leave1)) * emission[2 + o];
            double sum = q0 + q1;
            log += Math.Log(sum);
            p0 = q0 / sum;
            p1 = q1 / sum;
        }

        return log;
    }
}
