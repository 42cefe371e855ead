namespace AutoDiff.Generators.Ir;

/// <summary>
/// A variable that has a value on entry: a parameter, or a member of one. <paramref name="Written"/>: what the method stores into it is
/// seen by the caller, so that its adjoint is in-out.
/// </summary>
internal sealed record Parameter(Variable Variable, bool Differentiable, bool Written);

/// <summary>A parameter as the signature has it. <paramref name="Passing"/> is <c>ref</c>, <c>out</c>, <c>in</c> with a blank, or nothing.</summary>
internal sealed record FormalParameter(Variable Variable, Structure Structure, bool Differentiable, string Passing, string Modifiers, string Default)
{
    /// <summary>Does the caller see what the method assigns to it?</summary>
    public bool IsInOut => Passing is "ref " or "out ";

    /// <summary>The type of its adjoint and tangent, which are always there: that of an object also where it may be missing.</summary>
    public IrType DerivativeType => Structure is Composite composite ? composite.Type : Variable.Type;
}

/// <summary>
/// The parameter of a called method, as far as its companions need it. <paramref name="Boxed"/>: what is passed is not the argument, an
/// array, but the one element in it, by <paramref name="Passing"/> (<c>ref</c> or <c>out</c> with a blank, or nothing);
/// <paramref name="Members"/> are the numbers in it.
/// </summary>
internal readonly record struct CalleeParameter(bool Differentiable, bool Written, IrType Type, string Passing = "", bool Boxed = false, EquatableArray<MemberPath> Members = default)
{
    /// <summary>The argument as the call has it.</summary>
    public Expr Pass(Expr argument, string passing) => !Boxed ? argument
        : passing.Length == 0 ? Cell(argument)
        : new Opaque(EquatableArray.Of(passing, ""), EquatableArray.Of<Expr>(Cell(argument)), argument.Type.Element);

    /// <summary>The one element of an argument that is boxed.</summary>
    public static Element Cell(Expr box) => new(box, new Literal("0", IrType.Int32));
}

/// <summary>A number in a struct: <c>.Position.X</c>, or nothing where there is no struct; and how that is made anew where it cannot be assigned.</summary>
internal readonly record struct MemberPath(string Path, IrType Type, Making? Making);

/// <summary>
/// The rules that stand for the companions of a method that is called, as they are called; <paramref name="Forward"/> is null where there
/// is none. <paramref name="ReturnsBox"/>: what the method returns goes into the box that is the last argument.
/// </summary>
internal sealed record RuleCall(string Adjoint, string? Forward, bool ReturnsBox);

/// <summary>
/// A differentiable method that is called: <paramref name="Path"/> is what stands before its name (a type and a dot, or nothing),
/// <paramref name="TypeArguments"/> what stands after it (<c>&lt;double&gt;</c>, or nothing). <paramref name="Receiver"/>: the first
/// argument is the object that it is called on, as an object of this type; empty where it has that type, null where there is none.
/// </summary>
internal sealed record Callee(string Path, string Name, string TypeArguments, IrType Result, EquatableArray<CalleeParameter> Parameters, RuleCall? Rule = null, string? Receiver = null)
{
    /// <summary>What the names of the companions begin with where these stand beside those of the caller: the method itself is not marked.</summary>
    public string? Companions { get; init; }

    /// <summary>How the method itself is called, up to its arguments, where it is private: by an accessor.</summary>
    public string? Opening { get; init; }

    /// <summary>How the method is called, or its companion with this suffix.</summary>
    public string Reach(string suffix = "") => suffix.Length > 0 && Companions is { } beside ? beside + suffix : Path + Name + suffix + TypeArguments;

    public string Adjoint => Rule?.Adjoint ?? Reach("Adjoint");

