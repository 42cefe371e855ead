namespace AutoDiff;

/// <summary>The lengths that a convolution has to do with.</summary>
sealed record ConvolutionShape(
    int Images, int Channels, int Height, int Width, int OutputChannels, int KernelHeight, int KernelWidth, int Stride, int Padding, int Dilation, int Groups,
    int OutputHeight, int OutputWidth)
{
    internal int GroupChannels => Channels / Groups;

    internal int GroupOutputChannels => OutputChannels / Groups;

    /// <summary>The number of elements of a plane of the result.</summary>
    internal int OutputSize => OutputHeight * OutputWidth;

    /// <summary>How many products an element of the result is the sum of.</summary>
    internal int WindowSize => GroupChannels * KernelHeight * KernelWidth;

    /// <summary>Whether the windows are the elements of the image in their order.</summary>
    internal bool IsPointwise => (KernelHeight, KernelWidth, Stride, Padding) == (1, 1, 1, 0);

    /// <summary>How many lines of the image the windows of so many rows of the result see.</summary>
    internal int StripLines(int rows) => (rows - 1) * Stride + (KernelHeight - 1) * Dilation + 1;

    /// <summary>The width of the image and of what is around it.</summary>
    internal int StripWidth => Width + 2 * Padding;

    internal Layout Input => Layout.Of([Images, Channels, Height, Width]);

    internal Layout Weight => Layout.Of([OutputChannels, GroupChannels, KernelHeight, KernelWidth]);

    internal Layout Output => Layout.Of([Images, OutputChannels, OutputHeight, OutputWidth]);

    internal static ConvolutionShape Of(int[] input, int[] weight, int[]? bias, int stride, int padding, int dilation, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(padding, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(dilation, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (input.Length != 4) throw new ArgumentException($"Conv2D: the input is images x channels x height x width, not {Shapes.Text(input)}.", nameof(input));
        if (weight.Length != 4 || weight[0] % groups != 0 || input[1] % groups != 0 || input[1] / groups != weight[1])
        {
            throw new ArgumentException(
                $"Conv2D: the shapes {Shapes.Text(input)} of the input and {Shapes.Text(weight)} of the weight do not fit together with {groups} group(s): " +
                "a weight is output channels x (channels / groups) x height x width.", nameof(weight));
        }
        if (bias is not null && (bias.Length != 1 || bias[0] != weight[0]))
            throw new ArgumentException($"Conv2D: the bias has the shape {Shapes.Text(bias)}, but the weight {Shapes.Text(weight)}.", nameof(bias));
        int Length(int length, int kernel)
        {
            long windows = (length + 2L * padding - (long)dilation * (kernel - 1) - 1) / stride + 1;
            if (kernel > 0 && length + 2L * padding > (long)dilation * (kernel - 1)) return checked((int)windows);
            throw new ArgumentException(
                $"Conv2D: a window of the weight {Shapes.Text(weight)} with dilation {dilation} does not fit into the input {Shapes.Text(input)} with padding {padding}.",
                nameof(weight));
        }

        return new(
            input[0], input[1], input[2], input[3], weight[0], weight[2], weight[3], stride, padding, dilation, groups,
            Length(input[2], weight[2]), Length(input[3], weight[3]));
    }
}
