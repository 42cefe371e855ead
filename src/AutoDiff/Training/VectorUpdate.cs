using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
    [MethodImpl(Compiled.ByItself)]
    internal static void Run<TRule, T>(TRule rule, Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second)
        where TRule : struct, IUpdateRule<T>
    {
        gradient = gradient[..parameter.Length];
        bool hasFirst = !first.IsEmpty, hasSecond = !second.IsEmpty;
        if (hasFirst) first = first[..parameter.Length];
        if (hasSecond) second = second[..parameter.Length];
        ref T p = ref MemoryMarshal.GetReference(parameter), g = ref MemoryMarshal.GetReference(gradient);
        ref T x = ref MemoryMarshal.GetReference(first), y = ref MemoryMarshal.GetReference(second);
        int i = 0;
        for (; i <= parameter.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> a = hasFirst ? Vector.LoadUnsafe(ref x, (nuint)i) : default;
            Vector<T> b = hasSecond ? Vector.LoadUnsafe(ref y, (nuint)i) : default;
            rule.Apply(Vector.LoadUnsafe(ref p, (nuint)i), Vector.LoadUnsafe(ref g, (nuint)i), ref a, ref b).StoreUnsafe(ref p, (nuint)i);
            if (hasFirst) a.StoreUnsafe(ref x, (nuint)i);
            if (hasSecond) b.StoreUnsafe(ref y, (nuint)i);
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
