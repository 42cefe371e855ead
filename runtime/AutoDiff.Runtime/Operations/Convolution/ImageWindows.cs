using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>
/// Between an image, channels × height × width, and the matrix whose columns are its windows. A row of the matrix belongs to one element of the
/// window; where the window reaches beyond the image, it holds zeros.
/// </summary>
static class ImageWindows
{
    /// <summary>Copies the windows of <paramref name="rows"/> rows of the result from <paramref name="row"/> on.</summary>
    internal static void Copy<T>(ReadOnlySpan<T> image, Matrix<T> windows, ConvolutionShape shape, int row, int rows)
    {
        int at = 0;
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            ReadOnlySpan<T> plane = image.Slice(channel * shape.Height * shape.Width, shape.Height * shape.Width);
            for (int y = 0; y < shape.KernelHeight; y++)
            {
                for (int x = 0; x < shape.KernelWidth; x++) CopyElement(plane, windows.Row(at++, 0, windows.Columns), shape, row, rows, y, x);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void CopyElement<T>(ReadOnlySpan<T> plane, Span<T> to, ConvolutionShape shape, int row, int rows, int y, int x)
    {
        int width = shape.OutputWidth;
        (int start, int end, int column) = Inside(shape, x);
        for (int i = 0; i < rows; i++, to = to[width..])
        {
            int line = (row + i) * shape.Stride - shape.Padding + y * shape.Dilation;
            if ((uint)line >= (uint)shape.Height || start >= end)
            {
                to[..width].Clear();
                continue;
            }
            if (start > 0) to[..start].Clear();
            if (end < width) to[end..width].Clear();
            ref T source = ref Unsafe.Add(ref MemoryMarshal.GetReference(plane), line * shape.Width + column);
            ref T target = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), start);
            if (shape.Stride == 1) Copy(ref source, ref target, end - start);
            else for (int j = 0; j < end - start; j++) Unsafe.Add(ref target, j) = Unsafe.Add(ref source, j * shape.Stride);
        }
    }

    /// <summary>Adds each element of the windows to where it was copied from.</summary>
    internal static void Add<T>(Matrix<T> windows, Span<T> image, ConvolutionShape shape, int row, int rows)
    {
        int at = 0;
        for (int channel = 0; channel < shape.GroupChannels; channel++)
        {
            Span<T> plane = image.Slice(channel * shape.Height * shape.Width, shape.Height * shape.Width);
            for (int y = 0; y < shape.KernelHeight; y++)
            {
                for (int x = 0; x < shape.KernelWidth; x++) AddElement(windows.Row(at++, 0, windows.Columns), plane, shape, row, rows, y, x);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void AddElement<T>(ReadOnlySpan<T> from, Span<T> plane, ConvolutionShape shape, int row, int rows, int y, int x)
    {
        (int start, int end, int column) = Inside(shape, x);
        for (int i = 0; i < rows; i++)
        {
            int line = (row + i) * shape.Stride - shape.Padding + y * shape.Dilation;
            if ((uint)line >= (uint)shape.Height || start >= end) continue;
            ref T source = ref Unsafe.Add(ref MemoryMarshal.GetReference(from), i * shape.OutputWidth + start);
            ref T target = ref Unsafe.Add(ref MemoryMarshal.GetReference(plane), line * shape.Width + column);
            if (shape.Stride == 1) Add(ref source, ref target, end - start);
            else for (int j = 0; j < end - start; j++) Unsafe.Add(ref target, j * shape.Stride) = Fused.Add(Unsafe.Add(ref target, j * shape.Stride), Unsafe.Add(ref source, j));
        }
    }

    /// <summary>Which windows of a row have the element <paramref name="x"/> inside of the image, and in which column of the image the first one has it.</summary>
    static (int Start, int End, int Column) Inside(ConvolutionShape shape, int x)
    {
        int left = x * shape.Dilation - shape.Padding; // the column in the first window
        int start = left >= 0 ? 0 : (-left + shape.Stride - 1) / shape.Stride;
        int end = left >= shape.Width ? 0 : Math.Min((shape.Width - 1 - left) / shape.Stride + 1, shape.OutputWidth);
        return (start, end, left + start * shape.Stride);
    }

    /// <summary>Rows are short: a call of the general copy costs more than the copying.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Copy<T>(ref T from, ref T to, int length)
    {
        int i = 0;
        for (; i <= length - Vector256<T>.Count; i += Vector256<T>.Count)
            Vector256.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref to, (nuint)i);
        for (; i < length; i++) Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add<T>(ref T from, ref T to, int length)
    {
        int i = 0;
        for (; i <= length - Vector256<T>.Count; i += Vector256<T>.Count)
            (Vector256.LoadUnsafe(ref to, (nuint)i) + Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < length; i++) Unsafe.Add(ref to, i) = Fused.Add(Unsafe.Add(ref to, i), Unsafe.Add(ref from, i));
    }
}
