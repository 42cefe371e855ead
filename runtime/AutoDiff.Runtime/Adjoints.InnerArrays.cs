using System.Diagnostics.CodeAnalysis;

namespace AutoDiff;

// What generated code checks about the arrays that stand in an array, or in its structs or objects, and about these objects, where the method stores
// into them: each place has an adjoint of its own, so that an array or an object must be found in one place alone. Empty arrays may be anywhere. What is
// missing is left to the method, which throws where it looks for it.
public static partial class Adjoints
{
    /// <summary>Beyond so many arrays they are looked up instead of compared with each other.</summary>
    const int FewArrays = 12;

    [ThreadStatic]
    static HashSet<object>? s_seen;

    /// <summary>Checks that no two arrays in an array of arrays are the same one, where the method stores into them. Allocates nothing after the first call of a thread.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="array">An array of arrays.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">Two of its arrays are the same object, and not empty.</exception>
    public static void RequireDistinct<T>(T[][]? array, string name) => RequireDistinct(array, static row => row, name);

    /// <summary>The same for the arrays that structs hold.</summary>
    /// <typeparam name="TElement">The struct.</typeparam>
    /// <param name="array">An array of structs.</param>
    /// <param name="member">The array in a struct.</param>
    /// <param name="name">The name of <paramref name="array"/>.</param>
    /// <exception cref="ArgumentException">Two structs hold the same array, and it is not empty.</exception>
    public static void RequireDistinct<TElement>(TElement[]? array, Func<TElement, Array?> member, string name)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (array is null) return;
        if (array.Length > FewArrays)
        {
            RequireDistinctAmongMany(array, member, name);
            return;
        }
        for (int i = 1; i < array.Length; i++)
        {
            if (member(array[i]) is not { Length: > 0 } one) continue;
            for (int j = 0; j < i; j++)
                if (ReferenceEquals(one, member(array[j]))) ThrowNotDistinct(name, i, j);
        }
    }

    /// <summary>Checks that none of the arrays in an array of arrays shares memory with another parameter, where the method stores into one of them.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="array">An array of arrays.</param>
    /// <param name="other">The other parameter.</param>
    /// <param name="name">The name of <paramref name="array"/>.</param>
    /// <param name="otherName">The name of <paramref name="other"/>.</param>
    /// <exception cref="ArgumentException">One of the arrays overlaps <paramref name="other"/>.</exception>
    public static void RequireSeparate<T>(T[][]? array, ReadOnlySpan<T> other, string name, string otherName) => RequireSeparate<T[], T>(array, static row => row, other, name, otherName);

    /// <summary>The same for the arrays that structs hold.</summary>
    /// <typeparam name="TElement">The struct.</typeparam>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="array">An array of structs.</param>
    /// <param name="member">The array in a struct, with any number of indices.</param>
    /// <param name="other">The other parameter.</param>
    /// <param name="name">The name of <paramref name="array"/>.</param>
    /// <param name="otherName">The name of <paramref name="other"/>.</param>
    /// <exception cref="ArgumentException">One of the arrays overlaps <paramref name="other"/>.</exception>
    public static void RequireSeparate<TElement, T>(TElement[]? array, Func<TElement, Array?> member, ReadOnlySpan<T> other, string name, string otherName)
    {
        ArgumentNullException.ThrowIfNull(member);
        for (int i = 0; i < array?.Length; i++)
            if (member(array[i]) is { } one && other.Overlaps(Flat<T>(one))) ThrowFoundTwice($"An array in {name}[{i}]", otherName);
    }

    /// <summary>The same for the arrays in two parameters, which their structs or objects hold, or which are their rows.</summary>
    /// <typeparam name="TElement">The struct, object or row.</typeparam>
    /// <typeparam name="TOther">That of the other parameter.</typeparam>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="array">An array of them.</param>
    /// <param name="member">The array in one, or the row itself.</param>
    /// <param name="others">The other parameter.</param>
    /// <param name="otherMember">The array in one of that.</param>
    /// <param name="name">The name of <paramref name="array"/>.</param>
    /// <param name="otherName">The name of the other parameter.</param>
    /// <exception cref="ArgumentException">An array is found in both.</exception>
    public static void RequireSeparate<TElement, TOther, T>(TElement[]? array, Func<TElement, Array?> member, TOther[]? others, Func<TOther, Array?> otherMember, string name, string otherName)
    {
        ArgumentNullException.ThrowIfNull(otherMember);
        for (int i = 0; i < others?.Length; i++)
            if (otherMember(others[i]) is { } other) RequireSeparate<TElement, T>(array, member, Flat<T>(other), name, $"{otherName}[{i}]");
    }

    /// <summary>Checks that an object does not stand in an array as well, where the method changes it.</summary>
    /// <param name="one">The object.</param>
    /// <param name="array">An array of objects.</param>
    /// <param name="name">The name of <paramref name="one"/>.</param>
    /// <param name="arrayName">The name of <paramref name="array"/>.</param>
    /// <exception cref="ArgumentException">It is one of the elements.</exception>
    public static void RequireOutside(object? one, object?[]? array, string name, string arrayName)
    {
        for (int i = 0; one is not null && i < array?.Length; i++)
            if (ReferenceEquals(array[i], one)) ThrowOneVariable(name, $"{arrayName}[{i}]");
    }

    /// <summary>Checks that no object stands twice in an array, where the method changes the objects. Missing ones may. Allocates nothing after the first call of a thread.</summary>
    /// <param name="array">An array of objects.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">Two elements are the same object.</exception>
    public static void RequireDistinctObjects(object?[]? array, string name)
    {
        HashSet<object> seen = s_seen ??= new HashSet<object>(ReferenceEqualityComparer.Instance);
        try
        {
            for (int i = 0; i < array?.Length; i++)
                if (array[i] is { } one && !seen.Add(one)) ThrowOneVariable($"{name}[{Array.IndexOf(array, one)}]", $"{name}[{i}]");
        }
        finally
        {
            seen.Clear();
        }
    }

    /// <summary>
    /// Checks that no object stands in two arrays, where the method changes the objects of one of them. One array may be given twice: whether its adjoints are
    /// one array, too, is asked elsewhere. Allocates nothing after the first call of a thread.
    /// </summary>
    /// <param name="a">An array of objects.</param>
    /// <param name="b">Another one.</param>
    /// <param name="aName">The name of <paramref name="a"/>.</param>
    /// <param name="bName">The name of <paramref name="b"/>.</param>
    /// <exception cref="ArgumentException">An object is found in both.</exception>
    public static void RequireOthers(object?[]? a, object?[]? b, string aName, string bName)
    {
        if (a is null || b is null || ReferenceEquals(a, b)) return;
        HashSet<object> seen = s_seen ??= new HashSet<object>(ReferenceEqualityComparer.Instance);
        try
        {
            foreach (object? one in a)
                if (one is not null) seen.Add(one);
            for (int i = 0; i < b.Length; i++)
                if (b[i] is { } one && seen.Contains(one)) ThrowOneVariable($"{aName}[{Array.IndexOf(a, one)}]", $"{bName}[{i}]");
        }
        finally
        {
            seen.Clear();
        }
    }

    static void RequireDistinctAmongMany<TElement>(TElement[] array, Func<TElement, Array?> member, string name)
    {
        HashSet<object> seen = s_seen ??= new HashSet<object>(ReferenceEqualityComparer.Instance);
        try
        {
            for (int i = 0; i < array.Length; i++)
                if (member(array[i]) is { Length: > 0 } one && !seen.Add(one)) ThrowNotDistinct(name, i, Array.FindIndex(array, each => ReferenceEquals(member(each), one)));
        }
        finally
        {
            seen.Clear();
        }
    }

    [DoesNotReturn]
    static void ThrowNotDistinct(string name, int i, int j) =>
        throw new ArgumentException($"{name}[{i}] and {name}[{j}] are, or hold, the same array, which the method stores into, and each place has an adjoint of its own: give each an array of its own.");

    [DoesNotReturn]
    static void ThrowFoundTwice(string one, string other) =>
        throw new ArgumentException($"{one} shares memory with {other}, and the method stores into one of them, but each has an adjoint of its own: pass separate arrays.");
}
