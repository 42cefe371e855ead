using System.Text;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// Writes a random C# program inside the language that the generator covers. The programs are numerically tame: functions are applied only
/// where they are smooth, what is assigned is bounded, every loop ends, every index is in range. Evaluation order is not tame: assignments
/// and increments stand anywhere in expressions, indices and conditions.
/// </summary>
public sealed partial class ProgramWriter
{
    /// <summary>How many expressions may stand in each other: one may hold a condition, and that expressions again.</summary>
    private const int DeepestNesting = 5;

    private readonly Random random;
    private readonly string name;
    private readonly bool single;
    private readonly ProgramFeature features;
    private readonly StringBuilder text = new();
    private readonly List<Callee> callees = [];
    private readonly List<ProgramVariable> scope = [];
    private readonly List<Callee> localFunctions = [];
    private int indentation;
    private int names;
    private int helpers;
    private int budget;
    private int loops;
    private int nesting;
    private bool inLoop;
    private bool canReturn = true;
    private bool inFinally;
    private Result result;
    private Callee? recursion;

    /// <param name="seed">What it is written from, and named after.</param>
    /// <param name="wanted">The features that it has; null for some of them.</param>
    public ProgramWriter(int seed, ProgramFeature? wanted = null)
    {
        random = new Random(seed);
        name = seed < 0 ? $"SeedMinus{-(long)seed}" : $"Seed{seed}";
        single = Chance(12);
        features = wanted ?? SomeFeatures();
        if (single) features &= ~ProgramFeature.Singles;
    }

    private enum Result
    {
        Nothing,
        Real,
        Array,
        Bool,
        Pair,
        Tuple,
        Node,
        Mark,
    }

    /// <summary>A method that can be called: a differentiable one of the class, one of a struct, or a local function.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Result">What it returns.</param>
    /// <param name="Parameters">What it takes.</param>
    /// <param name="Captures">Whether it uses what stands around it, so that what does not cannot call it.</param>
    private sealed record Callee(string Name, Result Result, IReadOnlyList<ProgramVariable> Parameters, bool Captures = false);

    private string Real => single ? "float" : "double";

    private string Maths => single ? "MathF" : "Math";

    public string Write()
    {
        Line("using System;");
        if (Has(ProgramFeature.Queries)) Line("using System.Collections.Generic;");
        Line("using System.IO;");
        if (Has(ProgramFeature.Queries)) Line("using System.Linq;");
        Line("using AutoDiff;");
        Line("");
        Line("namespace Corpus;");
        Line("");
        Line($"public static partial class {name}");
        Open();
        if (Has(ProgramFeature.Regions)) Line("private static readonly object Gate = new();\n");
        if (Has(ProgramFeature.Aggregates)) Structs();
        if (Has(ProgramFeature.Objects)) Classes();
        helpers = random.Next(3);
        while (callees.Count < helpers)
        {
            callees.Add(Method($"Part{callees.Count}", budgetOfMethod: 2 + random.Next(5), recursive: Chance(30)));
            Line("");
        }

        Method("Run", budgetOfMethod: 4 + random.Next(16), recursive: false);
        Close();
        return text.ToString();
    }

