namespace AutoDiff.Numerics.Tests.RandomPrograms;

public sealed partial class ProgramWriter
{
    private void Statement()
    {
        budget--;
        if (features != ProgramFeature.None && Chance(45) && OtherStatement()) return;
        switch (random.Next(100))
        {
            case < 13:
                string value = Tame(RealTerm(3));
                Declare(VariableKind.Real, value, 0);
                break;
            case < 30:
                RealAssignment();
                break;
            case < 44:
                ElementAssignment();
                break;
            case < 49:
                InactiveStatement();
                break;
            case < 55:
                SequenceDeclaration();
                break;
            case < 64:
                SequenceStatement();
                break;
            case < 74:
                IfStatement();
                break;
            case < 92 when loops < 3:
                LoopStatement();
                break;
            case < 96:
                CallStatement();
                break;
            case < 98 when inLoop:
                Line($"if ({Condition(1)}) {Pick(["break", "continue"])};");
                break;
            case < 99 when canReturn:
                Line($"if ({Condition(1)}) {Leave()}");
                break;
            default:
                Line("checked");
                Block(2);
                break;
        }
    }

    private void RealAssignment()
    {
        if (Place() is not { } x)
        {
            ElementAssignment();
            return;
        }

        string y = Place()!;
        Line(random.Next(12) switch
        {
            < 4 => $"{x} = {Tame(RealTerm(3))};",
            4 => $"{x} += {Tame(RealTerm(2), 1)};",
            5 => $"{x} -= {Tame(RealTerm(2), 1)};",
            6 => $"{x} *= {Tame(RealTerm(2), 1)};",
            7 => $"{x} /= 2 + {Maths}.Cos({RealTerm(2).Text});",
            8 => $"{x} = {y} = {Tame(RealTerm(2))};",
            9 => $"{x} %= {Literal(2.3)};",
            10 => $"{x}{Pick(["++", "--"])};",
            _ => $"({x}, {(x == y && Some(v => v.TakesReals) is { } a ? Element(a) : y)}) = ({Tame(RealTerm(2))}, {Tame(RealTerm(2))});",
        });
    }

    private void ElementAssignment()
    {
        if (Some(variable => variable.TakesReals) is not { } a)
        {
            SequenceDeclaration();
            return;
        }

        Line(random.Next(8) switch
        {
            < 3 => $"{Element(a)} = {Tame(RealTerm(3))};",
            3 => $"{Element(a)} += {Tame(RealTerm(2), 1)};",
            4 => $"{Element(a)} -= {Tame(RealTerm(2), 1)};",
            5 => $"{Element(a)} *= {Tame(RealTerm(2), 1)};",
            6 => $"{Element(a)} = {Element(a)} = {Tame(RealTerm(2))};",
            _ => $"{Element(a)}{Pick(["++", "--"])};",
        });
    }

    private void InactiveStatement()
    {
        if (Chance(30) && Some(variable => variable.Kind == VariableKind.IntArray) is { } array)
        {
            Line($"{array.Name}[{Index(array)}] {Pick(["=", "+=", "-=", "^="])} {IntTerm(1)};");
        }
        else if (Chance(50) && Some(variable => variable is { Kind: VariableKind.Int, Assignable: true }) is { } integer)
        {
            Line(random.Next(4) switch
            {
                0 => $"{integer.Name} += {1 + random.Next(3)};",
                1 => $"{integer.Name} = ({integer.Name} * 3 + {IntTerm(1)}) & 15;",
                2 => $"{integer.Name}++;",
                _ => $"{integer.Name} = {IntTerm(2)} & 7;",
            });
        }
        else if (Chance(40))
        {
            string condition = Condition(2);
            Declare(VariableKind.Bool, condition, 0);
        }
        else
        {
            string value = $"{IntTerm(2)} & 7";
            Declare(VariableKind.Int, value, 0);
        }
    }

    private void IfStatement()
    {
        Line($"if ({Condition(2)})");
        Block(1 + random.Next(3), last: Leaving);
        if (!Chance(45)) return;
        Line("else");
        Block(1 + random.Next(2), last: Leaving);
    }

    /// <summary>Now and then a block ends by leaving the loop or the method.</summary>
    private void Leaving()
    {
        if (inLoop && Chance(18)) Line(Chance(50) ? "break;" : "continue;");
        else if (canReturn && Chance(5)) Line(Leave());
    }

    private void CallStatement()
    {
        Callee[] known = [.. callees.Concat(localFunctions).Where(callee => callee.Result == Result.Nothing || Chance(20))];
        if (recursion is { Result: Result.Nothing } self && loops == 0) known = [self];
        if (known.Length > 0 && CallText(Pick(known), 1) is { } call) Line(call + ";");
        else if (CallTerm(2) is { } term) Declare(VariableKind.Real, term.Text, 0);
        else RealAssignment();
    }
}
