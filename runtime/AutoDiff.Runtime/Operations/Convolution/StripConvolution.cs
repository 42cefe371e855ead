using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static AutoDiff.ConvolutionKernels;

namespace AutoDiff;

/// <summary>
/// Convolutions of stride 1 whose windows are read where they are in the strip (<see cref="ImageWindows"/>): the same element of all windows lies side by side
/// there, a line of the strip for each row of the result. So the matrix of windows need not be made. Its columns that begin in the last elements of a line are
/// no windows; they are computed too and left out of the result.
/// </summary>
static class StripConvolution
{
    /// <summary>The rows of a tile, each a channel of the result.</summary>
    const int Rows = 8;

    /// <summary>What the strip of a band may take of the second cache.</summary>
    const int StripBytes = 128 << 10;

    /// <summary>
    /// Copying a line of windows takes about as long as so many multiplications of elements that are no windows.
    /// </summary>
    const int MultiplicationsPerCopy = 128;

    /// <summary>Whether windows can be read where they are.</summary>
    internal static bool IsInPlace(ConvolutionShape shape) =>
        Vector512.IsHardwareAccelerated && shape.Stride == 1 && !shape.IsPointwise && shape.WindowSize > 0;

    /// <summary>Whether this is quicker than to copy the windows.</summary>
    internal static bool Suits(ConvolutionShape shape) =>
        IsInPlace(shape) && shape.GroupOutputChannels > 2
        && (long)(shape.StripWidth - shape.OutputWidth) * shape.GroupOutputChannels <= MultiplicationsPerCopy;

    internal static int BandRows<T>(ConvolutionShape shape)
    {
        int lines = StripBytes / Unsafe.SizeOf<T>() / Math.Max(shape.GroupChannels * shape.StripWidth, 1);
        return Math.Clamp(lines - (shape.StripLines(1) - 1), 1, Math.Max(shape.OutputHeight, 1));
    }

    /// <summary>Writes the result for contiguous operands.</summary>
    internal static void Forward<T>(NDArray<T> input, NDArray<T> weight, NDArray<T>? bias, NDArray<T> result, ConvolutionShape shape)
    {
        int blocks = (shape.GroupOutputChannels + Rows - 1) / Rows;
        T[] kernels = ArrayPool<T>.Shared.Rent(shape.Groups * blocks * Rows * shape.WindowSize);
        Pack(weight, kernels, shape);
        ForImages(shape, [MethodImpl(Compiled.ByItself)] (from, to) =>
        {
            int bandRows = BandRows<T>(shape), capacity = Columns<T>(shape, bandRows);
            T[] strip = ArrayPool<T>.Shared.Rent(StripLength(shape, bandRows)), sums = ArrayPool<T>.Shared.Rent(Rows * capacity);
            int[] offsets = new int[shape.WindowSize];
            foreach ((int image, int group, int row, int rows) in Bands(shape, bandRows, from, to))
            {
                Span<T> lines = Lines(input, strip, shape, image, group, row, rows);
                Offsets(offsets, shape, rows);
                Matrix<T> output = OutputBand(result, shape, image, group, row, rows);
                int columns = Columns<T>(shape, rows);
                for (int channel = 0; channel < output.Rows; channel += Rows)
                {
                    Span<T> block = kernels.AsSpan((group * blocks + channel / Rows) * Rows * shape.WindowSize, Rows * shape.WindowSize);
                    Tiles(ref block[0], offsets, lines, columns, sums);
                    ReadOnlySpan<T> numbers = bias is null ? [] : bias.Span.Slice(group * shape.GroupOutputChannels + channel);
                    TakeWindows(sums, columns, numbers, output.Block(channel, 0, Math.Min(Rows, output.Rows - channel), output.Columns), shape, rows);
                }
            }
            ArrayPool<T>.Shared.Return(strip);
            ArrayPool<T>.Shared.Return(sums);
        });
        ArrayPool<T>.Shared.Return(kernels);
    }

    /// <summary>The length of a buffer for a strip of so many rows: vectors may begin at its last element.</summary>
    internal static int StripLength(ConvolutionShape shape, int rows) => shape.GroupChannels * shape.StripLines(rows) * shape.StripWidth + ImageWindows.Slack;

    /// <summary>
    /// The lines that the windows of a band see, in <paramref name="strip"/>; or where they are, if there is nothing around the image, the band is all of it
    /// and vectors may reach over its end.
    /// </summary>
    internal static Span<T> Lines<T>(NDArray<T> input, T[] strip, ConvolutionShape shape, int image, int group, int row, int rows)
    {
        int length = StripLength(shape, rows);
        if (shape.Padding == 0 && rows == shape.OutputHeight)
        {
            Span<T> rest = input.Memory[((image * shape.Groups + group) * (length - ImageWindows.Slack))..];
            if (rest.Length >= length) return rest[..length];
        }
        ImageWindows.Fill(Group(input, shape, image, group), strip, shape, row, rows);
        return strip;
    }