    private Callee Method(string method, int budgetOfMethod, bool recursive)
    {
        scope.Clear();
        localFunctions.Clear();
        (names, loops, budget, inLoop) = (0, 0, budgetOfMethod, false);
        List<ProgramVariable> parameters = [];
        var declarations = new List<string>();
        var points = new List<string>[] { [], [] };
        Parameter(parameters, declarations, points, Chance(50) ? VariableKind.Real : SomeSequence(), constant: false);
        for (int more = random.Next(4); more > 0; more--)
        {
            VariableKind kind = OtherParameter() ?? random.Next(10) switch
            {
                < 4 => VariableKind.Real,
                < 7 => SomeSequence(),
                7 => VariableKind.Int,
                8 => VariableKind.Bool,
                _ => VariableKind.IntArray,
            };
            Parameter(parameters, declarations, points, kind, constant: Chance(10));
        }

        if (recursive)
        {
            var depth = new ProgramVariable("depth", VariableKind.Int, Assignable: false);
            parameters.Add(depth);
            declarations.Add("int depth");
            points[0].Add("2");
            points[1].Add("1");
        }

        bool writes = parameters.Any(parameter => parameter.TakesReals || parameter is { Kind: VariableKind.Matrix or VariableKind.Jagged or VariableKind.Pairs or VariableKind.Node or VariableKind.Hub } or { Passing: "ref " or "out " });
        result = random.Next(10) switch { < 2 when writes => Result.Nothing, < 4 => Result.Array, < 6 when Has(ProgramFeature.Aggregates) && !single => Pick([Result.Pair, Result.Tuple]), _ => Result.Real };
        scope.AddRange(parameters);
        var callee = new Callee(method, result, parameters);
        Line("[Differentiable]");
        foreach (List<string> point in points) Line($"[At({string.Join(", ", point)})]");
        Line($"public static {TypeOf(result)} {method}({string.Join(", ", declarations)})");
        Open();
        foreach (ProgramVariable output in parameters.Where(parameter => parameter.Passing == "out ")) Line($"{output.Name} = {SomeLiteral()};");
        if (recursive) Line(result == Result.Nothing ? "if (depth <= 0) return;" : $"if (depth <= 0) return {Returned()};");
        recursion = recursive ? callee : null;
        while (Chance(25)) StaticFunction();
        while (budget > 0) Statement();
        if (result != Result.Nothing) Line($"return {Returned()};");
        Close();
        recursion = null;
        return callee;
    }

    private void Parameter(
        List<ProgramVariable> parameters, List<string> declarations, List<string>[] points, VariableKind kind, bool constant)
    {
        int least = kind is VariableKind.Span or VariableKind.ReadOnlySpan ? 2 : 4;
        // A method that gives its parameter another array refuses, when it runs, two names for one array: only what nobody calls does so.
        ProgramVariable parameter = Passed(New(kind, assignable: kind != VariableKind.Array || callees.Count == helpers, least: least));
        // Only real numbers of the method that nobody calls: what is passed on would have to be constant.
        bool marked = constant && parameter.Passing.Length == 0 && (kind == VariableKind.Real || parameter.HoldsReals && callees.Count == helpers);
        parameters.Add(parameter with { Constant = marked });
        string shape = kind switch { VariableKind.Pairs => "[Shape(4)] ", VariableKind.Matrix => "[Shape(2, 3)] ", VariableKind.Jagged => "[Shape(2, 3)] ", VariableKind.Node or VariableKind.Hub when nodeHasArray => "[Shape(4)] ", _ => "" };
        declarations.Add((marked ? "[NoGradient] " : "") + $"{shape}{parameter.Passing}{TypeOf(kind)} {parameter.Name}");
        foreach (List<string> point in points)
        {
            int length = kind switch
            {
                VariableKind.Pair or VariableKind.Tuple or VariableKind.Mark => 2,
                VariableKind.Box => 3,
                VariableKind.Node => nodeHasArray ? 6 : 2,
                VariableKind.Hub => nodeHasArray ? 7 : 3,
                VariableKind.Pairs => 8,
                VariableKind.Matrix => 6,
                VariableKind.Jagged => 5,
                _ => least + random.Next(3),
            };
            point.Add(kind switch
            {
                VariableKind.Real or VariableKind.Single => PointNumber(),
                VariableKind.Int => random.Next(-3, 7).ToString(),
                VariableKind.Bool => Chance(50) ? "true" : "false",
                VariableKind.IntArray => $"new int[] {{ {string.Join(", ", Enumerable.Range(0, length).Select(_ => random.Next(-2, 6)))} }}",
                _ => $"new double[] {{ {string.Join(", ", Enumerable.Range(0, length).Select(_ => PointNumber()))} }}",
            });
        }
    }

    private string PointNumber() => Term.Number((random.Next(2) == 0 ? -1 : 1) * (0.1 + random.Next(14000) / 10000.0));

