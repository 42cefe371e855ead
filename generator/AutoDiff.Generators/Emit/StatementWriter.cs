using System.Text;

namespace AutoDiff.Generators.Emit;

/// <summary>Statements as C#: the body of one companion.</summary>
/// <param name="names">What each variable is called.</param>
/// <param name="expressions">Writes what statements are made of.</param>
/// <param name="output">Where the text goes.</param>
/// <param name="indentation">How deep the body stands.</param>
/// <param name="onStack">The variables that hold stack-allocated spans: after their declaration they take them only if they are <c>scoped</c>.</param>
internal sealed class StatementWriter(NameTable names, ExpressionWriter expressions, StringBuilder output, int indentation, HashSet<Variable> onStack)
{
    private const int LongestLine = 140;

    private int _indentation = indentation;

    /// <summary>
    /// Paragraphs: after what is checked and rented, between the sweeps (an empty comment), and after each block of more than a line.
    /// </summary>
    public void Write(Block block)
    {
        List<Variable> undeclared = [.. block.Locals];
        Stmt? previous = null;
        bool afterBlock = false;
        foreach (Stmt statement in Rebuilding.Run(block.Statements))
        {
            bool begins = afterBlock && statement is not Return || previous is not null && IsPreparation(previous) && !IsPreparation(statement);
            if (begins && !EndsWithBlank()) Blank();
            DeclareFor(statement, undeclared);
            int start = output.Length;
            Write(statement, undeclared);
            afterBlock = statement is If or For or Loop or Region && IsLong(start);
            previous = statement;
        }
    }

    private static bool IsPreparation(Stmt statement) => statement is Declare { Using: true } or Effect { Code.Parts: ["\u0001Adjoints\u0001.RequireLength(" or "\u0001Adjoints\u0001.RequireMirrored<double>(", ..] };

    private bool IsLong(int start)
    {
        int lines = 0;
        for (int i = start; i < output.Length; i++)
            if (output[i] == '\n') lines++;
        return lines > 1;
    }

    /// <summary>Declares, ahead of a statement, the variables that it mentions without declaring them itself.</summary>
    private void DeclareFor(Stmt statement, List<Variable> undeclared)
    {
        foreach (Variable variable in undeclared.ToArray())
        {
            if (!Mentions(statement, variable) || DeclaresItself(statement, variable)) continue;
            string scoped = onStack.Contains(variable) ? "scoped " : "";
            Line(scoped + expressions.Type(variable.Type) + " " + names[variable] + " = " + Default(variable.Type) + ";");
            undeclared.Remove(variable);
        }
    }

    private static bool DeclaresItself(Stmt statement, Variable variable) => statement is Assign or Invoke && statement.Assigned() == variable
        && !statement.Expressions().SelectMany(expr => expr.Reads()).Any(read => read.Variable == variable);

    private static bool Mentions(Stmt statement, Variable variable) =>
        statement.Assigned() == variable
        || statement.Expressions().SelectMany(expr => expr.Reads()).Any(read => read.Variable == variable)
        || statement.Blocks().Any(block => block.AllStatements().Any(inner => Mentions(inner, variable)));

    private static string Default(IrType type) => type switch
    {
        { IsVector: true } => "default",
        { IsReal: true, IsGeneric: true } => type.Name + ".Zero",
        { IsReal: true } => "0",
        { Name: "int" or "long", Shape: TypeShape.Other } => "0",
        { Name: "bool", Shape: TypeShape.Other } => "false",
        { IsSpan: true } => "default",
        _ => "default!",
    };

