namespace AutoDiff;

/// <summary>What the derivative of an element-wise operation reads beside the gradient of the result.</summary>
[Flags]
enum Reads
{
    Nothing = 0,
    X = 1,
    Y = 2,
    Result = 4,
}

/// <summary>An element-wise operation as it was applied: the arrays that its derivative reads, with the values they had then.</summary>
/// <typeparam name="T">The element type.</typeparam>
readonly struct Application<T>(string operation, Reads reads, NDArray<T>? x, NDArray<T>? y, NDArray<T> result)
{
    readonly Saved<T> _x = (reads & Reads.X) != 0 ? new(x!) : default;
    readonly Saved<T> _y = (reads & Reads.Y) != 0 ? new(y!) : default;
    readonly Saved<T> _result = (reads & Reads.Result) != 0 ? new(result) : default;

    /// <summary>The operand, or the left one.</summary>
    internal NDArray<T> X => _x.For(operation);

    /// <summary>The right operand.</summary>
    internal NDArray<T> Y => _y.For(operation);

    internal NDArray<T> Result => _result.For(operation);
}
