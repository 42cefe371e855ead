using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static AutoDiff.ConvolutionKernels;

namespace AutoDiff;

/// <summary>
/// The derivative of a convolution with respect to its weight: for each band of windows a matrix product, and their sum over bands and images.
/// </summary>
static class ConvolutionWeights
{
    /// <summary>The sum is made in so many parts, whatever the number of cores, and they are added in order.</summary>
    const int Parts = 16;

    internal static NDArray<T> Gradient<T>(NDArray<T> gradient, NDArray<T> input, ConvolutionShape shape)
    {
        (gradient, input) = (gradient.Contiguous(), input.Contiguous());
        NDArray<T> result = NDArray<T>.Zeros(shape.Weight);
        int parts = Math.Min(Parts, shape.Images);
        if (result.Size == 0 || parts == 0 || shape.OutputSize == 0) return result;
        bool alongLines = LineProducts.Suit<T>(shape), isInPlace = alongLines || ChannelProducts.Suit<T>(shape);
        bool isTransposed = !alongLines && (isInPlace || !RowProducts.Suit<T>(shape.GroupOutputChannels, LeastWindows<T>(shape)));
        int width = isTransposed ? MatrixProduct.WholeVectors<T>(shape.GroupOutputChannels) : shape.GroupOutputChannels;
        int groupSize = shape.WindowSize * width, size = shape.Groups * groupSize;
        T[] sums = ArrayPool<T>.Shared.Rent(parts * size);
        sums.AsSpan(0, parts * size).Clear();
        Cores.For(parts, part =>
        {
            int from = (int)((long)shape.Images * part / parts), to = (int)((long)shape.Images * (part + 1) / parts);
            Matrix<T> sum = new(sums, part * size, shape.Groups * groupSize / width, width);
            if (isInPlace) FromStrips(gradient, input, shape, from, to, sum, isTransposed);
            else FromWindows(gradient, input, shape, from, to, sum, isTransposed);
        });
        Span<T> total = sums.AsSpan(0, size);
        for (int part = 1; part < parts; part++) Arithmetic<Addition, T>.Invoke(total, sums.AsSpan(part * size, size), total);
        for (int group = 0; group < shape.Groups; group++)
        {
            Span<T> kernels = result.Span.Slice(group * shape.GroupOutputChannels * shape.WindowSize, shape.GroupOutputChannels * shape.WindowSize);
            if (isTransposed) Packing.Transpose(new(sums, group * groupSize, shape.WindowSize, shape.GroupOutputChannels, width, 1), kernels, shape.WindowSize);
            else sums.AsSpan(group * groupSize, groupSize).CopyTo(kernels);
        }
        ArrayPool<T>.Shared.Return(sums);
        return result;
    }

    /// <summary>Adds what some images give, whose windows are copied.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void FromWindows<T>(NDArray<T> gradient, NDArray<T> input, ConvolutionShape shape, int from, int to, Matrix<T> sum, bool isTransposed)
    {
        int bandRows = BandRows<T>(shape), width = isTransposed ? sum.Columns : 0;
        Workspace<T> work = new(shape, bandRows);
        T[] channels = ArrayPool<T>.Shared.Rent(bandRows * shape.OutputWidth * width);
        foreach ((int image, int group, int row, int rows) in Bands(shape, bandRows, from, to))
        {
            Matrix<T> windows = Windows(input, shape, image, group, row, rows, work), output = OutputBand(gradient, shape, image, group, row, rows);
            Matrix<T> part = Part(sum, shape, group, isTransposed);
            if (isTransposed) AddTransposed(windows, output, channels, part);
            else RowProducts.Add(output, windows, part);
        }
        ArrayPool<T>.Shared.Return(channels);
        work.Return();
    }

    /// <summary>Adds what some images give, whose windows are read where they are.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void FromStrips<T>(NDArray<T> gradient, NDArray<T> input, ConvolutionShape shape, int from, int to, Matrix<T> sum, bool isTransposed)
    {
        int bandRows = StripConvolution.BandRows<T>(shape), length = Vector512<T>.Count * sum.Rows * sum.Columns;
        T[] strip = ArrayPool<T>.Shared.Rent(StripConvolution.StripLength(shape, bandRows));
        T[] channels = ArrayPool<T>.Shared.Rent(isTransposed ? bandRows * shape.OutputWidth * sum.Columns : length);
        if (!isTransposed) channels.AsSpan(0, length).Clear();
        int[] offsets = new int[shape.WindowSize];
        foreach ((int image, int group, int row, int rows) in Bands(shape, bandRows, from, to))
        {
            Span<T> lines = StripConvolution.Lines(input, strip, shape, image, group, row, rows);
            StripConvolution.Offsets(offsets, shape, rows);
            Matrix<T> output = OutputBand(gradient, shape, image, group, row, rows);
            if (isTransposed)
            {
                Packing.Transpose(output, channels, sum.Columns);
                ChannelProducts.Add(lines, offsets, channels, Part(sum, shape, group, isTransposed), shape, rows);
            }
            else
            {
                LineProducts.Add(output, lines, offsets, channels.AsSpan(group * (length / shape.Groups)), shape, rows);
            }
        }
        if (!isTransposed) LineProducts.AddLanes(channels, sum.Elements.AsSpan(sum.Offset, sum.Rows * sum.Columns));
        ArrayPool<T>.Shared.Return(channels);
        ArrayPool<T>.Shared.Return(strip);
    }

    /// <summary>The sums of a group: window size × channels if they are transposed, otherwise channels × window size.</summary>
    static Matrix<T> Part<T>(Matrix<T> sum, ConvolutionShape shape, int group, bool isTransposed)
    {
        int offset = sum.Offset + group * shape.WindowSize * sum.Columns;
        return isTransposed ? new(sum.Elements, offset, shape.WindowSize, sum.Columns) : new(sum.Elements, offset, sum.Columns, shape.WindowSize);
    }

    /// <summary>Adds windows × channels, so that the large matrix is the left one and is read where it is; channels in whole vectors.</summary>
    static void AddTransposed<T>(Matrix<T> windows, Matrix<T> output, T[] channels, Matrix<T> sum)
    {
        Packing.Transpose(output, channels, sum.Columns);
        MatrixProduct.MultiplyOnThisCore(windows, new(channels, 0, windows.Columns, sum.Columns), sum, accumulate: true);
    }
}
