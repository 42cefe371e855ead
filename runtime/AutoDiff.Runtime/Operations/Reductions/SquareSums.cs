using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiff;

/// <summary>Adds squares. Blocks are added in pairs, as in <see cref="Sums"/>.</summary>
readonly struct SquareSums : IFold
{
    const int Block = 1024;

    public static T Identity<T>() where T : unmanaged, INumber<T> => T.Zero;

    public static T Reduce<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        if (x.Length <= Block) return TensorPrimitives.SumOfSquares(x);
        int half = (x.Length / Block + 1) / 2 * Block;
        return Reduce(x[..half]) + Reduce(x[half..]);
    }

    public static void Start<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, x, into);

    public static void Combine<T>(Span<T> into, ReadOnlySpan<T> x) where T : unmanaged, INumber<T> => TensorPrimitives.MultiplyAdd(x, x, into, into);
}
