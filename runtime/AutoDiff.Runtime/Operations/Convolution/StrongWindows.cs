using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>The strong zero of <see cref="StrongZeros"/> in convolutions: sums in which a zero of a gradient met what is not finite are made again without it.</summary>
static class StrongWindows
{
    /// <summary>A place in the sum of products input · weight · output that a convolution and its derivatives are derivatives of.</summary>
    internal enum Role
    {
        Input,
        Weight,
        Output,
    }

    /// <summary>Makes a result right where a zero of the gradient met what is not finite.</summary>
    /// <param name="target">The place of the result.</param>
    /// <param name="adjoint">The place of the gradient.</param>
    /// <param name="result">The result.</param>
    /// <param name="gradient">The operand that is a gradient.</param>
    /// <param name="other">The other operand, which is at the third place.</param>
    /// <param name="shape">The lengths.</param>
    internal static void Mend<T>(Role target, Role adjoint, NDArray<T> result, NDArray<T> gradient, NDArray<T> other, ConvolutionShape shape)
    {
        bool looksAtOther = other.IsContiguous && other.Size < result.Size;
        if (StrongZeros.IsFinite<T>(looksAtOther ? other.Span : result.Span)) return;
        (gradient, other) = (gradient.Contiguous(), other.Contiguous());
        if (StrongZeros.HasZero<T>(gradient.Span)) Sum(target, adjoint, result.Span, gradient.Span, other.Span, shape);
        GC.KeepAlive(gradient);
        GC.KeepAlive(other);
    }

    /// <summary>Goes through all products, and adds those that belong to a sum which is not finite.</summary>
    [MethodImpl(Compiled.ByItself)]
    static void Sum<T>(Role target, Role adjoint, Span<T> result, ReadOnlySpan<T> gradient, ReadOnlySpan<T> other, ConvolutionShape shape)
    {
        bool[] isMended = new bool[result.Length];
        for (int i = 0; i < isMended.Length; i++)
        {
            isMended[i] = !StrongZeros.IsFinite(result[i]);
            if (isMended[i]) result[i] = default!;
        }
        int output = 0, window = shape.KernelHeight * shape.KernelWidth;
        Role third = Array.Find([Role.Input, Role.Weight, Role.Output], role => role != target && role != adjoint);
        for (int plane = 0; plane < shape.Images * shape.OutputChannels; plane++)
        {
            (int image, int channel) = (plane / shape.OutputChannels, plane % shape.OutputChannels);
            int firstChannel = image * shape.Channels + channel / shape.GroupOutputChannels * shape.GroupChannels;
            for (int place = 0; place < shape.OutputSize; place++, output++)
            {
                (int top, int left) = (place / shape.OutputWidth * shape.Stride - shape.Padding, place % shape.OutputWidth * shape.Stride - shape.Padding);
                for (int element = 0; element < shape.WindowSize; element++)
                {
                    int y = top + element % window / shape.KernelWidth * shape.Dilation, x = left + element % shape.KernelWidth * shape.Dilation;
                    if ((uint)y >= (uint)shape.Height || (uint)x >= (uint)shape.Width) continue;
                    int input = ((firstChannel + element / window) * shape.Height + y) * shape.Width + x, weight = channel * shape.WindowSize + element;
                    int to = At(target);
                    if (!isMended[to] || StrongZeros.IsZero(gradient[At(adjoint)])) continue;
                    result[to] = Fused.MultiplyAdd(gradient[At(adjoint)], other[At(third)], result[to]);

                    int At(Role role) => role switch { Role.Input => input, Role.Weight => weight, _ => output };
                }
            }
        }
    }
}
