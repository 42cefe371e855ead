namespace AutoDiff.Generators.Transforms;

/// <summary>The parameters that companions add to those of the method, by the table of the contract.</summary>
internal sealed class CompanionSignature
{
    private readonly MethodIr _method;
    private readonly VariableSource _variables;
    private readonly Dictionary<Variable, Variable> _formalAdjoints = [];
    private readonly Dictionary<Variable, Variable> _formalTangents = [];
    private readonly Dictionary<Variable, Variable> _rebuilt = [];

    public CompanionSignature(MethodIr method, VariableSource variables)
    {
        _method = method;
        _variables = variables;
        foreach (FormalParameter formal in Formals)
        {
            Variable adjoint = _formalAdjoints[formal.Variable] = variables.New(formal.Variable.Name + "Adjoint", AdjointType(formal.DerivativeType));
            Variable tangent = _formalTangents[formal.Variable] = variables.New(formal.Variable.Name + "Tangent", TangentType(formal.DerivativeType));
            Match(formal.Structure, adjoint, "", assignable: true, Adjoints, _rebuilt);
            Match(formal.Structure, tangent, "", assignable: true, Tangents, null);
        }
        if (method.Result.Shape != TypeShape.Void)
            ResultAdjoint = variables.New("resultAdjoint", method.Result is { IsFlat: true } ? method.Result.As(TypeShape.ReadOnlySpan) : method.Result);
        if (method.ResultStructure is Composite composite) Match(composite, ResultAdjoint!, "", assignable: false, ResultAdjoints, null);
        else if (method.ResultVariable is { } result) ResultAdjoints[result] = ResultAdjoint!;
    }

    /// <summary>The adjoint of each variable that is differentiable on entry.</summary>
    public Dictionary<Variable, Variable> Adjoints { get; } = [];

    public Dictionary<Variable, Variable> Tangents { get; } = [];

    /// <summary>The adjoint that the caller gives for each variable of the result.</summary>
    public Dictionary<Variable, Variable> ResultAdjoints { get; } = [];

    public Variable? ResultAdjoint { get; }

    public IEnumerable<FormalParameter> Formals => _method.Signature.Where(formal => formal.Differentiable);

    /// <summary>The parameters of the method itself; a default value can stay only where nothing follows.</summary>
    public IEnumerable<ProcedureParameter> Own(bool isLast) => _method.Signature.Select(formal => new ProcedureParameter(
        formal.Variable,
        (formal.Modifiers == "this " || isLast ? formal.Modifiers : "") + formal.Passing,
        isLast ? formal.Default : ""));

    public IEnumerable<ProcedureParameter> AdjointParameters()
    {
        foreach (ProcedureParameter own in Own(isLast: false)) yield return own;
        foreach (FormalParameter formal in Formals)
            yield return new ProcedureParameter(_formalAdjoints[formal.Variable], IsByReference(formal) ? "ref " : "", "");
        if (ResultAdjoint is { } seed) yield return new ProcedureParameter(seed, "", seed.Type is { IsReal: true, IsGeneric: false } ? " = 1" : "");
    }

    public IEnumerable<ProcedureParameter> TangentParameters()
    {
        foreach (ProcedureParameter own in Own(isLast: false)) yield return own;
        foreach (FormalParameter formal in Formals) yield return new ProcedureParameter(_formalTangents[formal.Variable], formal.IsInOut ? "ref " : "", "");
    }

    /// <summary>The adjoint of a number, or of a struct that holds some, is passed by reference.</summary>
    public static bool IsByReference(FormalParameter formal) => formal.Structure is Composite { IsValue: true } || formal.Variable.Type.IsReal;

    public Variable New(string name, IrType type) => _variables.New(name, type);

    /// <summary>Adjoints of members that cannot be assigned: they start at zero and are added to the whole at the end.</summary>
    public IEnumerable<Stmt> RebuiltStarts() => _rebuilt.Values.Select(local => new Declare(local, Literal.Zero(local.Type)));

