using AutoDiff.Generators.Analyses;

namespace AutoDiff.Generators.Transforms.Reverse;

/// <summary>Writes the adjoint companion: the method, recording what is needed, then the method backwards.</summary>
internal static class ReverseMode
{
    /// <param name="method">The method, as the front end reads it.</param>
    /// <param name="everything">Switches the analyses off: same numbers, more stored.</param>
    public static Procedure Run(MethodIr method, bool everything = false)
    {
        var variables = new VariableSource(method.VariableCount);
        var signature = new CompanionSignature(method, variables);
        (Block body, NeededValues needs) = Sweeps(method, everything, variables, signature, signature.ResultAdjoint is { } seed ? new Read(seed) : null);
        return new Procedure(
            method.Name + "Adjoint",
            method.Result.ToString(),
            signature.AdjointParameters().ToEquatable(),
            method.Result.Shape == TypeShape.Void ? "Adjoint of {0}, which it runs first: the adjoints of what it leaves behind become those of what it was given."
                : "Value and adjoint of {0}: adds <c>resultAdjoint</c> times the partial derivatives to the adjoints.",
            Stored(needs).ToEquatable(),
            body);
    }

    /// <summary>
    /// Can the gradient have sweeps of its own? Without loops and arrays they are short, and with the adjoint of the result known to be 1
    /// and all others in locals, they are shorter than a call of the adjoint.
    /// </summary>
    public static bool HasDirectGradient(MethodIr method) => method.Result.IsReal
        && method.Signature.All(formal => formal.Structure is Leaf && !formal.IsInOut)
        && method.Parameters.All(parameter => !parameter.Variable.Type.IsRealSequence)
        && method.Body.AllStatements().All(statement => statement is Assign { Target.Type.IsSequence: false } or Invoke { Callee.Writes: false } or If or Effect);

    /// <summary>Value and gradient of such a method.</summary>
    public static Procedure RunGradient(MethodIr method, bool everything = false)
    {
        var variables = new VariableSource(method.VariableCount);
        var signature = new CompanionSignature(method, variables);
        (Block body, _) = Sweeps(method, everything, variables, signature, Literal.One(method.Result));
        return new Procedure(
            method.Name + "Gradient",
            Transforms.Gradient.TupleType(method, type => type.ToString()),
            signature.Own(isLast: true).ToEquatable(),
            "Value of {0} and its gradient.",
            EquatableArray<string>.Empty,
            body);
    }

