using System.Runtime.CompilerServices;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// The front end: reads a method marked <c>[Differentiable]</c> into a <see cref="MethodIr"/>, or says why it is refused. The generator
/// and the analyzer run the same code; only the analyzer listens to the refusals.
/// </summary>
internal static class MethodReader
{
    private sealed record Part(Reading Reading, IReadOnlyList<(IMethodSymbol Method, Site Site)> Callees);

    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, Part>> Read_ = new();

    public static Reading Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        method = Differentiables.WithBody(method);
        Reading reading = WithCallees(ReadAlone(method, compilation, cancellation), compilation, cancellation);
        return Receiver.Of(method, compilation) is not { } receiver ? reading
            : reading.With(WithCallees(ReadMethod(method, receiver, compilation, cancellation), compilation, cancellation));
    }

    /// <summary>A method has no derivative where one that it depends on has none.</summary>
    private static Reading WithCallees(Part part, Compilation compilation, CancellationToken cancellation)
    {
        if (part.Reading.Method is null) return part.Reading;
        foreach ((IMethodSymbol callee, Site site) in part.Callees)
        {
            if (!IsRefused(Differentiables.WithBody(callee.OriginalDefinition), compilation, [], cancellation)) continue;
            var refusal = new Refusal("DIFF0106", site, EquatableArray.Of(callee.Name));
            return part.Reading with { Method = null, Refusals = EquatableArray.Of(refusal) };
        }
        return part.Reading;
    }

    /// <summary>Is <paramref name="method"/> refused, or one that it depends on?</summary>
    private static bool IsRefused(IMethodSymbol method, Compilation compilation, HashSet<ISymbol> visited, CancellationToken cancellation)
    {
        if (!visited.Add(method) || method.DeclaringSyntaxReferences.IsEmpty) return false;
        Part part = ReadAlone(method, compilation, cancellation);
        return part.Reading.Method is null || part.Callees.Any(call => IsRefused(Differentiables.WithBody(call.Method.OriginalDefinition), compilation, visited, cancellation));
    }

    private static Part ReadAlone(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        ConcurrentDictionary<IMethodSymbol, Part> cache = Read_.GetValue(compilation, _ => new ConcurrentDictionary<IMethodSymbol, Part>(SymbolEqualityComparer.Default));
        if (cache.TryGetValue(method, out Part? known)) return known;
        Part part = ReadMethod(method, null, compilation, cancellation);
        if (part.Reading.IsBodyRefused && Receiver.Constant(method, compilation) is { } receiver && ReadMethod(method, receiver, compilation, cancellation) is { Reading.Method: not null } apart) part = apart;
        return cache.GetOrAdd(method, part);
    }

    private static Part ReadMethod(IMethodSymbol method, Receiver? receiver, Compilation compilation, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences is not [{ } reference, ..] || reference.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax)
            return new Part(Refused(new Refusal("DIFF0007", default, EquatableArray.Of(method.Name))), []);
        if (syntax.ContainsDiagnostics || Signature.IsBroken(method)) return new Part(Broken, []);
        if (Signature.Check(method, syntax, takesReceiver: receiver is { IsConstant: false }, compilation) is { } refusal) return new Part(Refused(refusal), []);
        if (Depth.TooDeep(syntax) is { } deep) return new Part(Refused(deep), []);
        SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
        if (model.GetOperation(syntax, cancellation) is not { } body) return new Part(Refused(new Refusal("DIFF0007", default, EquatableArray.Of(method.Name))), []);
        if (MayBeUnassigned(syntax) && HasErrors(model, syntax, cancellation)) return new Part(Broken, []);

        (Part part, HashSet<string> collections) = ReadEachWay(method, syntax, model, body, receiver, new Recursions(method, receiver), compilation, cancellation);
        if (part.Reading.Refusals.Count > 0 && collections.Count > 0) part = WithCollections(part, collections, syntax, receiver, compilation, cancellation);
        return GivenCode.Note(method, syntax, model, part.Reading.Refusals, cancellation) is { } given ? new Part(Refused(given), []) : part;
    }

    /// <summary>A method that is not marked, for the companions that it has beside those of another one.</summary>
    public static (MethodIr? Form, Refusal? Refusal, IReadOnlyList<IMethodSymbol> Marked) ReadRecursion(IMethodSymbol method, string name, Recursions recursions, Compilation compilation, CancellationToken cancellation)
    {
        var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
        if (Depth.TooDeep(syntax) is { } deep) return (null, deep, []);
        if (model.GetOperation(syntax, cancellation) is not { } body || MayBeUnassigned(syntax) && HasErrors(model, syntax, cancellation)) return (null, null, []);
        Part part = ReadEachWay(method, syntax, model, body, null, recursions, compilation, cancellation).Part;
        return (part.Reading.Method is { } form ? form with { Name = name, Subject = method.ContainingType.Name + "." + method.Name, Accessibility = "private" } : null, part.Reading.Refusals.FirstOrDefault(), [.. part.Callees.Select(callee => callee.Method)]);
    }

    /// <summary>Reads a method, once more in other ways where it is refused. Gives the collections of the framework that it speaks of, too.</summary>
    private static (Part Part, HashSet<string> Collections) ReadEachWay(
        IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, IOperation body, Receiver? receiver, Recursions recursions, Compilation compilation, CancellationToken cancellation)
    {
        var collections = new HashSet<string>(StringComparer.Ordinal);
        (Part part, BodyReader reader) = ReadBody(method, syntax, model, body, WayOfReading.AsWritten, receiver, recursions, compilation, cancellation);
        collections.UnionWith(reader.Collections);
        foreach ((WayOfReading way, bool isPossible) in new[] { (WayOfReading.ConstantsInPlace, reader.HasConstantsMade), (WayOfReading.TakenApart, reader.HasOwnTypes), (WayOfReading.WithPresence, reader.HasOwnTypes), (WayOfReading.WithCollections, reader.HasCollectionsInObjects) })
        {
            if (part.Reading.Refusals.Count == 0) break;
            if (!isPossible) continue;
            (Part again, BodyReader other) = ReadBody(method, syntax, model, body, way, receiver, recursions, compilation, cancellation);
            collections.UnionWith(other.Collections);
            // Who fills the list of an object hears why that is not followed, not that no list of an object is.
            if (again.Reading.Refusals.Count < part.Reading.Refusals.Count + (way == WayOfReading.WithCollections ? 1 : 0)) part = again;
        }
        return (part, collections);
    }

    /// <summary>Reads a method that is refused once more, with classes that can be looked into in the place of these collections of the framework.</summary>
    private static Part WithCollections(Part part, HashSet<string> collections, MethodDeclarationSyntax syntax, Receiver? receiver, Compilation original, CancellationToken cancellation)
    {
        int known = 0;
        while (collections.Count > known && part.Reading.Refusals.Count > 0)
        {
            known = collections.Count;
            Compilation compilation = Collections.With(collections, original);
            SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
            if (model.GetDeclaredSymbol(syntax, cancellation) is not { } method || model.GetOperation(syntax, cancellation) is not { } body || IsBroken(body) || !Collections.MeansTheSame(syntax, compilation)) break;
            (Part again, BodyReader reader) = ReadBody(method, syntax, model, body, WayOfReading.WithCollections, receiver is null ? null : receiver with { Type = method.ContainingType }, new Recursions(method, receiver), compilation, cancellation);
            collections.UnionWith(reader.Collections);
            if (again.Reading.Refusals.Count <= part.Reading.Refusals.Count) part = again with { Callees = [.. again.Callees.Select(callee => (In(original, callee.Method), callee.Site))] };
        }
        return part;
    }

    /// <summary>The same method in another compilation of its source.</summary>
    private static IMethodSymbol In(Compilation compilation, IMethodSymbol method) => method.OriginalDefinition.DeclaringSyntaxReferences is [{ } reference, ..]
        && compilation.GetSemanticModel(reference.SyntaxTree).GetDeclaredSymbol(reference.GetSyntax()) is IMethodSymbol same ? same : method;

    private static (Part Part, BodyReader Reader) ReadBody(
        IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, IOperation body, WayOfReading way, Receiver? receiver, Recursions recursions, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new BodyReader(method, model, syntax.SpanStart, way, receiver, recursions, cancellation);
        List<FormalParameter> formals = [.. receiver is null ? [] : EquatableArray.Of(reader.Self(receiver)), .. method.Parameters.Select(reader.Parameter)];
        (Block block, Structure? result) = reader.Body(body);
        if (reader.Refusals.Count > 0 && IsBroken(body)) return (new Part(Broken, []), reader);
        List<Refusal> refusals = [.. Refusal.Causes(reader.Refusals)];
        MethodIr? ir = null;
        if (refusals.Count == 0)
        {
            ir = Assemble(method, receiver, model, syntax, formals, block, result, reader, recursions);
            refusals.AddRange(Fence.Check(ir).Distinct());
            refusals.AddRange(reader.ObjectsChangedInElements(block));
        }
        Reading reading = new(refusals.Count == 0 ? ir : null, refusals.ToEquatable(), reader.Casts.ToEquatable());
        var name = new Site(syntax.Identifier.SpanStart - syntax.SpanStart, syntax.Identifier.Span.Length);
        return (new Part(reading, [.. reader.Callees, .. receiver is { IsConstant: false } ? [] : Overrides.Partners(method, compilation).Select(partner => (partner, name))]), reader);
    }

    /// <summary>Code that does not compile: there is no derivative, and nothing to add to what the compiler says.</summary>
    private static readonly Reading Broken = new(null, EquatableArray<Refusal>.Empty, EquatableArray<LossyCast>.Empty);

    private static bool IsBroken(IOperation body) =>
        body.Descendants().Any(operation => operation is IInvalidOperation || operation.Type?.TypeKind == TypeKind.Error);

    /// <summary>A variable declared without a value may be read without one: operations do not show that, only the compiler's flow analysis.</summary>
    private static bool MayBeUnassigned(SyntaxNode syntax) => syntax.DescendantNodes().Any(node => node is VariableDeclaratorSyntax { Initializer: null });

    private static bool HasErrors(SemanticModel model, SyntaxNode syntax, CancellationToken cancellation) =>
        model.GetDiagnostics(syntax.Span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static Reading Refused(Refusal refusal) => new(null, EquatableArray.Of(refusal), EquatableArray<LossyCast>.Empty);

    private static MethodIr Assemble(
        IMethodSymbol method, Receiver? receiver, SemanticModel model, MethodDeclarationSyntax syntax,
        List<FormalParameter> formals, Block block, Structure? result, BodyReader reader, Recursions recursions)
    {
        Block body = Tidy.Run(block, (result?.Variables ?? []).Concat(formals.SelectMany(formal => formal.Structure.Variables)));
        Variable[] variables = [.. formals.SelectMany(formal => formal.Structure.Variables)];
        Analyses.Aliases aliases = Analyses.Aliases.Analyze(variables, body);
        HashSet<Variable> assigned = [.. body.AllStatements().Select(statement => statement.Assigned()!).Where(variable => variable is not null)];
        IEnumerable<Parameter> parameters = formals.SelectMany(formal => formal.Structure.Variables.Select(variable => new Parameter(
            variable,
            formal.Differentiable && variable.Type.CanBeActive && !reader.IsConstantMember(variable),
            IsLeftToTheCaller(variable, formal))));
        // In a sequence: numbers, or other rows; in an object or a reference: another number, or another array.
        bool IsLeftToTheCaller(Variable variable, FormalParameter formal)
        {
            bool isReplaced = assigned.Contains(variable) && (formal.IsInOut || formal.Structure is Composite { IsValue: false });
            return variable.Type.IsSequence ? aliases.IsStored(variable) || aliases.IsGivenRows(variable) || variable.Root is not null && isReplaced : formal.IsInOut || isReplaced;
        }
        bool takes = receiver is { IsConstant: false };
        ITypeSymbol[] given = [.. receiver is null ? [] : EquatableArray.Of<ITypeSymbol>(receiver.Type), .. method.Parameters.Select(parameter => parameter.Type)];
        EquatableArray<string> shadowed = KnownNames.Shadowed(model, syntax.Body?.SpanStart ?? syntax.ExpressionBody!.Expression.SpanStart, reader.Identifiers);
        bool isHost = recursions.IsHost(method);
        EquatableArray<OpenedType> opened = isHost ? OpenedTypes.Of(method, given.Concat(recursions.Types), recursions.PrivateMembers, model.Compilation) : EquatableArray<OpenedType>.Empty;
        return new MethodIr(
            method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(),
            Signature.Enclosing(method.ContainingType).ToEquatable(),
            SyntaxFacts.GetText(method.DeclaredAccessibility),
            Signature.Escape(method.Name),
            Signature.TypeParameters(method.TypeParameters),
            Signature.Constraints(method),
            Signature.HintName(method, takes ? receiver : null),
            method.ContainingType.GetMembers(method.Name).Length > 1,
            method.IsStatic || takes,
            formals.Skip(receiver is { IsConstant: true } ? 1 : 0).ToEquatable(),
            parameters.ToEquatable(),
            TypeReader.Read(method.ReturnType),
            result,
            body,
            reader.VariableCount,
            reader.Identifiers.OrderBy(name => name, StringComparer.Ordinal).ToEquatable(),
            shadowed)
        {
            This = receiver is { IsConstant: true } ? formals[0].Variable : null,
            Virtuality = takes ? "" : Overrides.Virtuality(method),
            OpenType = takes ? "" : Overrides.OpenType(method),
            Sums = Sums.Of(method, given, model.Compilation),
            Zeros = Zeros.Of(method, given, model.Compilation),
            HoldsObjectsInObjects = given.Any(type => Layout.HoldsObjectsInObjects(type, method.ContainingType, model.Compilation)),
            OwnFunctions = reader.OwnFunctions.ToEquatable(),
            PrivateMembers = isHost ? recursions.PrivateMembers.Values.OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatable() : EquatableArray<PrivateMember>.Empty,
            OpenedTypes = opened,
            Closed = reader.ClosedMembers.ToEquatable(),
            // They stand beside the companions of this method, and not where their own code does.
            Recursive = isHost ? recursions.CalledBy(body).Select(form => form with { Shadowed = shadowed }).ToEquatable() : EquatableArray<MethodIr>.Empty,
        };
    }
}
