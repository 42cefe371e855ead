namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>Local functions and lambdas that use what stands around them.</summary>
public sealed partial class ProgramWriter
{
    private void ClosureStatement()
    {
        Callee[] known = [.. localFunctions.Where(callee => callee.Captures && callee.Result == Result.Nothing)];
        if (known.Length > 0 && Chance(40) && CallText(Pick(known), 1) is { } call) Line(call + ";");
        else if (localFunctions.Count < 6 && !scope.Exists(variable => variable.Name is "X" or "W" or "q")) Closure();
        else RealAssignment();
    }

    private void Closure()
    {
        ProgramVariable[] visible = [.. scope.Where(variable => variable.CanBeCaptured)];
        bool lambda = Chance(45);
        ProgramVariable[] parameters = lambda
            ? [.. Enumerable.Range(0, random.Next(3)).Select(_ => New(Chance(75) ? VariableKind.Real : VariableKind.Int))]
            : Chance(25) ? [] : FunctionParameters();
        Result returned = Chance(25) ? Result.Nothing : FunctionResult();
        string function = lambda ? $"f{++names}" : $"Around{++names}";
        string head = $"{TypeOf(returned)} {function}({Declared(parameters)})";
        if (lambda)
        {
            IEnumerable<string> types = [.. parameters.Select(parameter => TypeOf(parameter.Kind)), .. returned == Result.Nothing ? (string[])[] : [TypeOf(returned)]];
            string type = (returned == Result.Nothing ? "Action" : "Func") + (types.Any() ? $"<{string.Join(", ", types)}>" : "");
            head = $"{type} {function} = ({string.Join(", ", parameters.Select(parameter => parameter.Name))}) =>";
        }

        int outer = loops;
        loops = Math.Max(loops, 1);
        Inside([.. visible, .. parameters], [.. localFunctions], returned, 1 + random.Next(3), () => ClosureBody(head, lambda, parameters));
        loops = outer;
        localFunctions.Add(new(function, returned, parameters, Captures: true));
    }

    private void ClosureBody(string head, bool lambda, ProgramVariable[] parameters)
    {
        if (!lambda) Body(head, parameters);
        else if (result != Result.Nothing && Chance(50)) Line($"{head} {Returned()};");
        else
        {
            Line(head);
            Open();
            while (budget > 0) Statement();
            if (result != Result.Nothing) Line($"return {Returned()};");
            Close(";");
        }
    }
}