    /// <summary>A call of the method itself, of a companion or of a rule.</summary>
    public Opaque Call(string name, IEnumerable<Expr> given, string before = "", params IEnumerable<Expr> targets)
    {
        Expr[] operands = [.. given], stored = [.. targets];
        (string opening, string open) = Receiver switch { null => ("", Opening is { } accessor && name == Reach() ? accessor : name + "("), "" => ("", "." + name + "("), _ => ("((" + Receiver + ")", ")." + name + "(") };
        string[] parts = [.. Enumerable.Repeat(", ", operands.Length + 1)];
        int first = Receiver is null ? 0 : 1;
        if (first == 1) parts[0] = opening;
        parts[first] = open;
        if (operands.Length == first) parts[first] += ")";
        else parts[operands.Length] = ")";
        parts[0] = before + parts[0];
        if (stored.Length > 0) parts = [stored.Length > 1 ? "(" : "", .. Enumerable.Repeat(", ", stored.Length - 1), .. parts];
        return new Opaque(parts.ToEquatable(), stored.Concat(operands).ToEquatable(), IrType.Void, Repeatable: false);
    }

    public bool Writes => Parameters.Any(p => p.Written);

    /// <summary>How many arguments stand between the brackets of a call.</summary>
    public int Passed => Rule is { ReturnsBox: true } ? Parameters.Count - 1 : Parameters.Count;
}

/// <summary>C# for the elements of arrays of structs of this type, say how two are added member by member: <c>static (sum, more) =&gt; new Point(sum.X + more.X, sum.Y + more.Y)</c>.</summary>
internal sealed record ElementCode(string Type, string Code);

/// <summary>A local function that the companions have as their own, as text in which well-known type names stand between marks.</summary>
internal sealed record OwnFunction(string Name, string Text);

/// <summary>
/// A private member of another type, read through an accessor called <paramref name="Name"/>. <paramref name="Kind"/> and
/// <paramref name="Member"/> are what the attribute of the accessor says; <paramref name="Owner"/> is the type, as C# names it or, where
/// that is not <paramref name="IsNamed"/>, as the runtime does. <paramref name="Given"/> is passed for the object where the member is
/// static: only its type counts. <paramref name="Parameters"/> each begin with a comma.
/// </summary>
internal sealed record PrivateMember(string Name, string Kind, string Member, string Type, string Owner, bool IsNamed, string Given, string Parameters)
{
    /// <summary>The class in the generated file that has the accessors.</summary>
    public const string Class = "PrivateMembers";

    /// <summary>How a static member is read.</summary>
    public string Access => Call(false) + ")";

    /// <summary>How it is called, up to the object or the other arguments.</summary>
    public string Call(bool hasArguments) => Class + "." + Name + "(" + Given + (hasArguments ? ", " : "");

    private string Owned => Enumerable.Range(0, 9).Select(i => "owner" + new string('_', i)).First(name => !Parameters.Contains(name));

    public string Declaration => "public static extern " + Type + " " + Name + "(" + (IsNamed ? Owner : "[UnsafeAccessorType(\"" + Owner + "\")] object?") + " " + Owned + Parameters + ");";
}

/// <summary>
/// A class or struct of which companions reach fields that C# does not let them name or assign; <paramref name="Maker"/> makes one of all its members
/// without a constructor, where it has a name. <paramref name="Members"/> are all of them in their order.
/// </summary>
internal sealed record OpenedType(string Name, bool IsStruct, string Maker, EquatableArray<OpenedMember> Members)
{
    /// <summary>How an object is made, up to its members.</summary>
    public string Make => PrivateMember.Class + "." + Maker + "(";
}

/// <summary>
/// A member of such a class: <paramref name="Property"/> is what the generated file calls it where it has a property for it; <paramref name="Accessor"/>
/// is null where it is assigned by its <paramref name="Name"/>.
/// </summary>
internal sealed record OpenedMember(string Name, string Type, string Property, PrivateMember? Accessor)
{
    /// <summary>Stands before the name of such a property in paths and text, until the file is written.</summary>
    public const char Mark = '\u0003';
}

/// <summary>A type that has to be opened again, outermost first: <c>partial class Poly</c>.</summary>
internal sealed record Enclosing(string Keyword, string Name);

