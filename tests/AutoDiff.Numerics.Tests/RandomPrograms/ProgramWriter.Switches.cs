namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary><c>switch</c> in both forms, and patterns over integers and real numbers.</summary>
public sealed partial class ProgramWriter
{
    private void SwitchStatement()
    {
        if (Chance(30))
        {
            RealSwitch();
            return;
        }

        int sections = 2 + random.Next(3);
        Line($"switch ({IntTerm(1)} & 3)");
        Open();
        // Jumps lead to what stands below, so that they end.
        bool[] jumps = [.. Enumerable.Range(0, sections).Select(i => i + 2 < sections && Chance(25))];
        for (int i = 0; i < sections; i++)
        {
            string[] labels = i == sections - 1 && Chance(70) ? ["default:"] : (random.Next(6), i) switch
            {
                _ when i > 0 && jumps[i - 1] => [$"case {i}:"],
                (0, _) => [$"case {i} when {Condition(1)}:"],
                (1, 0) => ["case 0:", "case 7:"],
                (2, 1) => ["case 1 or 7:"],
                _ => [$"case {i}:"],
            };
            Section(labels, jumps[i] ? $"goto case {i + 1};" : null);
        }

        Close();
    }

    private void Section(string[] labels, string? jump)
    {
        foreach (string label in labels) Line(label);
        indentation++;
        bool braces = Chance(40);
        if (braces) Open();
        (int visible, int functions) = (scope.Count, localFunctions.Count);
        for (int i = 1 + random.Next(2); i > 0 && budget > 0; i--) Statement();
        Line(jump ?? (canReturn && Chance(8) ? Leave() : inLoop && Chance(12) ? "continue;" : "break;"));
        if (braces) Close();
        indentation--;
        scope.RemoveRange(visible, scope.Count - visible);
        localFunctions.RemoveRange(functions, localFunctions.Count - functions);
    }

    private void RealSwitch()
    {
        Line($"switch ({Varying(1)})");
        Open();
        double limit = 0.1 + random.Next(8) / 10.0;
        Section([$"case < {Literal(limit)}:"], null);
        ProgramVariable bound = New(VariableKind.Real, assignable: Chance(50), least: 0);
        if (Chance(60))
        {
            scope.Add(bound);
            string guard = Comparison(1);
            Section([$"case > {Literal(limit + 0.3)} and var {bound.Name} when {guard}:"], null);
            scope.Remove(bound);
        }

        Section(["default:"], null);
        Close();
    }

    private Term? SwitchTerm(int depth) => new(Switched(depth, () => RealTerm(depth).Text), 2 * Term.Nominal);

    /// <summary>A <c>switch</c> expression, each arm out of <paramref name="arm"/>.</summary>
    private string Switched(int depth, Func<string> arm)
    {
        depth = Math.Min(depth, 1);
        if (Chance(35))
        {
            string subject = Varying(depth);
            ProgramVariable bound = New(VariableKind.Real, assignable: Chance(40));
            string first = arm();
            scope.Add(bound);
            string guard = Comparison(depth), second = arm();
            scope.Remove(bound);
            return $"({subject} switch {{ < {Literal(0.2)} => {first}, var {bound.Name} when {guard} => {second}, _ => {arm()} }})";
        }

        string number = $"({IntTerm(1)} & 3)";
        return random.Next(3) switch
        {
            0 => $"({number} switch {{ 0 => {arm()}, 1 or 2 => {arm()}, _ => {arm()} }})",
            1 => $"({number} switch {{ > 1 when {Condition(depth)} => {arm()}, 2 => {arm()}, _ => {arm()} }})",
            _ => $"(({IntTerm(0)} & 1, {Varying(0)}) switch {{ (0, > {Literal(0.15)}) => {arm()}, (1, _) => {arm()}, _ => {arm()} }})",
        };
    }

    /// <summary>A pattern over a real number, what it binds in scope on the right of <c>&amp;&amp;</c>.</summary>
    private string PatternCondition(int depth)
    {
        string subject = Varying(depth);
        double limit = random.Next(-6, 9) / 10.0 + 0.0213;
        if (Chance(30)) return $"{subject} is {(Chance(30) ? "not " : "")}({Literal(limit)} or > {Literal(limit + 0.2)} and < {Literal(limit + 1)})";
        ProgramVariable bound = New(VariableKind.Real, assignable: Chance(40));
        scope.Add(bound);
        string rest = Comparison(depth);
        for (int i = 0; i < Attempts && !rest.Contains(bound.Name, StringComparison.Ordinal); i++) rest = Comparison(depth);
        scope.Remove(bound);
        return Chance(50) ? $"({subject} is var {bound.Name} && {rest})" : $"({subject} is < {Literal(limit + 1.5)} and var {bound.Name} && {rest})";
    }

    /// <summary>A real expression that is no constant: the compiler rules arms out for one.</summary>
    private string Varying(int depth)
    {
        for (int i = 0; i < Attempts; i++)
        {
            string text = RealTerm(depth).Text;
            // An assignment to a float is one, and patterns over it would want its literals.
            if (MentionsVariable(text)) return Has(ProgramFeature.Singles) ? $"({Real})({text})" : $"({text})";
        }

        return Some(variable => variable.Kind == VariableKind.Real)?.Name ?? $"({Real})\"{name}\".Length";
    }
}
