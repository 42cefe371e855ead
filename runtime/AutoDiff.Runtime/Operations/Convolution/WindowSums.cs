using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// The transpose of <see cref="ImageWindows"/>: each element of the windows is added to the element of the image that it is a copy of. The windows of
/// neighbours overlap; so an element of the image gathers in a register what belongs to it, instead of being read and written once for each window.
/// </summary>
static class WindowSums
{
    /// <summary>Whether a band writes each element of an image, so that there is nothing to add to.</summary>
    internal static bool Overwrites(ConvolutionShape shape, int bandRows) => Gathers(shape) && bandRows >= shape.OutputHeight;

    /// <summary>Whether sums are gathered: there is an element of a window for each element of a line then, but at its ends.</summary>
    static bool Gathers(ConvolutionShape shape) => (shape.Stride, shape.Dilation) == (1, 1);

    /// <summary>The number of elements of <see cref="Masks"/>.</summary>
    internal static int MaskLength(ConvolutionShape shape) => Gathers(shape) ? shape.KernelWidth * Rounded(shape.StripWidth) : 0;

    static int Rounded(int width) => (width + ImageWindows.Slack - 1) / ImageWindows.Slack * ImageWindows.Slack;

    /// <summary>For each column x of the kernel a line of the strip: all bits where some window has its column x, none elsewhere.</summary>
    internal static void Masks<T>(Span<T> masks, ConvolutionShape shape)
    {
        if (!Gathers(shape)) return;
        int length = Rounded(shape.StripWidth);
        masks.Clear();
        for (int x = 0; x < shape.KernelWidth; x++)
            masks.Slice(x * length + x, shape.OutputWidth).Fill(Vector128<T>.AllBitsSet.ToScalar());
    }

    /// <summary>
    /// Adds the windows of <paramref name="rows"/> rows of the result from <paramref name="row"/> on to the image, or writes them if it <see cref="Overwrites"/>.
    /// </summary>
    /// <param name="windows">Window size × (rows · output width), side by side in their buffer.</param>
    /// <param name="image">The channels of the image.</param>
    /// <param name="strip">A buffer for the sums of a strip, laid out as that of <see cref="ImageWindows"/>.</param>
    /// <param name="masks">What <see cref="Masks"/> made.</param>
    /// <param name="shape">The lengths.</param>
    /// <param name="row">The first row of the result in the band.</param>
    /// <param name="rows">The number of rows of the band.</param>
    [MethodImpl(Compiled.ByItself)]
    internal static void Add<T>(Matrix<T> windows, Span<T> image, T[] strip, ReadOnlySpan<T> masks, ConvolutionShape shape, int row, int rows)
    {
        if (!Gathers(shape))
        {
            ScatteredSums.Add(windows, image, shape, row, rows);
            return;
        }
        if (Vector512.IsHardwareAccelerated) Gather512(windows, strip, masks, shape, rows);
        else Gather256(windows, strip, masks, shape, rows);
        int lines = shape.StripLines(rows), top = row - shape.Padding;
        bool overwrites = Overwrites(shape, rows);
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            for (int line = Math.Max(top, 0); line < Math.Min(top + lines, shape.Height); line++)
            {
                ref T source = ref strip[(channel * lines + line - top) * shape.StripWidth + shape.Padding];
                PutLine(ref source, overwrites, image.Slice((channel * shape.Height + line) * shape.Width, shape.Width));
            }
        }
    }

    /// <summary>Each element of the strip, in vectors. What a vector holds beyond its line is overwritten by the next line.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Gather512<T>(Matrix<T> windows, T[] strip, ReadOnlySpan<T> masks, ConvolutionShape shape, int rows)
    {
        int lines = shape.StripLines(rows), width = shape.StripWidth, height = shape.KernelHeight, length = Rounded(width);
        nint windowStep = windows.Columns - 1;
        ref T target = ref MemoryMarshal.GetArrayDataReference(strip);
        for (int at = 0; at < shape.GroupChannels * lines; at++, target = ref Unsafe.Add(ref target, width))
        {
            int channel = at / lines, line = at - channel * lines;
            for (int j = 0; j < width; j += Vector512<T>.Count)
            {
                Vector512<T> sum = default;
                for (int y = Math.Max(line - rows + 1, 0); y < Math.Min(height, line + 1); y++)
                {
                    ref T source = ref Unsafe.Add(ref windows[(channel * height + y) * shape.KernelWidth, 0], (line - y) * shape.OutputWidth + j);
                    ref T mask = ref Unsafe.Add(ref MemoryMarshal.GetReference(masks), j);
                    for (int x = shape.KernelWidth; x > 0; x--)
                    {
                        sum += Vector512.LoadUnsafe(ref source) & Vector512.LoadUnsafe(ref mask);
                        source = ref Unsafe.Add(ref source, windowStep);
                        mask = ref Unsafe.Add(ref mask, length);
                    }
                }
                sum.StoreUnsafe(ref target, (nuint)j);
            }
        }
    }

    /// <inheritdoc cref="Gather512"/>
    [MethodImpl(Compiled.ByItself)]
    static void Gather256<T>(Matrix<T> windows, T[] strip, ReadOnlySpan<T> masks, ConvolutionShape shape, int rows)
    {
        int lines = shape.StripLines(rows), width = shape.StripWidth, height = shape.KernelHeight, length = Rounded(width);
        nint windowStep = windows.Columns - 1;
        ref T target = ref MemoryMarshal.GetArrayDataReference(strip);
        for (int at = 0; at < shape.GroupChannels * lines; at++, target = ref Unsafe.Add(ref target, width))
        {
            int channel = at / lines, line = at - channel * lines;
            for (int j = 0; j < width; j += Vector256<T>.Count)
            {
                Vector256<T> sum = default;
                for (int y = Math.Max(line - rows + 1, 0); y < Math.Min(height, line + 1); y++)
                {
                    ref T source = ref Unsafe.Add(ref windows[(channel * height + y) * shape.KernelWidth, 0], (line - y) * shape.OutputWidth + j);
                    ref T mask = ref Unsafe.Add(ref MemoryMarshal.GetReference(masks), j);
                    for (int x = shape.KernelWidth; x > 0; x--)
                    {
                        sum += Vector256.LoadUnsafe(ref source) & Vector256.LoadUnsafe(ref mask);
                        source = ref Unsafe.Add(ref source, windowStep);
                        mask = ref Unsafe.Add(ref mask, length);
                    }
                }
                sum.StoreUnsafe(ref target, (nuint)j);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void PutLine<T>(ref T from, bool overwrites, Span<T> line)
    {
        ref T to = ref MemoryMarshal.GetReference(line);
        int i = 0;
        for (; i <= line.Length - Vector256<T>.Count; i += Vector256<T>.Count)
        {
            Vector256<T> sum = Vector256.LoadUnsafe(ref from, (nuint)i);
            if (!overwrites) sum += Vector256.LoadUnsafe(ref to, (nuint)i);
            sum.StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < line.Length; i++) Unsafe.Add(ref to, i) = overwrites ? Unsafe.Add(ref from, i) : Fused.Add(Unsafe.Add(ref to, i), Unsafe.Add(ref from, i));
    }
}
