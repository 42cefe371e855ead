namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>Arrays with two indices, and arrays of arrays.</summary>
public sealed partial class ProgramWriter
{
    private void GridStatement()
    {
        ProgramVariable? grid = Some(variable => variable.Kind is VariableKind.Matrix or VariableKind.Jagged);
        switch (random.Next(9))
        {
            case 0:
                Declare(VariableKind.Matrix, NewMatrix(), 0);
                break;
            case 1:
                Declare(VariableKind.Jagged, NewJagged(), 0);
                break;
            case 2 when Some(variable => variable.Kind == VariableKind.Jagged) is { } rows:
                Declare(VariableKind.Array, $"{rows.Name}[{IntTerm(1)} & 1]", 2);
                break;
            case 3 when loops < 3 && Some(variable => variable.Kind == VariableKind.Jagged) is { } rows:
                ProgramVariable row = New(VariableKind.Array, assignable: false, least: 2);
                Line($"foreach ({Real}[] {row.Name} in {rows.Name})");
                LoopOver(row);
                break;
            case 4 when loops < 3 && Some(variable => variable.Kind == VariableKind.Matrix) is { } matrix:
                ProgramVariable each = New(VariableKind.Real, assignable: false);
                Line($"foreach ({Real} {each.Name} in {matrix.Name})");
                LoopOver(each);
                break;
            case 5 when loops < 2 && Some(variable => variable.Kind == VariableKind.Matrix) is { } matrix:
                ProgramVariable i = New(VariableKind.Int, assignable: false), j = New(VariableKind.Int, assignable: false);
                Line($"for (int {i.Name} = 0; {i.Name} < {matrix.Name}.GetLength(0); {i.Name}++)");
                scope.AddRange([i, j]);
                Line($"    for (int {j.Name} = 0; {j.Name} < {matrix.Name}.GetLength(1); {j.Name}++) {matrix.Name}[{i.Name}, {j.Name}] {Pick(["=", "+=", "*="])} {Tame(RealTerm(2), 1)};");
                scope.Remove(i);
                scope.Remove(j);
                break;
            default:
                if (grid is null) Declare(VariableKind.Matrix, NewMatrix(), 0);
                else Line($"{PlaceIn(grid)} {Pick(["=", "+=", "-=", "*="])} {Tame(RealTerm(2), 1)};");
                break;
        }
    }

    private string NewMatrix() => random.Next(4) switch
    {
        0 => $"new {Real}[2, 3]",
        1 when Some(variable => variable.Kind == VariableKind.Matrix) is { } matrix => $"({Real}[,]){matrix.Name}.Clone()",
        _ => $"{{ {{ {Numbers(3)} }}, {{ {Numbers(3)} }} }}",
    };

    private string NewJagged() => Chance(50) ? $"[[{Numbers(2)}], [{Numbers(3)}]]" : $"new {Real}[][] {{ new {Real}[2], new {Real}[] {{ {Numbers(2)} }} }}";

    private string Numbers(int count) => string.Join(", ", Enumerable.Range(0, count).Select(_ => Tame(RealTerm(1))));
}