    public IEnumerable<Stmt> RebuiltEnds()
    {
        foreach (FormalParameter formal in Formals)
        {
            Variable whole = _formalAdjoints[formal.Variable];
            var parts = new Dictionary<Variable, Variable>();
            Match(formal.Structure, whole, "", assignable: true, parts, null);
            foreach ((Composite value, Variable place) in MadeAnew(formal.Structure, whole, ""))
            {
                Expr sum = value.Build(variable => parts.TryGetValue(variable, out Variable? part)
                    ? _rebuilt.TryGetValue(variable, out Variable? local) ? new Binary(Operator.Add, new Read(part), new Read(local)) : new Read(part)
                    : _method.Kept(variable));
                yield return new Update(new Read(place), UpdateKind.Set, sum);
            }
        }
    }

    /// <summary>The values that hold such members, each as a whole: the parameter itself, or what an object holds.</summary>
    private IEnumerable<(Composite Value, Variable Place)> MadeAnew(Structure structure, Variable whole, string path)
    {
        if (structure is not Composite composite || !composite.Variables.Any(_rebuilt.ContainsKey)) return [];
        return composite.IsStruct || composite.IsValue
            ? [(composite, path.Length == 0 ? whole : _variables.Part(whole, path, whole.Name + string.Concat(path.Split('.').Skip(1).Select(Capitalized)), composite.Type))]
            : composite.Components.SelectMany(component => MadeAnew(component.Structure, whole, path + "." + component.Name));
    }

    /// <summary>The buffers that come with sequences have as many elements as these.</summary>
    public IEnumerable<Stmt> LengthChecks(Dictionary<Variable, Variable> buffers) => _method.Differentiable
        .Where(parameter => parameter.Variable.Type.IsSequence && !IsOut(parameter.Variable) && !Lengths.IsUntouched(_method, parameter.Variable))
        .Select(parameter => LengthCheck(parameter.Variable, buffers[parameter.Variable]));

    /// <summary>Does it belong to an <c>out</c> parameter, which nobody has assigned when the companion begins?</summary>
    private bool IsOut(Variable variable) => _method.Signature.Any(formal => formal.Passing == "out " && formal.Variable == variable.Root);

