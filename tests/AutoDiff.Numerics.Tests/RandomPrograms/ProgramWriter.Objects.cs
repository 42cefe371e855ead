namespace AutoDiff.Numerics.Tests.RandomPrograms;

/// <summary>The classes of a program, and what it does with their objects: one that changes under several names, one in another, a record that never changes.</summary>
public sealed partial class ProgramWriter
{
    private readonly List<Callee> nodeMethods = [];
    private readonly List<Callee> hubMethods = [];
    private readonly List<Callee> markMethods = [];
    private bool nodeHasArray;
    private bool nodeHasProperties;

    private void Classes()
    {
        nodeHasArray = Chance(40);
        nodeHasProperties = Chance(40);
        string end = nodeHasProperties ? " { get; set; }" : ";";
        Line("public class Node");
        Open();
        Line($"public {Real} U{end}");
        Line($"public {Real} V{end}");
        if (nodeHasArray) Line($"public {Real}[] A{(nodeHasProperties ? " { get; set; }" : "")} = new {Real}[4];");
        Constructor("Node", "", "");
        Constructor("Node", $"{Real} u, {Real} v", "U = u; V = v;", "(U, V) = (u, v);", nodeHasArray ? "A[1] = V = v; U = u;" : "U = v; V = u;");
        ProgramVariable[] fields = [This(VariableKind.Node), Member("U", VariableKind.Real, !nodeHasProperties), Member("V", VariableKind.Real, !nodeHasProperties),
            .. nodeHasArray ? (ProgramVariable[])[Member("A", VariableKind.Array, false) with { Assignable = false, Least = 4 }] : []];
        for (int more = random.Next(3); more >= 0; more--) nodeMethods.Add(ClassMethod(fields, nodeMethods));
        Close();
        Line("");
        Line("public class Hub");
        Open();
        Line("public Node N = new();");
        Line($"public {Real} Z;");
        fields = [This(VariableKind.Hub), Member("Z", VariableKind.Real, true), Member("N", VariableKind.Node, false)];
        if (Chance(60)) hubMethods.Add(ClassMethod(fields, hubMethods));
        Close();
        Line("");
        Line($"public sealed record Mark({Real} S, {Real} T)");
        Open();
        fields = [This(VariableKind.Mark), .. new[] { "S", "T" }.Select(name => Member(name, VariableKind.Real, false) with { Assignable = false })];
        markMethods.Add(ClassMethod(fields, markMethods));
        if (Chance(50)) markMethods.Add(ClassMethod(fields, markMethods));
        Close();
        Line("");
    }

    private static ProgramVariable This(VariableKind kind) => new("this", kind, Referable: false);

    private static ProgramVariable Member(string name, VariableKind kind, bool referable) => new(name, kind, Referable: referable);

    private Callee ClassMethod(ProgramVariable[] members, List<Callee> known)
    {
        Line("");
        ProgramVariable[] parameters = FunctionParameters();
        Result returned = Chance(25) ? Result.Nothing : FunctionResult();
        string method = (returned == Result.Nothing ? "Turn" : "Made") + ++names;
        string head = $"public {TypeOf(returned)} {method}({Declared(parameters)})";
        Inside([.. members, .. parameters], [.. known], returned, 1 + random.Next(3), () => Body(head, parameters));
        return new(method, returned, parameters, Captures: true);
    }

    private void ObjectStatement()
    {
        switch (random.Next(16))
        {
            case < 3:
                Declare(VariableKind.Node, NodeTerm(2), 0);
                break;
            case 3:
                Declare(VariableKind.Hub, HubTerm(2), 0);
                break;
            case 4:
                Declare(VariableKind.Mark, MarkTerm(2), 0);
                break;
            case 5 when Renamed(VariableKind.Mark) is { } mark:
                Line($"{mark} = {MarkTerm(2)};");
                break;
            case 6 when Chance(60) && Renamed(VariableKind.Node) is { } node:
                Line($"{node} = {NodeTerm(2)};");
                break;
            case 7 when Some(variable => variable.Kind == VariableKind.Hub) is { } hub:
                if (Chance(20)) Line($"{hub.Name}.N = {NodeTerm(1)};");
                else Declare(VariableKind.Node, hub.Name + ".N", 0);
                break;
            case 8 when nodeHasArray && Some(variable => variable.Kind == VariableKind.Node) is { } node:
                Declare(VariableKind.Array, node.Name + ".A", 4);
                break;
            case < 13 when ObjectCall(1, _ => true) is { } call:
                Line(call + ";");
                break;
            case 13 when Some(variable => variable.Kind == VariableKind.Mark) is { } mark:
                ProgramVariable[] parts = [New(VariableKind.Real), New(VariableKind.Real)];
                Line($"var ({parts[0].Name}, {parts[1].Name}) = {mark.Name};");
                scope.AddRange(parts);
                break;
            default:
                if (ObjectPlace() is { } place) Line($"{place} {Pick(["=", "+=", "*="])} {Tame(RealTerm(2), 1)};");
                else Declare(VariableKind.Node, NodeTerm(1), 0);
                break;
        }
    }

