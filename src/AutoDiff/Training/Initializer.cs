namespace AutoDiff;

/// <summary>Parameters to begin a training with.</summary>
public static class Initializer
{
    /// <summary>Normally distributed around 0.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="deviation">The standard deviation.</param>
    /// <param name="shape">The lengths of the axes.</param>
    /// <returns>A new array with a gradient attached.</returns>
    public static NDArray<T> Normal<T>(ArrayRandom random, T deviation, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Attached(random.Normal(Element.From<T>(0), deviation, shape));
    }

    /// <summary>Evenly distributed over an interval.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The bound above, not reached.</param>
    /// <param name="shape">The lengths of the axes.</param>
    /// <returns>A new array with a gradient attached.</returns>
    public static NDArray<T> Uniform<T>(ArrayRandom random, T low, T high, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Attached(random.Uniform(low, high, shape));
    }

    /// <summary>
    /// Evenly distributed over ±√(6 / (fan-in + fan-out)), so that activations and gradients keep their variance from layer to layer.
    /// (Glorot &amp; Bengio 2010; MXNet's <c>Xavier</c>.)
    /// </summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="shape">The lengths of the axes, outputs first for a kernel (outputs × inputs × height × width); the first two are the fans.</param>
    /// <returns>A new array with a gradient attached.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static NDArray<T> Xavier<T>(ArrayRandom random, params ReadOnlySpan<int> shape)
    {
        if (shape.Length < 2) throw new ArgumentException($"Xavier: the shape {Shapes.Text(shape)} has no fan-in and fan-out.", nameof(shape));
        double window = 1;
        foreach (int length in shape[2..]) window *= length;
        double bound = Math.Sqrt(6 / ((shape[0] + shape[1]) * window));
        return Uniform(random, Element.From<T>(-bound), Element.From<T>(bound), shape);
    }

    /// <summary>Zeros, as biases begin.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="shape">The lengths of the axes.</param>
    /// <returns>A new array with a gradient attached.</returns>
    public static NDArray<T> Zeros<T>(params ReadOnlySpan<int> shape) => Attached(NDArray.Zeros<T>(shape));

    static NDArray<T> Attached<T>(NDArray<T> parameter)
    {
        parameter.AttachGradient();
        return parameter;
    }
}
