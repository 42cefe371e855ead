using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The mean of each window, as MXNet's and PyTorch's default: padding counts as zeros, so that every sum is divided by the whole window's size.
    /// This array is images × channels × height × width.
    /// </summary>
    /// <param name="size">The height and width of a window.</param>
    /// <param name="stride">How far apart neighbouring windows begin; by default they do not overlap.</param>
    /// <param name="padding">By how much windows reach beyond the image on each side; less than <paramref name="size"/>.</param>
    /// <returns>A new array: images × channels × output height × output width.</returns>
    /// <exception cref="ArgumentException">The array has not four axes, or a window does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or one but <paramref name="padding"/> is zero.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> AvgPool2D(int size, int? stride = null, int padding = 0)
    {
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("AvgPool2D");
        return AveragePooling.Apply(this, PoolingShape.Of("AvgPool2D", Layout.Shape, size, stride, padding));
    }

    /// <summary>The mean of each plane, as MXNet's <c>GlobalAvgPool2D</c>: this array is images × channels × height × width.</summary>
    /// <returns>An array images × channels × 1 × 1.</returns>
    /// <exception cref="ArgumentException">The array has not four axes, or its planes have no elements.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> GlobalAvgPool2D()
    {
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("GlobalAvgPool2D");
        if (Rank != 4 || Layout.Shape[2] * Layout.Shape[3] == 0)
            throw new ArgumentException($"GlobalAvgPool2D: the array is images x channels x height x width, not {Shapes.Text(Shape)}.");
        int plane = Layout.Shape[2] * Layout.Shape[3];
        NDArray<TElement> sums = Reshape(Layout.Shape[0], Layout.Shape[1], plane).Sum(2, keepDims: true);
        return (sums * Element.From<TElement>(1.0 / plane)).Reshape(Layout.Shape[0], Layout.Shape[1], 1, 1);
    }
}

/// <summary>A linear operation and its transpose, which are each other's derivative.</summary>
static class AveragePooling
{
    const string Name = "AvgPool2D";

    internal static NDArray<T> Apply<T>(NDArray<T> input, PoolingShape shape)
    {
        NDArray<T> result = NDArray<T>.Uninitialized(shape.Output), elements = input.Contiguous();
        if (typeof(T) == typeof(float)) Run<T, float>(elements, result, shape);
        else Run<T, double>(elements, result, shape);
        return Tape.Watches(input) ? Recorded(result, input, shape) : result;
    }

    static NDArray<T> Recorded<T>(NDArray<T> result, NDArray<T> input, PoolingShape shape) =>
        Tape.Record(result, Name, input, gradient => Spread(gradient, shape));

    static void Run<T, TReal>(NDArray<T> input, NDArray<T> result, PoolingShape shape) where TReal : unmanaged, IFloatingPointIeee754<TReal> =>
        shape.ForPlanes([MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            ReadOnlySpan<TReal> x = Element.As<T, TReal>(input.Span);
            Span<TReal> y = Element.As<T, TReal>(result.Span);
            TReal count = TReal.CreateChecked((long)shape.Size * shape.Size);
            for (int plane = from; plane < to; plane++)
            {
                int at = plane * shape.OutputSize;
                for (int i = 0; i < shape.OutputHeight; i++)
                {
                    (int top, int bottom) = shape.Inside(i, shape.Height);
                    for (int j = 0; j < shape.OutputWidth; j++)
                    {
                        (int left, int right) = shape.Inside(j, shape.Width);
                        TReal sum = TReal.Zero;
                        for (int row = top; row < bottom; row++)
                        {
                            foreach (TReal value in x.Slice(plane * shape.PlaneSize + row * shape.Width + left, right - left)) sum += value;
                        }
                        y[at++] = sum / count;
                    }
                }
            }
        });

    /// <summary>Each gradient in equal parts at all elements of its window.</summary>
    static NDArray<T> Spread<T>(NDArray<T> gradient, PoolingShape shape)
    {
        NDArray<T> result = NDArray<T>.Zeros(shape.Input), elements = gradient.Contiguous();
        if (typeof(T) == typeof(float)) Spread<T, float>(elements, result, shape);
        else Spread<T, double>(elements, result, shape);
        return Tape.Record(result, Name, gradient, head => Apply(head, shape));
    }

    static void Spread<T, TReal>(NDArray<T> gradient, NDArray<T> result, PoolingShape shape) where TReal : unmanaged, IFloatingPointIeee754<TReal> =>
        shape.ForPlanes([MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            ReadOnlySpan<TReal> g = Element.As<T, TReal>(gradient.Span);
            Span<TReal> x = Element.As<T, TReal>(result.Span);
            TReal count = TReal.CreateChecked((long)shape.Size * shape.Size);
            for (int plane = from; plane < to; plane++)
            {
                int at = plane * shape.OutputSize;
                for (int i = 0; i < shape.OutputHeight; i++)
                {
                    (int top, int bottom) = shape.Inside(i, shape.Height);
                    for (int j = 0; j < shape.OutputWidth; j++)
                    {
                        (int left, int right) = shape.Inside(j, shape.Width);
                        TReal share = g[at++] / count;
                        for (int row = top; row < bottom; row++)
                        {
                            foreach (ref TReal value in x.Slice(plane * shape.PlaneSize + row * shape.Width + left, right - left)) value += share;
                        }
                    }
                }
            }
        });
}
