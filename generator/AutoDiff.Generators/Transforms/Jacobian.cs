namespace AutoDiff.Generators.Transforms;

/// <summary>Writes <c>FJacobian</c> for methods that return an array: a column of each matrix from one call of the tangent companion.</summary>
internal static class Jacobian
{
    /// <summary>Is the result an array, and is the method differentiated by numbers and arrays of numbers only?</summary>
    public static bool Exists(MethodIr method) => method.Result.IsFlat && method.Signature.Where(formal => formal.Differentiable)
        .All(formal => formal is { Structure: Leaf, IsInOut: false } && (formal.Variable.Type.IsReal || formal.Variable.Type.IsFlat));

    public static Procedure Run(MethodIr method)
    {
        var variables = new VariableSource(method.VariableCount);
        var signature = new CompanionSignature(method, variables);
        Parameter[] differentiable = [.. method.Differentiable];
        var statements = new List<Stmt>();
        var tangents = new Dictionary<Variable, Variable>();
        foreach (Parameter parameter in differentiable)
        {
            IrType type = parameter.Variable.Type;
            Variable tangent = tangents[parameter.Variable] = variables.New(parameter.Variable.Name + "Tangent", type.IsSequence ? type.As(TypeShape.Array) : type);
            statements.Add(new Declare(tangent, type.IsReal ? Literal.Zero(type) : Lengths.ArrayLike(method, parameter.Variable)));
        }
        string element = method.Result.Name;
        Variable value = variables.New("value", method.Result);
        var initial = new Dictionary<Variable, Variable>();
        foreach (Parameter parameter in method.Parameters.Where(parameter => parameter.Written))
        {
            Variable copy = initial[parameter.Variable] = variables.New(parameter.Variable.Name + "Initial", parameter.Variable.Type.As(TypeShape.Array));
            statements.Add(new Declare(copy, Integers.Text(copy.Type, ["[.. ", "]"], new Read(parameter.Variable))));
        }
        statements.Add(new Declare(value, Call(method, method.Name, method.Signature.Select(Gradient.Passed))));
        var matrices = new List<Expr>();
        foreach (Parameter parameter in differentiable)
        {
            Variable matrix = variables.New(parameter.Variable.Name + "Jacobian", new IrType(TypeShape.Other, parameter.Variable.Type.Name + "[,]"));
            matrices.Add(new Read(matrix));
            statements.AddRange(Columns(method, parameter.Variable, tangents, initial, matrix, value, variables));
        }
        List<Expr> results = [new Read(value), .. matrices];
        statements.Add(new Return(Integers.Text(IrType.Void, ["(", .. Enumerable.Repeat(", ", results.Count - 1), ")"], [.. results])));
        return new Procedure(
            method.Name + "Jacobian",
            Gradient.TupleType(method, type => type.Name + "[,]"),
            signature.Own(isLast: true).ToEquatable(),
            "Value of {0} and its Jacobian: a row per element of the result, a column per element of the parameter.",
            EquatableArray<string>.Empty,
            new Block(EquatableArray<Variable>.Empty, statements.ToEquatable()));
    }

    private static IEnumerable<Stmt> Columns(MethodIr method, Variable parameter, Dictionary<Variable, Variable> tangents, Dictionary<Variable, Variable> initial, Variable matrix, Variable value, VariableSource variables)
    {
        Variable seed = tangents[parameter];
        Variable column = variables.New("column", IrType.Int32), row = variables.New("row", IrType.Int32), derivative = variables.New("derivative", method.Result);
        Expr width = parameter.Type.IsReal ? Integers.Constant(1) : Lengths.Of(method, parameter);
        yield return new Declare(matrix, Integers.Text(matrix.Type, ["new " + parameter.Type.Name + "[", ".Length, ", "]"], new Read(value), width));
        // The method stores into these: each pass starts from a copy of what they held.
        IEnumerable<Expr> arguments = method.Parameters.Select(each => initial.TryGetValue(each.Variable, out Variable? copy)
            ? Integers.Text(each.Variable.Type, ["[.. ", "]"], new Read(copy))
            : (Expr)new Read(each.Variable));
        Expr place = parameter.Type.IsReal ? new Read(seed) : new Element(new Read(seed), new Read(column));
        Expr tangent = Call(method, method.Name + "Forward", arguments.Concat(tangents.Values.Select(each => (Expr)new Read(each))));
        Stmt forward = new Declare(derivative, Integers.Text(method.Result, ["", ".Tangent"], tangent) with { Repeatable = false });
        Expr cell = Integers.Text(method.Result.Element, ["", "[", ", ", "]"], new Read(matrix), new Read(row), parameter.Type.IsReal ? Integers.Constant(0) : new Read(column));
        Expr entry = new Element(new Read(derivative), new Read(row));
        if (parameter.Type.Name != method.Result.Name) entry = Algebra.To(parameter.Type.IsReal ? parameter.Type : parameter.Type.Element, entry);
        Stmt copy = new For(row, Integers.Constant(0), Integers.Text(IrType.Int32, ["", ".Length"], new Read(value)), false, 1, Body(new Update(cell, UpdateKind.Set, entry)));
        // The tangents of what the method stores into are those of the final state after a pass: each pass starts from zeros.
        Variable[] left = [.. method.Differentiable.Where(each => each.Written && each.Variable.Type.IsSequence).Select(each => tangents[each.Variable])];
        Stmt[] pass =
        [
            new Update(place, UpdateKind.Set, Literal.One(place.Type)),
            forward,
            .. left.Contains(seed) ? Array.Empty<Stmt>() : [new Update(place, UpdateKind.Set, Literal.Zero(place.Type))],
            .. left.Select(each => new Effect(Integers.Text(IrType.Void, ["\u0001Array\u0001.Clear(", ")"], new Read(each)) with { Repeatable = false })),
            copy,
        ];
        if (parameter.Type.IsSequence) yield return new For(column, Integers.Constant(0), width, false, 1, Body(pass));
        else
        {
            foreach (Stmt statement in pass) yield return statement;
        }
    }

    private static Expr Call(MethodIr method, string name, IEnumerable<Expr> arguments)
    {
        Expr[] all = [.. arguments];
        return Integers.Text(method.Result, [method.Reach(name) + "(", .. Enumerable.Repeat(", ", all.Length - 1), ")"], all) with { Repeatable = false };
    }

    private static Block Body(params Stmt[] statements) => new(EquatableArray<Variable>.Empty, statements.ToEquatable());
}
