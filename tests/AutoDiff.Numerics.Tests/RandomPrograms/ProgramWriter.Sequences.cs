namespace AutoDiff.Numerics.Tests.RandomPrograms;

public sealed partial class ProgramWriter
{
    /// <summary>An expression for an array of its own.</summary>
    private string FreshArray(out int least)
    {
        least = 4;
        switch (random.Next(8))
        {
            case 0 or 1:
                return $"new {Real}[{4 + random.Next(2)}]";
            case 2 when Some(variable => variable is { Kind: VariableKind.Array, Least: >= 4 }) is { } cloned:
                return $"({Real}[]){cloned.Name}.Clone()";
            case 3 when Some(variable => variable is { Kind: VariableKind.Span or VariableKind.ReadOnlySpan, Least: >= 4 }) is { } span:
                return $"{span.Name}.ToArray()";
            case 4 when Some(variable => variable is { Kind: VariableKind.Array, Least: >= 4 }) is { } part:
                return $"{part.Name}[{Pick(["0..4", "..4", "^4.."])}]";
            case 5 when callees.Where(callee => callee.Result == Result.Array).ToArray() is [_, ..] known && CallText(Pick(known), 1) is { } call:
                return call;
            default:
                string items = string.Join(", ", Enumerable.Range(0, 4 + random.Next(2)).Select(_ => Tame(RealTerm(1))));
                return $"new {Real}[] {{ {items} }}";
        }
    }

    /// <summary>A part of a sequence with at least two elements, whatever its length.</summary>
    private string? Part(ProgramVariable sequence, out int least)
    {
        least = 2;
        if (sequence.Least < 4) return null;
        string bounds = random.Next(4) switch
        {
            0 => $"{random.Next(3)}, 2",
            1 => $"{IntTerm(1)} & 1, 2 + ({IntTerm(0)} & 1)",
            _ => $"{random.Next(3)}",
        };
        string method = sequence.Kind == VariableKind.Array ? "AsSpan" : "Slice";
        return sequence.Kind != VariableKind.Array && Chance(30)
            ? $"{sequence.Name}[{Pick(["1..3", "1..", "..^1", "^3.."])}]"
            : $"{sequence.Name}.{method}({bounds})";
    }

    private string? SequenceArgument(ProgramVariable parameter)
    {
        if (parameter.Kind is VariableKind.IntArray or VariableKind.Array)
        {
            if (parameter.Kind == VariableKind.Array && Chance(10)) return FreshArray(out _);
            return Some(variable => variable.Kind == parameter.Kind && variable.Least >= parameter.Least)?.Name;
        }

        bool writable = parameter.Kind == VariableKind.Span;
        if (Some(variable => writable ? variable.TakesReals : variable.HoldsReals) is not { } sequence) return null;
        return Chance(40) && Part(sequence, out _) is { } part ? part : sequence.Name;
    }

    private void SequenceDeclaration()
    {
        ProgramVariable? source = Some(variable => variable.HoldsReals);
        switch (random.Next(9))
        {
            case 0 when Some(variable => variable.Kind == VariableKind.Array) is { } alias:
                Declare(VariableKind.Array, alias.Name, alias.Least);
                break;
            case 1 when source is { TakesReals: true } && Part(source, out int least) is { } part:
                Declare(VariableKind.Span, part, least);
                break;
            case 2 when source is not null && Part(source, out int least) is { } part:
                Declare(VariableKind.ReadOnlySpan, part, least);
                break;
            case 3 when loops == 0 && !inFinally:
                Declare(VariableKind.Span, Chance(50) ? $"stackalloc {Real}[4]" : $"stackalloc {Real}[] {{ {SomeLiteral()}, {Tame(RealTerm(1))}, {Tame(RealTerm(1))}, {SomeLiteral()} }}", 4);
                break;
            case 4 when source is { Kind: VariableKind.Array }:
                Declare(VariableKind.Span, source.Name, source.Least);
                break;
            case 5:
                Declare(VariableKind.IntArray, $"new int[] {{ {IntTerm(1)}, {random.Next(4)}, {IntTerm(1)}, {random.Next(4)} }}", 4);
                break;
            default:
                string fresh = FreshArray(out int length);
                Declare(VariableKind.Array, fresh, length);
                break;
        }
    }

    private void SequenceStatement()
    {
        if (Some(variable => variable.TakesReals) is not { } to)
        {
            SequenceDeclaration();
            return;
        }

        string? fill = to.Kind == VariableKind.Array ? null : to.Name + ".";
        ProgramVariable? array = Some(variable => variable is { Kind: VariableKind.Array, Assignable: true });
        ProgramVariable? other = Some(variable => variable is { Kind: VariableKind.Array, Assignable: true });
        ProgramVariable? from = Some(variable => variable.HoldsReals);
        string line = random.Next(16) switch
        {
            0 when fill is null => $"Array.Fill({to.Name}, {Tame(RealTerm(2))});",
            1 when fill is null => $"Array.Fill({to.Name}, {Tame(RealTerm(2))}, {IntTerm(1)} & 1, {1 + random.Next(2)});",
            2 when fill is null => Chance(50) ? $"Array.Clear({to.Name});" : $"Array.Clear({to.Name}, {IntTerm(0)} & 1, {IntTerm(1)} & 1);",
            0 or 1 => $"{fill ?? $"{to.Name}.AsSpan()."}Fill({Tame(RealTerm(2))});",
            2 => $"{fill}Clear();",
            3 when from is { Least: >= 4 } && to.Least >= 4 && Part(from, out _) is { } part => $"{(part.Contains(',') ? part : $"{from.Name}.{(from.Kind == VariableKind.Array ? "AsSpan" : "Slice")}(1, 2)")}.CopyTo({to.Name}{(to.Kind == VariableKind.Array ? ".AsSpan(1)" : "")});",
            4 when array is not null && other is not null => $"Array.Copy({array.Name}, {other.Name}, {1 + random.Next(3)});",
            5 when array is not null && other is not null => $"Array.Copy({array.Name}, {IntTerm(1)} & 1, {other.Name}, {random.Next(2)}, {1 + random.Next(2)});",
            6 or 7 when array is not null && other is not null && array.Least == other.Least => $"({array.Name}, {other.Name}) = ({other.Name}, {array.Name});",
            8 or 9 when array is not null && other is not null && array != other && array.Least <= other.Least => $"{array.Name} = {other.Name};",
            10 when array is not null => $"{array.Name} = {FreshArray(out _)};",
            _ => $"({Element(to)}, {Element(to)}) = ({Tame(RealTerm(1))}, {Element(to)});",
        };
        Line(line);
    }

    private void Declare(VariableKind kind, string value, int least)
    {
        ProgramVariable variable = New(kind, least: least);
        Line($"{TypeOf(kind)} {variable.Name} = {value};");
        scope.Add(variable);
    }
}
