using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// The members of a struct, tuple or model in the order of their declaration. Inside a method such an object is read as a variable for
/// each member (scalar replacement of aggregates), so that the analyses and transforms see nothing but numbers and arrays.
/// </summary>
internal sealed partial record Layout(INamedTypeSymbol Type, IReadOnlyList<LayoutMember> Members, IReadOnlyList<string>? Construction)
{
    private const int Deepest = 6;

    /// <summary>Is a copy as good as the object? That of a struct, and of a class that nothing can change, as a positional record is.</summary>
    public bool IsValue => Type.IsValueType || (Kinds is { } kinds ? kinds.All(kind => kind.IsValue) : Members.All(member => IsFixed(member.Symbol) && member.Layout is null or { IsValue: true }));

    /// <summary>Is its adjoint passed by reference? That of a struct, and that of a class whose numbers cannot be assigned: it is made anew.</summary>
    public bool IsByReference => Type.IsValueType || IsValue && HoldsNumbers;

    private bool HoldsNumbers => Members.Any(member => member.Layout?.HoldsNumbers ?? TypeReader.IsReal(member.Type));

    /// <summary>Does the member stay what it is as long as there is the object?</summary>
    public static bool IsFixed(ISymbol member) => member switch
    {
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        IFieldSymbol field => field.IsReadOnly,
        IParameterSymbol parameter => !CapturedParameters.IsAssigned(parameter),
        _ => false,
    };

    /// <summary>How an object is made of all that is in it; null where some of that cannot be seen, or be given.</summary>
    public Making? Making
    {
        get
        {
            if (Construction is null || IsNullable || !Members.All(member => member.IsReached)) return null;
            if (Members.Any(member => member.Layout is { Making: null })) return null;
            return new Making(Construction.ToEquatable(), Members.Select(member => new MadeMember(member.PlaceName, member.Layout?.Making)).ToEquatable());
        }
    }

    /// <summary>A value that may be missing: whether it is there, and the value.</summary>
    public bool IsNullable => IsNullableType(Type);

    public static bool IsNullableType(ITypeSymbol? type) => type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Is it what a class has of the object of one derived from it, while the constructors run?</summary>
    public bool IsPart { get; init; }

    /// <summary>The layout of a <c>double?</c> inside a method; null for any other type. In parameters, results and members it has none.</summary>
    public static Layout? OfNullable(ITypeSymbol type, ISymbol within, Compilation compilation, bool own = false, WayOfReading way = WayOfReading.TakenApart)
    {
        if (!IsNullableType(type) || type is not INamedTypeSymbol { TypeArguments: [{ } value] } nullable) return null;
        Layout? inner = own ? OfOwn(value, within, compilation, way) : Of(value, within, compilation);
        if (inner is null && !TypeReader.IsReal(value)) return null;
        IFieldSymbol[] fields = [.. Framework.Optional(compilation).GetMembers().OfType<IFieldSymbol>()];
        return new Layout(nullable,
            [new("HasValue", fields[0], fields[0].Type, null, true, false, false), new("Value", fields[1], value, inner, true, false, false)],
            ["(", " ? ", " : (" + TypeReader.Name(type) + ")null)"]);
    }

    /// <summary>The layout of a type that holds real numbers and whose members can be seen; null for any other.</summary>
    public static Layout? Of(ITypeSymbol? type, ISymbol within, Compilation compilation) => Of(type, new Scope(within, compilation, null));

