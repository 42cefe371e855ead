namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>Layer normalisation, as MXNet's: (x - mean) / √(variance + ε) · γ + β with the mean and the variance (divided by n) along one axis.</summary>
    /// <param name="gamma">The factor γ for each place along the axis.</param>
    /// <param name="beta">The summand β for each place along the axis.</param>
    /// <param name="epsilon">What is added to a variance.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    /// <returns>An array of the same shape.</returns>
    /// <exception cref="ArgumentException">γ or β does not have the length of the axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> LayerNorm(NDArray<TElement> gamma, NDArray<TElement> beta, double epsilon = 1e-5, int axis = -1)
    {
        ArgumentNullException.ThrowIfNull(gamma);
        ArgumentNullException.ThrowIfNull(beta);
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("LayerNorm");
        int along = Shapes.Axis(axis, Shape, "LayerNorm"), length = Layout.Shape[along];
        if (!gamma.Layout.HasShape([length]) || !beta.Layout.HasShape([length]))
        {
            throw new ArgumentException(
                $"LayerNorm: axis {axis} of an array of shape {Shapes.Text(Shape)} does not have the length of {Shapes.Text(gamma.Shape)} and {Shapes.Text(beta.Shape)}.");
        }
        if (along != Rank - 1) return SwapAxes(along, -1).LayerNorm(gamma, beta, epsilon).SwapAxes(along, -1);
        int[] shape = Layout.Shape;
        NDArray<TElement> rows = Reshape(1, Shapes.Count(shape.AsSpan(0, along)), length);
        return (Standardization.Apply(rows, epsilon, "LayerNorm") * gamma + beta).Reshape(shape);
    }
}
