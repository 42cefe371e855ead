using System.Numerics;

namespace AutoDiff;

/// <summary>Adagrad: s ← s + g², w ← w − ηg / √(s + ε). (Duchi, Hazan &amp; Singer 2011.)</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adagrad<T> : Optimizer<T>
{
    readonly T[][] _squares;
    readonly double _epsilon;

    /// <summary>Prepares to update parameters.</summary>
    /// <param name="parameters">The parameters. Where a gradient is not attached yet, it is attached here.</param>
    /// <param name="learningRate">η, how far the first step goes.</param>
    /// <param name="epsilon">ε, which keeps the quotient finite.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not a number.</exception>
    public Adagrad(IEnumerable<NDArray<T>> parameters, double learningRate = 0.01, double epsilon = 1e-7, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        _epsilon = NonNegative(epsilon, nameof(epsilon));
        _squares = Zeros();
    }

    private protected override void Update(int index, Span<float> parameter, ReadOnlySpan<float> gradient, float scale) =>
        VectorUpdate.Run(new Rule<float>((float)LearningRate, (float)_epsilon, (float)WeightDecay, scale), parameter, gradient, Squares<float>(index), default);

    private protected override void Update(int index, Span<double> parameter, ReadOnlySpan<double> gradient, double scale) =>
        VectorUpdate.Run(new Rule<double>(LearningRate, _epsilon, WeightDecay, scale), parameter, gradient, Squares<double>(index), default);

    Span<TReal> Squares<TReal>(int index) => Element.As<T, TReal>(_squares[index].AsSpan());

    readonly struct Rule<TReal>(TReal learningRate, TReal epsilon, TReal weightDecay, TReal scale) : IUpdateRule<TReal>
    {
        readonly TReal _learningRate = learningRate, _epsilon = epsilon, _weightDecay = weightDecay, _scale = scale;

        public Vector<TReal> Apply(Vector<TReal> parameter, Vector<TReal> gradient, ref Vector<TReal> squares, ref Vector<TReal> unused)
        {
            Vector<TReal> g = gradient * _scale + parameter * _weightDecay;
            squares += g * g;
            return parameter - g * _learningRate / Vector.SquareRoot(squares + new Vector<TReal>(_epsilon));
        }
    }
}