    private VariableKind SomeSequence() =>
        random.Next(5) switch { < 3 => VariableKind.Array, 3 => VariableKind.Span, _ => VariableKind.ReadOnlySpan };

    private string TypeOf(VariableKind kind) => kind switch
    {
        VariableKind.Real => Real,
        VariableKind.Int => "int",
        VariableKind.Bool => "bool",
        VariableKind.Array => Real + "[]",
        VariableKind.Span => $"Span<{Real}>",
        VariableKind.ReadOnlySpan => $"ReadOnlySpan<{Real}>",
        VariableKind.Pair => "Pair",
        VariableKind.Box => "Box",
        VariableKind.Tuple => $"({Real} A, {Real} B)",
        VariableKind.Pairs => "Pair[]",
        VariableKind.Matrix => Real + "[,]",
        VariableKind.Jagged => Real + "[][]",
        VariableKind.Single => "float",
        VariableKind.List => $"List<{Real}>",
        VariableKind.Node or VariableKind.Hub or VariableKind.Mark => kind.ToString(),
        _ => "int[]",
    };

    private string TypeOf(Result returned) => returned switch
    {
        Result.Nothing => "void",
        Result.Real => Real,
        Result.Array => Real + "[]",
        Result.Bool => "bool",
        Result.Pair or Result.Node or Result.Mark => returned.ToString(),
        _ => TypeOf(VariableKind.Tuple),
    };

    /// <summary>A variable with a name of its own; it is in scope only when it is added to it.</summary>
    private ProgramVariable New(VariableKind kind, bool assignable = true, int least = 0)
    {
        string prefix = kind switch
        {
            VariableKind.Real => "xyzuv",
            VariableKind.Int => "kmn",
            VariableKind.Bool => "b",
            VariableKind.Array => "a",
            VariableKind.Span => "s",
            VariableKind.ReadOnlySpan => "r",
            VariableKind.Pair or VariableKind.Pairs => "q",
            VariableKind.Box => "h",
            VariableKind.Tuple => "t",
            VariableKind.Matrix or VariableKind.Jagged => "g",
            VariableKind.Single => "f",
            VariableKind.List => "l",
            VariableKind.Node or VariableKind.Hub => "o",
            VariableKind.Mark => "w",
            _ => "p",
        };
        return new($"{prefix[random.Next(prefix.Length)]}{++names}", kind, assignable, least);
    }

    private string Returned() => result switch
    {
        Result.Real => Tame(RealTerm(2)),
        Result.Bool => Condition(2),
        Result.Pair => PairTerm(2),
        Result.Tuple => TupleTerm(2),
        Result.Node => NodeTerm(2),
        Result.Mark => MarkTerm(2),
        _ => FreshArray(out _),
    };

    private string Leave() => result == Result.Nothing ? "return;" : $"return {Returned()};";

    private ProgramFeature SomeFeatures() => Enum.GetValues<ProgramFeature>().Where(_ => Chance(30)).Aggregate(ProgramFeature.None, (all, one) => all | one);

    private bool Has(ProgramFeature feature) => (features & feature) != 0;

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private ProgramVariable? Some(Func<ProgramVariable, bool> condition)
    {
        ProgramVariable[] candidates = [.. scope.Where(condition)];
        return candidates.Length == 0 ? null : Pick(candidates);
    }

    private void Line(string line) => text.Append(' ', line.Length == 0 ? 0 : 4 * indentation).Append(line).Append('\n');

    private void Open()
    {
        Line("{");
        indentation++;
    }

    private void Close(string after = "")
    {
        indentation--;
        Line("}" + after);
    }

    /// <summary>Statements in braces; what they declare goes out of scope.</summary>
    private void Block(int statements, string after = "", Action? first = null, Action? last = null)
    {
        (int outer, int outerFunctions) = (scope.Count, localFunctions.Count);
        Open();
        first?.Invoke();
        for (int i = 0; i < statements && budget > 0; i++) Statement();
        last?.Invoke();
        Close(after);
        scope.RemoveRange(outer, scope.Count - outer);
        localFunctions.RemoveRange(outerFunctions, localFunctions.Count - outerFunctions);
    }
}