    private static Layout? Of(ITypeSymbol? type, Scope scope, int depth = 0)
    {
        if (type is not INamedTypeSymbol named || depth > Deepest || !(TypeReader.HoldsReals(type) || scope.IsOwn(type)) || TypeReader.Read(type).IsSequence) return null;
        (ISymbol within, Compilation compilation) = (scope.Within, scope.Compilation);
        if (Framework.TwinOf(named, compilation) is { } twin) return OfTwin(named, twin);
        if (named.IsTupleType) return OfTuple(named, scope, depth);
        if (IsCarrier(named)) return OfCarrier(named, scope, depth);
        // One that the method is given is none of those that it makes.
        if (Collections.IsTwin(named) && (scope.Own is null || !Collections.HoldsNumbers(named))) return null;
        if (scope.Own is not null)
        {
            if (scope.IsBegun(named)) return null;
            scope = scope.Begin(named);
        }
        if (named.SpecialType != SpecialType.None || named.IsRefLikeType || named.DeclaringSyntaxReferences.IsEmpty) return null;
        if (named.TypeKind is not (TypeKind.Struct or TypeKind.Class) || named.IsAbstract || named.IsStatic) return null;
        if (named.TypeKind == TypeKind.Class && Hierarchy(named).Any(type => type.DeclaringSyntaxReferences.IsEmpty)) return null;
        var members = new List<LayoutMember>();
        foreach (ISymbol stored in Hierarchy(named).Reverse().SelectMany(Stored))
        {
            if (stored is IFieldSymbol field && (field.IsFixedSizeBuffer || field.RefKind != RefKind.None || IsOverlaid(field))) return null;
            ISymbol symbol = (stored as IFieldSymbol)?.AssociatedSymbol ?? stored;
            ITypeSymbol held = TypeOf(stored);
            if (symbol is IEventSymbol || !symbol.CanBeReferencedByName) return null;
            // Behind a property with code of its own there is a field that has no name outside of it.
            string name = symbol.Name;
            if (symbol is IPropertySymbol written && HasCode(written)) (symbol, name) = (stored, name + "Field");
            Layout? inner = OfMember(held, scope, depth + 1);
            // Where objects are taken apart, a member that cannot be is kept as it is: nothing that carries a derivative goes into it.
            bool holdsModels = inner is null && scope.Own is null && IsArrayOfModels(held, scope, depth);
            // So is one of an object that the method is given, which it may not look at.
            bool isClosed = inner is null && scope.Own is null && TypeReader.HoldsReals(held) && !TypeReader.Read(held).CanBeActive && !holdsModels;
            if (isClosed && (named.IsValueType || HoldsClasses(held))) return null;
            // Nobody can make one of its shape for the derivative.
            isClosed |= scope.Own is null && named.IsReferenceType && TypeReader.Read(held) is { IsJagged: true, IsRealSequence: true } rows && !holdsModels && rows is not { Rank: 1, Element.IsFlat: true };
            if (inner is null && scope.IsOwn(held) && scope.IsBegun(held) && !SymbolEqualityComparer.Default.Equals(held, named)) return null;
            // By its name another one may run.
            bool isDispatched = symbol is IPropertySymbol { IsVirtual: true } or IPropertySymbol { IsOverride: true };
            if (isDispatched && scope.Own is null && Implementations.MayBeOverridden((IPropertySymbol)symbol, named, compilation)) return null;
            bool visible = !isDispatched && symbol is not IParameterSymbol && symbol.CanBeReferencedByName && compilation.IsSymbolAccessibleWithin(symbol is IPropertySymbol { GetMethod: { } getter } ? getter : symbol, within);
            IPropertySymbol? known = symbol is IFieldSymbol kept ? ReaderOf(kept) : null, reader = !visible && known is not null && compilation.IsSymbolAccessibleWithin(known.GetMethod!, within) ? known : null;
            members.Add(new LayoutMember(reader?.Name ?? name, symbol, held, inner, visible || reader is not null, visible && IsAssignable(symbol, within, compilation), symbol is not IParameterSymbol && Differentiables.IsConstant((symbol as IFieldSymbol)?.AssociatedSymbol ?? symbol)) { HoldsObjects = IsArrayOfObjects(held, scope, depth), HoldsModels = holdsModels, IsClosed = isClosed, Reader = known is { SetMethod: null } ? known : null });
        }
        for (int i = 0; i < members.Count; i++)
            if (!members[i].Visible && members.Skip(i + 1).Any(other => other.Name == members[i].Name)) members[i] = members[i] with { Name = members[i].Name + "Of" + members[i].Symbol.ContainingType.Name };
        // One that hides another of the same name cannot be told from it.
        if (members.Select(member => member.Name).Distinct().Count() < members.Count) return null;
        // A derivative is always there, also that by an object which may be missing.
        if (!named.IsValueType) named = (INamedTypeSymbol)named.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return scope.Own is null && members.All(member => member.IsClosed) ? null : new Layout(named, members, ConstructionOf(named, members, within, compilation)).Opened(within, compilation);
    }

