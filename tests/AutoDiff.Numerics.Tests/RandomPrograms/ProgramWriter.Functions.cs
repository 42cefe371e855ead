namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>Functions inside the method: what they see, and what is seen again when they are written.</summary>
public sealed partial class ProgramWriter
{
    private void Inside(IReadOnlyList<ProgramVariable> visible, IReadOnlyList<Callee> callable, Result returned, int statements, Action write)
    {
        (ProgramVariable[] outer, Callee[] known) = ([.. scope], [.. localFunctions]);
        var state = (result, recursion, budget, inLoop, canReturn);
        scope.Clear();
        scope.AddRange(visible);
        localFunctions.Clear();
        localFunctions.AddRange(callable);
        (result, recursion, budget, inLoop, canReturn) = (returned, null, statements, false, true);
        write();
        scope.Clear();
        scope.AddRange(outer);
        localFunctions.Clear();
        localFunctions.AddRange(known);
        (result, recursion, budget, inLoop, canReturn) = state;
    }

    /// <summary>The body of a function in the result that it was begun with, after the outputs have a value.</summary>
    private void Body(string head, IEnumerable<ProgramVariable> parameters, string after = "")
    {
        string[] outputs = [.. parameters.Where(parameter => parameter.Passing == "out ").Select(parameter => parameter.Name)];
        if (result != Result.Nothing && outputs.Length == 0 && Chance(35))
        {
            Line($"{head} => {Returned()};");
            return;
        }

        Line(head);
        Open();
        foreach (string output in outputs) Line($"{output} = {SomeLiteral()};");
        while (budget > 0) Statement();
        if (result != Result.Nothing) Line($"return {Returned()};");
        Close(after);
    }

    /// <summary>A static local function over parameters of its own; what is around it is out of its sight.</summary>
    private void StaticFunction()
    {
        ProgramVariable[] parameters = FunctionParameters();
        Result returned = parameters.Any(parameter => parameter.TakesReals || parameter.Passing is "ref " or "out ") && Chance(35) ? Result.Nothing : FunctionResult();
        string function = $"Local{++names}";
        string head = $"static {TypeOf(returned)} {function}({Declared(parameters)})";
        Inside(parameters, [.. localFunctions.Where(callee => !callee.Captures)], returned, 1 + random.Next(4), () => Body(head, parameters));
        localFunctions.Add(new(function, returned, parameters));
    }

    private Result FunctionResult() => random.Next(6) switch
    {
        0 when Has(ProgramFeature.Aggregates) => Pick([Result.Pair, Result.Tuple]),
        1 or 2 when Has(ProgramFeature.Objects) => Pick([Result.Node, Result.Node, Result.Mark]),
        1 when features != ProgramFeature.None => Result.Bool,
        _ => Result.Real,
    };

    private ProgramVariable[] FunctionParameters() => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => FunctionParameter())];

    private ProgramVariable FunctionParameter()
    {
        VariableKind kind = Chance(60) ? VariableKind.Real : OtherParameter() ?? Pick([VariableKind.Array, VariableKind.Span, VariableKind.Int]);
        return Passed(New(kind, least: kind == VariableKind.Span ? 2 : 4));
    }

    private string Declared(IEnumerable<ProgramVariable> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{parameter.Passing}{TypeOf(parameter.Kind)} {parameter.Name}"));
}
