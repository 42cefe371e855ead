using System.Buffers;
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
        bool isTransposed = !RowProducts.Suit<T>(shape.GroupOutputChannels, LeastWindows<T>(shape));
        int width = isTransposed ? MatrixProduct.WholeVectors<T>(shape.GroupOutputChannels) : shape.GroupOutputChannels;
        int groupSize = shape.WindowSize * width, size = shape.Groups * groupSize;
        T[] sums = ArrayPool<T>.Shared.Rent(parts * size);
        sums.AsSpan(0, parts * size).Clear();
        Cores.For(parts, part =>
        {
            int from = (int)((long)shape.Images * part / parts), to = (int)((long)shape.Images * (part + 1) / parts), bandRows = BandRows<T>(shape);
            Workspace<T> work = new(shape, bandRows);
            T[] channels = ArrayPool<T>.Shared.Rent(isTransposed ? (shape.IsPointwise ? shape.OutputSize : bandRows * shape.OutputWidth) * width : 0);
            foreach ((int image, int group, int row, int rows) in Bands<T>(shape, from, to))
            {
                Matrix<T> windows = Windows(input, shape, image, group, row, rows, work), output = OutputBand(gradient, shape, image, group, row, rows);
                int offset = part * size + group * groupSize;
                if (isTransposed) AddTransposed(windows, output, channels, new(sums, offset, shape.WindowSize, width));
                else RowProducts.Add(output, windows, new(sums, offset, width, shape.WindowSize));
            }
            ArrayPool<T>.Shared.Return(channels);
            work.Return();
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

    /// <summary>Adds windows × channels, so that the large matrix is the left one and is read where it is; channels in whole vectors.</summary>
    static void AddTransposed<T>(Matrix<T> windows, Matrix<T> output, T[] channels, Matrix<T> sum)
    {
        Packing.Transpose(output, channels, sum.Columns);
        MatrixProduct.MultiplyOnThisCore(windows, new(channels, 0, windows.Columns, sum.Columns), sum, accumulate: true);
    }
}