    /// <summary>Does it have members, or code in its constructors, from a class that it derives from?</summary>
    public bool IsDerived => Type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } };

    /// <summary>Does a class of the user's stand in it?</summary>
    private static bool HoldsClasses(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HoldsClasses(array.ElementType),
        INamedTypeSymbol named => named.TypeKind != TypeKind.Struct && !named.DeclaringSyntaxReferences.IsEmpty && !Collections.IsTwin(named) || named.TypeArguments.Any(HoldsClasses),
        _ => true,
    };

    /// <summary>What an object of the type keeps: its fields, those behind its properties, and the parameters of the constructor that its methods speak of.</summary>
    public static IEnumerable<ISymbol> Stored(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst && !CapturedParameters.IsField(field)).Concat<ISymbol>(CapturedParameters.Of(type));

    /// <summary>May another field stand in the same place?</summary>
    private static bool IsOverlaid(IFieldSymbol field) => field.GetAttributes().Any(data => data.AttributeClass is { Name: "FieldOffsetAttribute" });

    public static ITypeSymbol TypeOf(ISymbol stored) => stored is IFieldSymbol field ? field.Type : ((IParameterSymbol)stored).Type;

    /// <summary>The class and those it derives from, without <c>object</c>; of any other type itself.</summary>
    public static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? each = type; each is not null && each.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); each = each.BaseType) yield return each;
    }

    /// <summary>The member that <paramref name="symbol"/>, a field or an automatic property, stands for; -1 where it is none.</summary>
    public int IndexOf(ISymbol symbol)
    {
        // Whether there is a value is a member like any other; to read the value may throw.
        if (IsNullable) return symbol.Name == "HasValue" ? 0 : -1;
        for (int i = 0; i < Members.Count; i++)
        {
            ISymbol member = Members[i].Symbol;
            if (Framework.IsKnown(Type) && symbol.Name == member.Name && !symbol.IsStatic) return i;
            if (SymbolEqualityComparer.Default.Equals(member, symbol) || symbol is IPropertySymbol && SymbolEqualityComparer.Default.Equals(Members[i].Reader, symbol)) return i;
            // Read in place, the code of a generic type speaks of the members of its definition.
            if (Type.IsGenericType && !Type.IsTupleType && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, symbol.OriginalDefinition)) return i;
            if (symbol is IFieldSymbol { ContainingType.IsTupleType: true } element && element.CorrespondingTupleField is { } position
                && member is IFieldSymbol { CorrespondingTupleField: { } own } && position.Name == own.Name) return i;
        }
        return -1;
    }

    /// <summary>The same of a member by which code names it on an object: of a virtual property the one that runs counts, which need be no member.</summary>
    public int IndexOn(ISymbol symbol, IOperation? instance)
    {
        if (symbol is not IPropertySymbol property || property is { IsVirtual: false, IsOverride: false } || property.ContainingType.TypeKind == TypeKind.Interface || instance?.Syntax is BaseExpressionSyntax) return IndexOf(symbol);
        // A class derived from it, which is being made, may have another one in its place.
        if (IsPart) return -1;
        IPropertySymbol[] running = [.. (Kinds ?? [this]).Select(kind => Implementations.Latest(kind.Type, property.GetMethod ?? property.SetMethod!).AssociatedSymbol as IPropertySymbol ?? property).Distinct<IPropertySymbol>(SymbolEqualityComparer.Default)];
        return running is [{ } only] ? IndexOf(only) : -1;
    }

    /// <summary>A property that gives what is in a field, and does nothing else: <c>public double X => _x;</c>.</summary>
    private static IPropertySymbol? ReaderOf(IFieldSymbol field) => field.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
        property is { IsStatic: false, IsVirtual: false, IsOverride: false, IsAbstract: false, RefKind: RefKind.None, Parameters.IsEmpty: true, GetMethod: not null, DeclaringSyntaxReferences: [{ } reference] }
        && SymbolEqualityComparer.Default.Equals(property.Type, field.Type)
        && reference.GetSyntax() is PropertyDeclarationSyntax declaration && GivenBy(declaration) is { } given && Target(given) == field.Name);

    /// <summary>What a property gives where its code is no more than that.</summary>
    private static ExpressionSyntax? GivenBy(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } arrow) return arrow.Expression;
        AccessorDeclarationSyntax? get = property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
        return get?.ExpressionBody?.Expression ?? (get?.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null);
    }

    /// <summary>Is there nothing behind the property but a field of its own?</summary>
    public static bool IsAutomatic(IPropertySymbol property) => FieldBehind(property) is not null && !HasCode(property);

    /// <summary>The field that a member of a layout is kept in; a parameter of the constructor stands for its own.</summary>
    public static ISymbol StoredBy(ISymbol member) => member is IPropertySymbol property ? FieldBehind(property) ?? member : member;

    private static IFieldSymbol? FieldBehind(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>The field that an accessor without code stands for, beside one with code that speaks of <c>field</c>; null for any other method.</summary>
    public static IFieldSymbol? FieldOf(IMethodSymbol accessor) => accessor is { AssociatedSymbol: IPropertySymbol property, DeclaringSyntaxReferences: [{ } reference] }
        && reference.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } && HasCode(property)
        ? FieldBehind(property) : null;

    /// <summary>Code in an accessor, which may speak of <c>field</c>.</summary>
    private static bool HasCode(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody is not null || declaration.AccessorList is { } list && list.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null)));

    private static Layout OfTwin(INamedTypeSymbol original, INamedTypeSymbol twin)
    {
        List<LayoutMember> members = [.. twin.GetMembers().OfType<IFieldSymbol>().Select(field => new LayoutMember(field.Name, field, field.Type, null, true, !field.IsReadOnly, false))];
        return new Layout(original, members, ["new " + TypeReader.Name(original) + "(", .. Enumerable.Repeat(", ", members.Count - 1), ")"]);
    }

    private static Layout? OfMember(ITypeSymbol type, Scope scope, int depth) => OfList(type, scope, depth) is { } list ? list : scope.Own is null || depth > Deepest || type is INamedTypeSymbol { IsTupleType: true } ? Of(type, scope, depth) : OfOwn(type, scope);

    private static Layout? OfTuple(INamedTypeSymbol tuple, Scope scope, int depth)
    {
        var members = new List<LayoutMember>();
        foreach (IFieldSymbol element in tuple.TupleElements)
        {
            Layout? inner = OfMember(element.Type, scope, depth + 1);
            if (inner is null && TypeReader.HoldsReals(element.Type) && !TypeReader.Read(element.Type).CanBeActive) return null;
            members.Add(new LayoutMember(element.Name, element, element.Type, inner, true, true, false));
        }
        return new Layout(tuple, members, ["(", .. Enumerable.Repeat(", ", members.Count - 1), ")"]);
    }

    private static bool IsAssignable(ISymbol symbol, ISymbol within, Compilation compilation) => symbol switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { IsInitOnly: false } setter } => compilation.IsSymbolAccessibleWithin(setter, within),
        _ => false,
    };

    /// <summary>C# that makes an object of a value for each member: a constructor that takes just these, or an initialiser.</summary>
    private static IReadOnlyList<string>? ConstructionOf(INamedTypeSymbol type, List<LayoutMember> members, ISymbol within, Compilation compilation)
    {
        string name = TypeReader.Name(type).TrimEnd('?');
        if (members.Count == 0) return type.InstanceConstructors.Any(each => each.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(each, within)) ? ["new " + name + "()"] : null;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.Length != members.Count || members.Count == 0 || !compilation.IsSymbolAccessibleWithin(constructor, within)) continue;
            if (!constructor.Parameters.Zip(members, (parameter, member) => Stores(constructor, parameter, member)).All(stores => stores)) continue;
            return ["new " + name + "(", .. Enumerable.Repeat(", ", members.Count - 1), ")"];
        }
        bool settable = members.All(member => member.Visible && member.Symbol switch
        {
            IPropertySymbol { SetMethod: { } setter } => compilation.IsSymbolAccessibleWithin(setter, within),
            IFieldSymbol field => !field.IsReadOnly && field.Name == member.Name,
            _ => false,
        });
        bool creatable = type.IsValueType || type.InstanceConstructors.Any(each => each.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(each, within));
        if (!settable || !creatable) return null;
        return ["new " + name + " { " + Signature.Escape(members[0].Name) + " = ", .. members.Skip(1).Select(member => ", " + Signature.Escape(member.Name) + " = "), " }"];
    }

    /// <summary>Does this constructor do nothing but store each of its parameters in the member at its place?</summary>
    public bool IsFilledBy(IMethodSymbol constructor) => constructor.Parameters.Length == Members.Count
        && constructor.Parameters.Zip(Members, (parameter, member) => Stores(constructor, parameter, member)).All(stores => stores);

    /// <summary>Does this constructor do nothing with the parameter but store it in the member?</summary>
    private static bool Stores(IMethodSymbol constructor, IParameterSymbol parameter, LayoutMember member)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type) || parameter.RefKind is not (RefKind.None or RefKind.In)) return false;
        if (constructor.DeclaringSyntaxReferences is not [{ } reference]) return false;
        switch (reference.GetSyntax())
        {
            case RecordDeclarationSyntax record when !SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, constructor.ContainingType):
                return StoresInBase(constructor, record, parameter, member);
            case RecordDeclarationSyntax record:
                // A positional record: its property of the same name is initialised from the parameter, unless it is declared by hand.
                return member.Symbol is IPropertySymbol property && property.Name == parameter.Name
                    && property.DeclaringSyntaxReferences is [{ } declared] && declared.GetSyntax() is ParameterSyntax
                    && record.ParameterList is not null;
            case TypeDeclarationSyntax type:
                return SymbolEqualityComparer.Default.Equals(member.Symbol, parameter) || InitializerOf(member) is IdentifierNameSyntax read && read.Identifier.ValueText == parameter.Name && type.ParameterList is not null;
            case ConstructorDeclarationSyntax when constructor.ContainingType is { TypeKind: TypeKind.Class, BaseType.SpecialType: not SpecialType.System_Object }:
                return false;
            case ConstructorDeclarationSyntax { Initializer: null } declaration:
                IEnumerable<ExpressionSyntax?> statements = declaration.Body is { } body
                    ? body.Statements.Select(statement => (statement as ExpressionStatementSyntax)?.Expression)
                    : [declaration.ExpressionBody?.Expression];
                if (statements.Any(statement => statement is not AssignmentExpressionSyntax)) return false;
                AssignmentExpressionSyntax[] all = [.. statements.Cast<AssignmentExpressionSyntax>().SelectMany(Pairs)];
                return all.Length == constructor.Parameters.Length
                    && all.Any(each => Target(each.Left) == member.Symbol.Name && each.Right is IdentifierNameSyntax source && source.Identifier.ValueText == parameter.Name);
            default:
                return false;
        }
    }

    /// <summary>Is the parameter handed on to the record that this one derives from, which stores it?</summary>
    private static bool StoresInBase(IMethodSymbol constructor, RecordDeclarationSyntax record, IParameterSymbol parameter, LayoutMember member)
    {
        if (record.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()?.ArgumentList.Arguments is not { } arguments || arguments.Any(argument => argument.NameColon is not null)) return false;
        IMethodSymbol? inherited = constructor.ContainingType.BaseType!.InstanceConstructors.FirstOrDefault(each => each.Parameters.Length == arguments.Count && each.DeclaringSyntaxReferences is [{ } reference] && reference.GetSyntax() is RecordDeclarationSyntax);
        if (inherited is null) return false;
        for (int i = 0; i < arguments.Count; i++)
            if (arguments[i].Expression is IdentifierNameSyntax given && given.Identifier.ValueText == parameter.Name && inherited.Parameters[i].Name == member.Name) return Stores(inherited, inherited.Parameters[i], member);
        return false;
    }

    /// <summary><c>(A, B) = (a, b)</c> as two assignments.</summary>
    private static IEnumerable<AssignmentExpressionSyntax> Pairs(AssignmentExpressionSyntax assignment)
    {
        if (assignment is { Left: TupleExpressionSyntax left, Right: TupleExpressionSyntax right } && left.Arguments.Count == right.Arguments.Count)
            return left.Arguments.Zip(right.Arguments, (target, value) => Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AssignmentExpression(
                Microsoft.CodeAnalysis.CSharp.SyntaxKind.SimpleAssignmentExpression, target.Expression, value.Expression));
        return [assignment];
    }

    private static string? Target(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: { } name } => name.Identifier.ValueText,
        _ => null,
    };

    private static ExpressionSyntax? InitializerOf(LayoutMember member) =>
        member.Declared.DeclaringSyntaxReferences is not [{ } reference] ? null : reference.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            _ => null,
        };
}

