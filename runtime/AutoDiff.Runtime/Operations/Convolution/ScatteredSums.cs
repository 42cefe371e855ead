using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// Sums of windows whose neighbours begin, or whose elements lie, more than one element apart: each element of the windows is added to the image by itself.
/// </summary>
static class ScatteredSums
{
    /// <inheritdoc cref="WindowSums.Add"/>
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

    [MethodImpl(Compiled.ByItself)]
    static void AddElement<T>(ReadOnlySpan<T> from, Span<T> plane, ConvolutionShape shape, int row, int rows, int y, int x)
    {
        (int start, int end, int column) = Inside(shape, x);
        for (int i = 0; i < rows; i++)
        {
            int line = (row + i) * shape.Stride - shape.Padding + y * shape.Dilation;
            if ((uint)line >= (uint)shape.Height || start >= end) continue;
            ReadOnlySpan<T> source = from.Slice(i * shape.OutputWidth + start, end - start);
            Span<T> target = plane[(line * shape.Width + column)..];
            for (int j = 0; j < source.Length; j++) target[j * shape.Stride] = Fused.Add(target[j * shape.Stride], source[j]);
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
}
