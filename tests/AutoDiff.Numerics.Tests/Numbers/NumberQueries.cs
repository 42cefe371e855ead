using AutoDiff.Numerics.Tests.Numbers;

// Where LINQ's own are looked for: a retargeted file that says 'using System.Linq' finds these for the reference's numbers.
namespace System.Linq;

/// <summary>The reductions that LINQ has for <c>double</c> alone, over the reference's numbers, with the same rules for NaN and for
/// nothing. Where they go by an enumerator, LINQ's begin with the first element, not with zero: minus zero keeps its sign.</summary>
public static class NumberQueries
{
    public static Precise Sum(this IEnumerable<Precise> source) => source.Aggregate((Precise)0.0, (sum, next) => sum + next);

    public static Dual Sum(this IEnumerable<Dual> source) => source.Aggregate((Dual)0.0, (sum, next) => sum + next);

    public static Precise Sum<T>(this IEnumerable<T> source, Func<T, Precise> selector) => source.Select(selector).Sum();

    public static Dual Sum<T>(this IEnumerable<T> source, Func<T, Dual> selector) => source.Select(selector).Sum();

    public static Precise Average(this IEnumerable<Precise> source)
    {
        Precise[] all = NotEmpty(source);
        return (source is Precise[] ? all.Sum() : all.Aggregate((sum, next) => sum + next)) / (Precise)(double)all.Length;
    }

    public static Dual Average(this IEnumerable<Dual> source)
    {
        Dual[] all = NotEmpty(source);
        return (source is Dual[] ? all.Sum() : all.Aggregate((sum, next) => sum + next)) / (Dual)(double)all.Length;
    }

    public static Precise Average<T>(this IEnumerable<T> source, Func<T, Precise> selector) => source.Select(selector).Average();

    public static Dual Average<T>(this IEnumerable<T> source, Func<T, Dual> selector) => source.Select(selector).Average();

    public static Precise Min(this IEnumerable<Precise> source) => source.Aggregate((least, next) => next < least || PreciseMath.IsNaN(next) ? next : least);

    public static Dual Min(this IEnumerable<Dual> source) => source.Aggregate((least, next) => next < least || DualMath.IsNaN(next) ? next : least);

    public static Precise Min<T>(this IEnumerable<T> source, Func<T, Precise> selector) => source.Select(selector).Min();

    public static Dual Min<T>(this IEnumerable<T> source, Func<T, Dual> selector) => source.Select(selector).Min();

    public static Precise Max(this IEnumerable<Precise> source) => source.Aggregate((most, next) => next > most || PreciseMath.IsNaN(most) ? next : most);

    public static Dual Max(this IEnumerable<Dual> source) => source.Aggregate((most, next) => next > most || DualMath.IsNaN(most) ? next : most);

    public static Precise Max<T>(this IEnumerable<T> source, Func<T, Precise> selector) => source.Select(selector).Max();

    public static Dual Max<T>(this IEnumerable<T> source, Func<T, Dual> selector) => source.Select(selector).Max();

    private static T[] NotEmpty<T>(IEnumerable<T> source) => source.ToArray() is { Length: > 0 } all ? all : throw new InvalidOperationException("Sequence contains no elements");
}
