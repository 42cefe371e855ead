namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>The structs of a program: what they hold, and members of random bodies.</summary>
public sealed partial class ProgramWriter
{
    private readonly List<Callee> pairMethods = [];
    private readonly List<Callee> boxMethods = [];

    /// <summary>Properties with a setter, and whether they can be read.</summary>
    private readonly List<string> pairProperties = [];
    private readonly List<string> pairGetters = [];
    private bool pairIsRecord;
    private bool pairHasOperators;
    private bool boxIsRecord;

    private void Structs()
    {
        pairIsRecord = Chance(35);
        boxIsRecord = Chance(35);
        bool operators = Chance(50);
        Line(pairIsRecord ? $"public record struct Pair({Real} X, {Real} Y)" : "public struct Pair");
        Open();
        if (!pairIsRecord)
        {
            Line($"public {Real} X;");
            Line($"public {Real} Y;");
            Constructor("Pair", $"{Real} x, {Real} y", "X = x; Y = y;", "(X, Y) = (x, y);");
        }

        ProgramVariable[] fields = [Field("X", VariableKind.Real, !pairIsRecord), Field("Y", VariableKind.Real, !pairIsRecord)];
        for (int more = random.Next(3); more >= 0; more--) pairMethods.Add(StructMethod(fields, pairMethods));
        if (Chance(60)) Property(fields);
        if (Chance(40))
        {
            Line("");
            Inside([.. fields.Select(field => field with { Assignable = false })], [], Result.Real, 0, () => Line($"public readonly {Real} Size => {Returned()};"));
            pairGetters.Add("Size");
        }

        if (operators) Operators();
        Close();
        Line("");
        pairHasOperators = operators;
        BoxType();
    }

    private void BoxType()
    {
        Line(boxIsRecord ? $"public record struct Box(Pair P, {Real} W)" : "public struct Box");
        Open();
        if (!boxIsRecord)
        {
            Line("public Pair P;");
            Line($"public {Real} W;");
            Constructor("Box", $"Pair p, {Real} w", "P = p; W = w;", "(P, W) = (p, w);");
        }

        ProgramVariable[] fields = [Field("W", VariableKind.Real, !boxIsRecord), Field("P", VariableKind.Pair, !boxIsRecord)];
        if (Chance(70)) boxMethods.Add(StructMethod(boxIsRecord ? [fields[0], fields[1] with { Assignable = false }] : fields, boxMethods));
        Close();
        Line("");
    }

    /// <summary>A member of the struct as its methods see it: what stands in a struct no local function can capture.</summary>
    private static ProgramVariable Field(string name, VariableKind kind, bool referable) => new(name, kind, Capturable: false, Referable: referable);

    private void Constructor(string type, string parameters, params string[] bodies)
    {
        Line("");
        Line($"public {type}({parameters}) {{ {Pick(bodies)} }}");
    }

    private Callee StructMethod(ProgramVariable[] fields, List<Callee> known)
    {
        Line("");
        ProgramVariable[] parameters = FunctionParameters();
        Result returned = Chance(30) ? Result.Nothing : FunctionResult();
        string method = (returned == Result.Nothing ? "Move" : "Grow") + ++names;
        bool constant = returned != Result.Nothing && Chance(20);
        ProgramVariable[] visible = [.. fields.Select(field => constant ? field with { Assignable = false } : field), .. parameters];
        string head = $"public {(constant ? "readonly " : "")}{TypeOf(returned)} {method}({Declared(parameters)})";
        Inside(visible, constant ? [] : [.. known], returned, 1 + random.Next(3), () => Body(head, parameters));
        return new(method, returned, parameters, Captures: true);
    }

    /// <summary>A property that changes the struct when it is read and when it is set.</summary>
    private void Property(ProgramVariable[] fields)
    {
        Line("");
        Line($"public {Real} Next");
        Open();
        Inside(fields, [], Result.Real, random.Next(2), () => Body("get", []));
        var value = new ProgramVariable("value", VariableKind.Real, Capturable: false);
        Inside([.. fields, value], [], Result.Nothing, 1, () => Body("set", []));
        Close();
        pairProperties.Add("Next");
        pairGetters.Add("Next");
    }

    private void Operators()
    {
        Line("");
        ProgramVariable[] two = [New(VariableKind.Pair), New(VariableKind.Pair)];
        Inside(two, [], Result.Pair, 1 + random.Next(2), () => Body($"public static Pair operator +({Declared(two)})", two));
        Line("");
        ProgramVariable[] scaled = [New(VariableKind.Real), New(VariableKind.Pair)];
        Inside(scaled, [], Result.Pair, 1, () => Body($"public static Pair operator *({Declared(scaled)})", scaled));
        Line("");
        ProgramVariable[] product = [New(VariableKind.Pair), New(VariableKind.Pair)];
        Inside(product, [], Result.Real, 1, () => Body($"public static {Real} operator *({Declared(product)})", product));
        Line("");
        Line("public static Pair operator -(Pair q) => new(-q.Y, q.X);");
    }
}
