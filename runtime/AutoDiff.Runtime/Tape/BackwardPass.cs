namespace AutoDiff;

/// <summary>
/// One run through a graph, from its heads to the arrays that were attached. Nothing in it recurs: a graph may be any number of operations deep.
/// Passes of different threads may share leaves (the parameters of a model), but not operations.
/// </summary>
sealed class BackwardPass
{
    readonly List<Node> _nodes = [];
    readonly Dictionary<Variable, Variable> _leaves = []; // what collects a leaf's gradient in this pass
    readonly Action<Variable, Variable>? _complete;

    /// <summary>Claims everything that the heads depend on.</summary>
    /// <param name="heads">The variables to start from.</param>
    /// <param name="complete">
    /// Called once for each variable that a gradient reached, with the variable and what holds its gradient as pending; without it gradients are delivered.
    /// </param>
    /// <exception cref="InvalidOperationException">A part of the graph was freed, or another pass is at work on it.</exception>
    internal BackwardPass(Variable[] heads, Action<Variable, Variable>? complete = null)
    {
        _complete = complete;
        Stack<Node> open = new();
        try
        {
            foreach (Variable head in heads) Visit(head, open);
            while (open.TryPop(out Node? node))
            {
                foreach (Variable? input in node.Inputs)
                    if (input is not null) Visit(input, open);
            }
        }
        catch
        {
            Unclaim();
            throw;
        }
    }

    void Visit(Variable variable, Stack<Node> open)
    {
        if (variable.Producer is not { } producer || !producer.Claim(this)) return;
        _nodes.Add(producer);
        if (producer.IsReleased) throw Released(producer, _complete is null ? "Backward" : "Gradient");
        open.Push(producer);
    }

    /// <summary>Adds to the gradient of a variable.</summary>
    internal void Collect<T>(Variable<T> variable, NDArray<T> gradient, bool isOwned = false) => Collector(variable).Accumulate(gradient, isOwned);

    /// <inheritdoc cref="Collect{T}(Variable{T}, NDArray{T}, bool)"/>
    internal void Collect<T>(Variable<T> variable, Action<NDArray<T>> addTo) => Collector(variable).Accumulate(addTo);

    Variable<T> Collector<T>(Variable<T> variable)
    {
        if (!variable.IsLeaf) return variable;
        if (!_leaves.TryGetValue(variable, out Variable? collector)) _leaves.Add(variable, collector = new Variable<T>(null, variable.Shape));
        return (Variable<T>)collector;
    }

    /// <summary>Goes from the heads to the leaves.</summary>
    internal void Run<T>(Variable<T>[] heads, NDArray<T>[] seeds, bool retainGraph)
    {
        try
        {
            for (int i = 0; i < heads.Length; i++) Collect(heads[i], seeds[i]);
            foreach (Node node in FromTheDeepest())
            {
                foreach (Variable output in node.Outputs)
                    if (output.IsPending) Complete(output, output);
                node.Propagate();
                foreach (Variable output in node.Outputs) output.Clear();
            }
            foreach ((Variable leaf, Variable collector) in _leaves) Complete(leaf, collector);
            if (retainGraph) return;
            foreach (Node node in _nodes) node.Release();
        }
        finally
        {
            foreach (Node node in _nodes)
                foreach (Variable output in node.Outputs) output.Clear();
            Unclaim();
        }
    }

    void Complete(Variable variable, Variable collector)
    {
        if (_complete is not null) _complete(variable, collector);
        else variable.Deliver(collector);
    }

    /// <summary>The nodes by falling depth; those of one depth in the order they were found in, so that sums have the same bits every time.</summary>
    Node[] FromTheDeepest()
    {
        long[] keys = new long[_nodes.Count];
        for (int i = 0; i < keys.Length; i++) keys[i] = ((long)-_nodes[i].Depth << 32) + i;
        Node[] sorted = [.. _nodes];
        Array.Sort(keys, sorted);
        return sorted;
    }

    void Unclaim()
    {
        foreach (Node node in _nodes) node.Unclaim();
    }

    static InvalidOperationException Released(Node node, string operation) => new(
        $"{operation}: what '{node.Operation}' saved was freed by an earlier backward pass. " +
        "To differentiate a graph more than once, pass retainGraph: true to all passes but the last.");
}
