namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>What a program does with structs, tuples and arrays of structs.</summary>
public sealed partial class ProgramWriter
{
    private void AggregateStatement()
    {
        switch (random.Next(14))
        {
            case < 2:
                Declare(VariableKind.Pair, PairTerm(2), 0);
                break;
            case 2:
                Declare(VariableKind.Tuple, TupleTerm(2), 0);
                break;
            case 3:
                Declare(VariableKind.Box, BoxTerm(2), 0);
                break;
            case 4 when loops < 2:
                Declare(VariableKind.Pairs, Chance(30) ? "new Pair[4]" : $"new Pair[] {{ {PairTerm(1)}, {PairTerm(1)}, {PairTerm(0)}, default }}", 0);
                break;
            case 5 when Some(variable => variable.Kind == VariableKind.Pairs) is { } pairs && loops < 3:
                ProgramVariable each = New(VariableKind.Pair, assignable: false);
                Line($"foreach (Pair {each.Name} in {pairs.Name})");
                LoopOver(each);
                break;
            case 6 when Some(variable => variable is { Kind: VariableKind.Tuple, Assignable: true }) is { } tuple:
                Line($"{tuple.Name} = {TupleTerm(2)};");
                break;
            case 7 when Some(variable => variable is { Kind: VariableKind.Box, Assignable: true }) is { } box:
                Line($"{box.Name} = {BoxTerm(2)};");
                break;
            case 8:
                Deconstruction();
                break;
            case 9 when pairProperties.Count > 0 && PairPlace() is { } host:
                Line($"{host}.Next = {Tame(RealTerm(1), 1)};");
                break;
            case < 12 when MemberCall(1, _ => true) is { } call:
                Line(call + ";");
                break;
            case 12 when PairPlace() is { } one && PairPlace() is { } other:
                Line($"({one}, {other}) = ({PairTerm(1)}, {PairTerm(1)});");
                break;
            default:
                if (PairPlace() is { } place) Line($"{place} {(pairHasOperators && Chance(25) ? "+=" : "=")} {PairTerm(2)};");
                else Declare(VariableKind.Pair, PairTerm(2), 0);
                break;
        }
    }

    private void LoopOver(ProgramVariable each)
    {
        bool outer = inLoop;
        int visible = scope.Count;
        (loops, inLoop) = (loops + 1, true);
        scope.Add(each);
        LoopBlock();
        scope.RemoveRange(visible, scope.Count - visible);
        (loops, inLoop) = (loops - 1, outer);
    }

    private void Deconstruction()
    {
        ProgramVariable[] two = [New(VariableKind.Real), New(VariableKind.Real)];
        string value = pairIsRecord && Chance(50) ? PairTerm(1) : TupleTerm(2);
        if (Chance(50) && Place() is { } x && Place() is { } y)
        {
            Line($"({x}, {(Chance(15) ? "_" : y)}) = {value};");
            return;
        }

        if (value == "default") value = TupleLiteral(1);
        Line(Chance(50) ? $"var ({two[0].Name}, {two[1].Name}) = {value};" : $"({Real} {two[0].Name}, {Real} {two[1].Name}) = {value};");
        scope.AddRange(two);
    }

    /// <summary>Where a pair lies that can be changed: a method called on it changes it.</summary>
    private string? PairPlace(bool assignable = true, bool byReference = false)
    {
        ProgramVariable? host = Some(variable => variable.Kind is VariableKind.Pair or VariableKind.Pairs or VariableKind.Box
            && (variable.Assignable || !assignable)
            && (!byReference || variable.Referable)
            && !(boxIsRecord && variable.Kind == VariableKind.Box && assignable));
        return host?.Kind switch
        {
            null => null,
            VariableKind.Pair => host.Name,
            VariableKind.Box => host.Name + ".P",
            _ => $"{host.Name}[{IntTerm(1)} & 3]",
        };
    }

    /// <summary>A call of a method of a struct, on what can be changed or on a copy.</summary>
    private string? MemberCall(int depth, Func<Callee, bool> wanted)
    {
        Callee[] known = [.. pairMethods.Where(wanted)], knownOfBox = [.. boxMethods.Where(wanted)];
        if (knownOfBox.Length > 0 && Chance(25) && Some(variable => variable.Kind == VariableKind.Box) is { } box)
            return CallText(Pick(knownOfBox), depth) is { } called ? $"{box.Name}.{called}" : null;
        if (known.Length == 0 || PairPlace(assignable: false) is not { } host) return null;
        return CallText(Pick(known), depth) is { } call ? $"{host}.{call}" : null;
    }

