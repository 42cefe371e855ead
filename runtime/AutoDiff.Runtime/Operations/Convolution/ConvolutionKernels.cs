using System.Buffers;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// Convolutions as matrix products. The windows of an image are the columns of a matrix, window size × output size; it is made band by band of
/// output rows, as large as stays in the cache, and never as a whole; where windows can be read where they are, it is not made at all (<see cref="StripConvolution"/>).
/// </summary>
static class ConvolutionKernels
{
    /// <summary>What a band may take of the second cache.</summary>
    const int BandBytes = 256 << 10;

    /// <summary>The images' parts for cores: about 100 µs of work each.</summary>
    static int PartOf(ConvolutionShape shape)
    {
        long volume = (long)shape.OutputChannels * shape.WindowSize * shape.OutputSize;
        return (int)Math.Clamp((8 << 20) / Math.Max(volume, 1), 1, Math.Max(shape.Images, 1));
    }

    internal static int BandRows<T>(ConvolutionShape shape) => shape.IsPointwise ? Math.Max(shape.OutputHeight, 1) :
        Math.Clamp(BandBytes / Unsafe.SizeOf<T>() / Math.Max(shape.WindowSize * shape.OutputWidth, 1), 1, Math.Max(shape.OutputHeight, 1));

    /// <summary>The number of windows in the smallest band of an image.</summary>
    internal static int LeastWindows<T>(ConvolutionShape shape) =>
        shape.IsPointwise ? shape.OutputSize : ((shape.OutputHeight - 1) % BandRows<T>(shape) + 1) * shape.OutputWidth;

    internal static void ForImages(ConvolutionShape shape, Action<int, int> images)
    {
        int perPart = PartOf(shape);
        Cores.For((shape.Images + perPart - 1) / perPart, part => images(part * perPart, Math.Min((part + 1) * perPart, shape.Images)));
    }

    internal static NDArray<T> Forward<T>(NDArray<T> input, NDArray<T> weight, NDArray<T>? bias, ConvolutionShape shape)
    {
        (input, weight, bias) = (input.Contiguous(), weight.Contiguous(), bias?.Contiguous());
        NDArray<T> result = NDArray<T>.Uninitialized(shape.Output);
        if (StripConvolution.Suits(shape))
        {
            StripConvolution.Forward(input, weight, bias, result, shape);
            return result;
        }
        ForImages(shape, [MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            Workspace<T> work = new(shape, BandRows<T>(shape));
            foreach ((int image, int group, int row, int rows) in Bands(shape, BandRows<T>(shape), from, to))
            {
                Matrix<T> windows = Windows(input, shape, image, group, row, rows, work);
                Matrix<T> output = OutputBand(result, shape, image, group, row, rows);
                MatrixProduct.MultiplyOnThisCore(Kernels(weight, shape, group), windows, output);
                if (bias is null) continue;
                for (int channel = 0; channel < output.Rows; channel++)
                {
                    Span<T> plane = output.Row(channel, 0, output.Columns);
                    Arithmetic<Addition, T>.Invoke(plane, bias.Span[group * shape.GroupOutputChannels + channel], plane);
                }
            }
            work.Return();
        });
        return result;
    }

    internal static NDArray<T> InputGradient<T>(NDArray<T> gradient, NDArray<T> weight, ConvolutionShape shape)
    {
        (gradient, weight) = (gradient.Contiguous(), weight.Contiguous());
        bool isWritten = shape.IsPointwise || WindowSums.Overwrites(shape, BandRows<T>(shape));
        NDArray<T> result = isWritten ? NDArray<T>.Uninitialized(shape.Input) : NDArray<T>.Zeros(shape.Input);
        ForImages(shape, [MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            Workspace<T> work = new(shape, BandRows<T>(shape), WindowSums.MaskLength(shape));
            WindowSums.Masks(work.Masks, shape);
            foreach ((int image, int group, int row, int rows) in Bands(shape, BandRows<T>(shape), from, to))
            {
                Matrix<T> output = OutputBand(gradient, shape, image, group, row, rows);
                Matrix<T> windows = shape.IsPointwise
                    ? Windows(result, shape, image, group, row, rows, work)
                    : new(work.Windows, 0, shape.WindowSize, rows * shape.OutputWidth);
                MatrixProduct.MultiplyOnThisCore(Kernels(weight, shape, group).Transposed, output, windows);
                if (!shape.IsPointwise) WindowSums.Add(windows, Group(result, shape, image, group), work.Strip, work.Masks, shape, row, rows);
            }
            work.Return();
        });
        return result;
    }

