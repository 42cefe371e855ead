namespace AutoDiff.Numerics.Tests.RandomPrograms;

public sealed partial class ProgramWriter
{
    private string Suffix => single ? "f" : "";

    private string Literal(double value) => Term.Number(value) + Suffix;

    private string SomeLiteral() => Literal(0.1 + random.Next(180) / 100.0);

    /// <summary>An expression that can be assigned without growing from one assignment to the next.</summary>
    private string Tame(Term term, double bound = Term.Nominal)
    {
        if (term.Bound <= bound) return term.Text;
        double factor = Math.Min(1, bound);
        string tamed = random.Next(4) switch
        {
            0 => $"{Maths}.Sin({term.Text})",
            1 => $"{Maths}.Tanh({term.Text})",
            2 => $"{Maths}.Cos({term.Text})",
            _ => $"{Maths}.Atan({term.Text}) * {Literal(0.6)}",
        };
        return factor < 1 ? $"{Literal(factor)} * ({tamed})" : tamed;
    }

    private Term RealTerm(int depth)
    {
        if (depth <= 0 || nesting > DeepestNesting || Chance(15)) return Leaf();
        nesting++;
        Term term = InnerTerm(depth);
        nesting--;
        return term;
    }

    private Term InnerTerm(int depth)
    {
        if (features != ProgramFeature.None && Chance(20) && OtherTerm(depth - 1) is { } other) return other;
        return random.Next(100) switch
        {
            < 40 => Arithmetic(depth - 1),
            < 68 => Function(depth - 1),
            < 76 => new($"({Condition(Math.Min(depth - 1, 1))} ? {RealTerm(depth - 1).Text} : {RealTerm(depth - 1).Text})", 2 * Term.Nominal),
            < 88 => Assigning(depth - 1),
            < 95 => CallTerm(depth - 1) ?? Arithmetic(depth - 1),
            < 97 => new($"Derivative.Stop({RealTerm(depth - 1).Text})", 2 * Term.Nominal),
            < 98 when !single => new($"(double)(float)({Tame(RealTerm(depth - 1))})", Term.Nominal),
            _ => new($"({Real})({IntTerm(1)} & 3)", 3),
        };
    }

    private Term Leaf()
    {
        int choice = random.Next(100);
        if (features != ProgramFeature.None && Chance(40) && OtherLeaf() is { } other) return other;
        if (choice < 50 && Some(variable => variable.Kind == VariableKind.Real) is { } real) return new(real.Name, Term.Nominal);
        if (choice < 85 && Some(variable => variable.HoldsReals) is { } sequence) return new(Element(sequence), Term.Nominal);
        if (choice < 92 && Some(variable => variable.Kind == VariableKind.Int) is { } index) return new($"{Literal(0.125)} * {index.Name}", 2);
        return new(SomeLiteral(), 2);
    }

    private Term Arithmetic(int depth)
    {
        (Term left, Term right) = (RealTerm(depth), RealTerm(depth));
        return random.Next(10) switch
        {
            < 3 => new($"({left.Text} + {right.Text})", left.Bound + right.Bound),
            < 5 => new($"({left.Text} - {right.Text})", left.Bound + right.Bound),
            < 8 => new($"{left.Text} * {right.Text}", left.Bound * right.Bound),
            8 => new($"{left.Text} / (2 + {Maths}.Sin({right.Text}))", left.Bound),
            _ => new($"({left.Text}) % {Literal(1.7)}", 1.7),
        };
    }

