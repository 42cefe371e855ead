namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// The cross-correlation of images with kernels, as MXNet's <c>Convolution</c>: this array is images × channels × height × width.
    /// </summary>
    /// <param name="weight">Kernels: output channels × (channels / <paramref name="groups"/>) × kernel height × kernel width.</param>
    /// <param name="bias">A number for each output channel that is added; null for none.</param>
    /// <param name="stride">How far apart neighbouring windows begin.</param>
    /// <param name="padding">How many zeros there are around an image on each side.</param>
    /// <param name="dilation">How far apart in the image what neighbouring elements of a kernel meet lies.</param>
    /// <param name="groups">Into how many parts the channels are divided that do not see one another.</param>
    /// <returns>A new array: images × output channels × output height × output width.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or a window is larger than the padded image.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or one but <paramref name="padding"/> is zero.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Conv2D(
        NDArray<TElement> weight, NDArray<TElement>? bias = null, int stride = 1, int padding = 0, int dilation = 1, int groups = 1)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("Conv2D");
        ConvolutionShape shape = ConvolutionShape.Of(this.Layout.Shape, weight.Layout.Shape, bias?.Layout.Shape, stride, padding, dilation, groups);
        return Convolution.Apply(this, weight, bias, shape);
    }
}

/// <summary>
/// Σ gradient · convolution(input, weight) is linear in each of the three. So its derivative with respect to one is an operation on the
/// other two, and the derivatives of the three operations are the operations themselves: the derivatives of any order are these kernels.
/// </summary>
static class Convolution
{
    const string Name = "Conv2D";

    /// <param name="input">Images.</param>
    /// <param name="weight">Kernels.</param>
    /// <param name="bias">What is added, or null.</param>
    /// <param name="shape">The lengths.</param>
    /// <param name="adjoint">Which of input and weight is a gradient, if one is.</param>
    internal static NDArray<T> Apply<T>(
        NDArray<T> input, NDArray<T> weight, NDArray<T>? bias, ConvolutionShape shape, GradientOperand adjoint = GradientOperand.None)
    {
        NDArray<T> result = ConvolutionKernels.Forward(input, weight, bias, shape);
        if (adjoint == GradientOperand.Left) StrongWindows.Mend(StrongWindows.Role.Output, StrongWindows.Role.Input, result, input, weight, shape);
        if (adjoint == GradientOperand.Right) StrongWindows.Mend(StrongWindows.Role.Output, StrongWindows.Role.Weight, result, weight, input, shape);
        if (bias is null) return Tape.Watches(input, weight) ? Recorded() : result;
        return Tape.Watches(input, weight) || Tape.Watches(bias) ? Recorded() : result;

        NDArray<T> Recorded()
        {
            (Saved<T>? x, Saved<T>? w) = Save(input, weight);
            ReadOnlySpan<NDArray<T>> operands = bias is null ? [input, weight] : [input, weight, bias];
            return Tape.Record(result, Name, operands, (gradient, operand) => operand switch
            {
                0 => InputGradient(gradient, w!.Value.For(Name), shape, GradientOperand.Left),
                1 => WeightGradient(gradient, x!.Value.For(Name), shape, GradientOperand.Left),
                _ => gradient.Reshape(shape.Images, shape.OutputChannels, shape.OutputSize).Sum(2).Sum(0),
            });
        }
    }

    /// <summary>The derivative of Σ gradient · convolution(input, weight) with respect to the input.</summary>
    static NDArray<T> InputGradient<T>(NDArray<T> gradient, NDArray<T> weight, ConvolutionShape shape, GradientOperand adjoint)
    {
        NDArray<T> result = ConvolutionKernels.InputGradient(gradient, weight, shape);
        if (adjoint == GradientOperand.Left) StrongWindows.Mend(StrongWindows.Role.Input, StrongWindows.Role.Output, result, gradient, weight, shape);
        else StrongWindows.Mend(StrongWindows.Role.Input, StrongWindows.Role.Weight, result, weight, gradient, shape);
        return Tape.Watches(gradient, weight) ? Recorded() : result;

        NDArray<T> Recorded()
        {
            (Saved<T>? g, Saved<T>? w) = Save(gradient, weight);
            return Tape.Record(result, Name, [gradient, weight], (head, operand) => operand == 0
                ? Apply(head, w!.Value.For(Name), null, shape, GradientOperand.Left)
                : WeightGradient(g!.Value.For(Name), head, shape, GradientOperand.Right));
        }
    }

    /// <summary>The derivative of Σ gradient · convolution(input, weight) with respect to the weight.</summary>
    static NDArray<T> WeightGradient<T>(NDArray<T> gradient, NDArray<T> input, ConvolutionShape shape, GradientOperand adjoint)
    {
        NDArray<T> result = ConvolutionWeights.Gradient(gradient, input, shape);
        if (adjoint == GradientOperand.Left) StrongWindows.Mend(StrongWindows.Role.Weight, StrongWindows.Role.Output, result, gradient, input, shape);
        else StrongWindows.Mend(StrongWindows.Role.Weight, StrongWindows.Role.Input, result, input, gradient, shape);
        return Tape.Watches(gradient, input) ? Recorded() : result;

        NDArray<T> Recorded()
        {
            (Saved<T>? g, Saved<T>? x) = Save(gradient, input);
            return Tape.Record(result, Name, [gradient, input], (head, operand) => operand == 0
                ? Apply(x!.Value.For(Name), head, null, shape, GradientOperand.Right)
                : InputGradient(g!.Value.For(Name), head, shape, GradientOperand.Right));
        }
    }

    /// <summary>Of two operands each one that the derivative of the other reads.</summary>
    static (Saved<T>? Left, Saved<T>? Right) Save<T>(NDArray<T> left, NDArray<T> right) =>
        (right.Variable is null ? null : new Saved<T>(left), left.Variable is null ? null : new Saved<T>(right));
}
