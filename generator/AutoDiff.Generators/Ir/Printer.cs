using System.Globalization;
using System.Text;

namespace AutoDiff.Generators.Ir;

/// <summary>
/// The intermediate form as text, for tests and for eyes: one statement a line, <c>v@n</c> for version n of a variable. Not C#: what
/// the emitter makes pretty stays visible here.
/// </summary>
internal sealed class Printer
{
    private readonly StringBuilder _output = new();
    private readonly HashSet<string> _shared;
    private int _depth;

    private Printer(Block body, IEnumerable<Variable> parameters) =>
        _shared = [.. parameters.Concat(body.AllLocals()).Concat(body.AllExpressions().OfType<Read>().Select(read => read.Variable))
            .Distinct().GroupBy(variable => variable.Name).Where(group => group.Count() > 1).Select(group => group.Key)];

    public static string Print(MethodIr method) => Print(method, method.Body);

    /// <summary>The method with another body: what a pass made of it.</summary>
    public static string Print(MethodIr method, Block body)
    {
        var printer = new Printer(body, method.Parameters.Select(parameter => parameter.Variable));
        string parameters = string.Join(", ", method.Parameters.Select(parameter =>
            (parameter.Differentiable ? "" : "constant ") + (parameter.Written ? "written " : "") + parameter.Variable.Type + " " + printer.Name(parameter.Variable)));
        printer.Line(method.Result + " " + method.Name + "(" + parameters + ")" + (method.ResultVariables.Any() ? " -> " + string.Join(", ", method.ResultVariables.Select(printer.Name)) : ""));
        printer.Nested(body);
        return printer._output.ToString();
    }

    public static string Print(Procedure procedure)
    {
        var printer = new Printer(procedure.Body, procedure.Parameters.Select(parameter => parameter.Variable));
        foreach (string remark in procedure.Remarks) printer.Line("# " + remark);
        printer.Line(procedure.ResultType + " " + procedure.Name + "(" + string.Join(", ", procedure.Parameters.Select(parameter =>
            parameter.Modifier + parameter.Variable.Type + " " + printer.Name(parameter.Variable) + parameter.Default)) + ")");
        printer.Nested(procedure.Body);
        return printer._output.ToString();
    }

    private void Nested(Block block)
    {
        _depth++;
        if (block.Locals.Count > 0) Line("var " + string.Join(", ", block.Locals.Select(local => local.Type + " " + Name(local))));
        foreach (Stmt statement in block.Statements) Write(statement);
        _depth--;
    }

