using System.Numerics;

namespace AutoDiff;

// Tangents by way of adjoints: a row of the Jacobian times a direction.
public static partial class Adjoints
{
    /// <summary>A partial derivative times a tangent, where either of them being exactly 0 gives exactly 0.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="partial">The partial derivative.</param>
    /// <param name="direction">The tangent.</param>
    /// <returns>The product. Allocates nothing.</returns>
    public static T Along<T>(T partial, T direction)
        where T : INumberBase<T> => T.IsZero(partial) || T.IsZero(direction) ? T.Zero : partial * direction;

    /// <summary>The sum of partial derivatives times tangents, where either of them being exactly 0 contributes exactly 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="partials">The partial derivatives.</param>
    /// <param name="direction">The tangents, as many.</param>
    /// <returns>The sum, in the order of the elements. Allocates nothing.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static T Along<T>(ReadOnlySpan<T> partials, ReadOnlySpan<T> direction)
        where T : INumberBase<T>
    {
        RequireLength(partials.Length, direction.Length, nameof(partials), nameof(direction));
        T sum = T.Zero;
        for (int i = 0; i < partials.Length; i++) sum += Along(partials[i], direction[i]);
        return sum;
    }

    /// <summary>Checks that two arguments of a call share no memory, where the tangent of the call is found with copies of them.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">One argument.</param>
    /// <param name="b">The other one.</param>
    /// <param name="function">The function that is called.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void RequireUnshared<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, string function)
    {
        if (a.Overlaps(b))
            throw new ArgumentException($"{function} is given the same memory twice, and its tangent is found with copies: pass separate arrays, or write a rule with the signature of its forward companion.");
    }
}
