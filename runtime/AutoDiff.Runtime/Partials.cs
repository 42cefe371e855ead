using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiff;

/// <summary>
/// Partial derivatives that a single expression does not give, because of a kink, a jump, a removable singularity or NaN. Called by
/// generated code; pure and free of allocation. <c>x</c>, <c>y</c> are the arguments of the function, <c>r</c> is its result.
/// </summary>
/// <remarks>
/// One definition for <see cref="double"/>, <see cref="float"/> and every other <see cref="IFloatingPointIeee754{TSelf}"/>; the JIT
/// makes the same code of it as of <see cref="Math"/> and <see cref="MathF"/>. Where several arguments attain an extremum
/// they share the derivative equally: the least-norm subgradient. Where the result is NaN because an argument is, the derivative goes
/// to that argument. This part: the extrema of two arguments.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static partial class Partials
{
    /// <summary>∂/∂x of <see cref="Math.Max(double, double)"/>: 1 if x is greater, 0 if y is, ½ at a tie. ∂/∂y is 1 minus this.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>0, ½ or 1. -0 and 0 tie. A single NaN counts as the extremum, two tie.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxFirst<T>(T x, T y)
        where T : INumber<T> =>
        x > y ? T.One : x < y ? T.Zero : TieOrNaN(x, y);

    /// <summary>∂/∂x of <see cref="Math.Min(double, double)"/>: 1 if x is less, 0 if y is, ½ at a tie. ∂/∂y is 1 minus this.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>0, ½ or 1. -0 and 0 tie. A single NaN counts as the extremum, two tie.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinFirst<T>(T x, T y)
        where T : INumber<T> =>
        x < y ? T.One : x > y ? T.Zero : TieOrNaN(x, y);

    /// <summary>
    /// ∂/∂x of <see cref="Math.MaxMagnitude(double, double)"/>: 1 if the result is x, 0 if it is y, ½ if x = y. At x = -y the function
    /// jumps; the derivative goes to the positive argument, which is what it returns. ∂/∂y is 1 minus this.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>0, ½ or 1. A single NaN counts as the extremum, two tie.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxMagnitudeFirst<T>(T x, T y)
        where T : INumber<T>
    {
        T first = MaxFirst(T.Abs(x), T.Abs(y));
        return x == -y && x != y ? (x > y ? T.One : T.Zero) : first;
    }

    /// <summary>
    /// ∂/∂x of <see cref="Math.MinMagnitude(double, double)"/>: 1 if the result is x, 0 if it is y, ½ if x = y. At x = -y the function
    /// jumps; the derivative goes to the negative argument, which is what it returns. ∂/∂y is 1 minus this.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>0, ½ or 1. A single NaN counts as the extremum, two tie.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinMagnitudeFirst<T>(T x, T y)
        where T : INumber<T>
    {
        T first = MinFirst(T.Abs(x), T.Abs(y));
        return x == -y && x != y ? (x < y ? T.One : T.Zero) : first;
    }

    static T TieOrNaN<T>(T x, T y)
        where T : INumber<T> =>
        T.IsNaN(x) == T.IsNaN(y) ? Half<T>() : T.IsNaN(x) ? T.One : T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T Half<T>()
        where T : INumber<T> => T.CreateTruncating(0.5);
}
