namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>The array's place in a graph; null if it is a constant there.</summary>
    internal Variable<TElement>? Variable { get; set; }

    /// <summary>
    /// Where <see cref="Backward"/> leaves the gradient, of the array's shape: null before <see cref="AttachGradient"/>, then zeros, null again after
    /// <see cref="DropGradient"/>. It is the same array after every pass.
    /// </summary>
    public NDArray<TElement>? Gradient => Variable?.Gradient;

    /// <summary>
    /// Asks for the gradient with respect to this array. What is recorded from now on depends on it; an array that was recorded itself keeps its place in
    /// the graph and gets its gradient too.
    /// </summary>
    /// <param name="request">Whether each backward pass overwrites the gradient, adds to it or leaves it alone.</param>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public void AttachGradient(GradientRequest request = GradientRequest.Write)
    {
        if (!Element.IsReal<TElement>()) throw Element.Unsupported<TElement>("AttachGradient");
        Variable ??= new(null, Layout.Shape);
        Variable.Request = request;
        Variable.Gradient = Zeros(Layout);
    }

    /// <summary>Stops asking for the gradient; <see cref="Gradient"/> is null from now on.</summary>
    public void DropGradient()
    {
        if (Variable is null) return;
        Variable.Request = GradientRequest.Null;
        Variable.Gradient = null;
        if (Variable.IsLeaf) Variable = null;
    }

    /// <summary>A constant with the same elements, shared and not copied: no derivative flows through it (<c>stop_gradient</c>).</summary>
    /// <returns>A view that is in no graph.</returns>
    public NDArray<TElement> Detach() => View(Layout, 0);

    /// <summary>Computes the gradients of all attached arrays that this one depends on. The sum of the elements is differentiated.</summary>
    /// <param name="headGradient">An array of the same shape that the elements are weighed with; ones if it is null.</param>
    /// <param name="retainGraph">Whether the graph can be differentiated again; otherwise it is freed.</param>
    /// <param name="trainMode">What <see cref="Autograd.IsTraining"/> is meanwhile.</param>
    /// <exception cref="ArgumentException">The head gradient has another shape.</exception>
    /// <exception cref="InvalidOperationException">
    /// The array was not recorded, the graph was freed, or an array was changed in place that a derivative reads.
    /// </exception>
    public void Backward(NDArray<TElement>? headGradient = null, bool retainGraph = false, bool trainMode = true) =>
        Autograd.Backward([this], [headGradient], retainGraph, trainMode);
}
