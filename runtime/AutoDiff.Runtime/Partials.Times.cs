using System.ComponentModel;
using System.Numerics;

namespace AutoDiff;

public static partial class Partials
{
    /// <summary>
    /// A partial derivative times a tangent, where a partial of exactly zero gives exactly zero: what a selection such as
    /// <see cref="Math.Min(double, double)"/> does not take contributes nothing, not even an infinity.
    /// </summary>
    /// <param name="partial">The partial derivative.</param>
    /// <param name="tangent">The tangent of the argument.</param>
    /// <returns><paramref name="partial"/> · <paramref name="tangent"/>, or 0 where the partial is 0. Allocates nothing.</returns>
    public static T Times<T>(T partial, T tangent)
        where T : INumberBase<T> => partial == T.Zero ? T.Zero : partial * tangent;
}
