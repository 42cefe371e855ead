namespace AutoDiff.Numerics.Tests.RandomPrograms;

public sealed partial class ProgramWriter
{
    private void LoopStatement()
    {
        bool outer = inLoop;
        int visible = scope.Count;
        (loops, inLoop) = (loops + 1, true);
        int trips = loops == 1 ? 2 + random.Next(4) : 1 + random.Next(3);
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                CountedLoop(trips);
                break;
            case 3 when Some(variable => variable.HoldsReals || variable.Kind == VariableKind.IntArray) is { } sequence:
                EachLoop(sequence);
                break;
            case 4 when Some(variable => variable.HoldsReals) is { } sequence:
                ProgramVariable i = New(VariableKind.Int, assignable: false);
                scope.Add(i);
                Line($"for (int {i.Name} = 0; {i.Name} < {sequence.Name}.Length; {i.Name}++)");
                LoopBlock(() => Line($"{(sequence.TakesReals ? $"{sequence.Name}[{i.Name}] = {Tame(RealTerm(2))}" : $"{i.Name}.ToString()")};"));
                break;
            case 5:
                MovingLoop(trips);
                break;
            case 6:
                TwoIndexLoop();
                break;
            case 7 or 8:
                WhileLoop(trips);
                break;
            case 9:
                DoLoop(trips);
                break;
            case 10:
                EndlessLoop(trips);
                break;
            default:
                CountedLoop(trips);
                break;
        }

        scope.RemoveRange(visible, scope.Count - visible);
        (loops, inLoop) = (loops - 1, outer);
    }

    private void LoopBlock(Action? first = null) => Block(1 + random.Next(4), first: first, last: Leaving);

    private void CountedLoop(int trips)
    {
        ProgramVariable i = New(VariableKind.Int, assignable: false);
        string n = i.Name;
        int start = random.Next(3), stride = 1 + random.Next(2);
        string bound = Some(variable => variable is { Kind: VariableKind.Int }) is { } known && Chance(40)
            ? $"({known.Name} & 3)"
            : Chance(10) && Some(variable => variable.Kind == VariableKind.IntArray) is { } array ? $"({array.Name}[1] & 3)" : $"{start + trips * stride}";
        Line(random.Next(6) switch
        {
            0 => $"for (int {n} = {start + trips}; {n} >= {start}; {n}--)",
            1 => $"for (int {n} = {start}; {n} <= {bound}; {n} += {stride})",
            2 => $"for (int {n} = {start}; {bound} > {n}; ++{n})",
            3 => $"for (int {n} = {bound}; {n} > 0; {n} -= {stride})",
            _ => $"for (int {n} = {start}; {n} < {bound}; {n}++)",
        });
        scope.Add(i);
        LoopBlock();
    }

    private void EachLoop(ProgramVariable sequence)
    {
        ProgramVariable each = New(sequence.Kind == VariableKind.IntArray ? VariableKind.Int : VariableKind.Real, assignable: false);
        string over = sequence.HoldsReals && Chance(30) && Part(sequence, out _) is { } part ? part : sequence.Name;
        Line($"foreach ({TypeOf(each.Kind)} {each.Name} in {over})");
        scope.Add(each);
        LoopBlock();
    }

    /// <summary>The body moves the index or the bound, towards the end in either case.</summary>
    private void MovingLoop(int trips)
    {
        ProgramVariable bound = New(VariableKind.Int, assignable: false), i = New(VariableKind.Int, assignable: false);
        Line($"int {bound.Name} = {trips + 2};");
        Line(Chance(30)
            ? $"for (int {i.Name} = 0; {i.Name}++ < {bound.Name};)"
            : $"for (int {i.Name} = 0; {i.Name} < {bound.Name}; {i.Name}++)");
        scope.Add(i);
        scope.Add(bound);
        LoopBlock(() => Line($"if ({Condition(1)}) {(Chance(50) ? $"{i.Name}++" : $"{bound.Name}--")};"));
    }

    private void TwoIndexLoop()
    {
        ProgramVariable i = New(VariableKind.Int, assignable: false), j = New(VariableKind.Int, assignable: false);
        Line($"for (int {i.Name} = {random.Next(2)}, {j.Name} = {3 + random.Next(3)}; {i.Name} < {j.Name}; {i.Name}++, {j.Name}--)");
        scope.Add(i);
        scope.Add(j);
        LoopBlock();
    }

    private void WhileLoop(int trips)
    {
        ProgramVariable counter = New(VariableKind.Int, assignable: false);
        Line($"int {counter.Name} = 0;");
        scope.Add(counter);
        if (Chance(40))
        {
            Line(Chance(50)
                ? $"while ({counter.Name}++ < {trips} && {Comparison(2)})"
                : $"while (++{counter.Name} <= {trips} && ({Condition(1)}))");
            LoopBlock();
            return;
        }

        Line($"while ({counter.Name} < {trips} && {Comparison(2)})");
        LoopBlock(() => Line($"{counter.Name}++;"));
    }

    private void DoLoop(int trips)
    {
        ProgramVariable counter = New(VariableKind.Int, assignable: false);
        Line($"int {counter.Name} = 0;");
        scope.Add(counter);
        Line("do");
        bool inCondition = Chance(50);
        LoopBlock(inCondition ? null : () => Line($"{counter.Name}++;"));
        string test = inCondition ? $"++{counter.Name} < {trips}" : $"{counter.Name} < {trips}";
        Line($"while ({test} && {Comparison(1)});");
    }

    private void EndlessLoop(int trips)
    {
        ProgramVariable counter = New(VariableKind.Int, assignable: false);
        Line($"for (int {counter.Name} = 0; ; {counter.Name}++)");
        scope.Add(counter);
        LoopBlock(() => Line($"if ({counter.Name} >= {trips} || {Comparison(1)}) break;"));
    }
}