    private string? Renamed(VariableKind kind) => Some(variable => variable.Kind == kind && variable.Assignable && variable.Name is not ("this" or "N"))?.Name;

    private string? ObjectPlace() => Some(variable => variable.Kind is VariableKind.Node or VariableKind.Hub) is { } host ? PlaceIn(host, stored: true) : null;

    private string? NodePlace() => Some(variable => variable.Kind is VariableKind.Node or VariableKind.Hub) switch
    {
        null => null,
        { Kind: VariableKind.Node } node => node.Name,
        { } hub => hub.Name + ".N",
    };

    private string? ObjectCall(int depth, Func<Callee, bool> wanted)
    {
        Callee[] ofNode = [.. nodeMethods.Where(wanted)], ofHub = [.. hubMethods.Where(wanted)], ofMark = [.. markMethods.Where(wanted)];
        (Callee[] known, string? host) = random.Next(5) switch
        {
            0 => (ofHub, Some(variable => variable.Kind == VariableKind.Hub)?.Name),
            1 => (ofMark, Some(variable => variable.Kind == VariableKind.Mark)?.Name),
            _ => (ofNode, Chance(15) ? NodeTerm(depth - 1) : NodePlace()),
        };
        if (host is null || known.Length == 0 || CallText(Pick(known), depth) is not { } call) return null;
        return host.StartsWith("new ", StringComparison.Ordinal) ? $"({host}).{call}" : $"{host}.{call}";
    }

    private Term? ObjectTerm(int depth) => random.Next(4) switch
    {
        0 when depth > 0 => new($"({NodeTerm(depth)}).{Pick(["U", "V"])}", Term.Nominal),
        1 when depth > 0 => new($"({MarkTerm(depth)}).{Pick(["S", "T"])}", Term.Nominal),
        2 when Some(variable => variable.Kind == VariableKind.Mark) is { } mark => new($"{mark.Name}.{Pick(["S", "T"])}", Term.Nominal),
        _ => ObjectCall(depth, callee => callee.Result == Result.Real) is { } call ? new(call, Term.Nominal) : null,
    };

    private string? ObjectCondition() => Chance(50) switch
    {
        true when Some(variable => variable.Kind == VariableKind.Mark) is { } mark => $"{mark.Name} is {{ {Pick(["S", "T"])}: {Pick(["<", ">"])} {SomeLiteral()} }}",
        false when NodePlace() is { } node => $"{node} is {{ {Pick(["U", "V"])}: {Pick(["<", ">"])} {SomeLiteral()} }}",
        _ => null,
    };

    private string NodeTerm(int depth) => random.Next(13) switch
    {
        < 4 when NodePlace() is { } place => place,
        4 or 5 when depth > 0 => $"({Condition(depth - 1)} ? {NodeTerm(depth - 1)} : {NodeTerm(depth - 1)})",
        6 or 7 when depth > 0 && CallOf(Result.Node, depth - 1) is { } call => call,
        8 or 9 when depth > 0 && ObjectCall(depth - 1, callee => callee.Result == Result.Node) is { } call => call,
        10 => $"new Node {{ U = {Tame(RealTerm(depth))}, V = {Tame(RealTerm(depth))} }}",
        11 when Has(ProgramFeature.Switches) && depth > 0 => Switched(depth - 1, () => NodeTerm(depth - 1)),
        _ => $"new Node({Tame(RealTerm(depth))}, {Tame(RealTerm(depth))})",
    };

    private string HubTerm(int depth) => random.Next(4) switch
    {
        0 when Some(variable => variable.Kind == VariableKind.Hub) is { } hub => hub.Name,
        1 => $"new Hub {{ Z = {Tame(RealTerm(depth))} }}",
        _ => $"new Hub {{ N = {NodeTerm(depth)}, Z = {Tame(RealTerm(depth))} }}",
    };

    private string MarkTerm(int depth) => random.Next(9) switch
    {
        < 2 when Some(variable => variable.Kind == VariableKind.Mark) is { } mark => mark.Name,
        2 or 3 when Some(variable => variable.Kind == VariableKind.Mark) is { } mark => $"{mark.Name} with {{ {Pick(["S", "T"])} = {Tame(RealTerm(depth))} }}",
        4 when depth > 0 => $"({Condition(depth - 1)} ? {MarkTerm(depth - 1)} : {MarkTerm(depth - 1)})",
        5 when depth > 0 && CallOf(Result.Mark, depth - 1) is { } call => call,
        6 when depth > 0 && ObjectCall(depth - 1, callee => callee.Result == Result.Mark) is { } call => call,
        _ => $"new Mark({Tame(RealTerm(depth))}, {Tame(RealTerm(depth))})",
    };
}
