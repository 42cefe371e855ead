using System.Text.RegularExpressions;
using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>
/// Writes, for one corpus method, a nested class <c>DriverN</c> that calls the method and its companions with boxed arguments: spans
/// cannot be passed by reflection, and a nested class reaches private methods. It stands in the same partial type, so nothing is qualified.
/// </summary>
public static partial class DriverText
{
    /// <param name="method">The method to drive.</param>
    /// <param name="companions">The companions that exist, by their suffixes.</param>
    /// <param name="number">The type that stands for <c>double</c> and <c>float</c> in a retargeted copy; null in the product's.</param>
    /// <param name="name">The name of the method in a retargeted copy, if it is another.</param>
    public static string Write(CorpusMethod method, IReadOnlySet<string> companions, string? number = null, string? name = null)
    {
        string body = Plain(method, name ?? method.Name);
        if (companions.Contains("Gradient")) body += Tuple(method, "Gradient");
        if (companions.Contains("Jacobian")) body += Tuple(method, "Jacobian");
        if (companions.Contains("Adjoint")) body += Adjoint(method) + (method.IsFlat && method.IsStatic ? AllocationText.Write(method) : "");
        if (companions.Contains("Forward")) body += Forward(method);

        return $"""
            #nullable disable
            namespace {method.Namespace};
            {string.Join(" { ", method.EnclosingTypes)} {"{"}
            internal static class Driver{method.Number}
            {"{"}
            {(number is null ? body : FloatingPoint().Replace(body, number))}
            {"}"}
            {new string('}', method.EnclosingTypes.Count)}
            """;
    }

    /// <summary>The argument for a parameter, out of the boxed <c>a</c>.</summary>
    public static string Argument(CorpusParameter parameter, int index)
    {
        if (parameter.IsHeld) return $"{parameter.Passing}p{index}";
        string type = parameter.Type.Name;
        Match inactive = SpanOf().Match(type);
        return inactive.Success ? $"({type})({inactive.Groups[1].Value}[])a[{index}]" : $"({type})a[{index}]";
    }

    /// <summary>The locals <c>b0</c>, <c>b1</c>, … that hold the adjoints of scalars and aggregates.</summary>
    public static string HeldAdjoints(CorpusMethod method) => Join(method.Differentiable.Select((parameter, i) => Held(parameter.Type, "b", i, parameter.IsScalar)));

    public static IEnumerable<string> Adjoints(CorpusMethod method) => method.Differentiable.Select((parameter, i) =>
        parameter.IsAdjointByReference ? $"ref b{i}" : parameter.Type.Packing is not null ? $"b{i}" : $"({parameter.Type.Element}[])b[{i}]");

    public static IEnumerable<string> Seed(CorpusMethod method) => method.Result.Storage switch
    {
        Storage.Scalar => [$"({method.Result.Element})seed"],
        Storage.Array => [$"({method.Result.Element}[])seed"],
        Storage.Packed => [method.Result.Packing!.Make(k => $"((double[])seed)[{k}]")],
        _ => [],
    };

    private static string Plain(CorpusMethod method, string name) => $$"""
        public static object Plain(object[] a)
        {
            {{HeldArguments(method)}}
            {{Valued(method, Call(method, name, Arguments(method)))}}
            {{ReturnedArguments(method)}}
            return value;
        }

        """;

    private static string Tuple(CorpusMethod method, string suffix)
    {
        IEnumerable<string> items = method.Differentiable.Select((parameter, i) => Boxed(parameter.Type, $"r.Item{i + 2}"));
        return $$"""
            public static object[] {{suffix}}(object[] a)
            {
                {{HeldArguments(method)}}
                var r = {{Call(method, method.Name + suffix, Arguments(method))}};
                {{ReturnedArguments(method)}}
                return new object[] { {{string.Join(", ", items.Prepend("r.Item1"))}} };
            }

            """;
    }

