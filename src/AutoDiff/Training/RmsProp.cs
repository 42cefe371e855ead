using System.Numerics;

namespace AutoDiff;

/// <summary>RMSProp: s ← γs + (1−γ)g², w ← w − ηg / √(s + ε). (Tieleman &amp; Hinton 2012.)</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class RmsProp<T> : Optimizer<T>
{
    readonly T[][] _squares;
    readonly double _decay;
    readonly double _epsilon;

    /// <summary>Prepares to update parameters.</summary>
    /// <param name="parameters">The parameters. Where a gradient is not attached yet, it is attached here.</param>
    /// <param name="learningRate">η, how far a step goes.</param>
    /// <param name="decay">γ, what remains of the mean square after a step.</param>
    /// <param name="epsilon">ε, which keeps the quotient finite.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not a number.</exception>
    public RmsProp(IEnumerable<NDArray<T>> parameters, double learningRate = 0.001, double decay = 0.9, double epsilon = 1e-8, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        _decay = NonNegative(decay, nameof(decay));
        _epsilon = NonNegative(epsilon, nameof(epsilon));
        _squares = Zeros();
    }

    private protected override void Update(int index, Span<float> parameter, ReadOnlySpan<float> gradient, float scale) =>
        VectorUpdate.Run(
            new Rule<float>((float)LearningRate, (float)_decay, (float)(1 - _decay), (float)_epsilon, (float)WeightDecay, scale),
            parameter, gradient, Squares<float>(index), default);

    private protected override void Update(int index, Span<double> parameter, ReadOnlySpan<double> gradient, double scale) =>
        VectorUpdate.Run(
            new Rule<double>(LearningRate, _decay, 1 - _decay, _epsilon, WeightDecay, scale), parameter, gradient, Squares<double>(index), default);

    Span<TReal> Squares<TReal>(int index) => Element.As<T, TReal>(_squares[index].AsSpan());

    readonly struct Rule<TReal>(TReal learningRate, TReal decay, TReal rest, TReal epsilon, TReal weightDecay, TReal scale) : IUpdateRule<TReal>
    {
        readonly TReal _learningRate = learningRate, _decay = decay, _rest = rest, _epsilon = epsilon, _weightDecay = weightDecay, _scale = scale;

        public Vector<TReal> Apply(Vector<TReal> parameter, Vector<TReal> gradient, ref Vector<TReal> squares, ref Vector<TReal> unused)
        {
            Vector<TReal> g = gradient * _scale + parameter * _weightDecay;
            squares = squares * _decay + g * g * _rest;
            return parameter - g * _learningRate / Vector.SquareRoot(squares + new Vector<TReal>(_epsilon));
        }
    }
}
