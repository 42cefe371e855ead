using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

// Arrays with several indices, and arrays of arrays.
public static partial class Adjoints
{
    /// <summary>All elements of an array with any number of indices, in the order of memory (the last index fastest).</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>A span over the array itself; nothing is copied.</returns>
    public static Span<T> Flat<T>(Array array) => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>All elements of a list, as long as none is added or removed.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>A span over the memory of the list itself; nothing is copied.</returns>
    public static Span<T> Flat<T>(List<T>? list) => CollectionsMarshal.AsSpan(list);

    /// <summary>As many zeros as <paramref name="list"/> has elements; none for null.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="list">A list.</param>
    /// <returns>A new list.</returns>
    public static List<T> ZerosLike<T>(List<T>? list)
        where T : INumberBase<T>
    {
        var zeros = new List<T>();
        CollectionsMarshal.SetCount(zeros, list?.Count ?? 0);
        CollectionsMarshal.AsSpan(zeros).Clear();
        return zeros;
    }

    /// <summary>Zeros with the lengths of <paramref name="array"/>: a new array for each array in it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="array">An array of arrays, none of them null.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="NullReferenceException">There is no array, or none in it: as in the method that would read it.</exception>
    public static T[][] ZerosLike<T>(T[][] array)
        where T : INumberBase<T>
    {
        var zeros = new T[array.Length][];
        for (int i = 0; i < zeros.Length; i++) zeros[i] = new T[array[i].Length];
        return zeros;
    }

    /// <inheritdoc cref="ZerosLike{T}(T[][])"/>
    public static T[][][] ZerosLike<T>(T[][][] array)
        where T : INumberBase<T>
    {
        var zeros = new T[array.Length][][];
        for (int i = 0; i < zeros.Length; i++) zeros[i] = ZerosLike(array[i]);
        return zeros;
    }

    /// <summary>
    /// Where a method moves the arrays in an array of arrays: takes what the caller gives for each place to the adjoint of the array that
    /// has come to stand there. What has gone starts from zero.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="given">The adjoint of the whole, laid out as the method left it; afterwards as the method found it.</param>
    /// <param name="moved">The same arrays, and those of arrays that the method made, in the places where their arrays are at the end.</param>
    /// <exception cref="ArgumentException">An array has come to stand in the place of one with another length, and what is given for it is not all zero.</exception>
    public static void Follow<T>(T[][] given, T[][] moved)
        where T : INumberBase<T> => Follow(given, moved, static (sum, more) => sum + more);

    /// <inheritdoc cref="Follow{T}(T[][], T[][])"/>
    /// <param name="given">The adjoint of the whole, laid out as the method left it; afterwards as the method found it.</param>
    /// <param name="moved">The same arrays, and those of arrays that the method made, in the places where their arrays are at the end.</param>
    /// <param name="add">Adds two elements: for structs, member by member.</param>
    public static void Follow<T>(T[][] given, T[][] moved, Func<T, T, T> add)
    {
        if (given.AsSpan().SequenceEqual(moved)) return;
        for (int i = 0; i < given.Length; i++)
            if (given[i].Length != moved[i].Length && !Array.TrueForAll(given[i], IsDefault)) throw new ArgumentException($"The method leaves an array of length {moved[i].Length} in place {i}, where it found one of length {given[i].Length}: its adjoint has no room there. Pass zeros in that place, or take the adjoint of what the method returns.", nameof(given));
        T[][] seeds = Array.ConvertAll(given, row => (T[])row.Clone());
        foreach (T[] row in given) Array.Clear(row);
        for (int i = 0; i < given.Length; i++)
            for (int j = 0; j < Math.Min(seeds[i].Length, moved[i].Length); j++) moved[i][j] = add(moved[i][j], seeds[i][j]);

        static bool IsDefault(T element) => EqualityComparer<T>.Default.Equals(element, default);
    }

    /// <summary>Adds the caller's <c>resultAdjoint</c> to the adjoint of a result that is an array of structs.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <param name="shadow">The adjoint of the result.</param>
    /// <param name="seed">The caller's <c>resultAdjoint</c>, of the same length.</param>
    /// <param name="add">Adds two structs member by member.</param>
    /// <exception cref="ArgumentException">The lengths differ; the message names <c>resultAdjoint</c> and the result.</exception>
    public static void Seed<T>(Span<T> shadow, ReadOnlySpan<T> seed, Func<T, T, T> add)
    {
        RequireLength(shadow.Length, seed.Length, "the result", "resultAdjoint");
        for (int i = 0; i < shadow.Length; i++) shadow[i] = add(shadow[i], seed[i]);
    }

    /// <summary>Adds the caller's <c>resultAdjoint</c> to the adjoint of a result that is an array of arrays.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="shadow">The adjoint of the result.</param>
    /// <param name="seed">The caller's <c>resultAdjoint</c>, with rows of the same lengths.</param>
    /// <exception cref="ArgumentException">The lengths differ; the message names <c>resultAdjoint</c> and the result.</exception>
    public static void Seed<T>(T[][] shadow, T[][] seed)
        where T : INumberBase<T>
    {
        RequireShape(shadow, seed, "the result", "resultAdjoint");
        for (int i = 0; i < shadow.Length; i++) Accumulate<T>(shadow[i], seed[i]);
    }

    /// <summary>Checks that an array has the lengths of another.</summary>
    /// <param name="expected">The array whose lengths are right.</param>
    /// <param name="actual">The array that is checked.</param>
    /// <param name="expectedName">What has the right lengths, such as <c>a</c>.</param>
    /// <param name="actualName">What is checked, such as <c>aAdjoint</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ: "aAdjoint is 2x3, a is 3x2."; or there is no object in it where the other has one.</exception>
    public static void RequireShape(Array expected, Array actual, string expectedName, string actualName)
    {
        // Where there is no array, the method decides what happens.
        if (expected is null) return;
        bool same = expected.Rank == actual.Rank;
        for (int i = 0; same && i < expected.Rank; i++) same = expected.GetLength(i) == actual.GetLength(i);
        if (!same) throw new ArgumentException($"{actualName} is {Shape(actual)}, {expectedName} is {Shape(expected)}.");
        if (expected is not object?[] elements) return;
        var others = (object?[])actual;
        for (int i = 0; i < elements.Length; i++)
            if (elements[i] is not null and not Array && others[i] is null) throw new ArgumentException($"{actualName}[{i}] is null, {expectedName}[{i}] is not.");
        if (expected is not Array[] rows) return;
        for (int i = 0; i < rows.Length; i++)
            RequireShape(rows[i], ((Array[])actual)[i], $"{expectedName}[{i}]", $"{actualName}[{i}]");
    }

    static string Shape(Array array) => string.Join("x", Enumerable.Range(0, array.Rank).Select(array.GetLength));
}
