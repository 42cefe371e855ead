namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary><c>try … finally</c>, <c>using</c> and <c>lock</c>.</summary>
public sealed partial class ProgramWriter
{
    private void RegionStatement()
    {
        switch (random.Next(6))
        {
            case < 3:
                Line("try");
                Block(1 + random.Next(3), last: LeavingRegion);
                Line("finally");
                (bool outerLoop, bool outerReturn, bool outerFinally) = (inLoop, canReturn, inFinally);
                (inLoop, canReturn, inFinally) = (false, false, true);
                Block(1 + random.Next(2));
                (inLoop, canReturn, inFinally) = (outerLoop, outerReturn, outerFinally);
                break;
            case 3:
                Line("lock (Gate)");
                Block(1 + random.Next(3), last: LeavingRegion);
                break;
            case 4:
                ProgramVariable reader = Reader();
                Line($"using (var {reader.Name} = new StringReader(\"ab\"))");
                Block(1 + random.Next(2), first: () => Read(reader), last: LeavingRegion);
                break;
            default:
                Open();
                int outer = scope.Count;
                ProgramVariable declared = Reader();
                Line($"using var {declared.Name} = new StringReader(\"cd\");");
                Read(declared);
                for (int i = 0; i < 2 && budget > 0; i++) Statement();
                LeavingRegion();
                Close();
                scope.RemoveRange(outer, scope.Count - outer);
                break;
        }
    }

    private ProgramVariable Reader() => new($"w{++names}", VariableKind.Int);

    private void Read(ProgramVariable reader) => Declare(VariableKind.Int, $"{reader.Name}.Read() & 7", 0);

    /// <summary>A region is left early more often than other blocks.</summary>
    private void LeavingRegion()
    {
        if (canReturn && Chance(25)) Line($"if ({Condition(1)}) {Leave()}");
        else if (inLoop && Chance(35)) Line($"if ({Condition(1)}) {Pick(["break", "continue"])};");
        else Leaving();
    }
}