    private void Write(Stmt statement, List<Variable> undeclared)
    {
        string Declared(Variable variable) => undeclared.Remove(variable) ? expressions.Type(variable.Type) + " " + names[variable] : names[variable];
        switch (statement)
        {
            case Assign s:
                bool declares = undeclared.Contains(s.Target);
                Line(declares ? Declared(s.Target) + " = " + expressions.Write(s.Value) + ";" : Change(new Read(s.Target), s.Value));
                break;
            case Store s:
                Line(Change(new Element(s.Sequence, s.Index), s.Value));
                break;
            case If s:
                Write(s, "");
                break;
            case For s:
                Line(Header(s));
                Braced(s.Body);
                break;
            case Loop s:
                Write(s);
                break;
            case Region s:
                Write(s);
                break;
            case Invoke s:
                string call = expressions.Write(s.Callee.Call(s.Callee.Reach(), s.Arguments.Take(s.Callee.Passed).Select((argument, i) => s.Callee.Parameters[i].Pass(argument, s.Callee.Parameters[i].Passing)))) + ";";
                string target = s.Target is { } result ? Declared(result) + " = " : s.Callee.Rule is { ReturnsBox: true } ? expressions.Write(CalleeParameter.Cell(s.Arguments[s.Arguments.Count - 1])) + " = " : "";
                Line(target + call);
                break;
            case Bulk s:
                Line(expressions.Write(s.Primal) + ";");
                break;
            case Effect s:
                Line(expressions.Write(s.Code) + ";");
                break;
            case Declare s:
                string type = s.Using ? "using var" : expressions.Type(s.Variable.Type);
                Line(type + " " + names[s.Variable] + (s.Initial is null ? "" : " = " + expressions.Write(s.Initial)) + ";");
                break;
            case Update s:
                Line(Changed(s));
                break;
            case Return s:
                Line(s.Value is null ? "return;" : "return " + expressions.Write(s.Value) + ";");
                break;
            case Comment s:
                if (s.Text.Length == 0 && !EndsWithBlank()) Blank();
                else if (s.Text.Length == 0) break;
                else Line("// " + s.Text);
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private void Write(If s, string prefix)
    {
        if (s.Then.IsEmpty && !s.Else.IsEmpty) s = new If(Opaque.Not(s.Condition), s.Else, Block.Empty);
        string head = prefix + "if (" + expressions.Write(s.Condition) + ")";
        bool chains = s.Else is { Locals.Count: 0, Statements: [If] };
        string? then = OneLine(head + " ", s.Then), otherwise = s.Else.IsEmpty || chains ? "" : OneLine("else ", s.Else);
        if (then is not null && otherwise is not null && !chains)
        {
            Line(then);
            if (otherwise.Length > 0) Line(otherwise);
            return;
        }
        Line(head);
        Braced(s.Then);
        if (s.Else.IsEmpty) return;
        if (chains)
        {
            Write((If)s.Else.Statements[0], "else ");
            return;
        }
        Line("else");
        Braced(s.Else);
    }

    /// <summary>A block of one simple statement, behind what introduces it, where that fits on a line.</summary>
    private string? OneLine(string head, Block block)
    {
        if (block.Locals.Count > 0 || Rebuilding.Run(block.Statements).ToArray() is not [(Assign or Store or Update or Effect or Invoke) and var only]) return null;
        int start = output.Length;
        Write(only, []);
        string text = head + output.ToString(start, output.Length - start).Trim();
        output.Length = start;
        return 4 * _indentation + text.Length <= LongestLine && text.IndexOf('\n') < 0 ? text : null;
    }

    private void Write(Region s)
    {
        Line(s.Kind switch
        {
            RegionKind.Finally => "try",
            RegionKind.Using => "using (" + expressions.Write(s.Subject!) + ")",
            RegionKind.Lock => "lock (" + expressions.Write(s.Subject!) + ")",
            _ => throw new InvalidOperationException(),
        });
        Braced(s.Body);
        if (s.Kind != RegionKind.Finally) return;
        Line("finally");
        Braced(s.Finally);
    }

    private void Write(Loop s)
    {
        string condition = expressions.Write(s.Condition);
        if (s.Before.IsEmpty)
        {
            Line("while (" + condition + ")");
            Braced(s.Body);
        }
        else if (s.Body.IsEmpty && !s.Condition.Reads().Any(read => s.Before.AllLocals().Contains(read.Variable) || s.Before.Statements.OfType<Declare>().Any(declare => declare.Variable == read.Variable)))
        {
            Line("do");
            Braced(s.Before);
            Line("while (" + condition + ");");
        }
        else
        {
            Line("while (true)");
            Line("{");
            _indentation++;
            var all = new Block(
                s.Before.Locals.Concat(s.Body.Locals).ToEquatable(),
                s.Before.Statements.Append(new If(Opaque.Not(s.Condition), new Block(EquatableArray<Variable>.Empty, EquatableArray.Of<Stmt>(new Effect(Opaque.Text("break", IrType.Void)))), Block.Empty)).Concat(s.Body.Statements).ToEquatable());
            Write(all);
            _indentation--;
            Line("}");
        }
    }

    private string Header(For s)
    {
        string index = names[s.Index], comparison = (s.Step > 0, s.Inclusive) switch
        {
            (true, false) => " < ",
            (true, true) => " <= ",
            (false, false) => " > ",
            (false, true) => " >= ",
        };
        Expr bound = s.Bound;
        if (s.Inclusive && s.Step > 0 && Transforms.Integers.Plus(bound, 1) is { } next && expressions.Write(next).Length < expressions.Write(bound).Length)
            (bound, comparison) = (next, " < ");
        string step = s.Step switch
        {
            1 => "++",
            -1 => "--",
            > 0 => " += " + s.Step.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => " -= " + (-s.Step).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return "for (int " + index + " = " + expressions.Write(s.Start) + "; " + index + comparison + expressions.Write(bound, Precedence.Shift) + "; " + index + step + ")";
    }

    /// <summary>An assignment, in its short form where the target is its own first operand.</summary>
    private string Change(Expr target, Expr value)
    {
        if (target is Element { Index: Window window } stored) return expressions.Stored(stored.Sequence, window, value) + ";";
        string place = expressions.Write(target);
        if (value is Binary binary && Same(binary.Left, target))
        {
            string sign = binary.Operator switch
            {
                Operator.Add => " += ",
                Operator.Subtract => " -= ",
                Operator.Multiply => " *= ",
                Operator.Divide => " /= ",
                Operator.Remainder => " %= ",
                _ => throw new InvalidOperationException(),
            };
            return place + sign + (IsFactor(binary) ? expressions.Factor(binary.Right) : expressions.Write(binary.Right)) + ";";
        }
        if (value is Opaque { Parts: ["", " + 1" or " - 1"], Operands: [{ } only] } step && Same(only, target)) return place + (step.Parts[1] == " + 1" ? "++;" : "--;");
        if (value is Opaque { Parts: ["", " + " or " - " or " * ", ""], Operands: [{ } left, { } right] } sum && Same(left, target))
            return place + " " + sum.Parts[1].Trim() + "= " + expressions.Write(right) + ";";
        return place + " = " + expressions.Write(value) + ";";
    }

    /// <summary>Takes an operator of a SIMD vector a number in place of another one?</summary>
    private static bool IsFactor(Binary binary) => binary is { Type.IsVector: true, Operator: Operator.Multiply or Operator.Divide };

    private static bool Same(Expr a, Expr b) => (a, b) switch
    {
        (Read x, Read y) => x.Variable == y.Variable,
        (Element x, Element y) => Same(x.Sequence, y.Sequence) && Same(x.Index, y.Index),
        (Literal x, Literal y) => x == y,
        (Opaque x, Opaque y) => x.Parts.Equals(y.Parts) && x.Operands.Count == y.Operands.Count && x.Operands.Zip(y.Operands, Same).All(same => same),
        _ => false,
    };

    private string Changed(Update s)
    {
        if (s.Kind == UpdateKind.Set) return Change(s.Target, s.Value);
        if (s.Target is Element { Index: Window }) return Change(s.Target, s.Result);
        string sign = s.Kind switch
        {
            UpdateKind.Add => " += ",
            UpdateKind.Subtract => " -= ",
            UpdateKind.Multiply => " *= ",
            _ => throw new InvalidOperationException(),
        };
        bool factor = s.Target.Type.IsVector && s.Kind == UpdateKind.Multiply;
        return expressions.Write(s.Target) + sign + (factor ? expressions.Factor(s.Value) : expressions.Write(s.Value)) + ";";
    }

    private void Braced(Block block)
    {
        Line("{");
        _indentation++;
        Write(block);
        _indentation--;
        Line("}");
    }

    private void Blank() => output.Append('\n');

    private bool EndsWithBlank()
    {
        int end = output.Length - 1;
        return end >= 1 && output[end] == '\n' && (output[end - 1] == '\n' || output[end - 1] == '{');
    }

    private void Line(string text) => output.Append(' ', 4 * _indentation).Append(text).Append('\n');
}
