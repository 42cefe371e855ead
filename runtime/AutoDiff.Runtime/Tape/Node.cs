using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// A recorded operation: where its operands come from, and its derivative. A node is deeper than everything it depends on, so that going through a
/// graph from the deepest to the shallowest meets every use of a value before the operation that made it.
/// </summary>
abstract class Node
{
    BackwardPass? _pass;
    Variable?[] _inputs;

    protected Node(string operation, Variable?[] inputs)
    {
        Operation = operation;
        _inputs = inputs;
        foreach (Variable? input in inputs)
            if (input?.Producer is { } producer) Depth = Math.Max(Depth, producer.Depth + 1);
    }

    /// <summary>The operation as messages name it.</summary>
    internal string Operation { get; }

    internal int Depth { get; }

    /// <summary>The operands; null for the constant ones.</summary>
    internal ReadOnlySpan<Variable?> Inputs => _inputs;

    /// <summary>Whether a backward pass has freed what the derivative needs.</summary>
    internal bool IsReleased { get; private set; }

    /// <summary>The variables of the results; the graph does not keep those alive that nobody reads.</summary>
    internal abstract ReadOnlySpan<Variable> Outputs { get; }

    /// <summary>Passes the gradients of the results on to the operands.</summary>
    internal abstract void Propagate();

    /// <summary>Adds to the gradient of an operand, in the pass that is at work.</summary>
    protected void Give<T>(Variable operand, NDArray<T> gradient) => _pass!.Collect((Variable<T>)operand, gradient);

    /// <summary>Adds to the gradient of an operand an array that was made for it: nobody else has it or a view of it.</summary>
    protected void GiveOwned<T>(Variable operand, NDArray<T> gradient) => _pass!.Collect((Variable<T>)operand, gradient, isOwned: true);

    /// <summary>Lets <paramref name="addTo"/> add to the gradient of an operand, a row-major array, by changing it; not while recording.</summary>
    protected void GiveInPlace<T>(Variable operand, Action<NDArray<T>> addTo) => _pass!.Collect((Variable<T>)operand, addTo);

    /// <summary>Frees saved arrays and the way to the operands.</summary>
    internal virtual void Release()
    {
        IsReleased = true;
        _inputs = [];
    }

    /// <summary>Lets one backward pass at a time work on the node.</summary>
    /// <returns>False if the pass has it already.</returns>
    /// <exception cref="InvalidOperationException">Another pass, of another thread or around this one, is at work on the graph.</exception>
    internal bool Claim(BackwardPass pass)
    {
        BackwardPass? before = Interlocked.CompareExchange(ref _pass, pass, null);
        if (before is null) return true;
        if (ReferenceEquals(before, pass)) return false;
        throw new InvalidOperationException($"Backward: the graph through '{Operation}' is being differentiated already.");
    }

    internal void Unclaim() => _pass = null;
}

/// <summary>A recorded operation with one result.</summary>
/// <typeparam name="T">The element type of the result.</typeparam>
abstract class Node<T> : Node
{
    readonly Variable _output;

    protected Node(string operation, Layout result, Variable?[] inputs) : base(operation, inputs) => _output = new Variable<T>(this, result.Shape);

    internal Variable<T> Output => Unsafe.As<Variable<T>>(_output);

    internal sealed override ReadOnlySpan<Variable> Outputs => new(in _output);

    internal sealed override void Propagate()
    {
        if (Output.Pending is { } gradient) Propagate(gradient);
    }

    /// <summary>Gives each operand that is not constant the derivative of the result in the direction of <paramref name="gradient"/>.</summary>
    protected abstract void Propagate(NDArray<T> gradient);
}