/// <summary>
/// A field, an automatic property, or a parameter of the constructor that the object keeps; <paramref name="Name"/> may be that of a property which
/// gives what is in a private field. <paramref name="Visible"/> and <paramref name="Assignable"/>: from the type of the method;
/// <paramref name="Constant"/>: marked <c>[NoGradient]</c>.
/// </summary>
internal sealed record LayoutMember(string Name, ISymbol Symbol, ITypeSymbol Type, Layout? Layout, bool Visible, bool Assignable, bool Constant)
{
    /// <summary>Is it an array of objects which are taken apart as well?</summary>
    public bool HoldsObjects { get; init; }

    /// <summary>Is it an array of models, of an object that the method is given?</summary>
    public bool HoldsModels { get; init; }

    /// <summary>What is declared: of a field behind a property that.</summary>
    public ISymbol Declared => (Symbol as IFieldSymbol)?.AssociatedSymbol ?? Symbol;

    /// <summary>A property of the type that gives what is in the field, does nothing else, and cannot be assigned.</summary>
    public IPropertySymbol? Reader { get; init; }

    /// <summary>The property of the generated file by which the companions reach the field; null where C# lets them name it.</summary>
    public string? Accessor { get; init; }

    /// <summary>Do the companions reach it?</summary>
    public bool IsReached => Visible || Accessor is not null;

