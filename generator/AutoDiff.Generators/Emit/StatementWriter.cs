using System.Text;

namespace AutoDiff.Generators.Emit;

/// <summary>Statements as C#: the body of one companion.</summary>
internal sealed class StatementWriter(NameTable names, ExpressionWriter expressions, StringBuilder output, int indentation)
{
    private int _indentation = indentation;

    public void Write(Block block)
    {
        List<Variable> undeclared = [.. block.Locals];
        bool afterBlock = false, first = true;
        foreach (Stmt statement in block.Statements)
        {
            bool isBlock = statement is If or For or Loop;
            if (!first && (isBlock || afterBlock) && !(statement is Comment) && !EndsWithBlank()) Blank();
            else if (afterBlock && statement is Comment && !EndsWithBlank()) Blank();
            DeclareFor(statement, undeclared);
            Write(statement, undeclared);
            afterBlock = isBlock;
            first = false;
        }
    }

    /// <summary>Declares, ahead of a statement, the variables that it mentions without declaring them itself.</summary>
    private void DeclareFor(Stmt statement, List<Variable> undeclared)
    {
        foreach (Variable variable in undeclared.ToArray())
        {
            if (!Mentions(statement, variable) || DeclaresItself(statement, variable)) continue;
            Line(expressions.Type(variable.Type) + " " + names[variable] + " = " + Default(variable.Type) + ";");
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
            case Invoke s:
                string call = s.Callee.Path + s.Callee.Name + "(" + string.Join(", ", s.Arguments.Select(argument => expressions.Write(argument))) + ");";
                Line(s.Target is null ? call : Declared(s.Target) + " = " + call);
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
                if (!EndsWithBlank()) Blank();
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
        Line(prefix + "if (" + expressions.Write(s.Condition) + ")");
        Braced(s.Then);
        if (s.Else.IsEmpty) return;
        if (s.Else is { Locals.Count: 0, Statements: [If inner] })
        {
            Write(inner, "else ");
            return;
        }
        Line("else");
        Braced(s.Else);
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
                s.Before.Statements.Append(new If(Negated(s.Condition), new Block(EquatableArray<Variable>.Empty, EquatableArray.Of<Stmt>(new Effect(Opaque.Text("break", IrType.Void)))), Block.Empty)).Concat(s.Body.Statements).ToEquatable());
            Write(all);
            _indentation--;
            Line("}");
        }
    }

    private static Expr Negated(Expr condition) => new Opaque(EquatableArray.Of("!", ""), EquatableArray.Of(condition), IrType.Boolean);

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
            return place + sign + expressions.Write(binary.Right) + ";";
        }
        if (value is Opaque { Parts: ["", " + 1" or " - 1"], Operands: [{ } only] } step && Same(only, target)) return place + (step.Parts[1] == " + 1" ? "++;" : "--;");
        if (value is Opaque { Parts: ["", " + " or " - " or " * ", ""], Operands: [{ } left, { } right] } sum && Same(left, target))
            return place + " " + sum.Parts[1].Trim() + "= " + expressions.Write(right) + ";";
        return place + " = " + expressions.Write(value) + ";";
    }

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
        string sign = s.Kind switch
        {
            UpdateKind.Add => " += ",
            UpdateKind.Subtract => " -= ",
            UpdateKind.Multiply => " *= ",
            _ => throw new InvalidOperationException(),
        };
        return expressions.Write(s.Target) + sign + expressions.Write(s.Value) + ";";
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
