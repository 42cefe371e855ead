namespace AutoDiff;

/// <summary>An array that a derivative will read, as it is now.</summary>
/// <typeparam name="T">The element type.</typeparam>
readonly struct Saved<T>(NDArray<T> array)
{
    readonly int _version = array.Version;

    /// <summary>The array, still with the values it had when it was saved.</summary>
    /// <param name="operation">The operation whose derivative reads it.</param>
    /// <exception cref="InvalidOperationException">The array was changed in place.</exception>
    internal NDArray<T> For(string operation)
    {
        if (array.Version == _version) return array;
        throw new InvalidOperationException(
            $"Backward: the derivative of '{operation}' reads an array of shape {Shapes.Text(array.Shape)} that was changed in place since. " +
            "Change a copy instead, or change it after the backward pass.");
    }
}
