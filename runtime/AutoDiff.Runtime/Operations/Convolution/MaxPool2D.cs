using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The largest element of each window, as MXNet's <c>Pooling</c>: this array is images × channels × height × width.</summary>
    /// <param name="size">The height and width of a window.</param>
    /// <param name="stride">How far apart neighbouring windows begin; by default they do not overlap.</param>
    /// <param name="padding">By how much windows reach beyond the image on each side; less than <paramref name="size"/>.</param>
    /// <returns>
    /// A new array: images × channels × output height × output width. A NaN in a window is its maximum. The gradient goes to the first of equal maxima, row by row.
    /// </returns>
    /// <exception cref="ArgumentException">The array has not four axes, or a window does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or one but <paramref name="padding"/> is zero.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> MaxPool2D(int size, int? stride = null, int padding = 0)
    {
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("MaxPool2D");
        return MaxPooling.Apply(this, PoolingShape.Of("MaxPool2D", Layout.Shape, size, stride, padding));
    }
}

/// <summary>Each result is one element of its window: the derivative gives it back its gradient, and the derivative of that takes it from there again.</summary>
static class MaxPooling
{
    const string Name = "MaxPool2D";

    internal static NDArray<T> Apply<T>(NDArray<T> input, PoolingShape shape)
    {
        bool isWatched = Tape.Watches(input);
        NDArray<T> result = NDArray<T>.Uninitialized(shape.Output), elements = input.Contiguous();
        NDArray<int>? places = isWatched ? NDArray<int>.Uninitialized(shape.Output) : null;
        if (typeof(T) == typeof(float)) Run<T, float>(elements, result, places, shape);
        else Run<T, double>(elements, result, places, shape);
        return isWatched ? Recorded(result, input, places!, shape) : result;
    }

    static NDArray<T> Recorded<T>(NDArray<T> result, NDArray<T> input, NDArray<int> places, PoolingShape shape) =>
        Tape.Record(result, Name, input, gradient => Scatter(gradient, places, shape));

    static void Run<T, TReal>(NDArray<T> input, NDArray<T> result, NDArray<int>? places, PoolingShape shape)
        where TReal : unmanaged, IFloatingPointIeee754<TReal> => shape.ForPlanes([MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            ReadOnlySpan<TReal> x = Element.As<T, TReal>(input.Span);
            Span<TReal> y = Element.As<T, TReal>(result.Span);
            Span<int> at = places is null ? [] : places.Span;
            for (int plane = from; plane < to; plane++)
            {
                Plane(
                    x.Slice(plane * shape.PlaneSize, shape.PlaneSize), y.Slice(plane * shape.OutputSize, shape.OutputSize),
                    places is null ? [] : at.Slice(plane * shape.OutputSize, shape.OutputSize), shape);
            }
        });

    [MethodImpl(Compiled.ByItself)]
    static void Plane<T>(ReadOnlySpan<T> x, Span<T> y, Span<int> places, PoolingShape shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (PairsOfFloats.Suit<T>(shape))
        {
            PairsOfFloats.Take(Element.As<T, float>(x), Element.As<T, float>(y), places, shape);
            return;
        }
        if ((shape.Size, shape.Stride, shape.Padding) == (2, 2, 0))
        {
            Pairs(x, y, places, shape);
            return;
        }
        int at = 0;
        for (int i = 0; i < shape.OutputHeight; i++)
        {
            (int top, int bottom) = shape.Inside(i, shape.Height);
            for (int j = 0; j < shape.OutputWidth; j++, at++)
            {
                (int left, int right) = shape.Inside(j, shape.Width);
                int place = top * shape.Width + left;
                T largest = x[place];
                for (int row = top; row < bottom; row++)
                {
                    for (int p = row * shape.Width + left; p < row * shape.Width + right; p++) Take(x[p], p, ref largest, ref place);
                }
                y[at] = largest;
                if (places.Length > 0) places[at] = place;
            }
        }
    }

    /// <summary>Windows of two by two beside one another, by far the most frequent.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Pairs<T>(ReadOnlySpan<T> x, Span<T> y, Span<int> places, PoolingShape shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = shape.OutputWidth;
        for (int i = 0; i < shape.OutputHeight; i++)
        {
            int start = 2 * i * shape.Width;
            ReadOnlySpan<T> upper = x.Slice(start, 2 * width), lower = x.Slice(start + shape.Width, 2 * width);
            Span<T> to = y.Slice(i * width, width);
            Span<int> at = places.Length > 0 ? places.Slice(i * width, width) : [];
            for (int j = 0; j < to.Length; j++)
            {
                int p = 2 * j, place = start + p;
                T largest = upper[p];
                Take(upper[p + 1], start + p + 1, ref largest, ref place);
                Take(lower[p], start + shape.Width + p, ref largest, ref place);
                Take(lower[p + 1], start + shape.Width + p + 1, ref largest, ref place);
                to[j] = largest;
                if (at.Length > 0) at[j] = place;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Take<T>(T value, int at, ref T largest, ref int place) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isLarger = value > largest || (T.IsNaN(value) && !T.IsNaN(largest));
        largest = isLarger ? value : largest;
        place = isLarger ? at : place;
    }

    /// <summary>Zeros, and each gradient added at its place.</summary>
    static NDArray<T> Scatter<T>(NDArray<T> gradient, NDArray<int> places, PoolingShape shape)
    {
        bool arePairs = PairsOfFloats.Suit<T>(shape);
        NDArray<T> result = arePairs ? NDArray<T>.Uninitialized(shape.Input) : NDArray<T>.Zeros(shape.Input), elements = gradient.Contiguous();
        shape.ForPlanes([MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            for (int plane = from; plane < to; plane++)
            {
                Span<T> target = result.Span.Slice(plane * shape.PlaneSize, shape.PlaneSize);
                ReadOnlySpan<T> source = elements.Span.Slice(plane * shape.OutputSize, shape.OutputSize);
                ReadOnlySpan<int> at = places.Span.Slice(plane * shape.OutputSize, shape.OutputSize);
                if (arePairs) PairsOfFloats.Give(Element.As<T, float>(source), at, Element.As<T, float>(target), shape);
                else for (int i = 0; i < source.Length; i++) target[at[i]] = Fused.Add(target[at[i]], source[i]);
            }
        });
        return Tape.Record(result, Name, gradient, head => Gather(head, places, shape));
    }

    /// <summary>The elements at the places.</summary>
    static NDArray<T> Gather<T>(NDArray<T> head, NDArray<int> places, PoolingShape shape)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(shape.Output), elements = head.Contiguous();
        shape.ForPlanes([MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            for (int plane = from; plane < to; plane++)
            {
                ReadOnlySpan<T> source = elements.Span.Slice(plane * shape.PlaneSize, shape.PlaneSize);
                Span<T> target = result.Span.Slice(plane * shape.OutputSize, shape.OutputSize);
                ReadOnlySpan<int> at = places.Span.Slice(plane * shape.OutputSize, shape.OutputSize);
                for (int i = 0; i < target.Length; i++) target[i] = source[at[i]];
            }
        });
        return Tape.Record(result, Name, head, gradient => Scatter(gradient, places, shape));
    }
}
