using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// From the lines of an image that a band of windows sees to the matrix whose columns are these windows. The lines are first copied into a strip,
/// channels × lines × (width + 2 · padding), which has the zeros that a window meets beyond the image: from there on no window has an edge.
/// </summary>
static class ImageWindows
{
    /// <summary>What buffers hold beyond their elements: rows are read and copied in whole vectors, up to two at a time, which reach over the end.</summary>
    internal const int Slack = 32;

    /// <summary>Copies the windows of <paramref name="rows"/> rows of the result from <paramref name="row"/> on.</summary>
    /// <param name="image">The channels of the image.</param>
    /// <param name="strip">A buffer for the strip.</param>
    /// <param name="windows">Window size × (rows · output width), side by side in their buffer.</param>
    /// <param name="shape">The lengths.</param>
    /// <param name="row">The first row of the result in the band.</param>
    /// <param name="rows">The number of rows of the band.</param>
    [MethodImpl(Compiled.ByItself)]
    internal static void Copy<T>(ReadOnlySpan<T> image, T[] strip, Matrix<T> windows, ConvolutionShape shape, int row, int rows)
    {
        Fill(image, strip, shape, row, rows);
        int lines = shape.StripLines(rows), width = shape.StripWidth;
        ref T source = ref MemoryMarshal.GetArrayDataReference(strip);
        ref T target = ref windows[0, 0];
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            for (int y = 0; y < shape.KernelHeight; y++)
            {
                for (int x = 0; x < shape.KernelWidth; x++)
                {
                    ref T first = ref Unsafe.Add(ref source, (channel * lines + y * shape.Dilation) * width + x * shape.Dilation);
                    if (shape.Stride == 1) Lines(ref first, width, ref target, shape.OutputWidth, rows);
                    else Apart(ref first, width, ref target, shape, rows);
                    target = ref Unsafe.Add(ref target, windows.Columns);
                }
            }
        }
    }

    /// <summary>The lines that the windows of a band see, zeros where they are beyond the image.</summary>
    [MethodImpl(Compiled.ByItself)]
    internal static void Fill<T>(ReadOnlySpan<T> image, Span<T> strip, ConvolutionShape shape, int row, int rows)
    {
        int lines = shape.StripLines(rows), width = shape.StripWidth, top = row * shape.Stride - shape.Padding;
        image = image[..(shape.GroupChannels * shape.Height * shape.Width)];
        ref T to = ref MemoryMarshal.GetReference(strip[..(shape.GroupChannels * lines * width)]), from = ref MemoryMarshal.GetReference(image);
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            for (int line = top; line < top + lines; line++, to = ref Unsafe.Add(ref to, width))
            {
                bool isInside = (uint)line < (uint)shape.Height;
                int start = isInside ? shape.Padding : width, end = start + (isInside ? shape.Width : 0);
                for (int i = 0; i < start; i++) Unsafe.Add(ref to, i) = default!;
                if (isInside) CopyLine(ref Unsafe.Add(ref from, (channel * shape.Height + line) * shape.Width), ref Unsafe.Add(ref to, start), shape.Width);
                for (int i = end; i < width; i++) Unsafe.Add(ref to, i) = default!;
            }
        }
    }

    /// <summary>Copies a few elements without a call. The last vector begins where it ends with the line: what is copied twice is the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void CopyLine<T>(ref T from, ref T to, int length)
    {
        int at = 0;
        if (length >= Vector256<T>.Count)
        {
            for (; at <= length - Vector256<T>.Count; at += Vector256<T>.Count) Vector256.LoadUnsafe(ref from, (nuint)at).StoreUnsafe(ref to, (nuint)at);
            at = length - Vector256<T>.Count;
            Vector256.LoadUnsafe(ref from, (nuint)at).StoreUnsafe(ref to, (nuint)at);
            return;
        }
        for (; at < length; at++) Unsafe.Add(ref to, at) = Unsafe.Add(ref from, at);
    }

    /// <summary>
    /// Copies lines to where they lie side by side, in whole vectors: what a vector holds beyond its line is overwritten by the next line, or by the
    /// next element of the window.
    /// </summary>
    [MethodImpl(Compiled.ByItself)]
    static void Lines<T>(ref T from, nint step, ref T to, nint length, int count)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            for (; count > 0; count--, from = ref Unsafe.Add(ref from, step), to = ref Unsafe.Add(ref to, length))
            {
                for (nint j = 0; j < length; j += Vector256<T>.Count) Vector256.LoadUnsafe(ref from, (nuint)j).StoreUnsafe(ref to, (nuint)j);
            }
            return;
        }
        for (; count > 0; count--, from = ref Unsafe.Add(ref from, step), to = ref Unsafe.Add(ref to, length))
        {
            for (nint j = 0; j < length; j += Vector512<T>.Count) Vector512.LoadUnsafe(ref from, (nuint)j).StoreUnsafe(ref to, (nuint)j);
        }
    }

    /// <summary>Copies elements a stride apart.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Apart<T>(ref T from, nint width, ref T to, ConvolutionShape shape, int rows)
    {
        for (int i = 0; i < rows; i++, from = ref Unsafe.Add(ref from, width * shape.Stride))
        {
            nint at = 0;
            for (int j = 0; j < shape.OutputWidth; j++, at += shape.Stride, to = ref Unsafe.Add(ref to, 1)) to = Unsafe.Add(ref from, at);
        }
    }
}
