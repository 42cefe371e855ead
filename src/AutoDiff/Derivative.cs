namespace AutoDiff;

/// <summary>Operations with a meaning of their own to the differentiator.</summary>
public static class Derivative
{
    /// <summary>Passes <paramref name="value"/> on unchanged and as a constant: no derivative flows through it (<c>stop_gradient</c>).</summary>
    /// <typeparam name="T">Any type; the value is returned as it is.</typeparam>
    /// <param name="value">The value to treat as a constant.</param>
    /// <returns><paramref name="value"/> itself; nothing is copied or allocated.</returns>
    public static T Stop<T>(T value) => value;
}
