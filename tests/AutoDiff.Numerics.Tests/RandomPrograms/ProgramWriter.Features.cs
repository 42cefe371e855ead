namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>Where the features of a program come in.</summary>
public sealed partial class ProgramWriter
{
    private bool OtherStatement()
    {
        var possible = new List<Action>();
        if (Has(ProgramFeature.Aggregates)) possible.Add(AggregateStatement);
        if (Has(ProgramFeature.Switches)) possible.Add(SwitchStatement);
        if (Has(ProgramFeature.Closures)) possible.Add(ClosureStatement);
        if (Has(ProgramFeature.Regions) && loops < 3) possible.Add(RegionStatement);
        if (Has(ProgramFeature.Grids)) possible.Add(GridStatement);
        if (Has(ProgramFeature.References)) possible.Add(ReferenceStatement);
        if (Has(ProgramFeature.Singles)) possible.Add(SingleStatement);
        if (Has(ProgramFeature.Queries)) possible.Add(QueryStatement);
        if (Has(ProgramFeature.Objects)) possible.Add(ObjectStatement);
        if (possible.Count == 0) return false;
        Pick(possible)();
        return true;
    }

    private Term? OtherTerm(int depth)
    {
        var possible = new List<Func<int, Term?>>();
        if (Has(ProgramFeature.Aggregates)) possible.Add(MemberTerm);
        if (Has(ProgramFeature.Switches)) possible.Add(SwitchTerm);
        if (Has(ProgramFeature.Closures)) possible.Add(CallTerm);
        if (Has(ProgramFeature.References)) possible.Add(CallTerm);
        if (Has(ProgramFeature.Singles)) possible.Add(inner => new(SingleTerm(inner), Term.Nominal));
        if (Has(ProgramFeature.Queries)) possible.Add(QueryTerm);
        if (Has(ProgramFeature.Objects)) possible.Add(ObjectTerm);
        return possible.Count == 0 ? null : Pick(possible)(depth);
    }

    private Term? OtherLeaf() => ReadablePlace() is { } place ? new(place, Term.Nominal) : null;

    private string? OtherCondition(int depth) =>
        Has(ProgramFeature.Objects) && Chance(25) && ObjectCondition() is { } test ? test :
        Has(ProgramFeature.Queries) && Chance(50) && QueryCondition(depth) is { } query ? query :
        Has(ProgramFeature.Switches) && Chance(60) ? PatternCondition(depth) : CallOf(Result.Bool, depth) is { } call ? call : null;

    private VariableKind? OtherParameter()
    {
        var possible = new List<VariableKind>();
        if (Has(ProgramFeature.Aggregates) && !single) possible.AddRange([VariableKind.Pair, VariableKind.Box, VariableKind.Tuple, VariableKind.Pairs]);
        if (Has(ProgramFeature.Grids) && !single) possible.AddRange([VariableKind.Matrix, VariableKind.Jagged]);
        if (Has(ProgramFeature.Singles)) possible.Add(VariableKind.Single);
        if (Has(ProgramFeature.Objects) && !single) possible.AddRange([VariableKind.Node, VariableKind.Node, VariableKind.Hub, VariableKind.Mark]);
        return possible.Count == 0 || !Chance(35) ? null : Pick(possible);
    }

    /// <summary>Somewhere to store a real number.</summary>
    private string? Place(bool byReference = false) =>
        Some(variable => HasPlaces(variable) && variable.Assignable && (!byReference || IsReferable(variable))) is { } variable ? PlaceIn(variable, byReference, stored: true) : null;

    private string? ReadablePlace() => Some(variable => HasPlaces(variable) && variable.Kind != VariableKind.Real) is { } variable ? PlaceIn(variable) : null;

    /// <summary>Records hold their numbers in properties, and to those there is no reference.</summary>
    private bool IsReferable(ProgramVariable variable) => variable.Referable
        && !(nodeHasProperties && variable.Kind == VariableKind.Node) && !(pairIsRecord && variable.Kind is (VariableKind.Pair or VariableKind.Pairs)) && !(boxIsRecord && variable.Kind == VariableKind.Box);

    private static bool HasPlaces(ProgramVariable variable) => variable.Kind is VariableKind.Real or VariableKind.Pair or VariableKind.Box or VariableKind.Tuple
        or VariableKind.Pairs or VariableKind.Matrix or VariableKind.Jagged or VariableKind.Node or VariableKind.Hub;

    private string PlaceIn(ProgramVariable variable, bool byReference = false, bool stored = false) => variable.Kind switch
    {
        // A property of a record gives a copy, and no reference.
        VariableKind.Box when boxIsRecord && stored || pairIsRecord && byReference => variable.Name + ".W",
        VariableKind.Pair => variable.Name + Pick([".X", ".Y"]),
        VariableKind.Box => variable.Name + Pick([".P.X", ".P.Y", ".W"]),
        VariableKind.Node when nodeHasArray && Chance(30) => $"{variable.Name}.A[{IntTerm(1)} & 3]",
        VariableKind.Node => variable.Name + Pick([".U", ".V"]),
        // What a node holds in properties has no reference.
        VariableKind.Hub => variable.Name + (byReference ? ".Z" : Pick([".N.U", ".N.V", ".Z"])),
        VariableKind.Tuple => variable.Name + Pick([".A", ".B"]),
        VariableKind.Pairs => $"{variable.Name}[{IntTerm(1)} & 3]" + Pick([".X", ".Y"]),
        VariableKind.Matrix => $"{variable.Name}[{IntTerm(1)} & 1, {(Chance(30) ? random.Next(3) : IntTerm(1) + " & 1")}]",
        VariableKind.Jagged => $"{variable.Name}[{IntTerm(1)} & 1][{IntTerm(1)} & 1]",
        _ => variable.Name,
    };
}
