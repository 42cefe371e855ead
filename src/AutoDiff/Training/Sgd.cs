using System.Numerics;

namespace AutoDiff;

/// <summary>Stochastic gradient descent: v ← μv − η(g + λw), w ← w + v.</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
{
    readonly T[][] _velocities;

    /// <summary>Prepares to update parameters.</summary>
    /// <param name="parameters">The parameters. Where a gradient is not attached yet, it is attached here.</param>
    /// <param name="learningRate">η, how far a step goes.</param>
    /// <param name="momentum">μ, what remains of the last step's velocity.</param>
    /// <param name="weightDecay">λ, the factor of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not a number.</exception>
    public Sgd(IEnumerable<NDArray<T>> parameters, double learningRate = 0.01, double momentum = 0, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        Momentum = NonNegative(momentum, nameof(momentum));
        _velocities = momentum == 0 ? [] : Zeros();
    }

    /// <summary>What remains of the last step's velocity.</summary>
    public double Momentum { get; }

    private protected override void Update(int index, Span<float> parameter, ReadOnlySpan<float> gradient, float scale) =>
        VectorUpdate.Run(new Rule<float>((float)LearningRate, (float)Momentum, (float)WeightDecay, scale), parameter, gradient, Velocity<float>(index), default);

    private protected override void Update(int index, Span<double> parameter, ReadOnlySpan<double> gradient, double scale) =>
        VectorUpdate.Run(new Rule<double>(LearningRate, Momentum, WeightDecay, scale), parameter, gradient, Velocity<double>(index), default);

    Span<TReal> Velocity<TReal>(int index) => _velocities.Length == 0 ? default : Element.As<T, TReal>(_velocities[index].AsSpan());

    readonly struct Rule<TReal>(TReal learningRate, TReal momentum, TReal weightDecay, TReal scale) : IUpdateRule<TReal>
    {
        readonly TReal _learningRate = learningRate, _momentum = momentum, _weightDecay = weightDecay, _scale = scale;

        public Vector<TReal> Apply(Vector<TReal> parameter, Vector<TReal> gradient, ref Vector<TReal> velocity, ref Vector<TReal> unused)
        {
            velocity = velocity * _momentum - (gradient * _scale + parameter * _weightDecay) * _learningRate;
            return parameter + velocity;
        }
    }
}
