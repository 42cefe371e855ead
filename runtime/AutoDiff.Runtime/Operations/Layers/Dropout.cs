namespace AutoDiff;

public sealed partial class NDArray<TElement>
{
    /// <summary>
    /// In training (<see cref="Autograd.IsTraining"/>) zeros with probability <paramref name="p"/>, and elements times 1 / (1 - p) otherwise; in prediction the array itself.
    /// </summary>
    /// <param name="p">How likely an element is to become zero, from 0 to 1.</param>
    /// <param name="random">Where the choice comes from; null for numbers that are different in every thread and every run.</param>
    /// <returns>An array of the same shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    /// <exception cref="NotSupportedException">The elements are not real numbers.</exception>
    public NDArray<TElement> Dropout(TElement p, ArrayRandom? random = null)
    {
        double dropped;
        if (typeof(TElement) == typeof(float)) dropped = Element.As<TElement, float>(p);
        else if (typeof(TElement) == typeof(double)) dropped = Element.As<TElement, double>(p);
        else throw Element.Unsupported<TElement>("Dropout");
        if (!(dropped is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "Dropout: a probability is between 0 and 1.");
        if (!Autograd.IsTraining || dropped == 0) return this;
        double scale = dropped == 1 ? 0 : 1 / (1 - dropped);
        NDArray<TElement> mask = (random ?? DropoutRandom.OfThread).Chosen(1 - dropped, Element.From<TElement>(scale), Layout);
        NDArray<TElement> result = Broadcast.Run<Arithmetic<Multiplication, TElement>, TElement, TElement, TElement>(this, mask, "Dropout");
        return Tape.Record(result, "Dropout", this, gradient => gradient.Times(mask));
    }
}

/// <summary>The numbers of a thread that brings none of its own.</summary>
static class DropoutRandom
{
    [ThreadStatic] static ArrayRandom? t_random;

    internal static ArrayRandom OfThread => t_random ??= new((ulong)System.Random.Shared.NextInt64());
}