    private Term? MemberTerm(int depth) => random.Next(8) switch
    {
        < 3 when MemberCall(depth, callee => callee.Result == Result.Real) is { } call => new(call, Term.Nominal),
        < 5 when pairGetters.Count > 0 && PairPlace(assignable: false) is { } place => new($"{place}.{Pick(pairGetters)}", Term.Nominal),
        5 when PairPlace() is { } assigned => new($"({assigned} = {PairTerm(depth)}).{Pick(["X", "Y"])}", Term.Nominal),
        6 when pairHasOperators => new($"({PairTerm(depth)} * {PairVariable()})", Term.Nominal),
        6 => new($"({TupleLiteral(depth)}).{Pick(["Item1", "Item2"])}", Term.Nominal),
        _ => new($"{PairVariable()}.{Pick(["X", "Y"])}", Term.Nominal),
    };

    private string PairVariable() => Some(variable => variable.Kind == VariableKind.Pair)?.Name ?? NewPair(0);

    private string NewPair(int depth) => random.Next(3) switch
    {
        0 when !pairIsRecord => $"new Pair {{ X = {Tame(RealTerm(depth))}, Y = {Tame(RealTerm(depth))} }}",
        _ => $"new Pair({Tame(RealTerm(depth))}, {Tame(RealTerm(depth))})",
    };

    private string PairTerm(int depth) => random.Next(15) switch
    {
        < 3 when PairPlace(assignable: false) is { } place => place,
        3 when depth > 0 => $"({Condition(depth - 1)} ? {PairTerm(depth - 1)} : {NewPair(depth - 1)})",
        4 or 5 when PairPlace(assignable: false) is { } place => $"{place} with {{ {Pick(["X", "Y"])} = {Tame(RealTerm(depth))} }}",
        6 when pairHasOperators && depth > 0 => $"({PairTerm(depth - 1)} + {PairTerm(depth - 1)})",
        7 when pairHasOperators && depth > 0 => $"{Tame(RealTerm(depth - 1))} * {NewPair(depth - 1)}",
        8 when pairHasOperators && PairPlace(assignable: false) is { } place => $"-{place}",
        9 when depth > 0 && PairPlace() is { } place => $"({place} = {PairTerm(depth - 1)})",
        10 or 11 when depth > 0 && CallOf(Result.Pair, depth - 1) is { } call => call,
        12 when depth > 0 && MemberCall(depth - 1, callee => callee.Result == Result.Pair) is { } call => call,
        13 when Has(ProgramFeature.Switches) && depth > 0 => Switched(depth - 1, () => NewPair(depth - 1)),
        _ => NewPair(depth),
    };

    private string TupleLiteral(int depth) => $"({Tame(RealTerm(depth))}, {Tame(RealTerm(depth))})";

    private string TupleTerm(int depth) => random.Next(10) switch
    {
        < 2 when Some(variable => variable.Kind == VariableKind.Tuple) is { } tuple => tuple.Name,
        2 when depth > 0 => $"({Condition(depth - 1)} ? {TupleLiteral(depth - 1)} : {TupleLiteral(depth - 1)})",
        3 or 4 when depth > 0 && CallOf(Result.Tuple, depth - 1) is { } call => call,
        5 when depth > 0 && MemberCall(depth - 1, callee => callee.Result == Result.Tuple) is { } call => call,
        6 when Has(ProgramFeature.Switches) && depth > 0 => Switched(depth - 1, () => TupleLiteral(depth - 1)),
        _ => TupleLiteral(depth),
    };

    private string BoxTerm(int depth) => random.Next(8) switch
    {
        < 2 when Some(variable => variable.Kind == VariableKind.Box) is { } box => box.Name,
        2 or 3 when Some(variable => variable.Kind == VariableKind.Box) is { } box => $"{box.Name} with {{ {(Chance(50) ? $"P = {PairTerm(depth)}" : $"W = {Tame(RealTerm(depth))}")} }}",
        4 when !boxIsRecord => $"new Box {{ P = {PairTerm(depth)}, W = {Tame(RealTerm(depth))} }}",
        _ => $"new Box({PairTerm(depth)}, {Tame(RealTerm(depth))})",
    };
}