    private Term Function(int depth)
    {
        Term x = RealTerm(depth);
        string e = x.Text, tame = Tame(x);
        return random.Next(18) switch
        {
            0 or 1 => new($"{Maths}.Sin({e})", 1),
            2 or 3 => new($"{Maths}.Cos({e})", 1),
            4 or 5 => new($"{Maths}.Tanh({e})", 1),
            6 => new($"{Maths}.Exp({Maths}.Sin({e}))", 2.8),
            7 => new($"{Maths}.Sqrt({Literal(1.5)} + {Maths}.Cos({e}))", 1.6),
            8 => new($"{Maths}.Log({Literal(2.5)} + {Maths}.Sin({e}))", 1.3),
            9 => new($"-({e})", x.Bound),
            10 => new($"{Maths}.Abs({e})", x.Bound),
            11 => new($"{Maths}.Atan2({e}, 2 + {Maths}.Sin({RealTerm(depth).Text}))", 1.6),
            12 => new($"{Maths}.Max({tame}, {Tame(RealTerm(depth))})", Term.Nominal),
            13 => new($"{Maths}.Min({tame}, {Tame(RealTerm(depth))})", Term.Nominal),
            14 => new($"{Maths}.Pow({Literal(1.5)} + {Maths}.Sin({e}), {Maths}.Cos({RealTerm(depth).Text}))", 2.5),
            15 => new($"{Maths}.Cbrt(2 + {Maths}.Cos({e}))", 1.5),
            16 => new($"Math.Clamp({tame}, {Literal(-1.25)}, {Literal(1.75)})", 1.75),
            _ => new($"{Maths}.FusedMultiplyAdd({Maths}.Sin({e}), {Tame(RealTerm(depth))}, {Literal(0.25)})", 5),
        };
    }

    /// <summary>An assignment or an increment as an operand.</summary>
    private Term Assigning(int depth)
    {
        if (Chance(35) && Some(variable => variable.TakesReals) is { } sequence)
        {
            string element = Element(sequence);
            return random.Next(4) switch
            {
                0 => new($"({element} = {Tame(RealTerm(depth))})", Term.Nominal),
                1 => new($"({element} += {Tame(RealTerm(depth), 1)})", Term.Nominal),
                2 => new($"({element} *= {Tame(RealTerm(depth), 1)})", Term.Nominal),
                _ => new(Chance(50) ? $"{element}++" : $"--{element}", Term.Nominal),
            };
        }

        if (Place() is not { } real) return Leaf();
        return random.Next(6) switch
        {
            0 or 1 => new($"({real} = {Tame(RealTerm(depth))})", Term.Nominal),
            2 => new($"({real} += {Tame(RealTerm(depth), 1)})", Term.Nominal),
            3 => new($"({real} *= {Tame(RealTerm(depth), 1)})", Term.Nominal),
            4 => new(Chance(50) ? $"{real}++" : $"{real}--", Term.Nominal),
            _ => new(Chance(50) ? $"(++{real})" : $"(--{real})", Term.Nominal),
        };
    }

    /// <summary>A call that gives a real number; null where there is nothing to call.</summary>
    private Term? CallTerm(int depth)
    {
        return CallOf(Result.Real, depth) is { } call ? new(call, Term.Nominal) : null;
    }

    private string? CallOf(Result wanted, int depth)
    {
        Callee[] known = [.. callees.Concat(localFunctions).Where(callee => callee.Result == wanted)];
        if (recursion is { } self && self.Result == wanted && loops == 0 && Chance(60)) known = [self];
        return known.Length == 0 ? null : CallText(Pick(known), depth);
    }

    /// <summary>The call with arguments out of the scope; null where the scope has none of a kind that it wants.</summary>
    private string? CallText(Callee callee, int depth)
    {
        var arguments = new List<string>();
        foreach (ProgramVariable parameter in callee.Parameters)
        {
            string? argument = parameter.Kind switch
            {
                _ when parameter.Passing.Length > 0 => ReferenceArgument(parameter, depth),
                VariableKind.Real when parameter.Constant => Chance(50) ? SomeLiteral() : $"Derivative.Stop({Tame(RealTerm(depth))})",
                VariableKind.Real => Tame(RealTerm(depth)),
                VariableKind.Int when parameter.Name == "depth" => callee == recursion ? "depth - 1" : "2",
                VariableKind.Int => $"{IntTerm(1)} & 3",
                VariableKind.Bool => Condition(0),
                VariableKind.Single => SingleTerm(depth),
                VariableKind.Pair => PairTerm(depth),
                VariableKind.Tuple => TupleTerm(depth),
                VariableKind.Box => BoxTerm(depth),
                VariableKind.Node => NodeTerm(depth),
                VariableKind.Hub => HubTerm(depth),
                VariableKind.Mark => MarkTerm(depth),
                VariableKind.Pairs or VariableKind.Matrix or VariableKind.Jagged => Some(variable => variable.Kind == parameter.Kind)?.Name,
                _ => SequenceArgument(parameter),
            };
            if (argument is null) return null;
            arguments.Add(argument);
        }

        return $"{callee.Name}({string.Join(", ", arguments)})";
    }
}
