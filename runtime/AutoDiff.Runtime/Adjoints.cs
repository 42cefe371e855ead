using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

/// <summary>Adjoints of operations on whole spans, called by generated code.</summary>
/// <remarks>
/// Written for <see cref="double"/> and <see cref="float"/>, which run on <see cref="Vector{T}"/>; every other number type works
/// too. Nothing is allocated. Unless a method says otherwise, its spans must be the same memory or disjoint.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static partial class Adjoints
{
    /// <summary>
    /// The adjoint of <c>source.CopyTo(destination)</c>: with t the destination's adjoint, destination's adjoint becomes 0 and source's
    /// adjoint grows by t. The two may overlap in any way.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="destination">The adjoint of the destination.</param>
    /// <param name="source">The adjoint of the source, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Copy<T>(Span<T> destination, Span<T> source)
        where T : INumberBase<T>
    {
        RequireLength(source.Length, destination.Length, nameof(source), nameof(destination));
        if (!destination.Overlaps(source, out int shift)) // shift: where source starts, counted from destination's start
        {
            Accumulate(source, destination);
            destination.Clear();
            return;
        }

        // With overlap, t must be read before the zeros are written. The part of the source outside the destination gains t, the part
        // inside was overwritten by the copy and so had adjoint 0 before it gains t: it becomes t, by a move that minds overlap as well.
        int length = source.Length;
        int outside = Math.Abs(shift);
        if (shift == 0) return; // a copy onto itself
        if (shift > 0)
        {
            Accumulate(source[(length - outside)..], destination[(length - outside)..]);
            destination[..(length - outside)].CopyTo(source);
            destination[..outside].Clear();
        }
        else
        {
            Accumulate(source[..outside], destination[..outside]);
            destination[outside..].CopyTo(source[outside..]);
            destination[(length - outside)..].Clear();
        }
    }

    /// <summary>The adjoint of <c>target.Fill(v)</c>: the sum of the target's adjoints, which become 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="target">The adjoint of what was filled.</param>
    /// <returns>What v's adjoint grows by. The order of summation is unspecified, but the same at every call on one machine.</returns>
    public static T Fill<T>(Span<T> target)
        where T : INumberBase<T>
    {
        T sum = Sum<T>(target);
        target.Clear();
        return sum;
    }

    /// <summary>The number, as one that the compiler does not calculate with: where its arithmetic overflows or divides by zero, that is left to the program.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">A constant.</param>
    /// <returns>The same number.</returns>
    public static T NotConstant<T>(T value)
        where T : INumberBase<T> => value;

    /// <summary>Sets every adjoint to 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="target">The adjoints.</param>
    public static void Clear<T>(Span<T> target)
        where T : INumberBase<T> => target.Clear();

    /// <summary>Adds the caller's <c>resultAdjoint</c> to the adjoint of the result.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shadow">The adjoint of the result.</param>
    /// <param name="seed">The caller's <c>resultAdjoint</c>, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ; the message names <c>resultAdjoint</c> and the result.</exception>
    public static void Seed<T>(Span<T> shadow, ReadOnlySpan<T> seed)
        where T : INumberBase<T>
    {
        RequireLength(shadow.Length, seed.Length, "the result", "resultAdjoint");
        Accumulate(shadow, seed);
    }

    /// <summary>Adds element by element: <c>target += addend</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="target">What grows.</param>
    /// <param name="addend">What is added, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Accumulate<T>(Span<T> target, ReadOnlySpan<T> addend)
        where T : INumberBase<T>
    {
        RequireLength(target.Length, addend.Length, nameof(target), nameof(addend));
        int done = 0;
        if (Vector<T>.IsSupported)
        {
            Span<Vector<T>> targets = Vectors(target);
            ReadOnlySpan<Vector<T>> addends = Vectors(addend);
            for (int i = 0; i < targets.Length; i++) targets[i] += addends[i];
            done = targets.Length * Vector<T>.Count;
        }
        for (int i = done; i < target.Length; i++) target[i] += addend[i];
    }

    /// <summary>Swaps the contents of two spans.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">One span.</param>
    /// <param name="b">The other, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Exchange<T>(Span<T> a, Span<T> b)
    {
        RequireLength(a.Length, b.Length, nameof(a), nameof(b));
        int done = 0;
        if (Vector<T>.IsSupported)
        {
            Span<Vector<T>> vectorsA = Vectors(a);
            Span<Vector<T>> vectorsB = Vectors(b);
            for (int i = 0; i < vectorsA.Length; i++) (vectorsA[i], vectorsB[i]) = (vectorsB[i], vectorsA[i]);
            done = vectorsA.Length * Vector<T>.Count;
        }
        for (int i = done; i < a.Length; i++) (a[i], b[i]) = (b[i], a[i]);
    }

    /// <summary>Four running vectors, because an addition takes four cycles and the next could start after half a cycle.</summary>
    static T Sum<T>(ReadOnlySpan<T> values)
        where T : INumberBase<T>
    {
        T sum = T.Zero;
        int done = 0;
        if (Vector<T>.IsSupported)
        {
            ReadOnlySpan<Vector<T>> vectors = Vectors(values);
            Vector<T> s0 = default, s1 = default, s2 = default, s3 = default;
            int i = 0;
            for (; i <= vectors.Length - 4; i += 4)
            {
                s0 += vectors[i];
                s1 += vectors[i + 1];
                s2 += vectors[i + 2];
                s3 += vectors[i + 3];
            }
            for (; i < vectors.Length; i++) s0 += vectors[i];
            sum = Vector.Sum((s0 + s1) + (s2 + s3));
            done = vectors.Length * Vector<T>.Count;
        }
        for (int i = done; i < values.Length; i++) sum += values[i];
        return sum;
    }

    static Span<Vector<T>> Vectors<T>(Span<T> values) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, Vector<T>>(ref MemoryMarshal.GetReference(values)), values.Length / Vector<T>.Count);

    static ReadOnlySpan<Vector<T>> Vectors<T>(ReadOnlySpan<T> values) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, Vector<T>>(ref MemoryMarshal.GetReference(values)), values.Length / Vector<T>.Count);
}