    /// <summary>The member of an object that is named, where its value is read and never assigned.</summary>
    public string ReadName => Visible && FrontEnd.Layout.IsFixed(Symbol) ? Signature.Escape(Name) : AccessName;

    /// <summary>The member of an object that is named.</summary>
    public string AccessName => Accessor is null ? Signature.Escape(Name) : OpenedMember.Mark + Signature.Escape(Accessor);

    /// <summary>The member in a place in an array: that of a tuple by its position, since the same array may be known under a type with other names.</summary>
    public string PlaceName => Accessor is null ? OwnName : AccessName;

    /// <summary>The same where the companions have made the place.</summary>
    public string OwnName => Signature.Escape((Symbol as IFieldSymbol)?.CorrespondingTupleField?.Name ?? Name);

    /// <summary>Does it hold numbers in a way that the differentiator cannot take apart? The method may not read it.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Can what it holds be assigned member by member? A property gives a copy of a struct, but those of the generated file for a class.</summary>
    public bool HoldsPlaces => (Accessor is null ? Symbol is not IPropertySymbol : Symbol.ContainingType.IsReferenceType) || Layout is not { IsValue: true };

    /// <summary>Can the numbers in it be assigned, itself or member by member?</summary>
    public bool TakesNumbers => Assignable && HoldsPlaces || HoldsObject;

    /// <summary>Is it an object whose numbers can be assigned, whatever holds it?</summary>
    public bool HoldsObject => Layout is { Type.IsReferenceType: true, IsValue: false };
}