    /// <summary>For each image and group the bands of so many output rows.</summary>
    internal static IEnumerable<(int Image, int Group, int Row, int Rows)> Bands(ConvolutionShape shape, int rows, int from, int to)
    {
        for (int image = from; image < to; image++)
        {
            for (int group = 0; group < shape.Groups; group++)
            {
                for (int row = 0; row < shape.OutputHeight; row += rows) yield return (image, group, row, Math.Min(rows, shape.OutputHeight - row));
            }
        }
    }

    internal static Matrix<T> Kernels<T>(NDArray<T> weight, ConvolutionShape shape, int group) => weight.Matrix(
        group * shape.GroupOutputChannels * shape.WindowSize, shape.GroupOutputChannels, shape.WindowSize, shape.WindowSize, 1);

    /// <summary>Output channels × elements of some rows of the result.</summary>
    internal static Matrix<T> OutputBand<T>(NDArray<T> output, ConvolutionShape shape, int image, int group, int row, int rows) => output.Matrix(
        (image * shape.OutputChannels + group * shape.GroupOutputChannels) * shape.OutputSize + row * shape.OutputWidth,
        shape.GroupOutputChannels, rows * shape.OutputWidth, shape.OutputSize, 1);

    /// <summary>The windows of some rows of the result as columns.</summary>
    internal static Matrix<T> Windows<T>(NDArray<T> input, ConvolutionShape shape, int image, int group, int row, int rows, Workspace<T> work)
    {
        if (shape.IsPointwise)
        {
            int plane = shape.OutputSize;
            return input.Matrix(
                (image * shape.Channels + group * shape.GroupChannels) * plane + row * shape.OutputWidth, shape.GroupChannels, rows * shape.OutputWidth, plane, 1);
        }
        Matrix<T> windows = new(work.Windows, 0, shape.WindowSize, rows * shape.OutputWidth);
        ImageWindows.Copy(Group(input, shape, image, group), work.Strip, windows, shape, row, rows);
        return windows;
    }

    /// <summary>The channels of an image that belong to a group.</summary>
    internal static Span<T> Group<T>(NDArray<T> input, ConvolutionShape shape, int image, int group)
    {
        int size = shape.GroupChannels * shape.Height * shape.Width;
        return input.Span.Slice((image * shape.Groups + group) * size, size);
    }

    /// <summary>Buffers for a band: its windows, and the lines of the image that they see.</summary>
    internal readonly struct Workspace<T>
    {
        readonly T[] _masks;
        readonly int _maskLength;

        internal Workspace(ConvolutionShape shape, int rows, int maskLength = 0)
        {
            bool isNeeded = !shape.IsPointwise;
            Windows = Rent(isNeeded ? shape.WindowSize * rows * shape.OutputWidth : 0);
            Strip = Rent(isNeeded ? shape.GroupChannels * shape.StripLines(rows) * shape.StripWidth : 0);
            (_masks, _maskLength) = (Rent(maskLength), maskLength);
        }

        internal T[] Windows { get; }

        internal T[] Strip { get; }

        internal Span<T> Masks => _masks.AsSpan(0, _maskLength);

        static T[] Rent(int length) => length == 0 ? [] : ArrayPool<T>.Shared.Rent(length + ImageWindows.Slack);

        internal void Return()
        {
            foreach (T[] buffer in (ReadOnlySpan<T[]>)[Windows, Strip, _masks])
            {
                if (buffer.Length > 0) ArrayPool<T>.Shared.Return(buffer);
            }
        }
    }
}
