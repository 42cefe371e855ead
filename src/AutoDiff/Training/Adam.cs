using System.Numerics;

namespace AutoDiff;

/// <summary>
/// Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η√(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε). (Kingma &amp; Ba 2015.)
/// </summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adam<T> : Optimizer<T>
{
    readonly T[][] _means;
    readonly T[][] _squares;
    readonly double _beta1;
    readonly double _beta2;
    readonly double _epsilon;

    /// <summary>Prepares to update parameters.</summary>
    /// <param name="parameters">The parameters. Where a gradient is not attached yet, it is attached here.</param>
    /// <param name="learningRate">η, about how far each element goes in a step.</param>
    /// <param name="beta1">β₁, what remains of the mean gradient after a step.</param>
    /// <param name="beta2">β₂, what remains of the mean square after a step.</param>
    /// <param name="epsilon">ε, which keeps the quotient finite.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not a number.</exception>
    public Adam(
        IEnumerable<NDArray<T>> parameters, double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        _beta1 = NonNegative(beta1, nameof(beta1));
        _beta2 = NonNegative(beta2, nameof(beta2));
        _epsilon = NonNegative(epsilon, nameof(epsilon));
        _means = Zeros();
        _squares = Zeros();
    }

    /// <summary>The learning rate with the bias of the young means taken out.</summary>
    double CorrectedRate => LearningRate * Math.Sqrt(1 - Math.Pow(_beta2, Steps)) / (1 - Math.Pow(_beta1, Steps));

    private protected override void Update(int index, Span<float> parameter, ReadOnlySpan<float> gradient, float scale) =>
        VectorUpdate.Run(
            new Rule<float>((float)CorrectedRate, (float)_beta1, (float)(1 - _beta1), (float)_beta2, (float)(1 - _beta2), (float)_epsilon, (float)WeightDecay, scale),
            parameter, gradient, Memory<float>(_means, index), Memory<float>(_squares, index));

    private protected override void Update(int index, Span<double> parameter, ReadOnlySpan<double> gradient, double scale) =>
        VectorUpdate.Run(
            new Rule<double>(CorrectedRate, _beta1, 1 - _beta1, _beta2, 1 - _beta2, _epsilon, WeightDecay, scale),
            parameter, gradient, Memory<double>(_means, index), Memory<double>(_squares, index));

    static Span<TReal> Memory<TReal>(T[][] memory, int index) => Element.As<T, TReal>(memory[index].AsSpan());

    readonly struct Rule<TReal>(TReal rate, TReal beta1, TReal rest1, TReal beta2, TReal rest2, TReal epsilon, TReal weightDecay, TReal scale) : IUpdateRule<TReal>
    {
        readonly TReal _rate = rate, _beta1 = beta1, _rest1 = rest1, _beta2 = beta2, _rest2 = rest2, _epsilon = epsilon, _weightDecay = weightDecay, _scale = scale;

        public Vector<TReal> Apply(Vector<TReal> parameter, Vector<TReal> gradient, ref Vector<TReal> means, ref Vector<TReal> squares)
        {
            Vector<TReal> g = gradient * _scale + parameter * _weightDecay;
            means = means * _beta1 + g * _rest1;
            squares = squares * _beta2 + g * g * _rest2;
            return parameter - means * _rate / (Vector.SquareRoot(squares) + new Vector<TReal>(_epsilon));
        }
    }
}
