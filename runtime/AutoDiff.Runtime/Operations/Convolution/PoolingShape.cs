namespace AutoDiff;

/// <summary>The lengths that pooling has to do with. As in MXNet's and PyTorch's default a last window that does not fit is left out.</summary>
sealed record PoolingShape(int[] Leading, int Height, int Width, int Size, int Stride, int Padding, int OutputHeight, int OutputWidth)
{
    /// <summary>The number of images times the number of channels.</summary>
    internal int Planes { get; } = Leading[0] * Leading[1];

    internal int PlaneSize => Height * Width;

    internal int OutputSize => OutputHeight * OutputWidth;

    internal Layout Input => Layout.Of([.. Leading, Height, Width]);

    internal Layout Output => Layout.Of([.. Leading, OutputHeight, OutputWidth]);

    internal static PoolingShape Of(string operation, int[] input, int size, int? stride, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride ?? size, 1, nameof(stride));
        ArgumentOutOfRangeException.ThrowIfLessThan(padding, 0);
        if (input.Length != 4)
            throw new ArgumentException($"{operation}: the input is images x channels x height x width, not {Shapes.Text(input)}.", nameof(input));
        if (padding >= size) throw new ArgumentException($"{operation}: with a padding of {padding} a window of {size} could lie outside of the image.", nameof(padding));
        if (Math.Min(input[2], input[3]) + 2L * padding < size || Math.Min(input[2], input[3]) == 0)
        {
            throw new ArgumentException(
                $"{operation}: a window of {size}x{size} does not fit into the input {Shapes.Text(input)} with padding {padding}.", nameof(size));
        }
        int step = stride ?? size;
        return new(
            input[..2], input[2], input[3], size, step, padding, (input[2] + 2 * padding - size) / step + 1, (input[3] + 2 * padding - size) / step + 1);
    }

    /// <summary>The part of a window that is inside of the image, along one axis.</summary>
    internal (int From, int To) Inside(int window, int length)
    {
        int from = window * Stride - Padding;
        return (Math.Max(from, 0), Math.Min(from + Size, length));
    }

    /// <summary>Runs the planes on several cores where it pays.</summary>
    internal void ForPlanes(Action<int, int> planes)
    {
        int perPart = Math.Clamp((128 << 10) / Math.Max(PlaneSize, 1), 1, Math.Max(Planes, 1));
        Cores.For((Planes + perPart - 1) / perPart, part => planes(part * perPart, Math.Min((part + 1) * perPart, Planes)));
    }
}