    /// <summary>
    /// Both sweeps. Where the adjoint of the result is given as a constant, the adjoints of the parameters are locals and returned.
    /// </summary>
    private static (Block Body, NeededValues Needs) Sweeps(MethodIr method, bool everything, VariableSource variables, CompanionSignature signature, Expr? seed)
    {
        Variable[] parameters = [.. method.Parameters.Select(parameter => parameter.Variable)];
        bool isDirect = seed is Literal;

        Aliases plainAliases = Aliases.Analyze(parameters, method.Body);
        Block body = NamedRows.Run(method.Body, plainAliases, variables);
        if (body != method.Body) plainAliases = Aliases.Analyze(parameters, body);
        method = method with { Body = body };
        body = Materialize.Run(body, Activity.Analyze(method, plainAliases, everything), plainAliases, variables, everything);
        Aliases aliases = Aliases.Analyze(parameters, body);
        Activity activity = Activity.Analyze(method with { Body = body }, aliases, everything);
        (body, IReadOnlyDictionary<Variable, Variable> roaming) = RoamingShadows.Run(body, parameters, activity, aliases, variables);

        // An object that is read part by part is named as a whole only where the method asks whether it is there.
        IEnumerable<Variable> objects = method.Signature.Select(formal => formal.Variable).Concat(method.This is { } self ? [self] : []).Except(parameters);
        Variable[] entry = [.. parameters, .. objects, .. parameters.Where(roaming.ContainsKey).Select(parameter => roaming[parameter])];
        SingleAssignment form = SingleAssignment.Run(entry, body);
        HashSet<Variable> movingShadows = [.. roaming.Where(pair => aliases.HasMovingRows(new Read(pair.Key))).Select(pair => pair.Value)];
        var needs = new NeededValues(form, aliases, movingShadows, variables, everything);
        var scratch = new ScratchMemory(variables);
        var adjoints = new ParameterAdjoints(method, signature, activity, roaming, scratch, isDirect);
        bool isOnce = method.ResultVariable is { Role: VariableRole.Temporary, Type.IsReal: true };
        if (isOnce && seed is Read given) adjoints.Variables[method.ResultVariable!] = given.Variable;

        var sweep = new AdjointSweep(method, form, activity, aliases, needs, variables, scratch, roaming, adjoints.Variables);
        if (isOnce && isDirect) sweep.Unit = method.ResultVariable;
        foreach (Variable each in method.ResultVariables.Where(each => each.Type.IsReal && each != sweep.Unit && !adjoints.Variables.ContainsKey(each)))
            sweep.Seeds[each] = isDirect ? seed! : new Read(signature.ResultAdjoints[each]);
        Block reverse = sweep.Run(method.ResultVariables.Where(each => each.Type.IsRealSequence).Select(each => (each, signature.ResultAdjoints[each])));
        // What the method returns, and what it leaves in what it is given: the members of an object, the rows of an array.
        HashSet<Variable> escaping = [.. method.ResultVariables.Concat(parameters.Where(parameter => parameter.Root is not null || parameter.Type.HoldsArrays)).Where(each => each.Type.IsSequence).SelectMany(aliases.Roots)];
        var recording = new RecordingSweep(form, needs, variables, scratch, escaping);
        Block forward = recording.Run(entry);

        Stmt[] before = [.. adjoints.Before()];
        List<Stmt> statements = isDirect ? [] : [.. signature.LengthChecks(signature.Adjoints), .. signature.OverlapChecks(signature.Adjoints), .. signature.ConstantChecks(), .. InnerArrayChecks.Of(method), .. signature.SeparationChecks(roaming.ContainsKey), .. signature.IdentityChecks(), .. signature.ElementChecks(signature.Adjoints)];
        statements.AddRange(scratch.Declarations());
        statements.AddRange(before);
        statements.AddRange(recording.GrowingBuffers());
        statements.AddRange(forward.Statements);
        statements.Add(new Comment(""));
        statements.AddRange(signature.RebuiltStarts());
        statements.AddRange(adjoints.Starts());
        statements.AddRange(adjoints.Sums());
        statements.AddRange(reverse.Statements);
        statements.AddRange(adjoints.After());
        statements.AddRange(signature.RebuiltEnds());
        if (method.ResultStructure is { } whole)
            statements.Add(new Return(isDirect ? Tuple([.. whole.Variables, .. adjoints.Sinks]) : whole.Build(variable => new Read(variable))));
        return (Simplify.Run(new Block(forward.Locals, statements.ToEquatable())), needs);
    }

    private static Opaque Tuple(IEnumerable<Variable> variables)
    {
        Expr[] elements = [.. variables.Select(variable => new Read(variable))];
        return Integers.Text(IrType.Void, ["(", .. Enumerable.Repeat(", ", elements.Length - 1), ")"], elements);
    }

    private static IEnumerable<string> Stored(NeededValues needs)
    {
        foreach (IGrouping<LoopTable.Entry, Recording> loop in needs.Recordings.GroupBy(recording => recording.Loop))
        {
            IEnumerable<string> amounts = loop.GroupBy(recording => recording.Buffer.Type.Name).Select(group =>
                group.Count().ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + Escaped(group.Key.Replace("\u0001", "").Replace("global::", "")) + (group.Count() > 1 ? "s" : ""));
            yield return "Stores " + string.Join(" and ", amounts) + " per iteration of <c>" + Escaped(loop.Key.Header) + "</c>.";
        }
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
