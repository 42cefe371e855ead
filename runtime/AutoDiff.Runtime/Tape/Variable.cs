namespace AutoDiff;

/// <summary>
/// The place of an array in the graph: which operation it comes from, and where its gradient goes. It holds no values, so intermediate arrays that no
/// rule reads can be freed while the graph lives.
/// </summary>
abstract class Variable(Node? producer, int[] shape)
{
    /// <summary>The operation that gave the array; null for one that the user attached a gradient to.</summary>
    internal Node? Producer { get; } = producer;

    internal int[] Shape { get; } = shape;

    internal bool IsLeaf => Producer is null;

    /// <summary>Whether a gradient arrived in the running backward pass.</summary>
    internal abstract bool IsPending { get; }

    /// <summary>Forgets the gradient of the running backward pass.</summary>
    internal abstract void Clear();

    /// <summary>Hands what <paramref name="collector"/> holds as pending to the user, as requested.</summary>
    internal abstract void Deliver(Variable collector);
}

/// <inheritdoc/>
/// <typeparam name="T">The element type.</typeparam>
sealed class Variable<T>(Node? producer, int[] shape) : Variable(producer, shape)
{
    bool _ownsPending; // then nobody else has the array

    /// <summary>The array that the user reads the gradient from; null where none was asked for.</summary>
    internal NDArray<T>? Gradient { get; set; }

    internal GradientRequest Request { get; set; }

    internal NDArray<T>? Pending { get; private set; }

    internal override bool IsPending => Pending is not null;

    /// <summary>Adds to the gradient of the running backward pass. The array is kept, and changed only if nobody else has it.</summary>
    internal void Accumulate(NDArray<T> gradient, bool isOwned)
    {
        if (Pending is null)
        {
            (Pending, _ownsPending) = (gradient, isOwned);
        }
        else if (_ownsPending && !Autograd.IsRecording)
        {
            InPlace.Add(Pending, gradient);
        }
        else
        {
            (Pending, _ownsPending) = (Pending + gradient, true);
        }
    }

    /// <summary>Adds to the gradient of the running backward pass, which <paramref name="addTo"/> changes in place. Not while recording.</summary>
    internal void Accumulate(Action<NDArray<T>> addTo)
    {
        if (Pending is null) Pending = NDArray<T>.Zeros(Layout.Of(Shape));
        else if (!_ownsPending) Pending = Strided.Copy(Pending);
        _ownsPending = true;
        addTo(Pending);
    }

    internal override void Clear() => (Pending, _ownsPending) = (null, false);

    internal override void Deliver(Variable collector)
    {
        if (Gradient is not { } gradient || Request == GradientRequest.Null) return;
        Variable<T> from = (Variable<T>)collector;
        NDArray<T> pending = from.Pending!;
        lock (this)
        {
            if (Request == GradientRequest.Add) InPlace.Add(gradient, pending);
            else if (IsLeaf && from._ownsPending) InPlace.Take(gradient, pending);
            else InPlace.Assign(gradient, pending);
        }
    }
}
