namespace AutoDiff;

/// <summary>Changes parameters in the direction that their gradients point away from.</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// The formulas and defaults are those of MXNet's optimisers of the same names. Parameters are updated in place, outside of any recording; a step allocates
/// nothing. What an optimiser remembers belongs to the parameters it was made for.
/// </remarks>
public abstract class Optimizer<T>
{
    readonly NDArray<T>[] _parameters;

    /// <summary>Prepares to update parameters.</summary>
    /// <param name="parameters">The parameters. Where a gradient is not attached yet, it is attached here.</param>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient (the derivative of half its squared norm).</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not a number.</exception>
    protected Optimizer(IEnumerable<NDArray<T>> parameters, double learningRate, double weightDecay)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = [.. parameters];
        foreach (NDArray<T> parameter in _parameters)
        {
            if (!parameter.IsContiguous) throw new ArgumentException("A parameter is an array of its own, not a view with gaps.", nameof(parameters));
            if (parameter.Gradient is null) parameter.AttachGradient();
        }
        LearningRate = learningRate;
        WeightDecay = NonNegative(weightDecay, nameof(weightDecay));
    }

    /// <summary>How far a step goes; may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not a number.</exception>
    public double LearningRate
    {
        get;
        set => field = NonNegative(value, nameof(value));
    }

    /// <summary>The factor of the parameter that is added to its gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>The number of steps done.</summary>
    public int Steps { get; private set; }

    /// <summary>Updates all parameters by their gradients.</summary>
    /// <param name="batchSize">What the gradients are divided by: the number of examples if the loss is their sum, 1 if it is their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive.</exception>
    /// <exception cref="InvalidOperationException">The gradient of a parameter was dropped.</exception>
    public void Step(int batchSize = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        Steps++;
        for (int i = 0; i < _parameters.Length; i++)
        {
            NDArray<T> parameter = _parameters[i];
            NDArray<T> gradient = parameter.Gradient ?? throw new InvalidOperationException($"Step: the gradient of parameter {i} was dropped.");
            if (typeof(T) == typeof(float)) Update(i, Element.As<T, float>(parameter.Span), Element.As<T, float>(gradient.Span), 1f / batchSize);
            else Update(i, Element.As<T, double>(parameter.Span), Element.As<T, double>(gradient.Span), 1.0 / batchSize);
            parameter.MarkChanged();
        }
    }

    /// <summary>Updates a parameter of single precision.</summary>
    private protected abstract void Update(int index, Span<float> parameter, ReadOnlySpan<float> gradient, float scale);

    /// <summary>Updates a parameter of double precision.</summary>
    private protected abstract void Update(int index, Span<double> parameter, ReadOnlySpan<double> gradient, double scale);

    /// <summary>An array of zeros for each parameter.</summary>
    private protected T[][] Zeros() => [.. _parameters.Select(parameter => new T[parameter.Size])];

    /// <summary>A rate, checked.</summary>
    private protected static double NonNegative(double value, string name)
    {
        if (value >= 0) return value;
        throw new ArgumentOutOfRangeException(name, value, "A rate is not negative.");
    }
}
