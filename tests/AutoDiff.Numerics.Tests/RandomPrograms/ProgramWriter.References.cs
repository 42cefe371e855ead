namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>References: locals, parameters and what is passed to them.</summary>
public sealed partial class ProgramWriter
{
    private void ReferenceStatement()
    {
        if (Chance(50) && Place(byReference: true) is { } place)
        {
            ProgramVariable local = New(VariableKind.Real) with { Capturable = false };
            Line($"ref {Real} {local.Name} = ref {place};");
            scope.Add(local);
            return;
        }

        Callee[] known = [.. callees.Concat(localFunctions).Where(callee => callee.Parameters.Any(parameter => parameter.Passing.Length > 0))];
        if (known.Length > 0 && CallText(Pick(known), 1) is { } call) Line(call + ";");
        else if (localFunctions.Count < 5) StaticFunction();
        else RealAssignment();
    }

    /// <summary>The parameter, passed by reference now and then.</summary>
    private ProgramVariable Passed(ProgramVariable parameter)
    {
        if (!Has(ProgramFeature.References) || parameter.Kind is not (VariableKind.Real or VariableKind.Pair or VariableKind.Int) || !Chance(45)) return parameter;
        string passing = parameter.Kind == VariableKind.Int ? "ref " : Pick(["ref ", "ref ", "in ", "out "]);
        if (passing == "out " && parameter.Kind != VariableKind.Real) passing = "ref ";
        return parameter with { Passing = passing, Assignable = passing != "in " };
    }

    private string? ReferenceArgument(ProgramVariable parameter, int depth)
    {
        string? place = parameter.Kind switch
        {
            VariableKind.Pair => PairPlace(byReference: true),
            VariableKind.Int => Some(variable => variable is { Kind: VariableKind.Int, Assignable: true })?.Name,
            _ => Place(byReference: true),
        };
        if (parameter.Passing != "in ") return place is null ? null : parameter.Passing + place;
        if (place is not null && Chance(60)) return (Chance(50) ? "in " : "") + place;
        return parameter.Kind == VariableKind.Pair ? NewPair(depth) : Tame(RealTerm(depth));
    }
}
