using System.Numerics;

namespace AutoDiff;

/// <summary>
/// ẑ = (x - mean) · r with r = 1 / √(variance + ε), for each group of an array outer × groups × inner over both other axes; the variance is divided by n.
/// ∂x = r · (∂ẑ - mean(∂ẑ) - ẑ · mean(∂ẑ · ẑ)), and for r alone ∂x = -∂r · r² · ẑ / n.
/// </summary>
static class Standardization
{
    /// <summary>The standardized array.</summary>
    /// <param name="x">An array of three axes, of which each group has elements.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="operation">The operation as messages name it.</param>
    internal static NDArray<T> Apply<T>(NDArray<T> x, double epsilon, string operation) => Apply(x, epsilon, operation, out _);

    /// <summary>The same, and the mean, r and the variance of each group: three rows.</summary>
    internal static NDArray<T> Apply<T>(NDArray<T> x, double epsilon, string operation, out NDArray<T> moments)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(x.Layout);
        moments = Moments(x, epsilon, operation, result);
        return Tape.Watches(x) ? Recorded(result, x, moments, epsilon, operation) : result;
    }

    static NDArray<T> Recorded<T>(NDArray<T> result, NDArray<T> x, NDArray<T> moments, double epsilon, string operation)
    {
        Saved<T> saved = new(x);
        return Tape.Record(result, operation, x, gradient =>
        {
            NDArray<T> values = saved.For(operation);
            if (!Autograd.IsRecording) return Gradient(gradient, values, moments);
            NDArray<T> z = Apply(values, epsilon, operation);
            return (gradient + -(Mean(gradient) + Mean(gradient.Times(z)).Times(z))).Times(InverseDeviation(values, epsilon, operation));
        });
    }

    /// <summary>r alone, as a function of x.</summary>
    static NDArray<T> InverseDeviation<T>(NDArray<T> x, double epsilon, string operation)
    {
        int groups = x.Layout.Shape[1];
        NDArray<T> moments = Moments(x, epsilon, operation, null);
        NDArray<T> result = NDArray<T>.Uninitialized(Layout.Of([1, groups, 1]));
        moments.Span.Slice(groups, groups).CopyTo(result.Span);
        Saved<T> saved = new(x);
        return Tape.Record(result, operation, x, gradient =>
        {
            NDArray<T> values = saved.For(operation), r = InverseDeviation(values, epsilon, operation);
            return (gradient * Element.From<T>(-1.0 / Count(values))).Times(r).Times(r).Times(Apply(values, epsilon, operation));
        });
    }

    static NDArray<T> Mean<T>(NDArray<T> x) => x.Sum([0, 2], keepDims: true) * Element.From<T>(1.0 / Count(x));

    static int Count<T>(NDArray<T> x) => x.Layout.Shape[0] * x.Layout.Shape[2];

    static NDArray<T> Moments<T>(NDArray<T> x, double epsilon, string operation, NDArray<T>? result)
    {
        NDArray<T> values = x.Contiguous(), moments = NDArray<T>.Uninitialized(Layout.Of([3, x.Layout.Shape[1]]));
        if (typeof(T) == typeof(float)) Forward<T, float>(values, epsilon, moments, result);
        else if (typeof(T) == typeof(double)) Forward<T, double>(values, epsilon, moments, result);
        else throw Element.Unsupported<T>(operation);
        return moments;
    }

    /// <summary>Runs the groups on several cores where it pays.</summary>
    static void ForGroups<T>(NDArray<T> x, Action<int> group)
    {
        int groups = x.Layout.Shape[1], perPart = Math.Clamp((64 << 10) / Math.Max(Count(x), 1), 1, Math.Max(groups, 1));
        Cores.For((groups + perPart - 1) / perPart, part =>
        {
            for (int i = part * perPart; i < Math.Min((part + 1) * perPart, groups); i++) group(i);
        });
    }

    static void Forward<T, TReal>(NDArray<T> x, double epsilon, NDArray<T> moments, NDArray<T>? result) where TReal : unmanaged, IFloatingPointIeee754<TReal>
    {
        (int outer, int groups, int inner) = (x.Layout.Shape[0], x.Layout.Shape[1], x.Layout.Shape[2]);
        TReal count = TReal.CreateChecked(outer * inner);
        ForGroups(x, group =>
        {
            ReadOnlySpan<TReal> values = Element.As<T, TReal>(x.Span);
            (TReal sum, TReal squares) = (TReal.Zero, TReal.Zero);
            for (int i = 0; i < outer; i++) sum += Sum(values.Slice((i * groups + group) * inner, inner));
            TReal mean = sum / count;
            for (int i = 0; i < outer; i++) squares += SumOfSquares(values.Slice((i * groups + group) * inner, inner), mean);
            TReal variance = squares / count, factor = TReal.One / TReal.Sqrt(variance + TReal.CreateChecked(epsilon));
            Span<TReal> kept = Element.As<T, TReal>(moments.Span);
            (kept[group], kept[groups + group], kept[2 * groups + group]) = (mean, factor, variance);
            if (result is null) return;
            Span<TReal> standardized = Element.As<T, TReal>(result.Span);
            for (int i = 0; i < outer; i++)
            {
                int start = (i * groups + group) * inner;
                ShiftAndScale(values.Slice(start, inner), mean, factor, standardized.Slice(start, inner));
            }
        });
    }

    static NDArray<T> Gradient<T>(NDArray<T> gradient, NDArray<T> x, NDArray<T> moments)
    {
        (NDArray<T> g, NDArray<T> values, NDArray<T> result) = (gradient.Contiguous(), x.Contiguous(), NDArray<T>.Uninitialized(x.Layout));
        if (typeof(T) == typeof(float)) Backward<T, float>(g, values, moments, result);
        else Backward<T, double>(g, values, moments, result);
        return result;
    }

    static void Backward<T, TReal>(NDArray<T> gradient, NDArray<T> x, NDArray<T> moments, NDArray<T> result) where TReal : unmanaged, IFloatingPointIeee754<TReal>
    {
        (int outer, int groups, int inner) = (x.Layout.Shape[0], x.Layout.Shape[1], x.Layout.Shape[2]);
        TReal count = TReal.CreateChecked(outer * inner);
        ForGroups(x, group =>
        {
            ReadOnlySpan<TReal> g = Element.As<T, TReal>(gradient.Span), values = Element.As<T, TReal>(x.Span), kept = Element.As<T, TReal>(moments.Span);
            Span<TReal> to = Element.As<T, TReal>(result.Span);
            (TReal mean, TReal factor) = (kept[group], kept[groups + group]);
            if (!(TReal.IsFinite(mean) && TReal.IsFinite(factor)) && IsZero(g, outer, groups, group, inner))
            {
                for (int i = 0; i < outer; i++) to.Slice((i * groups + group) * inner, inner).Clear();
                return;
            }
            (TReal sum, TReal products) = (TReal.Zero, TReal.Zero);
            for (int i = 0; i < outer; i++)
            {
                int start = (i * groups + group) * inner;
                sum += Sum(g.Slice(start, inner));
                products += SumOfProducts(g.Slice(start, inner), values.Slice(start, inner), mean);
            }

            // r · (g - mean(g) - (x - mean) · slope)
            TReal shift = sum / count, slope = products / count * factor * factor;
            for (int i = 0; i < outer; i++)
            {
                int start = (i * groups + group) * inner;
                Project(g.Slice(start, inner), values.Slice(start, inner), mean, shift, slope, factor, to.Slice(start, inner));
            }
        });
    }

    /// <summary>Whether the gradient of a group is 0 everywhere.</summary>
    static bool IsZero<T>(ReadOnlySpan<T> gradient, int outer, int groups, int group, int inner) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < outer; i++)
            if (gradient.Slice((i * groups + group) * inner, inner).ContainsAnyExcept(T.Zero)) return false;
        return true;
    }

    static T Sum<T>(ReadOnlySpan<T> x) where T : unmanaged, IFloatingPointIeee754<T> => Sums.Reduce(x);

    static T SumOfSquares<T>(ReadOnlySpan<T> x, T mean) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> sums = default, center = new(mean);
        int i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> distance = new Vector<T>(x[i..]) - center;
            sums += distance * distance;
        }
        T sum = Vector.Sum(sums);
        for (; i < x.Length; i++) sum += (x[i] - mean) * (x[i] - mean);
        return sum;
    }

    static T SumOfProducts<T>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> x, T mean) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> sums = default, center = new(mean);
        int i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count) sums += new Vector<T>(gradient[i..]) * (new Vector<T>(x[i..]) - center);
        T sum = Vector.Sum(sums);
        for (; i < x.Length; i++) sum += gradient[i] * (x[i] - mean);
        return sum;
    }

    static void ShiftAndScale<T>(ReadOnlySpan<T> x, T mean, T factor, Span<T> result) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> center = new(mean);
        int i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count) ((new Vector<T>(x[i..]) - center) * factor).CopyTo(result[i..]);
        for (; i < x.Length; i++) result[i] = (x[i] - mean) * factor;
    }

    static void Project<T>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> x, T mean, T shift, T slope, T factor, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> center = new(mean), level = new(shift);
        int i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            ((new Vector<T>(gradient[i..]) - level - (new Vector<T>(x[i..]) - center) * slope) * factor).CopyTo(result[i..]);
        for (; i < x.Length; i++) result[i] = (gradient[i] - shift - (x[i] - mean) * slope) * factor;
    }
}
