using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiff;

// What generated code checks about the buffers it is given, before it touches any of them.
public static partial class Adjoints
{
    /// <summary>Checks that two buffers that belong together have the same length.</summary>
    /// <param name="expected">The length that is right.</param>
    /// <param name="actual">The length that is checked.</param>
    /// <param name="expectedName">What has the right length, such as <c>x</c>.</param>
    /// <param name="actualName">What is checked, such as <c>xAdjoint</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ: "xAdjoint has 2 elements, x has 3."</exception>
    public static void RequireLength(int expected, int actual, string expectedName, string actualName)
    {
        if (expected != actual) ThrowLength(expected, actual, expectedName, actualName);
    }

    /// <summary>
    /// Checks that the adjoints of two parameters share memory exactly as the parameters do. An element reached by two names has one
    /// adjoint; were it kept in two places, or two elements' in one, the gradient would be wrong.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">One parameter.</param>
    /// <param name="b">The other parameter.</param>
    /// <param name="aAdjoint">The adjoint of <paramref name="a"/>, of the same length.</param>
    /// <param name="bAdjoint">The adjoint of <paramref name="b"/>, of the same length.</param>
    /// <param name="aName">The name of <paramref name="a"/>; its adjoint is called <c>aNameAdjoint</c>.</param>
    /// <param name="bName">The name of <paramref name="b"/>.</param>
    /// <exception cref="ArgumentException">One pair overlaps and the other does not, or by another number of elements.</exception>
    public static void RequireMirrored<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> aAdjoint, ReadOnlySpan<T> bAdjoint, string aName, string bName)
    {
        bool overlap = a.Overlaps(b);
        if (overlap != aAdjoint.Overlaps(bAdjoint) || (overlap && Distance(a, b) != Distance(aAdjoint, bAdjoint)))
        {
            ThrowNotMirrored(overlap, overlap && Distance(a, b) == 0, aName, bName);
        }
    }

    /// <summary>The same for arrays of arrays: their rows may be shared, whatever array holds them.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="a">One parameter.</param>
    /// <param name="b">The other parameter.</param>
    /// <param name="aAdjoint">The adjoint of <paramref name="a"/>, its rows of the same lengths.</param>
    /// <param name="bAdjoint">The adjoint of <paramref name="b"/>, its rows of the same lengths.</param>
    /// <param name="aName">The name of <paramref name="a"/>; its adjoint is called <c>aNameAdjoint</c>.</param>
    /// <param name="bName">The name of <paramref name="b"/>.</param>
    /// <exception cref="ArgumentException">Rows of one pair overlap and those of the other do not, or by another number of elements.</exception>
    public static void RequireMirrored<T>(T[][] a, T[][] b, T[][] aAdjoint, T[][] bAdjoint, string aName, string bName)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(aAdjoint);
        ArgumentNullException.ThrowIfNull(bAdjoint);
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++) RequireMirrored<T>(a[i], b[j], aAdjoint[i], bAdjoint[j], aName, bName);
        }
    }

    /// <summary>
    /// Checks that two parameters share no memory, where the method makes one of them name another array: their adjoints are then worked
    /// on in different places.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="renamed">The parameter that is assigned.</param>
    /// <param name="other">The other parameter.</param>
    /// <param name="renamedName">The name of <paramref name="renamed"/>.</param>
    /// <param name="otherName">The name of <paramref name="other"/>.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void RequireSeparate<T>(ReadOnlySpan<T> renamed, ReadOnlySpan<T> other, string renamedName, string otherName)
    {
        if (renamed.Overlaps(other)) ThrowNotSeparate(renamedName, otherName);
    }

    /// <summary>The same for arrays of arrays: no row of one is a row of the other.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="renamed">The parameter that is assigned.</param>
    /// <param name="other">The other parameter.</param>
    /// <param name="renamedName">The name of <paramref name="renamed"/>.</param>
    /// <param name="otherName">The name of <paramref name="other"/>.</param>
    /// <exception cref="ArgumentException">They share a row, or a part of one.</exception>
    public static void RequireSeparate<T>(T[][] renamed, T[][] other, string renamedName, string otherName)
    {
        ArgumentNullException.ThrowIfNull(renamed);
        ArgumentNullException.ThrowIfNull(other);
        foreach (T[] row in renamed)
        {
            foreach (T[] each in other) RequireSeparate<T>(row, each, renamedName, otherName);
        }
    }

    /// <summary>Checks that a parameter shares no memory with one that is a constant, where the method stores into one of them: what is stored has a derivative, the constant has none.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="active">The parameter that has a derivative.</param>
    /// <param name="constant">The constant one.</param>
    /// <param name="activeName">The name of <paramref name="active"/>.</param>
    /// <param name="constantName">The name of <paramref name="constant"/>.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void RequireNotConstant<T>(ReadOnlySpan<T> active, ReadOnlySpan<T> constant, string activeName, string constantName)
    {
        if (active.Overlaps(constant)) ThrowConstant(activeName, constantName);
    }

    /// <summary>Checks that two parameters that are given by reference are two variables, where the method assigns one of them.</summary>
    /// <typeparam name="TA">The type of the one.</typeparam>
    /// <typeparam name="TB">The type of the other.</typeparam>
    /// <param name="a">One parameter.</param>
    /// <param name="b">The other parameter.</param>
    /// <param name="aName">The name of <paramref name="a"/>.</param>
    /// <param name="bName">The name of <paramref name="b"/>.</param>
    /// <exception cref="ArgumentException">They are one variable, or one is a part of the other.</exception>
    public static void RequireTwoVariables<TA, TB>(ref readonly TA a, ref readonly TB b, string aName, string bName)
    {
        nint distance = Unsafe.ByteOffset(ref Unsafe.As<TA, byte>(ref Unsafe.AsRef(in a)), ref Unsafe.As<TB, byte>(ref Unsafe.AsRef(in b)));
        if (distance >= 0 ? distance < Unsafe.SizeOf<TA>() : -distance < Unsafe.SizeOf<TB>()) ThrowOneVariable(aName, bName);
    }

    /// <summary>Checks that a parameter that is given by reference is no element of another one, where the method assigns one of them.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="number">The number.</param>
    /// <param name="sequence">The other parameter.</param>
    /// <param name="numberName">The name of <paramref name="number"/>.</param>
    /// <param name="sequenceName">The name of <paramref name="sequence"/>.</param>
    /// <exception cref="ArgumentException">The number is one of the elements.</exception>
    public static void RequireNoElement<T>(ref readonly T number, ReadOnlySpan<T> sequence, string numberName, string sequenceName)
    {
        if (sequence.Overlaps(new ReadOnlySpan<T>(in number))) ThrowOneVariable(numberName, sequenceName);
    }

    /// <summary>Checks that two parameters are two objects, where the method assigns to a member of one of them.</summary>
    /// <param name="a">One parameter.</param>
    /// <param name="b">The other parameter.</param>
    /// <param name="aName">The name of <paramref name="a"/>.</param>
    /// <param name="bName">The name of <paramref name="b"/>.</param>
    /// <exception cref="ArgumentException">They are one object.</exception>
    public static void RequireTwoObjects(object? a, object? b, string aName, string bName)
    {
        if (a is not null && ReferenceEquals(a, b)) ThrowOneVariable(aName, bName);
    }

    /// <summary>The exception for an object whose method has no derivative that is known where it is called.</summary>
    /// <param name="target">The object; null where the method itself would have thrown.</param>
    /// <param name="method">The method that is called on it.</param>
    /// <returns>The exception, to be thrown.</returns>
    public static Exception UnknownImplementation(object? target, string method) => target is null
        ? new NullReferenceException()
        : new NotSupportedException($"{target.GetType()} has a {method} of its own, whose derivative was not known when this was compiled.");

    static nint Distance<T>(ReadOnlySpan<T> from, ReadOnlySpan<T> to) =>
        Unsafe.ByteOffset(in MemoryMarshal.GetReference(from), in MemoryMarshal.GetReference(to));

    [DoesNotReturn]
    static void ThrowOneVariable(string aName, string bName) =>
        throw new ArgumentException($"{aName} and {bName} are the same variable or object, which the method assigns, and each has an adjoint of its own: pass two, or differentiate a method that has one parameter for both.");

    [DoesNotReturn]
    static void ThrowLength(int expected, int actual, string expectedName, string actualName) =>
        throw new ArgumentException($"{actualName} has {actual} element{(actual == 1 ? "" : "s")}, {expectedName} has {expected}.");

    [DoesNotReturn]
    static void ThrowNotSeparate(string renamed, string other) => throw new ArgumentException(
        $"{renamed} and {other} share memory, but the method assigns {renamed} another array: pass separate arrays, or use a local variable for the other array.");

    [DoesNotReturn]
    static void ThrowConstant(string active, string constant) => throw new ArgumentException(
        $"{active} and {constant} share memory, which the method stores into, but {constant} is a constant, without a derivative: pass separate arrays.");

    [DoesNotReturn]
    static void ThrowNotMirrored(bool overlap, bool sameStart, string aName, string bName)
    {
        string adjoints = $"{aName}Adjoint and {bName}Adjoint";
        throw new ArgumentException(overlap
            ? sameStart
                ? $"{aName} and {bName} share memory, {adjoints} do not likewise: pass the same adjoint buffer for both."
                : $"{aName} and {bName} are overlapping parts of one buffer, {adjoints} do not overlap likewise: "
                    + "pass the corresponding parts of one adjoint buffer."
            : $"{adjoints} share memory, {aName} and {bName} do not: pass separate adjoint buffers.");
    }
}