    /// <summary>The columns of a band from its first window to its last one, in whole vectors.</summary>
    static int Columns<T>(ConvolutionShape shape, int rows) =>
        ((rows - 1) * shape.StripWidth + shape.OutputWidth + Vector512<T>.Count - 1) / Vector512<T>.Count * Vector512<T>.Count;

    /// <summary>Where in the strip the first window has each of its elements.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Offsets(Span<int> offsets, ConvolutionShape shape, int rows)
    {
        int at = 0, lines = shape.StripLines(rows);
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            for (int y = 0; y < shape.KernelHeight; y++)
            {
                for (int x = 0; x < shape.KernelWidth; x++) offsets[at++] = (channel * lines + y * shape.Dilation) * shape.StripWidth + x * shape.Dilation;
            }
        }
    }

    /// <summary>The kernels in blocks of channels, in each the elements of the channels beside one another; missing channels are zeros.</summary>
    static void Pack<T>(NDArray<T> weight, T[] kernels, ConvolutionShape shape)
    {
        Span<T> to = kernels;
        for (int group = 0; group < shape.Groups; group++)
        {
            Matrix<T> rows = Kernels(weight, shape, group);
            for (int channel = 0; channel < rows.Rows; channel += Rows, to = to[(Rows * rows.Columns)..])
                Packing.Transpose(rows.Block(channel, 0, Math.Min(Rows, rows.Rows - channel), rows.Columns), to, Rows);
        }
    }

    /// <summary>Sums for a block of channels, a row of <paramref name="columns"/> each.</summary>
    static void Tiles<T>(ref T kernels, ReadOnlySpan<int> offsets, Span<T> strip, int columns, Span<T> sums)
    {
        strip = strip[..(offsets[^1] + columns)];
        sums = sums[..(Rows * columns)];
        int column = 0;
        for (; column <= columns - 3 * Vector512<T>.Count; column += 3 * Vector512<T>.Count)
            Wide(ref kernels, offsets, ref strip[column], ref sums[column], columns);
        for (; column < columns; column += Vector512<T>.Count) Narrow(ref kernels, offsets, ref strip[column], ref sums[column], columns);
    }

    /// <summary>A tile of three vectors a row: of the 32 registers 24 hold sums.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Wide<T>(ref T kernel, ReadOnlySpan<int> offsets, ref T first, ref T to, nint step)
    {
        Vector512<T> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default, x6 = default, x7 = default;
        Vector512<T> y0 = default, y1 = default, y2 = default, y3 = default, y4 = default, y5 = default, y6 = default, y7 = default;
        Vector512<T> z0 = default, z1 = default, z2 = default, z3 = default, z4 = default, z5 = default, z6 = default, z7 = default;
        for (int p = 0; p < offsets.Length; p++)
        {
            ref T window = ref Unsafe.Add(ref first, offsets[p]);
            Vector512<T> x = Vector512.LoadUnsafe(ref window);
            Vector512<T> y = Vector512.LoadUnsafe(ref window, (nuint)Vector512<T>.Count);
            Vector512<T> z = Vector512.LoadUnsafe(ref window, 2 * (nuint)Vector512<T>.Count);
            Vector512<T> weight = Vector512.Create(kernel);
            x0 = Fused.MultiplyAdd(weight, x, x0);
            y0 = Fused.MultiplyAdd(weight, y, y0);
            z0 = Fused.MultiplyAdd(weight, z, z0);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 1));
            x1 = Fused.MultiplyAdd(weight, x, x1);
            y1 = Fused.MultiplyAdd(weight, y, y1);
            z1 = Fused.MultiplyAdd(weight, z, z1);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 2));
            x2 = Fused.MultiplyAdd(weight, x, x2);
            y2 = Fused.MultiplyAdd(weight, y, y2);
            z2 = Fused.MultiplyAdd(weight, z, z2);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 3));
            x3 = Fused.MultiplyAdd(weight, x, x3);
            y3 = Fused.MultiplyAdd(weight, y, y3);
            z3 = Fused.MultiplyAdd(weight, z, z3);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 4));
            x4 = Fused.MultiplyAdd(weight, x, x4);
            y4 = Fused.MultiplyAdd(weight, y, y4);
            z4 = Fused.MultiplyAdd(weight, z, z4);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 5));
            x5 = Fused.MultiplyAdd(weight, x, x5);
            y5 = Fused.MultiplyAdd(weight, y, y5);
            z5 = Fused.MultiplyAdd(weight, z, z5);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 6));
            x6 = Fused.MultiplyAdd(weight, x, x6);
            y6 = Fused.MultiplyAdd(weight, y, y6);
            z6 = Fused.MultiplyAdd(weight, z, z6);
            weight = Vector512.Create(Unsafe.Add(ref kernel, 7));
            x7 = Fused.MultiplyAdd(weight, x, x7);
            y7 = Fused.MultiplyAdd(weight, y, y7);
            z7 = Fused.MultiplyAdd(weight, z, z7);
            kernel = ref Unsafe.Add(ref kernel, Rows);
        }
        Store(x0, y0, z0, ref to);
        Store(x1, y1, z1, ref Unsafe.Add(ref to, step));
        Store(x2, y2, z2, ref Unsafe.Add(ref to, 2 * step));
        Store(x3, y3, z3, ref Unsafe.Add(ref to, 3 * step));
        Store(x4, y4, z4, ref Unsafe.Add(ref to, 4 * step));
        Store(x5, y5, z5, ref Unsafe.Add(ref to, 5 * step));
        Store(x6, y6, z6, ref Unsafe.Add(ref to, 6 * step));
        Store(x7, y7, z7, ref Unsafe.Add(ref to, 7 * step));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<T>(Vector512<T> x, Vector512<T> y, Vector512<T> z, ref T to)
    {
        x.StoreUnsafe(ref to);
        y.StoreUnsafe(ref to, (nuint)Vector512<T>.Count);
        z.StoreUnsafe(ref to, 2 * (nuint)Vector512<T>.Count);
    }

    /// <summary>A tile of one vector a row.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Narrow<T>(ref T kernel, ReadOnlySpan<int> offsets, ref T first, ref T to, nint step)
    {
        Vector512<T> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default, x6 = default, x7 = default;
        for (int p = 0; p < offsets.Length; p++)
        {
            Vector512<T> x = Vector512.LoadUnsafe(ref Unsafe.Add(ref first, offsets[p]));
            x0 = Fused.MultiplyAdd(Vector512.Create(kernel), x, x0);
            x1 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 1)), x, x1);
            x2 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 2)), x, x2);
            x3 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 3)), x, x3);
            x4 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 4)), x, x4);
            x5 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 5)), x, x5);
            x6 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 6)), x, x6);
            x7 = Fused.MultiplyAdd(Vector512.Create(Unsafe.Add(ref kernel, 7)), x, x7);
            kernel = ref Unsafe.Add(ref kernel, Rows);
        }
        x0.StoreUnsafe(ref to);
        x1.StoreUnsafe(ref Unsafe.Add(ref to, step));
        x2.StoreUnsafe(ref Unsafe.Add(ref to, 2 * step));
        x3.StoreUnsafe(ref Unsafe.Add(ref to, 3 * step));
        x4.StoreUnsafe(ref Unsafe.Add(ref to, 4 * step));
        x5.StoreUnsafe(ref Unsafe.Add(ref to, 5 * step));
        x6.StoreUnsafe(ref Unsafe.Add(ref to, 6 * step));
        x7.StoreUnsafe(ref Unsafe.Add(ref to, 7 * step));
    }

    /// <summary>Copies the sums that belong to windows, and adds to each row its number.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void TakeWindows<T>(ReadOnlySpan<T> sums, int columns, ReadOnlySpan<T> numbers, Matrix<T> output, ConvolutionShape shape, int rows)
    {
        int width = shape.OutputWidth, step = shape.StripWidth;
        for (int channel = 0; channel < output.Rows; channel++)
        {
            T number = numbers.IsEmpty ? Element.From<T>(-0.0) : numbers[channel]; // x + -0 = x, also for -0
            ref T from = ref MemoryMarshal.GetReference(sums.Slice(channel * columns, columns));
            ref T to = ref MemoryMarshal.GetReference(output.Row(channel, 0, rows * width));
            for (int i = 0; i < rows; i++, from = ref Unsafe.Add(ref from, step), to = ref Unsafe.Add(ref to, width)) AddNumber(ref from, number, ref to, width);
        }
    }

    /// <summary>Adds a number to each element. The last vector begins where it ends with the row: what is computed twice comes out the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddNumber<T>(ref T from, T number, ref T to, int length)
    {
        if (length >= Vector512<T>.Count)
        {
            Vector512<T> numbers = Vector512.Create(number);
            for (int at = 0; ; at = Math.Min(at + Vector512<T>.Count, length - Vector512<T>.Count))
            {
                (Vector512.LoadUnsafe(ref from, (nuint)at) + numbers).StoreUnsafe(ref to, (nuint)at);
                if (at == length - Vector512<T>.Count) return;
            }
        }
        if (length >= Vector256<T>.Count)
        {
            Vector256<T> numbers = Vector256.Create(number);
            nuint last = (nuint)(length - Vector256<T>.Count);
            (Vector256.LoadUnsafe(ref from) + numbers).StoreUnsafe(ref to);
            (Vector256.LoadUnsafe(ref from, last) + numbers).StoreUnsafe(ref to, last);
            return;
        }
        for (int at = 0; at < length; at++) Unsafe.Add(ref to, at) = Fused.Add(Unsafe.Add(ref from, at), number);
    }
}
