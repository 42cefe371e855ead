namespace AutoDiff.Numerics.Tests.RandomPrograms;

public sealed partial class ProgramWriter
{
    /// <summary>An integer expression, of any size and sign.</summary>
    private string IntTerm(int depth)
    {
        int choice = random.Next(100);
        if (choice < 45 && Some(variable => variable.Kind == VariableKind.Int) is { } known) return known.Name;
        if (choice < 52 && Some(variable => variable.Kind == VariableKind.IntArray) is { } array) return $"{array.Name}[{Index(array)}]";
        if (choice < 72 && Some(variable => variable is { Kind: VariableKind.Int, Assignable: true }) is { } changed)
        {
            return random.Next(5) switch
            {
                0 => $"{changed.Name}++",
                1 => $"++{changed.Name}",
                2 => $"{changed.Name}--",
                3 => $"({changed.Name} += {1 + random.Next(3)})",
                _ => $"({changed.Name} = {IntTerm(0)} & 7)",
            };
        }

        if (depth > 0 && choice < 82) return $"({IntTerm(depth - 1)} {Pick(["+", "-", "*", "^", "|"])} {IntTerm(depth - 1)})";
        if (depth > 0 && choice < 84) return $"checked({IntTerm(depth - 1)} + {random.Next(4)})";
        if (depth > 0 && choice < 88) return $"({Condition(0)} ? {IntTerm(depth - 1)} : {IntTerm(depth - 1)})";
        if (depth > 0 && choice < 91) return $"(int)({Literal(2.5)} * {Maths}.Sin({RealTerm(depth - 1).Text}))";
        if (choice < 94 && Some(variable => variable.HoldsReals) is { } sequence) return $"{sequence.Name}.Length";
        return random.Next(6).ToString();
    }

    /// <summary>An index that is valid in every run of the program.</summary>
    private string Index(ProgramVariable sequence)
    {
        int choice = random.Next(100);
        int least = sequence.Kind == VariableKind.IntArray ? 4 : sequence.Least;
        if (choice < 25) return random.Next(least).ToString();
        if (choice < 33) return $"^{1 + random.Next(least)}";
        if (choice < 38) return $"{sequence.Name}.Length - {1 + random.Next(least)}";
        return $"{IntTerm(1)} & {(least >= 4 ? 3 : 1)}";
    }

    private string Element(ProgramVariable sequence) => $"{sequence.Name}[{Index(sequence)}]";

    private string Condition(int depth)
    {
        int choice = random.Next(100);
        if (features != ProgramFeature.None && depth > 0 && Chance(25) && OtherCondition(depth - 1) is { } other) return other;
        if (depth > 0 && choice < 12) return $"{Condition(depth - 1)} && {Comparison(depth)}";
        if (depth > 0 && choice < 22) return $"({Condition(depth - 1)} || {Comparison(depth)})";
        if (depth > 0 && choice < 26) return $"!({Condition(depth - 1)})";
        return choice < 35 && Some(variable => variable.Kind == VariableKind.Bool) is { } known ? known.Name : Comparison(depth);
    }

    /// <summary>Never of constants alone, of which the compiler would warn in the derivative where it does not in the program.</summary>
    private string Comparison(int depth)
    {
        for (int i = 0; i < Attempts; i++)
        {
            string comparison = AnyComparison(depth);
            if (MentionsVariable(comparison)) return comparison;
        }

        return $"{Varying(0)} < {Literal(0.5371)}";
    }

    /// <summary>How often something is written anew until it suits; seldom where it stands deep inside, or it would be written forever.</summary>
    private int Attempts => nesting == 0 ? 20 : 3;

    private bool MentionsVariable(string expression) => scope.Exists(variable => expression.Contains(variable.Name, StringComparison.Ordinal));

    private string AnyComparison(int depth) => random.Next(10) switch
    {
        < 5 => $"{RealTerm(depth).Text} {Pick(["<", ">", "<=", ">="])} {Literal(random.Next(-8, 9) / 10.0 + 0.0371)}",
        < 6 => $"{RealTerm(depth).Text} < {RealTerm(depth).Text}",
        < 8 => $"{IntTerm(Math.Min(depth, 1))} % 2 == {random.Next(2)}",
        _ => $"{IntTerm(Math.Min(depth, 1))} {Pick(["<", ">", "!=", "<="])} {IntTerm(Math.Min(depth, 1))}",
    };
}
