using System.Numerics;

namespace AutoDiff;

/// <summary>Adadelta: s ← ρs + (1−ρ)g², d = g·√(δ + ε) / √(s + ε), δ ← ρδ + (1−ρ)d², w ← w − ηd. (Zeiler 2012.)</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adadelta<T> : Optimizer<T>
{
    readonly T[][] _squares;
    readonly T[][] _steps;
    readonly double _decay;
    readonly double _epsilon;

    /// <summary>Prepares to update parameters.</summary>
    /// <param name="parameters">The parameters. Where a gradient is not attached yet, it is attached here.</param>
    /// <param name="learningRate">η; the method finds the length of its steps itself, so 1 is usual.</param>
    /// <param name="decay">ρ, what remains of the mean squares after a step.</param>
    /// <param name="epsilon">ε, which the first steps are made of.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not a number.</exception>
    public Adadelta(IEnumerable<NDArray<T>> parameters, double learningRate = 1, double decay = 0.9, double epsilon = 1e-5, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        _decay = NonNegative(decay, nameof(decay));
        _epsilon = NonNegative(epsilon, nameof(epsilon));
        _squares = Zeros();
        _steps = Zeros();
    }

    private protected override void Update(int index, Span<float> parameter, ReadOnlySpan<float> gradient, float scale) =>
        VectorUpdate.Run(
            new Rule<float>((float)LearningRate, (float)_decay, (float)(1 - _decay), (float)_epsilon, (float)WeightDecay, scale),
            parameter, gradient, Memory<float>(_squares, index), Memory<float>(_steps, index));

    private protected override void Update(int index, Span<double> parameter, ReadOnlySpan<double> gradient, double scale) =>
        VectorUpdate.Run(
            new Rule<double>(LearningRate, _decay, 1 - _decay, _epsilon, WeightDecay, scale),
            parameter, gradient, Memory<double>(_squares, index), Memory<double>(_steps, index));

    static Span<TReal> Memory<TReal>(T[][] memory, int index) => Element.As<T, TReal>(memory[index].AsSpan());

    readonly struct Rule<TReal>(TReal learningRate, TReal decay, TReal rest, TReal epsilon, TReal weightDecay, TReal scale) : IUpdateRule<TReal>
    {
        readonly TReal _learningRate = learningRate, _decay = decay, _rest = rest, _epsilon = epsilon, _weightDecay = weightDecay, _scale = scale;

        public Vector<TReal> Apply(Vector<TReal> parameter, Vector<TReal> gradient, ref Vector<TReal> squares, ref Vector<TReal> steps)
        {
            Vector<TReal> epsilon = new(_epsilon);
            Vector<TReal> g = gradient * _scale + parameter * _weightDecay;
            squares = squares * _decay + g * g * _rest;
            Vector<TReal> step = g * (Vector.SquareRoot(steps + epsilon) / Vector.SquareRoot(squares + epsilon));
            steps = steps * _decay + step * step * _rest;
            return parameter - step * _learningRate;
        }
    }
}