/// <summary>
/// A method as the compiler sees it: records only, equal by value, no symbol, syntax or location, so that the pipeline can compare it.
/// <paramref name="TypeParameters"/> and <paramref name="Constraints"/> are those of a generic method as C# has them, or empty.
/// <paramref name="Taken"/> are the identifiers that new names must avoid; <paramref name="Shadowed"/> the well-known type names that
/// mean something else here and must be written in full.
/// </summary>
internal sealed record MethodIr(
    string Namespace,
    EquatableArray<Enclosing> Types,
    string Accessibility,
    string Name,
    string TypeParameters,
    string Constraints,
    string HintName,
    bool Overloaded,
    bool IsStatic,
    EquatableArray<FormalParameter> Signature,
    EquatableArray<Parameter> Parameters,
    IrType Result,
    Structure? ResultStructure,
    Block Body,
    int VariableCount,
    EquatableArray<string> Taken,
    EquatableArray<string> Shadowed)
{
    /// <summary>The object as the first parameter of other companions, which are by its members, too: its name there; nothing where there are none.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>The object that the method is called on, where its members are read one by one; they are constants. Otherwise null.</summary>
    public Variable? This { get; init; }

    /// <summary><c>virtual</c>, <c>override</c> or <c>sealed override</c> with a blank: what the method is, its companions are too.</summary>
    public string Virtuality { get; init; } = "";

    /// <summary>
    /// The type, in full, where types of other assemblies may override the method but not its companions; nothing where they cannot.
    /// </summary>
    public string OpenType { get; init; } = "";

    /// <summary>How the structs are added that stand in arrays of the signature.</summary>
    public EquatableArray<ElementCode> Sums { get; init; } = EquatableArray<ElementCode>.Empty;

    /// <summary>How a struct of zeros is made in the shape of another, where the structs of an array parameter hold arrays.</summary>
    public EquatableArray<ElementCode> Zeros { get; init; } = EquatableArray<ElementCode>.Empty;

    /// <summary>Are there objects in the objects of an array that the method is given?</summary>
    public bool HoldsObjectsInObjects { get; init; }

    /// <summary>The local functions that the companions have as their own, where they call them.</summary>
    public EquatableArray<OwnFunction> OwnFunctions { get; init; } = EquatableArray<OwnFunction>.Empty;

    /// <summary>Methods that are not marked and call themselves: their companions stand beside those of this method.</summary>
    public EquatableArray<MethodIr> Recursive { get; init; } = EquatableArray<MethodIr>.Empty;

    /// <summary>The method that is differentiated, as comments name it where its companions are not named after it.</summary>
    public string? Subject { get; init; }

    /// <summary>The private members of other types that the companions may read.</summary>
    public EquatableArray<PrivateMember> PrivateMembers { get; init; } = EquatableArray<PrivateMember>.Empty;

    /// <summary>Members of parameters that the method may not read: an object for derivatives has none.</summary>
    public EquatableArray<Variable> Closed { get; init; } = EquatableArray<Variable>.Empty;

    /// <summary>The value of a member that carries no derivative in an object for derivatives: that of the object that the method is given.</summary>
    public Expr Kept(Variable member) => Closed.Contains(member) ? Opaque.Text("default!", member.Type) : new Read(member);

    /// <summary>The types whose fields the companions reach through properties of the generated file.</summary>
    public EquatableArray<OpenedType> OpenedTypes { get; init; } = EquatableArray<OpenedType>.Empty;

    /// <summary>What comes after the arrays in a call that adds such structs: a comma and how that is done, or nothing for numbers.</summary>
    public string SumOf(IrType arrays) => arrays.IsAggregate && !arrays.IsComplex ? ", " + Sums.First(sum => sum.Type == arrays.Scalar).Code : "";

    /// <summary>How one companion calls another: by its name alone, where no parameter or its derivative has that name.</summary>
    public string Reach(string member) => Found(member) + TypeParameters;

    private string Found(string member) => Signature.All(formal => formal.Variable.Name != member && !member.StartsWith(formal.Variable.Name, StringComparison.Ordinal))
        ? member
        : !IsStatic ? "this." + member
        : "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", Types.Select(type => type.Name)) + "." + member;

    public IEnumerable<Parameter> Differentiable => Parameters.Where(p => p.Differentiable);

    /// <summary>The variable that holds the result, where it is a single one.</summary>
    public Variable? ResultVariable => (ResultStructure as Leaf)?.Variable;

    public IEnumerable<Variable> ResultVariables => ResultStructure?.Variables ?? [];
}
