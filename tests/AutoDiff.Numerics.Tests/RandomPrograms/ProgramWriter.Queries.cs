namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>LINQ over arrays, lists and ranges, and lists that grow. Now and then a lambda changes what is around it.</summary>
public sealed partial class ProgramWriter
{
    private void QueryStatement()
    {
        ProgramVariable? list = Some(variable => variable.Kind == VariableKind.List);
        switch (random.Next(9))
        {
            case 0 or 1 when list is not null:
                Line($"{list.Name}.Add({Tame(RealTerm(2))});");
                break;
            case 2 or 3 when list is not null:
                Line($"{list.Name}[{IntTerm(1)} & 3] {Pick(["=", "+=", "*="])} {Tame(RealTerm(2), 1)};");
                break;
            case 4 when Some(IsQueried) is { } source:
                Declare(VariableKind.Array, $"{source.Name}.Select({Selector(1)}).ToArray()", source.Least);
                break;
            case 5 when Source() is { } source && loops < 3:
                ProgramVariable each = New(VariableKind.Real, assignable: false);
                Line($"foreach ({Real} {each.Name} in {source}{(Chance(50) ? "" : $".Select({Selector(1)})")})");
                LoopOver(each);
                break;
            case 6 when list is not null && loops < 3:
                ProgramVariable item = New(VariableKind.Real, assignable: false);
                Line($"foreach ({Real} {item.Name} in {list.Name})");
                LoopOver(item);
                break;
            case 7 when list is not null:
                Declare(VariableKind.Array, $"{list.Name}.ToArray()", 4);
                break;
            default:
                Declare(VariableKind.List, $"new List<{Real}> {{ {Numbers(4)} }}", 4);
                break;
        }
    }

    private static bool IsQueried(ProgramVariable variable) => variable.Kind is VariableKind.Array or VariableKind.List && variable.Least >= 4;

    /// <summary>A query of at least one real number; of none only for the sums, where <paramref name="some"/> says so.</summary>
    private string? Source(bool some = false)
    {
        if (Chance(20)) return $"Enumerable.Range({random.Next(3)}, {2 + random.Next(3)}).Select({IndexSelector()})";
        if (Some(IsQueried) is not { } source) return null;
        return source.Name + random.Next(some ? 9 : 6) switch
        {
            0 => $".Skip({1 + random.Next(2)})",
            1 => $".Take({1 + random.Next(3)})",
            2 => ".AsEnumerable().Reverse()",
            3 => $".Select({Selector(1)})",
            4 when Some(IsQueried) is { } other => $".Zip({other.Name}, {TwoNumbers(1)})",
            5 => $".Concat({Some(IsQueried)!.Name})",
            6 or 7 => $".Where({Predicate()})",
            8 => $".TakeWhile({Predicate()})",
            _ => "",
        };
    }

    private Term? QueryTerm(int depth)
    {
        depth = Math.Min(depth, 1);
        if (Chance(25) && Some(variable => variable.Kind == VariableKind.List) is { } list) return new($"{list.Name}[{IntTerm(1)} & 3]", Term.Nominal);
        if (Source(some: true) is not { } any || Source() is not { } one) return null;
        return random.Next(12) switch
        {
            0 or 1 => new($"{any}.Sum()", 8 * Term.Nominal),
            2 or 3 => new($"{any}.Sum({Selector(depth)})", 8 * Term.Nominal),
            4 => new($"{any}.Aggregate({SomeLiteral()}, {TwoNumbers(depth)})", Term.Nominal),
            5 => new($"{one}.Aggregate({TwoNumbers(depth)})", Term.Nominal),
            6 => new($"{one}.{Pick(["Max", "Min"])}()", Term.Nominal),
            7 => new($"{one}.{Pick(["Max", "Min"])}({Selector(depth)})", Term.Nominal),
            8 => new($"{one}.Average({(Chance(50) ? "" : Selector(depth))})", Term.Nominal),
            9 => new($"{one}.{Pick(["First", "Last"])}()", Term.Nominal),
            10 => new($"{Literal(0.125)} * {any}.Count({Predicate()})", 1),
            _ => new($"{one}.ElementAt(0)", Term.Nominal),
        };
    }

    private string? QueryCondition(int depth) => Source(some: true) is { } source ? $"{source}.{Pick(["Any", "All"])}({Predicate()})" : null;

    /// <summary>What it selects has a type of its own where a <c>float</c> may be all there is in it.</summary>
    private string Selector(int depth) => Lambda([New(VariableKind.Real, assignable: false)], () => Has(ProgramFeature.Singles) ? $"({Real})({Tame(RealTerm(depth))})" : Tame(RealTerm(depth)));

    private string IndexSelector() => Lambda([New(VariableKind.Int, assignable: false)], () => $"({Real})({Tame(RealTerm(1))})");

    private string TwoNumbers(int depth) => Lambda([New(VariableKind.Real, assignable: false), New(VariableKind.Real, assignable: false)], () => Tame(RealTerm(depth + 1)));

    private string Predicate() => Lambda([New(VariableKind.Real, assignable: false)], () => Comparison(1));

    /// <summary>A lambda expression. Most see what is around them, and change none of it.</summary>
    private string Lambda(ProgramVariable[] parameters, Func<string> body)
    {
        bool changes = Chance(8);
        IEnumerable<ProgramVariable> visible = scope.Where(variable => variable.CanBeCaptured);
        // Nothing is stored into what can only be read, and of two elements no part is taken.
        if (!changes) visible = visible.Where(variable => variable.Kind is VariableKind.Real or VariableKind.Int or VariableKind.Bool or VariableKind.Array)
            .Select(variable => variable.Kind == VariableKind.Array ? variable with { Kind = VariableKind.ReadOnlySpan, Least = 2 } : variable with { Assignable = false });
        string text = "";
        Inside([.. visible, .. parameters], [], Result.Real, 0, () => text = body());
        string names = string.Join(", ", parameters.Select(parameter => parameter.Name));
        return parameters.Length == 1 ? $"{names} => {text}" : $"({names}) => {text}";
    }
}