    private Effect LengthCheck(Variable sequence, Variable buffer)
    {
        Expr given = new Read(sequence), mirror = new Read(buffer);
        return new Effect(sequence.Type.IsFlat || sequence.Type.IsList
            ? Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireLength(", ", ", (sequence.Type.IsList ? ".Count" : ".Length") + ", nameof(", "), nameof(", "))"], Lengths.Of(_method, sequence), mirror, given, mirror)
            : Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireShape(", ", ", ", nameof(", "), nameof(", "))"], given, mirror, given, mirror));
    }

    /// <summary>Where the method stores into a parameter, sequences that share memory must have buffers that do.</summary>
    public IEnumerable<Stmt> OverlapChecks(Dictionary<Variable, Variable> buffers)
    {
        Parameter[] sequences = [.. _method.Differentiable.Where(parameter => parameter.Variable.Type.IsSequence)];
        for (int i = 0; i < sequences.Length; i++)
        {
            for (int j = i + 1; j < sequences.Length; j++)
            {
                (Parameter a, Parameter b) = (sequences[i], sequences[j]);
                if (!a.Written && !b.Written || a.Variable.Type.IsList != b.Variable.Type.IsList || a.Variable.Type.Name != b.Variable.Type.Name || a.Variable.Type.Rank != b.Variable.Type.Rank) continue;
                Expr[] operands = [Flat.Of(new Read(a.Variable)), Flat.Of(new Read(b.Variable)), Flat.Of(new Read(buffers[a.Variable])), Flat.Of(new Read(buffers[b.Variable])), new Read(a.Variable), new Read(b.Variable)];
                yield return new Effect(Integers.Text(
                    IrType.Void,
                    ["\u0001Adjoints\u0001.RequireMirrored<" + a.Variable.Type.Scalar + ">(", ", ", ", ", ", ", ", nameof(", "), nameof(", "))"],
                    operands));
            }
        }
    }

    /// <summary>Where the method stores into memory that has a derivative, none of it may be known as a constant as well.</summary>
    public IEnumerable<Stmt> ConstantChecks() =>
        from active in _method.Differentiable
        from constant in _method.Parameters
        where !constant.Differentiable && (active.Written || constant.Written) && active.Variable.Type is { IsSequence: true, HoldsArrays: false } a
            && constant.Variable.Type is { IsSequence: true, HoldsArrays: false } b && a.IsList == b.IsList && a.Name == b.Name && a.Rank == b.Rank
        select new Effect(Integers.Text(
            IrType.Void,
            ["\u0001Adjoints\u0001.RequireNotConstant<" + active.Variable.Type.Scalar + ">(", ", ", ", nameof(", "), nameof(", "))"],
            Flat.Of(new Read(active.Variable)), Flat.Of(new Read(constant.Variable)), new Read(active.Variable), new Read(constant.Variable)));

    /// <summary>
    /// Where the method makes a parameter name another array, the adjoint it came with is worked on in a copy, which the adjoint of another
    /// name for the same memory would not see.
    /// </summary>
    public IEnumerable<Stmt> SeparationChecks(Func<Variable, bool> isRenamed)
    {
        Variable[] sequences = [.. _method.Differentiable.Select(parameter => parameter.Variable).Where(variable => variable.Type.IsSequence)];
        foreach (Variable renamed in sequences.Where(isRenamed))
        {
            foreach (Variable other in sequences.Where(other => other != renamed && other.Type.Name == renamed.Type.Name && other.Type.Rank == renamed.Type.Rank))
            {
                if (isRenamed(other) && Array.IndexOf(sequences, other) < Array.IndexOf(sequences, renamed)) continue;
                yield return new Effect(Integers.Text(
                    IrType.Void,
                    ["\u0001Adjoints\u0001.RequireSeparate<" + renamed.Type.Scalar + ">(", ", ", ", nameof(", "), nameof(", "))"],
                    Flat.Of(new Read(renamed)), Flat.Of(new Read(other)), new Read(renamed), new Read(other)));
            }
        }
    }

    /// <summary>
    /// Where the method assigns what it is given by reference, or a member of an object, no other parameter may be another name for it: each
    /// has an adjoint of its own.
    /// </summary>
    public IEnumerable<Stmt> IdentityChecks()
    {
        FormalParameter[] formals = [.. _method.Signature];
        for (int i = 0; i < formals.Length; i++)
        {
            for (int j = i + 1; j < formals.Length; j++)
            {
                if (CheckOf(formals[i], formals[j]) is { } check) yield return check;
            }
        }
        foreach (Effect check in ObjectChecks()) yield return check;
    }

    /// <summary>The objects among the parameters, those in them, and those in arrays: where the method changes one, it must be known under one name alone.</summary>
    private IEnumerable<Effect> ObjectChecks()
    {
        (Expr Place, Expr Name, Composite Object)[] objects = [.. _method.Signature.SelectMany(formal => Objects(formal.Structure, formal.Variable, ""))];
        Parameter[] arrays = [.. _method.Parameters.Where(parameter => parameter.Variable.Type.IsOfModels)];
        bool Changes(Composite composite) => composite.Variables.Any(variable => _method.Parameters.Any(parameter => parameter.Variable == variable && parameter.Written));
        for (int i = 0; i < objects.Length; i++)
        {
            foreach (var other in objects.Skip(i + 1).Where(other => other.Object.IsRelatedTo(objects[i].Object) && (Changes(objects[i].Object) || Changes(other.Object))))
                yield return Check("RequireTwoObjects", objects[i].Place, other.Place, objects[i].Name, other.Name);
            foreach (Parameter array in arrays.Where(array => array.Written || Changes(objects[i].Object)))
                yield return Check("RequireOutside", objects[i].Place, new Read(array.Variable), objects[i].Name, new Read(array.Variable));
        }
        for (int i = 0; i < arrays.Length; i++)
            foreach (Parameter other in arrays.Skip(i + 1).Where(other => other.Written || arrays[i].Written))
                yield return Check("RequireOthers", new Read(arrays[i].Variable), new Read(other.Variable), new Read(arrays[i].Variable), new Read(other.Variable));
        static Effect Check(string name, params Expr[] given) => new(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001." + name + "(", ", ", ", nameof(", "), nameof(", "))"], given));
    }

    /// <summary>Where the method changes the objects in an array, each is there once, and so is its adjoint.</summary>
    public IEnumerable<Stmt> ElementChecks(Dictionary<Variable, Variable> buffers) =>
        from parameter in _method.Differentiable
        where parameter is { Written: true, Variable.Type.IsOfModels: true }
        from array in new[] { parameter.Variable, buffers[parameter.Variable] }
        select new Effect(Integers.Text(IrType.Void, ["\u0001Adjoints\u0001.RequireDistinctObjects(", ", nameof(", "))"], new Read(array), new Read(array)));

    private static IEnumerable<(Expr Place, Expr Name, Composite Object)> Objects(Structure structure, Variable root, string path)
    {
        if (structure is not Composite composite) yield break;
        if (!composite.IsStruct && !composite.IsValue)
        {
            var whole = new Read(root);
            yield return path.Length == 0 ? (whole, whole, composite) : (Integers.Text(composite.Type, ["", path.Substring(0, 1) + path.Substring(1).Replace(".", "?.")], whole), Integers.Text(composite.Type, ["", path], whole), composite);
        }
        foreach (Component component in composite.Components)
            foreach (var inner in Objects(component.Structure, root, path + "." + component.Name)) yield return inner;
    }

    private Effect? CheckOf(FormalParameter a, FormalParameter b)
    {
        if (!IsPlace(a) && IsPlace(b)) (a, b) = (b, a);
        bool written = IsWritten(a) || IsWritten(b);
        if (!written) return null;
        if (IsPlace(a) && IsPlace(b)) return Check("RequireTwoVariables", ["in ", ", in "], new Read(a.Variable), new Read(b.Variable));
        if (IsPlace(a) && b.Variable.Type is { IsSequence: true, IsJagged: false, IsAggregate: false } sequence && a.Variable.Type.Name == sequence.Scalar)
            return Check("RequireNoElement<" + sequence.Scalar + ">", ["in ", ", "], new Read(a.Variable), Flat.Of(new Read(b.Variable)), b.Variable);
        return null;

        static Effect Check(string name, string[] parts, Expr first, Expr second, Variable? named = null) => new(Integers.Text(
            IrType.Void,
            ["\u0001Adjoints\u0001." + name + "(" + parts[0], parts[1], ", nameof(", "), nameof(", "))"],
            first, second, first, named is null ? second : new Read(named)));
    }

    /// <summary>Is it given by reference, and there on entry?</summary>
    private static bool IsPlace(FormalParameter formal) => formal.Passing is not ("" or "out ") && !formal.Variable.Type.IsSequence && formal.Structure is Leaf or Composite { IsValue: true };

    private bool IsWritten(FormalParameter formal) => formal.IsInOut || formal.Structure.Variables.Any(variable => _method.Parameters.Any(parameter => parameter.Variable == variable && parameter.Written));

    /// <summary>Finds, for each variable of a structure, the part of <paramref name="whole"/> that mirrors it.</summary>
    private void Match(Structure structure, Variable whole, string path, bool assignable, Dictionary<Variable, Variable> parts, Dictionary<Variable, Variable>? rebuilt)
    {
        switch (structure)
        {
            case Leaf leaf when path.Length == 0:
                parts[leaf.Variable] = whole;
                break;
            case Leaf leaf when !leaf.Variable.Type.CanBeActive:
                break;
            case Leaf leaf when rebuilt is not null && leaf.Variable.Type.IsReal && !assignable:
                parts[leaf.Variable] = rebuilt[leaf.Variable] = _variables.New(leaf.Variable.Name + "Adjoint", leaf.Variable.Type);
                break;
            case Leaf leaf:
                parts[leaf.Variable] = _variables.Part(whole, path, whole.Name + string.Concat(path.Split('.').Skip(1).Select(Capitalized)), leaf.Variable.Type);
                break;
            case Composite composite:
                foreach (Component component in composite.Components)
                    Match(component.Structure, whole, path + "." + component.Name, assignable && component.Assignable, parts, rebuilt);
                break;
            default:
                throw new InvalidOperationException();
        }
    }

    private static string Capitalized(string member) => char.ToUpperInvariant(Plain(member)[0]) + Plain(member).Substring(1);

    private static string Plain(string member) => member.TrimStart(OpenedMember.Mark).TrimStart('@', '_');

    private static IrType AdjointType(IrType type) => type.IsFlat ? type.As(TypeShape.Span) : type;

    private static IrType TangentType(IrType type) => type.IsFlat && type.Shape != TypeShape.ReadOnlySpan ? type.As(TypeShape.Span) : type;
}
