using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// The forms that a rule for a function can have. A function of numbers that returns one has its partial derivatives; any other has its
/// adjoint, with the signature of the adjoint companion, and may have its tangent beside it, with that of the forward companion.
/// </summary>
internal static class RuleSignature
{
    /// <summary>Does the function take numbers (and constants) one by one, and return a number?</summary>
    public static bool IsScalar(IMethodSymbol function) => TypeReader.IsReal(function.ReturnType) && IsClosed(function)
        && function.Parameters.Any(parameter => TypeReader.IsReal(parameter.Type))
        && function.Parameters.All(parameter => parameter.RefKind == RefKind.None && (TypeReader.IsReal(parameter.Type) || !TypeReader.HoldsReals(parameter.Type)));

    /// <summary>Can generated code pass on what the function takes and returns, so that an adjoint of it is of use?</summary>
    public static bool HasAdjoint(IMethodSymbol function, ISymbol within, Compilation compilation) => IsClosed(function) && !IsScalar(function)
        && !function.ReturnsByRef && !function.ReturnsByRefReadonly && !function.IsAsync
        && function.Parameters.Any(IsDifferentiable)
        && function.Parameters.All(parameter => IsPassedOn(parameter, within, compilation))
        && (function.ReturnsVoid || TypeReader.Read(function.ReturnType) is { IsReal: true } or { Shape: TypeShape.Array, IsFlat: true, IsRealSequence: true } || LayoutOf(function.ReturnType, within, compilation) is not null);

    /// <summary>Can a method be called by way of its companions, what they take by reference in boxes of one element?</summary>
    public static bool CanBeBoxed(IMethodSymbol method, ISymbol within, Compilation compilation)
    {
        bool IsBoxable(ITypeSymbol type) => TypeReader.IsReal(type) || type.IsValueType && Layout.Of(type, within, compilation) is { } layout && (IsFlat(layout) || layout.Making is not null && !Zeros.HoldsArrays(layout));
        // What an 'in' parameter sees of its argument while that changes, a box does not.
        bool IsPassed(IParameterSymbol parameter) => parameter.RefKind is not (RefKind.In or RefKind.RefReadOnlyParameter) && !parameter.IsParams && (!IsDifferentiable(parameter) ? parameter.RefKind == RefKind.None
            : TypeReader.Read(parameter.Type) is { IsSequence: true } sequence ? parameter.RefKind == RefKind.None && sequence is { IsRealSequence: true, IsJagged: false, IsAggregate: false }
            : IsBoxable(parameter.Type));
        return IsClosed(method) && !method.IsAsync && !method.ReturnsByRef && !method.ReturnsByRefReadonly && method.Parameters.All(IsPassed)
            && (method.ReturnsVoid || TypeReader.Read(method.ReturnType) is { Shape: TypeShape.Array, IsFlat: true, IsRealSequence: true } || IsBoxable(method.ReturnType));
    }

    /// <summary>A struct of numbers that can be taken apart and put together; null for any other type.</summary>
    public static Layout? LayoutOf(ITypeSymbol type, ISymbol within, Compilation compilation) =>
        type is INamedTypeSymbol { IsValueType: true, IsTupleType: false } && Layout.Of(type, within, compilation) is { } layout && IsFlat(layout) ? layout : null;

    public static bool IsDifferentiable(IParameterSymbol parameter) => !Differentiables.IsConstant(parameter) && TypeReader.HoldsReals(parameter.Type);

    private static bool IsClosed(IMethodSymbol function) => !function.IsGenericMethod && !IsInGenericType(function);

    public static bool IsInGenericType(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            if (type.IsGenericType) return true;
        return false;
    }

    private static bool IsFlat(Layout layout) => layout.Members.All(member => member is { Visible: true, Assignable: true, Constant: false }
        && (member.Layout is { } inner ? IsFlat(inner) : !TypeReader.Read(member.Type).IsSequence));