    private void Write(Stmt statement)
    {
        switch (statement)
        {
            case Assign s:
                Line(Name(s.Target) + At(s.Version) + " = " + Text(s.Value));
                break;
            case Store s:
                Line(Text(s.Sequence) + "[" + Text(s.Index) + "] = " + Text(s.Value));
                break;
            case If s:
                Line("if " + Text(s.Condition));
                Nested(s.Then);
                if (!s.Else.IsEmpty)
                {
                    Line("else");
                    Nested(s.Else);
                }
                Merges("after if", s.After);
                break;
            case For s:
                Line("for " + Name(s.Index) + At(s.IndexVersion) + " from " + Text(s.Start) + (s.Inclusive ? " through " : " until ") + Text(s.Bound) + " step " + s.Step.ToString(CultureInfo.InvariantCulture));
                Heads(s.Heads);
                Nested(s.Body);
                Merges("after for", s.After);
                break;
            case Loop s:
                Line("loop");
                Heads(s.Heads);
                Nested(s.Before);
                Line("while " + Text(s.Condition));
                Nested(s.Body);
                Merges("after loop", s.After);
                break;
            case Region s:
                Line(s.Kind.ToString().ToLowerInvariant() + (s.Subject is { } subject ? " " + Text(subject) : ""));
                Nested(s.Body);
                if (s.Kind == RegionKind.Finally)
                {
                    Line("at its end");
                    Nested(s.Finally);
                }
                break;
            case Invoke s:
                Line((s.Target is { } target ? Name(target) + At(s.Version) + " = " : "") + "call " + s.Callee.Name + "(" + string.Join(", ", s.Arguments.Select(Text)) + ")");
                break;
            case Bulk s:
                Line(s.Kind.ToString().ToLowerInvariant() + " " + Text(s.Destination) + (s.Operand is { } operand ? " from " + Text(operand) : ""));
                break;
            case Tensor s:
                Line((s.Target is { } number ? Name(number) + At(s.Version) + " = " : "") + "tensor " + s.Name + "(" + string.Join(", ", s.Arguments.Select(Text)) + ")" + (s.Destination is { } filled ? " to " + Text(filled) : ""));
                break;
            case Effect s:
                Line("effect " + Text(s.Code));
                break;
            case Declare s:
                Line((s.Using ? "using " : "") + s.Variable.Type + " " + Name(s.Variable) + (s.Initial is { } initial ? " = " + Text(initial) : ""));
                break;
            case Update s:
                Line(Text(s.Target) + Sign(s.Kind) + Text(s.Value));
                break;
            case Return s:
                Line("return" + (s.Value is { } value ? " " + Text(value) : ""));
                break;
            case Comment s:
                Line(s.Text.Length == 0 ? "//" : "// " + s.Text);
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void Heads(EquatableArray<Merge> heads)
    {
        _depth++;
        Merges("head", heads);
        _depth--;
    }

    private void Merges(string where, EquatableArray<Merge> merges)
    {
        if (merges.Count > 0) Line(where + ": " + string.Join(", ", merges.Select(merge => Name(merge.Variable) + At(merge.Version))));
    }

    private string Text(Expr expr) => expr switch
    {
        Literal e => e.Text,
        Read e => Name(e.Variable) + At(e.Version),
        Element e => Text(e.Sequence) + "[" + Text(e.Index) + "]",
        Negate e => "-" + Text(e.Operand),
        Binary e => "(" + Text(e.Left) + Sign(e.Operator) + Text(e.Right) + ")",
        Apply e => e.Host + "." + e.Name + "(" + string.Join(", ", e.Arguments.Select(Text)) + ")",
        Convert e => (e.Implicit ? "widen<" : "cast<") + e.Type + ">(" + Text(e.Operand) + ")",
        Opaque e => "{" + string.Concat(e.Parts.Select((part, i) => part.Replace("\u0001", "") + (i < e.Operands.Count ? Text(e.Operands[i]) : ""))) + "}" + (e.Repeatable ? "" : "!"),
        View e => "view(" + string.Join(", ", new[] { e.Sequence, e.Start, e.Length }.Where(part => part is not null).Select(part => Text(part!))) + ")",
        NewArray e => "new " + e.Type + "(" + Text(e.Length) + ")",
        CopyOf e => "copy(" + Text(e.Sequence) + ")",
        Lanes e => e.Operation.ToString().ToLowerInvariant() + "(" + string.Join(", ", e.Operands.Select(Text)) + ")",
        Window e => Text(e.Start) + "; " + e.Vector,
        Indices e => string.Join(", ", e.Values.Select(Text)) + (e.Member.Length > 0 ? "; " + e.Member : ""),
        _ => throw new InvalidOperationException(expr.GetType().Name),
    };

    private static string Sign(Operator sign) => sign switch
    {
        Operator.Add => " + ",
        Operator.Subtract => " - ",
        Operator.Multiply => " * ",
        Operator.Divide => " / ",
        Operator.Remainder => " % ",
        _ => throw new InvalidOperationException(),
    };

    private static string Sign(UpdateKind kind) => kind switch
    {
        UpdateKind.Set => " = ",
        UpdateKind.Add => " += ",
        UpdateKind.Subtract => " -= ",
        UpdateKind.Multiply => " *= ",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The name alone, where no other variable has it.</summary>
    private string Name(Variable variable) => _shared.Contains(variable.Name) ? variable.ToString() : variable.Name;

    private static string At(int version) => version == 0 ? "" : "@" + version.ToString(CultureInfo.InvariantCulture);

    private void Line(string text) => _output.Append(' ', 4 * _depth).Append(text.Replace("\u0001", "")).Append('\n');
}