    private static string Adjoint(CorpusMethod method)
    {
        string call = Call(method, method.Name + "Adjoint", [.. Arguments(method), .. Adjoints(method), .. Seed(method)]);
        return $$"""
            public static object Adjoint(object[] a, object[] b, object seed)
            {
                {{HeldArguments(method)}}
                {{HeldAdjoints(method)}}
                {{Valued(method, call)}}
                {{ReturnedArguments(method)}}
                {{Join(method.Differentiable.Select((parameter, i) => Returned(parameter.Type, "b", i, parameter.IsScalar)))}}
                return value;
            }

            """;
    }

    private static string Forward(CorpusMethod method)
    {
        string held = Join(method.Differentiable.Select((parameter, i) => Held(parameter.Type, "b", i, parameter.IsHeld)));
        string returned = Join(method.Differentiable.Select((parameter, i) => parameter.IsInOut || parameter.Type.Packing is { IsValue: false } ? Returned(parameter.Type, "b", i, parameter.IsHeld) : ""));
        IEnumerable<string> tangents = method.Differentiable.Select((parameter, i) =>
            parameter.IsHeld ? (parameter.IsInOut ? $"ref b{i}" : $"b{i}")
            : parameter.IsScalar ? $"({parameter.Type.Element})b[{i}]" : $"({parameter.Type.Element}[])b[{i}]");
        string call = Call(method, method.Name + "Forward", [.. Arguments(method), .. tangents]);
        bool isVoid = method.Result.Name == "void";
        return $$"""
            public static object[] Forward(object[] a, object[] b)
            {
                {{HeldArguments(method)}}
                {{held}}
                {{(isVoid ? call : "var r = " + call)}};
                {{ReturnedArguments(method)}}
                {{returned}}
                return new object[] { {{(isVoid ? "" : Boxed(method.Result, "r.Item1") + ", " + Boxed(method.Result, "r.Item2"))}} };
            }

            """;
    }

    private static string HeldArguments(CorpusMethod method) => Join(method.Parameters.Select((parameter, i) => Held(parameter.Type, "a", i, parameter.IsHeld)));

    /// <summary>What the method left in what it was given, back in the boxes.</summary>
    private static string ReturnedArguments(CorpusMethod method) => Join(method.Parameters.Select((parameter, i) =>
        parameter.IsInOut || parameter.Type.Packing is { IsValue: false } ? Returned(parameter.Type, "a", i, parameter.IsHeld) : ""));

    private static string Held(CorpusType type, string box, int i, bool isHeld)
    {
        string local = (box == "a" ? "p" : box) + i;
        if (type.Packing is { } packing) return $"{type.Name} {local} = {packing.Make(k => $"((double[]){box}[{i}])[{k}]")};";
        return isHeld ? $"{type.Name} {local} = ({type.Name}){box}[{i}];" : "";
    }

    private static string Returned(CorpusType type, string box, int i, bool isHeld)
    {
        string local = (box == "a" ? "p" : box) + i;
        if (type.Packing is { } packing) return string.Concat(packing.Paths.Select((path, k) => $"((double[]){box}[{i}])[{k}] = {local}{path}; "));
        return isHeld ? $"{box}[{i}] = {local};" : "";
    }

    private static string Valued(CorpusMethod method, string call) => method.Result switch
    {
        { Name: "void" } => $"{call}; object value = null;",
        { Packing: not null } packed => $"var whole = {call}; object value = {Boxed(packed, "whole")};",
        _ => $"object value = {call};",
    };

    private static string Boxed(CorpusType type, string value) => type.Packing is { } packing
        ? "new double[] { " + string.Join(", ", packing.Paths.Select(path => value + path)) + " }"
        : value;

    private static string Join(IEnumerable<string> statements) => string.Join(" ", statements.Where(statement => statement.Length > 0));

    private static IEnumerable<string> Arguments(CorpusMethod method) => method.Parameters.Select(Argument);

    private static string Call(CorpusMethod method, string name, IEnumerable<string> arguments) =>
        $"{(method.IsStatic ? "" : "new " + method.EnclosingTypes[^1].Split(' ')[^1] + "().")}{name}({string.Join(", ", arguments)})";

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"^global::System\.(?:ReadOnly)?Span<(.+)>$")]
    private static partial Regex SpanOf();
}