    private static bool IsPassedOn(IParameterSymbol parameter, ISymbol within, Compilation compilation)
    {
        if (parameter.RefKind == RefKind.RefReadOnlyParameter || parameter.IsParams) return false;
        if (!IsDifferentiable(parameter)) return parameter.RefKind is RefKind.None or RefKind.In;
        IrType type = TypeReader.Read(parameter.Type);
        if (type.IsSequence) return parameter.RefKind == RefKind.None && type is { IsRealSequence: true, IsJagged: false, IsAggregate: false };
        return type.IsReal || LayoutOf(parameter.Type, within, compilation) is not null;
    }

    /// <summary>The partial derivatives of a scalar function; its result may be asked for.</summary>
    public static bool FitsPartials(IMethodSymbol function, IMethodSymbol rule)
    {
        if (!CanBeCalled(rule) || !IsScalar(function)) return false;
        int count = function.Parameters.Length;
        bool takesResult = rule.Parameters.Length == count + 1 && rule.Parameters[count].RefKind == RefKind.None
            && SymbolEqualityComparer.Default.Equals(rule.Parameters[count].Type, function.ReturnType);
        if (rule.Parameters.Length != count && !takesResult) return false;
        if (!function.Parameters.Zip(rule.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type) && b.RefKind == RefKind.None).All(same => same)) return false;
        ITypeSymbol[] reals = [.. function.Parameters.Select(parameter => parameter.Type).Where(TypeReader.IsReal)];
        return reals.Length == 1
            ? SymbolEqualityComparer.Default.Equals(rule.ReturnType, reals[0])
            : rule.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Select(element => element.Type).SequenceEqual(reals, SymbolEqualityComparer.Default);
    }

    /// <summary>
    /// Adjoint and tangent of a method that returns nothing look alike, where all it takes is arrays: then the names of the parameters
    /// that are added, <c>xTangent</c>, tell.
    /// </summary>
    public static bool FitsAdjoint(IMethodSymbol function, IMethodSymbol rule) =>
        Fits(function, rule, Adjoints(function), SymbolEqualityComparer.Default.Equals(rule.ReturnType, function.ReturnType)) && !(IsNamedTangent(function, rule) && FitsForward(function, rule));

    public static bool FitsForward(IMethodSymbol function, IMethodSymbol rule) =>
        Fits(function, rule, Tangents(function), function.ReturnsVoid ? rule.ReturnsVoid
            : rule.ReturnType is INamedTypeSymbol { IsTupleType: true, TupleElements: [{ } value, { } tangent] }
                && SymbolEqualityComparer.Default.Equals(value.Type, function.ReturnType) && SymbolEqualityComparer.Default.Equals(tangent.Type, function.ReturnType))
        && (!function.ReturnsVoid || IsNamedTangent(function, rule));

    private static bool IsNamedTangent(IMethodSymbol function, IMethodSymbol rule) =>
        rule.Parameters.Skip(function.Parameters.Length).All(parameter => parameter.Name.EndsWith("Tangent", StringComparison.Ordinal));

    private static bool CanBeCalled(IMethodSymbol rule) =>
        rule.IsStatic && !rule.IsGenericMethod && !rule.ReturnsByRef && !rule.ReturnsByRefReadonly && !IsInGenericType(rule);

    private static bool Fits(IMethodSymbol function, IMethodSymbol rule, IEnumerable<Added> added, bool returns)
    {
        Added[] more = [.. added];
        int count = function.Parameters.Length;
        return returns && CanBeCalled(rule) && rule.Parameters.Length == count + more.Length
            && function.Parameters.Zip(rule.Parameters, TakesTheSame).All(same => same)
            && more.Zip(rule.Parameters.Skip(count), (wanted, given) => given.RefKind == wanted.RefKind && TypeReader.Read(given.Type) == wanted.Type).All(same => same);
    }

    private static bool TakesTheSame(IParameterSymbol function, IParameterSymbol rule) =>
        function.RefKind == rule.RefKind && SymbolEqualityComparer.Default.Equals(function.Type, rule.Type) || OnlyReads(function, rule);

    /// <summary>Does a rule say, by a read-only span, that the function only reads an array?</summary>
    public static bool OnlyReads(IParameterSymbol function, IParameterSymbol rule) => function.RefKind == RefKind.None && rule.RefKind == RefKind.None
        && TypeReader.Read(function.Type) is { IsFlat: true } sequence && TypeReader.Read(rule.Type) == sequence.As(TypeShape.ReadOnlySpan);

    private readonly record struct Added(string Name, RefKind RefKind, IrType Type);

    private static IEnumerable<Added> Adjoints(IMethodSymbol function)
    {
        foreach (IParameterSymbol parameter in function.Parameters.Where(IsDifferentiable))
        {
            IrType type = TypeReader.Read(parameter.Type);
            yield return new Added(parameter.Name + "Adjoint", type.IsSequence ? RefKind.None : RefKind.Ref, type.IsFlat ? type.As(TypeShape.Span) : type);
        }
        if (function.ReturnsVoid) yield break;
        IrType result = TypeReader.Read(function.ReturnType);
        yield return new Added("resultAdjoint", RefKind.None, result.IsFlat ? result.As(TypeShape.ReadOnlySpan) : result);
    }

    private static IEnumerable<Added> Tangents(IMethodSymbol function)
    {
        foreach (IParameterSymbol parameter in function.Parameters.Where(IsDifferentiable))
        {
            IrType type = TypeReader.Read(parameter.Type);
            bool byReference = parameter.RefKind is RefKind.Ref or RefKind.Out;
            yield return new Added(parameter.Name + "Tangent", byReference ? RefKind.Ref : RefKind.None, type.IsFlat && type.Shape != TypeShape.ReadOnlySpan ? type.As(TypeShape.Span) : type);
        }
    }

    /// <summary>The signature that a rule called <paramref name="name"/> must have, as C#.</summary>
    public static string Wanted(IMethodSymbol function, string name) => IsScalar(function) ? PartialsText(function, name) : Text(function, name, Adjoints(function), Shown(function.ReturnType));

    private static string PartialsText(IMethodSymbol function, string name)
    {
        IParameterSymbol[] reals = [.. function.Parameters.Where(parameter => TypeReader.IsReal(parameter.Type))];
        string result = reals.Length == 1 ? Shown(reals[0].Type) : "(" + string.Join(", ", reals.Select(parameter => Shown(parameter.Type) + " " + parameter.Name)) + ")";
        string parameters = string.Concat(function.Parameters.Select(parameter => Shown(parameter.Type) + " " + parameter.Name + ", "));
        // The last parameter may be left away.
        string last = function.Parameters.Any(parameter => parameter.Name == "result") ? "value" : "result";
        return "static " + result + " " + name + "(" + parameters + Shown(function.ReturnType) + " " + last + ")";
    }

    private static string Text(IMethodSymbol function, string name, IEnumerable<Added> added, string result)
    {
        IEnumerable<string> own = function.Parameters.Select(parameter => Signature.Passing(parameter) + Shown(parameter.Type) + " " + Signature.Escape(parameter.Name));
        IEnumerable<string> more = added.Select(each => (each.RefKind == RefKind.Ref ? "ref " : "") + (each.Type.IsSpan ? "System." : "") + each.Type.ToString().Replace("global::", "") + " " + each.Name);
        return "static " + result + " " + name + "(" + string.Join(", ", own.Concat(more)) + ")";
    }

    private static string Shown(ITypeSymbol type) => type.ToDisplayString();

    /// <summary>How the partial derivatives of a scalar function are found in what its rule returns.</summary>
    public static UserRule Describe(IMethodSymbol function, IMethodSymbol rule)
    {
        int reals = function.Parameters.Count(parameter => TypeReader.IsReal(parameter.Type)), next = 0;
        IEnumerable<string?> partials = function.Parameters.Select(parameter => !TypeReader.IsReal(parameter.Type) ? null
            : reals == 1 ? "" : ".Item" + (++next).ToString(CultureInfo.InvariantCulture));
        return new UserRule(TypeReader.Name(rule.ContainingType) + "." + rule.Name, rule.Parameters.Length > function.Parameters.Length, partials.ToEquatable());
    }
}
