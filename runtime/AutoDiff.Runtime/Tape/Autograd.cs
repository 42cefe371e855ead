namespace AutoDiff;

/// <summary>
/// Recording and differentiating operations on arrays, as MXNet's <c>autograd</c>. What is recorded and whether layers behave as in training is a state of
/// the calling thread.
/// </summary>
public static class Autograd
{
    [ThreadStatic] static bool t_isRecording;
    [ThreadStatic] static bool t_isTraining;

    /// <summary>Whether operations of this thread are recorded.</summary>
    public static bool IsRecording => t_isRecording;

    /// <summary>Whether operations that differ between training and prediction (dropout, batch normalisation) behave as in training.</summary>
    public static bool IsTraining => t_isTraining;

    /// <summary>Records the operations of this thread until the scope is disposed.</summary>
    /// <param name="trainMode">What <see cref="IsTraining"/> is in the scope.</param>
    /// <returns>The scope; <c>using (Autograd.Record())</c>.</returns>
    public static Scope Record(bool trainMode = true) => new(true, trainMode);

    /// <summary>Stops recording until the scope is disposed, inside of <see cref="Record"/> for what is no part of the derivative.</summary>
    /// <param name="trainMode">What <see cref="IsTraining"/> is in the scope.</param>
    /// <returns>The scope.</returns>
    public static Scope Pause(bool trainMode = false) => new(false, trainMode);

    /// <summary>Behaves as in training until the scope is disposed; recording stays as it is.</summary>
    /// <returns>The scope.</returns>
    public static Scope TrainMode() => new(t_isRecording, true);

    /// <summary>Behaves as in prediction until the scope is disposed; recording stays as it is.</summary>
    /// <returns>The scope.</returns>
    public static Scope PredictMode() => new(t_isRecording, false);

    /// <summary>Computes the gradients of all attached arrays that the heads depend on.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="heads">Recorded results. The sum of all their elements is differentiated, each times its head gradient.</param>
    /// <param name="headGradients">For each head an array of its shape, or null for ones; empty for ones everywhere.</param>
    /// <param name="retainGraph">Whether the graph can be differentiated again; otherwise it is freed.</param>
    /// <param name="trainMode">What <see cref="IsTraining"/> is meanwhile.</param>
    /// <exception cref="ArgumentException">There is no head, or the number of head gradients or a shape does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// A head was not recorded, the graph was freed, or an array was changed in place that a derivative reads.
    /// </exception>
    public static void Backward<T>(
        ReadOnlySpan<NDArray<T>> heads, ReadOnlySpan<NDArray<T>?> headGradients = default, bool retainGraph = false, bool trainMode = true)
    {
        (Variable<T>[] starts, NDArray<T>[] seeds) = Seeds(heads, headGradients, "Backward");
        using Scope scope = Pause(trainMode);
        new BackwardPass(starts).Run(starts, seeds, retainGraph);
    }

    /// <summary>The gradients of chosen arrays. Their <see cref="NDArray{TElement}.Gradient"/> stays as it is.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="heads">Recorded results. The sum of all their elements is differentiated, each times its head gradient.</param>
    /// <param name="variables">Attached or recorded arrays.</param>
    /// <param name="headGradients">For each head an array of its shape, or null for ones; empty for ones everywhere.</param>
    /// <param name="retainGraph">Whether the graph can be differentiated again; otherwise it is freed.</param>
    /// <param name="createGraph">Whether the gradients are recorded themselves, for higher derivatives. Keeps the graph.</param>
    /// <returns>A gradient for each variable, of its shape: zeros where the heads do not depend on it.</returns>
    /// <exception cref="ArgumentException">There is no head, or the number of head gradients or a shape does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// A head was not recorded, a variable neither attached nor recorded, the graph was freed, or an array was changed in place that a derivative reads.
    /// </exception>
    public static NDArray<T>[] Gradient<T>(
        ReadOnlySpan<NDArray<T>> heads, ReadOnlySpan<NDArray<T>> variables, ReadOnlySpan<NDArray<T>?> headGradients = default,
        bool retainGraph = false, bool createGraph = false)
    {
        Dictionary<Variable, NDArray<T>?> wanted = [];
        foreach (NDArray<T> variable in variables)
        {
            ArgumentNullException.ThrowIfNull(variable, nameof(variables));
            wanted[variable.Variable ?? throw NotInGraph("Gradient", variable)] = null;
        }
        (Variable<T>[] starts, NDArray<T>[] seeds) = Seeds(heads, headGradients, "Gradient");
        using Scope scope = new(createGraph, true);
        BackwardPass pass = new(starts, (variable, collector) =>
        {
            if (wanted.ContainsKey(variable)) wanted[variable] = ((Variable<T>)collector).Pending;
        });
        pass.Run(starts, seeds, retainGraph || createGraph);

        NDArray<T>[] gradients = new NDArray<T>[variables.Length];
        for (int i = 0; i < gradients.Length; i++)
        {
            NDArray<T> gradient = wanted[variables[i].Variable!]?.Copy() ?? NDArray<T>.Zeros(variables[i].Layout);
            gradients[i] = createGraph ? Constant.Watched(gradient, variables) : gradient;
        }
        return gradients;
    }

    /// <summary>The variables of the heads, and where their gradients start.</summary>
    static (Variable<T>[] Starts, NDArray<T>[] Seeds) Seeds<T>(ReadOnlySpan<NDArray<T>> heads, ReadOnlySpan<NDArray<T>?> gradients, string operation)
    {
        if (heads.IsEmpty) throw new ArgumentException($"{operation}: there is no head to differentiate.", nameof(heads));
        if (!gradients.IsEmpty && gradients.Length != heads.Length)
            throw new ArgumentException($"{operation}: there are {heads.Length} heads, but {gradients.Length} head gradients.", nameof(gradients));
        Variable<T>[] starts = new Variable<T>[heads.Length];
        NDArray<T>[] seeds = new NDArray<T>[heads.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            NDArray<T> head = heads[i] ?? throw new ArgumentNullException(nameof(heads));
            starts[i] = head.Variable ?? throw NotInGraph(operation, head);
            NDArray<T>? gradient = gradients.IsEmpty ? null : gradients[i];
            if (gradient is not null && !gradient.Layout.HasShapeOf(head.Layout))
                throw new ArgumentException(
                    $"{operation}: the head has the shape {Shapes.Text(head.Shape)}, its head gradient {Shapes.Text(gradient.Shape)}.", nameof(gradients));
            seeds[i] = gradient ?? NDArray<T>.Filled(head.Layout, Element.From<T>(1));
        }
        return (starts, seeds);
    }

    static InvalidOperationException NotInGraph<T>(string operation, NDArray<T> array) => new(
        $"{operation}: this array of shape {Shapes.Text(array.Shape)} is in no graph. Call AttachGradient() for the arrays to differentiate with respect to, " +
        "and compute with them inside using (Autograd.Record()).");

    /// <summary>A state of recording and training; disposing it brings back the one before.</summary>
    public readonly struct Scope : IDisposable
    {
        readonly bool _isOpen;
        readonly bool _wasRecording;
        readonly bool _wasTraining;

        internal Scope(bool isRecording, bool isTraining)
        {
            (_isOpen, _wasRecording, _wasTraining) = (true, t_isRecording, t_isTraining);
            (t_isRecording, t_isTraining) = (isRecording, isTraining);
        }

        /// <summary>Ends the scope. Scopes end in the reverse of the order they began in, on the thread they began on.</summary>
        public void Dispose()
        {
            if (_isOpen) (t_isRecording, t_isTraining) = (_wasRecording, _wasTraining);
        }
    }
}
