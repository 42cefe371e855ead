using System.Numerics;

namespace AutoDiff;

/// <summary>The update rule of an optimiser: the same formula for a vector of elements and for the last few.</summary>
/// <typeparam name="T">The element type.</typeparam>
interface IUpdateRule<T>
{
    /// <summary>The new parameters; the rule's memory is updated in place.</summary>
    Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second);
}

/// <summary>Runs an update rule over a parameter, with up to two memories of the same length.</summary>
static class VectorUpdate
{
    internal static void Run<TRule, T>(TRule rule, Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second)
        where TRule : struct, IUpdateRule<T>
    {
        int i = 0;
        for (; i <= parameter.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> a = first.IsEmpty ? default : new(first[i..]);
            Vector<T> b = second.IsEmpty ? default : new(second[i..]);
            rule.Apply(new(parameter[i..]), new(gradient[i..]), ref a, ref b).CopyTo(parameter[i..]);
            if (!first.IsEmpty) a.CopyTo(first[i..]);
            if (!second.IsEmpty) b.CopyTo(second[i..]);
        }
        if (i < parameter.Length) Last(rule, parameter[i..], gradient[i..], first.IsEmpty ? first : first[i..], second.IsEmpty ? second : second[i..]);
    }

    /// <summary>Fewer elements than a vector has, by way of one.</summary>
    static void Last<TRule, T>(TRule rule, Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second)
        where TRule : struct, IUpdateRule<T>
    {
        Span<T> padded = new T[Vector<T>.Count * 4];
        Span<T> p = padded[..Vector<T>.Count], g = padded.Slice(Vector<T>.Count, Vector<T>.Count);
        Span<T> a = padded.Slice(Vector<T>.Count * 2, Vector<T>.Count), b = padded.Slice(Vector<T>.Count * 3, Vector<T>.Count);
        parameter.CopyTo(p);
        gradient.CopyTo(g);
        first.CopyTo(a);
        second.CopyTo(b);
        Vector<T> newFirst = new(a), newSecond = new(b);
        rule.Apply(new(p), new(g), ref newFirst, ref newSecond).CopyTo(p);
        newFirst.CopyTo(a);
        newSecond.CopyTo(b);
        p[..parameter.Length].CopyTo(parameter);
        a[..first.Length].CopyTo(first);
        b[..second.Length].CopyTo(second);
    }
}
