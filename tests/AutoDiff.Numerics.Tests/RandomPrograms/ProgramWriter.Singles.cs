namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>Numbers in single precision in a program of double precision.</summary>
public sealed partial class ProgramWriter
{
    private void SingleStatement()
    {
        if (Chance(50) && Some(variable => variable is { Kind: VariableKind.Single, Assignable: true }) is { } single)
        {
            Line($"{single.Name} {Pick(["=", "+=", "*=", "-="])} (float)({Tame(RealTerm(2), 1)});");
            return;
        }

        Declare(VariableKind.Single, SingleTerm(2), 0);
    }

    private string SingleTerm(int depth)
    {
        ProgramVariable? known = Some(variable => variable.Kind == VariableKind.Single);
        return random.Next(6) switch
        {
            0 or 1 when known is not null => known.Name,
            2 when known is not null => $"MathF.Sin({known.Name})",
            3 when known is { Assignable: true } => $"({known.Name} = (float)({Tame(RealTerm(depth))}))",
            4 when known is not null => $"({known.Name} * {Literal(0.25)}f)",
            _ => $"(float)({Tame(RealTerm(depth))})",
        };
    }
}
