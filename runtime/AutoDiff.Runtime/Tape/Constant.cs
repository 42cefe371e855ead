namespace AutoDiff;

/// <summary>A gradient that does not depend on anything, as a part of the graph: its derivative is zeros, not an error.</summary>
static class Constant
{
    /// <summary>Makes <paramref name="result"/> a recorded function of <paramref name="variables"/>, if it is not one.</summary>
    internal static NDArray<T> Watched<T>(NDArray<T> result, ReadOnlySpan<NDArray<T>> variables)
    {
        if (result.Variable is not null) return result;
        Layout[] layouts = new Layout[variables.Length];
        for (int i = 0; i < layouts.Length; i++) layouts[i] = variables[i].Layout;
        return Tape.Record(result, "Gradient", variables, (_, i) => NDArray<T>.Zeros(layouts[i]));
    }
}
