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

    /// <summary>Bands that are added to one another before the sums of such groups are: the rounding error grows with their number.</summary>
    const int GroupBands = 64;

    /// <summary>Places of the gradient that are gone through in one chain of sums.</summary>
    const int StripWindows = 4096;

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
        GroupedSum<T> groups = new(sum, (to - from) * shape.Groups * ((shape.OutputHeight + bandRows - 1) / bandRows));
        foreach ((int image, int group, int row, int rows) in Bands(shape, bandRows, from, to))
        {
            Matrix<T> windows = Windows(input, shape, image, group, row, rows, work), output = OutputBand(gradient, shape, image, group, row, rows);
            Matrix<T> part = Part(sum, shape, group, isTransposed);
            if (isTransposed) AddTransposed(windows, output, channels, part);
            else RowProducts.Add(output, windows, part);
            if (groups.EndBand()) groups.Add();
        }
        groups.Finish();
        ArrayPool<T>.Shared.Return(channels);
        work.Return();
    }

    /// <summary>Adds what some images give, whose windows are read where they are.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void FromStrips<T>(NDArray<T> gradient, NDArray<T> input, ConvolutionShape shape, int from, int to, Matrix<T> sum, bool isTransposed)
    {
        int bandRows = Math.Min(StripConvolution.BandRows<T>(shape), Math.Max(StripWindows / shape.OutputWidth, 1)), length = Vector512<T>.Count * sum.Rows * sum.Columns;
        T[] strip = ArrayPool<T>.Shared.Rent(StripConvolution.StripLength(shape, bandRows));
        T[] channels = ArrayPool<T>.Shared.Rent(isTransposed ? bandRows * shape.OutputWidth * sum.Columns : length);
        if (!isTransposed) channels.AsSpan(0, length).Clear();
        int[] offsets = new int[shape.WindowSize];
        GroupedSum<T> groups = new(sum, (to - from) * shape.Groups * ((shape.OutputHeight + bandRows - 1) / bandRows));
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
            if (!groups.EndBand()) continue;
            if (!isTransposed)
            {
                LineProducts.AddLanes(channels, groups.Sum);
                channels.AsSpan(0, length).Clear();
            }
            groups.Add();
        }
        if (!isTransposed) LineProducts.AddLanes(channels, groups.Sum);
        groups.Finish();
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

    /// <summary>The sum over bands: that of a group of bands where bands are added, and if there are many groups, beside it that of the groups before.</summary>
    struct GroupedSum<T>
    {
        readonly Matrix<T> _group;
        readonly T[] _before;
        int _bands;

        /// <param name="sum">Where bands are added.</param>
        /// <param name="bands">How many there will be.</param>
        internal GroupedSum(Matrix<T> sum, int bands)
        {
            _group = sum;
            _before = bands > GroupBands ? ArrayPool<T>.Shared.Rent(sum.Rows * sum.Columns) : [];
            _before.AsSpan().Clear();
        }

        internal readonly Span<T> Sum => _group.Elements.AsSpan(_group.Offset, _group.Rows * _group.Columns);

        /// <summary>Whether a group is complete with this band, and others follow.</summary>
        internal bool EndBand() => _before.Length > 0 && ++_bands % GroupBands == 0;

        /// <summary>Adds the group to those before, and begins the next one.</summary>
        internal readonly void Add()
        {
            Span<T> before = _before.AsSpan(0, Sum.Length);
            Arithmetic<Addition, T>.Invoke(before, Sum, before);
            Sum.Clear();
        }

        /// <summary>Leaves the sum over all groups where bands were added.</summary>
        internal readonly void Finish()
        {
            if (_before.Length == 0) return;
            Arithmetic<Addition, T>.Invoke(_before.AsSpan(0, Sum.Length), Sum, Sum);
            ArrayPool<T>.Shared.Return(_before);
        }
    }
}
