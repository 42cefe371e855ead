using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// A LINQ query over arrays and ranges as the loop that it is: over the indices below <paramref name="Count"/>, with what becomes of the
/// element at each. Building one evaluates what C# evaluates at once (the sources, how many to take); its elements are read when it is
/// enumerated, each time anew.
/// </summary>
/// <param name="Element">The type of what it yields.</param>
/// <param name="Count">How many elements are looked at.</param>
/// <param name="Filtered">Whether some of them may be left out.</param>
/// <param name="Each">Reads the element at an index and hands it on, unless it is left out.</param>
internal sealed record Query(ITypeSymbol Element, Expr Count, bool Filtered, Action<Expr, Action<Meaning>> Each);
