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
        if (companions.Contains("Adjoint")) body += Adjoint(method) + AllocationText.Write(method);
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
        string type = parameter.Type.Name;
        Match inactive = SpanOf().Match(type);
        return inactive.Success ? $"({type})({inactive.Groups[1].Value}[])a[{index}]" : $"({type})a[{index}]";
    }

    /// <summary>The locals <c>b0</c>, <c>b1</c>, … in which the adjoints of scalars are passed by reference.</summary>
    public static string ScalarAdjoints(CorpusMethod method) => string.Join(" ", method.Differentiable.Select((parameter, i) =>
        parameter.IsScalar ? $"{parameter.Type.Element} b{i} = ({parameter.Type.Element})b[{i}];" : ""));

    public static IEnumerable<string> Adjoints(CorpusMethod method) => method.Differentiable.Select((parameter, i) =>
        parameter.IsScalar ? $"ref b{i}" : $"({parameter.Type.Element}[])b[{i}]");

    public static IEnumerable<string> Seed(CorpusMethod method) => method.Result.Storage switch
    {
        Storage.Scalar => [$"({method.Result.Element})seed"],
        Storage.Array => [$"({method.Result.Element}[])seed"],
        _ => [],
    };

    private static string Plain(CorpusMethod method, string name)
    {
        string call = Call(name, Arguments(method));
        return $"public static object Plain(object[] a) {(method.Result.Name == "void" ? $"{{ {call}; return null; }}" : $"=> {call};")}\n";
    }

    private static string Tuple(CorpusMethod method, string suffix)
    {
        string items = string.Join(", ", Enumerable.Range(1, method.Differentiable.Count() + 1).Select(i => $"r.Item{i}"));
        return $$"""
            public static object[] {{suffix}}(object[] a)
            {
                var r = {{Call(method.Name + suffix, Arguments(method))}};
                return new object[] { {{items}} };
            }

            """;
    }

    private static string Adjoint(CorpusMethod method)
    {
        string call = Call(method.Name + "Adjoint", [.. Arguments(method), .. Adjoints(method), .. Seed(method)]);
        string returned = string.Concat(method.Differentiable.Select((parameter, i) => parameter.IsScalar ? $"b[{i}] = b{i}; " : ""));
        return $$"""
            public static object Adjoint(object[] a, object[] b, object seed)
            {
                {{ScalarAdjoints(method)}}
                object value = null;
                {{(method.Result.Name == "void" ? call : $"value = {call}")}};
                {{returned}}
                return value;
            }

            """;
    }

    private static string Forward(CorpusMethod method)
    {
        IEnumerable<string> tangents = method.Differentiable.Select((parameter, i) =>
            parameter.IsScalar ? $"({parameter.Type.Element})b[{i}]" : $"({parameter.Type.Element}[])b[{i}]");
        string call = Call(method.Name + "Forward", [.. Arguments(method), .. tangents]);
        string body = method.Result.Name == "void"
            ? $"{call}; return new object[0];"
            : $"var r = {call}; return new object[] {{ r.Item1, r.Item2 }};";
        return $"public static object[] Forward(object[] a, object[] b) {{ {body} }}\n";
    }

    private static IEnumerable<string> Arguments(CorpusMethod method) => method.Parameters.Select(Argument);

    private static string Call(string name, IEnumerable<string> arguments) => $"{name}({string.Join(", ", arguments)})";

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"^global::System\.(?:ReadOnly)?Span<(.+)>$")]
    private static partial Regex SpanOf();
}
