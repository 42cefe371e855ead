namespace AutoDiff;

/// <summary>An operation with a derivative of the user's own, as MXNet's <c>autograd.Function</c>.</summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// An instance is good for one recorded call: it keeps what <see cref="SaveForBackward"/> was given. Exceptions of <see cref="Forward"/> and
/// <see cref="Backward"/> pass through unchanged, and the tape goes on as before.
/// </remarks>
public abstract class Function<T>
{
    Saved<T>[] _saved = [];
    NDArray<T>[] _savedArrays = [];
    string? _intermediate; // the shape of a saved array that is neither an input nor a result
    bool _isRecorded;

    /// <summary>Computes the results. Nothing in here is recorded.</summary>
    /// <param name="inputs">The arrays that <see cref="Invoke"/> was called with.</param>
    /// <returns>The results, at least one.</returns>
    protected abstract NDArray<T>[] Forward(NDArray<T>[] inputs);

    /// <summary>Computes the gradients of the inputs. Recorded where the gradient is to be differentiated again.</summary>
    /// <param name="outputGradients">A gradient for each result, of its shape; zeros for a result that nothing used.</param>
    /// <returns>A gradient for each input, of its shape.</returns>
    protected abstract NDArray<T>[] Backward(NDArray<T>[] outputGradients);

    /// <summary>Keeps arrays for <see cref="Backward"/>; to be called from <see cref="Forward"/>.</summary>
    /// <param name="arrays">Inputs, results or what lies between. A change of them in place is noticed and refused.</param>
    /// <remarks>
    /// What lies between, a view of an input too, was computed while nothing was recorded: how it depends on the inputs is not known, and a second derivative would
    /// leave that out. So where the gradient is to be differentiated again, a function that saved such an array is refused. Save inputs and results for that, and
    /// compute the rest from them in <see cref="Backward"/>. An array that does not depend on the inputs cannot be told from one that does: keep it in a field.
    /// </remarks>
    protected void SaveForBackward(params NDArray<T>[] arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        _saved = [.. arrays.Select(array => new Saved<T>(array))];
        _savedArrays = arrays;
    }

    /// <summary>The arrays that <see cref="SaveForBackward"/> was given, in its order.</summary>
    /// <exception cref="InvalidOperationException">One of them was changed in place since.</exception>
    protected NDArray<T>[] Saved => [.. _saved.Select(saved => saved.For(Name))];

    /// <summary>Applies the function, and records it if an input is part of a graph.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The results of <see cref="Forward"/>.</returns>
    /// <exception cref="InvalidOperationException">This instance was recorded before: what it saved then is still needed.</exception>
    public NDArray<T>[] Invoke(params NDArray<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (NDArray<T> input in inputs) ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        if (_isRecorded) throw new InvalidOperationException($"'{Name}' was recorded with this instance already; a call needs a new one, as it keeps what the first one saved.");

        NDArray<T>[] outputs;
        using (Autograd.Pause(Autograd.IsTraining)) outputs = Forward(inputs);
        if (outputs is null or [] || outputs.Contains(null!)) throw new InvalidOperationException($"'{Name}': Forward returned no array.");
        if (!Autograd.IsRecording || !inputs.Any(input => input.Variable is not null)) return outputs;

        _isRecorded = true;
        // A result that is an input, or is returned twice, is an array of its own in the graph.
        NDArray<T>[] results = new NDArray<T>[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
            results[i] = outputs[i].Variable is not null || outputs.AsSpan(0, i).Contains(outputs[i]) ? outputs[i].Detach() : outputs[i];
        FunctionNode node = new(this, inputs, results);
        for (int i = 0; i < results.Length; i++) results[i].Variable = node.Results[i];
        if (Array.Find(_savedArrays, array => array.Variable is null && !inputs.Contains(array)) is { } between) _intermediate = Shapes.Text(between.Shape);
        _savedArrays = [];
        return results;
    }

    string Name => GetType().Name;

    /// <summary>A recorded call.</summary>
    sealed class FunctionNode : Node
    {
        Function<T>? _function;
        readonly Layout[] _inputs;
        readonly Layout[] _outputs;

        internal FunctionNode(Function<T> function, NDArray<T>[] inputs, NDArray<T>[] outputs)
            : base(function.Name, [.. inputs.Select(input => input.Variable)])
        {
            _function = function;
            _inputs = [.. inputs.Select(input => input.Layout)];
            _outputs = [.. outputs.Select(output => output.Layout)];
            Results = [.. outputs.Select(output => new Variable<T>(this, output.Layout.Shape))];
        }

        internal Variable<T>[] Results { get; }

        internal override ReadOnlySpan<Variable> Outputs => Results;

        internal override void Propagate()
        {
            if (!Results.Any(result => result.IsPending)) return;
            if (Autograd.IsRecording && _function!._intermediate is { } shape)
            {
                throw new InvalidOperationException(
                    $"'{Operation}': Forward saved an array of shape {shape} that is neither an input nor a result. How it depends on the inputs was not recorded, so " +
                    "gradients with createGraph would lead to wrong derivatives. Save inputs and results, and compute the rest in Backward.");
            }
            NDArray<T>[] gradients = _function!.Backward([.. Results.Select((result, i) => result.Pending ?? NDArray<T>.Zeros(_outputs[i]))]);
            if (gradients is null || gradients.Length != _inputs.Length)
                throw new InvalidOperationException($"'{Operation}': Backward returned {gradients?.Length ?? 0} gradients for {_inputs.Length} inputs.");
            for (int i = 0; i < gradients.Length; i++)
            {
                if (Inputs[i] is not { } input) continue;
                if (gradients[i] is not { } gradient || !gradient.Layout.HasShapeOf(_inputs[i]))
                    throw new InvalidOperationException($"'{Operation}': Backward returned a gradient of shape {Text(gradients[i])} for an input of shape {Shapes.Text(_inputs[i].Shape)}.");
                Give(input, gradient);
            }
        }

        static string Text(NDArray<T>? array) => array is null ? "null" : Shapes.Text(array.Shape);

        internal override void Release()
        {
            base.Release();
            _function = null;
        }
    }
}
