using System.Text;

namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>
/// Writes a random C# program inside the language that the generator covers. The programs are numerically tame: functions are applied only
/// where they are smooth, what is assigned is bounded, every loop ends, every index is in range. Evaluation order is not tame: assignments
/// and increments stand anywhere in expressions, indices and conditions.
/// </summary>
public sealed partial class ProgramWriter
{
    private readonly Random random;
    private readonly string name;
    private readonly bool single;
    private readonly StringBuilder text = new();
    private readonly List<Callee> callees = [];
    private readonly List<ProgramVariable> scope = [];
    private readonly List<Callee> localFunctions = [];
    private int indentation;
    private int names;
    private int helpers;
    private int budget;
    private int loops;
    private bool inLoop;
    private Result result;
    private Callee? recursion;

    public ProgramWriter(int seed)
    {
        random = new Random(seed);
        name = seed < 0 ? $"SeedMinus{-(long)seed}" : $"Seed{seed}";
        single = Chance(12);
    }

    private enum Result
    {
        Nothing,
        Real,
        Array,
    }

    /// <summary>A method that can be called: a differentiable one of the class, or a local function.</summary>
    private sealed record Callee(string Name, Result Result, IReadOnlyList<ProgramVariable> Parameters);

    private string Real => single ? "float" : "double";

    private string Maths => single ? "MathF" : "Math";

    public string Write()
    {
        Line("using System;");
        Line("using AutoDiff;");
        Line("");
        Line("namespace Corpus;");
        Line("");
        Line($"public static partial class {name}");
        Open();
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
            VariableKind kind = random.Next(10) switch
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

        bool writes = parameters.Any(parameter => parameter.TakesReals);
        result = random.Next(10) switch { < 2 when writes => Result.Nothing, < 4 => Result.Array, _ => Result.Real };
        scope.AddRange(parameters);
        var callee = new Callee(method, result, parameters);
        Line("[Differentiable]");
        foreach (List<string> point in points) Line($"[At({string.Join(", ", point)})]");
        string type = result switch { Result.Nothing => "void", Result.Real => Real, _ => Real + "[]" };
        Line($"public static {type} {method}({string.Join(", ", declarations)})");
        Open();
        if (recursive) Line(result == Result.Nothing ? "if (depth <= 0) return;" : $"if (depth <= 0) return {Returned()};");
        recursion = recursive ? callee : null;
        while (Chance(25)) LocalFunction();
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
        ProgramVariable parameter = New(kind, assignable: kind != VariableKind.Array || callees.Count == helpers, least: least);
        // Only real numbers of the method that nobody calls: what is passed on would have to be constant.
        bool marked = constant && (kind == VariableKind.Real || parameter.HoldsReals && callees.Count == helpers);
        parameters.Add(parameter with { Constant = marked });
        declarations.Add((marked ? "[NoGradient] " : "") + $"{TypeOf(kind)} {parameter.Name}");
        foreach (List<string> point in points)
        {
            int length = least + random.Next(3);
            point.Add(kind switch
            {
                VariableKind.Real => PointNumber(),
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
        _ => "int[]",
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
            _ => "p",
        };
        return new($"{prefix[random.Next(prefix.Length)]}{++names}", kind, assignable, least);
    }

    private string Returned() => result == Result.Real ? Tame(RealTerm(2)) : FreshArray(out _);

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
        int outer = scope.Count;
        Open();
        first?.Invoke();
        for (int i = 0; i < statements && budget > 0; i++) Statement();
        last?.Invoke();
        Close(after);
        scope.RemoveRange(outer, scope.Count - outer);
    }
}
