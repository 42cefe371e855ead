namespace AutoDiff;

// Activations that are made of other operations, which know their derivatives.
public sealed partial class NDArray<TElement>
{
    /// <summary>The leaky rectified linear unit of each element: x above 0, <paramref name="slope"/>·x elsewhere.</summary>
    /// <param name="slope">The slope below 0, which is the derivative at 0 too.</param>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> LeakyRelu(TElement slope) => NDArray.Where(Greater(Element.From<TElement>(0)), this, this * slope);

    /// <summary>The exponential linear unit of each element: x above 0, <paramref name="scale"/>·(eˣ - 1) elsewhere.</summary>
    /// <param name="scale">What the function tends to below 0, negated.</param>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Elu(TElement scale) => NDArray.Where(Greater(Element.From<TElement>(0)), this, Expm1() * scale);

    /// <summary>The sigmoid linear unit x/(1 + e⁻ˣ) of each element, also called swish.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Silu() => this * Sigmoid();

    /// <summary>The Gaussian error linear unit x·Φ(x) of each element, with the distribution function Φ of the normal distribution.</summary>
    /// <returns>A new array of the same shape.</returns>
    public NDArray<TElement> Gelu() =>
        this * ((this * Element.From<TElement>(0.70710678118654752)).Erf() + Element.From<TElement>(1)) * Element.From<TElement>(0.5);
}
