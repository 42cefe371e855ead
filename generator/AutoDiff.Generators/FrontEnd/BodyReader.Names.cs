using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>Names of members and types, as they must be written where the generated code stands.</summary>
internal sealed partial class BodyReader
{
    /// <summary>What is read in place may speak of members that are private where it stands: they cannot be named here.</summary>
    private void RequireAccessible(ISymbol member, IOperation operation)
    {
        if (!IsPrivateElsewhere(member) || PrivateMemberOf(member) is not null) return;
        Refuse(operation, "DIFF0101", "'" + member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) + "', which '" + Home.Name + "' cannot see,", _obstacles.TryGetValue(operation.Syntax, out Refusal? obstacle) ? Remedies.Inside(obstacle) : "mark the method that uses it [Differentiable]");
    }

    /// <summary>The text of a member of an object from outside that is private where the generated code stands.</summary>
    internal const string Hidden = "\u0002";

    /// <summary>That of a member of a model which cannot be taken apart.</summary>
    internal const string Unread = "\u0004";

    /// <summary>What stands for a variable of the code that is read; refused where it is private.</summary>
    private Expr Seen(Expr bound)
    {
        RequireVisible(bound);
        return bound;
    }

    private void RequireVisible(Expr value)
    {
        if (value is Opaque { Parts: [Hidden], Subject: { } member }) RefuseHidden(member);
        if (value is Opaque { Parts: [Unread], Subject: { } unread }) RefuseHere(unread, Remedies.Unread);
    }

    /// <summary>Stands for a member of a model that the method may not read.</summary>
    private Single Closed(Layout layout, LayoutMember member) => new(Opaque.Text(Unread, TypeOf(member.Type)) with
    {
        Subject = "'" + layout.Type.Name + "." + member.Name + "', a '" + member.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) + "' in an object that the method is given,",
    });

    private void RequireVisible(ITypeSymbol type)
    {
        if (Closed(type) is INamedTypeSymbol named && IsPrivateElsewhere(named)) RefuseHidden(named.Name);
    }

    private void RefuseHidden(string name)
    {
        RefuseHere("'" + name + "', which '" + Home.Name + "' cannot see,", "mark the method that uses it [Differentiable]");
    }

    /// <summary>
    /// The value of a private <c>static readonly</c> number of a type whose code is read in place: it cannot be named here, but is computed of
    /// constants, and so it is computed again. Null for any other field.
    /// </summary>
    private Expr? PrivateConstant(IFieldReferenceOperation field)
    {
        if (field.Field is not { IsStatic: true, IsReadOnly: true, Type: { } type } || !IsReal(type) && !IsInteger(type)) return null;
        if (!IsPrivateElsewhere(field.Field)) return null;
        if (field.Field.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)) return null;
        if (field.Field.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax(_cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initial }) return null;
        SemanticModel outer = _model, model = ModelOf(initial);
        if (model.GetOperation(initial, _cancellation) is not { } value || !value.DescendantsAndSelf().All(part => part switch
        {
            ILiteralOperation or IUnaryOperation { OperatorMethod: null } or IBinaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null } or IArgumentOperation => true,
            IFieldReferenceOperation { ConstantValue.HasValue: true } => true,
            IInvocationOperation call => call.Instance is null && PureCalls.IsPure(call.TargetMethod),
            _ => false,
        })) return null;
        _model = model;
        Expr result = IsReal(type) ? Real(value) : Inactive(value);
        _model = outer;
        return result.Type == TypeOf(type) ? result : new Convert(result, true, TypeOf(type));
    }

    private void CollectField(IFieldReferenceOperation field, OpaqueText text)
    {
        if (field is { ConstantValue: { HasValue: true, Value: { } constant }, Type: { } type } && !_compilation.IsSymbolAccessibleWithin(field.Field, Home))
        {
            string value = ConstantText(constant, type);
            text.Replace(field.Syntax, value.StartsWith("-", StringComparison.Ordinal) ? "(" + value + ")" : value);
            return;
        }
        if (PrivateConstant(field) is { } known)
        {
            text.Replace(field.Syntax, known is Literal ? known : Spill(known, "constant"));
            return;
        }
        if (PrivateMemberOf(field.Field) is null && PrivateTable(field) is { } table)
        {
            text.Replace(field.Syntax, table);
            return;
        }
        RequireAccessible(field.Field, field);
        _readMembers.Add(field.Field.OriginalDefinition);
        if (field.Instance is { } instance)
        {
            if (!(instance is IInstanceReferenceOperation && field.Field.IsReadOnly)) text.Repeatable = false;
            bool repeatable = text.Repeatable;
            Collect(instance, text);
            text.Repeatable = repeatable;
            if (instance is IInstanceReferenceOperation { IsImplicit: true } && IsParameterOfACompanion(field.Field.Name)) text.Replace(field.Syntax, "this." + field.Field.Name);
            return;
        }
        if (!field.Field.IsReadOnly && !field.Field.IsConst) text.Repeatable = false;
        text.Replace(field.Syntax, StaticName(field.Field));
    }

    private void CollectProperty(IPropertyReferenceOperation property, OpaqueText text)
    {
        RequireAccessible(property.Property, property);
        _readMembers.Add(property.Property.OriginalDefinition);
        if (property.Property.ContainingType.IsExtension) Refuse(property, "DIFF0101", "An extension member");
        bool length = property.Property.Name == "Length" && property.Instance?.Type is { } type && (TypeOf(type).IsSequence || type.SpecialType == SpecialType.System_String);
        if (!length) text.Repeatable = false;
        if (IsConditional(property.Instance)) Collect(property.Instance!, text);
        else if (property.Instance is { } instance)
        {
            if (length && TypeOf(instance.Type).IsSequence) text.Replace(instance.Syntax, IsKnown(instance) ? SequenceVariableOrField(instance) : OpaqueOf(instance));
            else Collect(instance, text);
        }
        else text.Replace(property.Syntax, StaticName(property.Property));
        foreach (IArgumentOperation argument in property.Arguments) Collect(argument, text);
    }

    private Expr SequenceVariableOrField(IOperation sequence) => sequence is IFieldReferenceOperation && MemberNamed(sequence) is null ? OpaqueOf(sequence) : SequenceVariable(sequence);

    private void CollectCallee(IInvocationOperation call, OpaqueText text)
    {
        IMethodSymbol method = call.TargetMethod;
        if (IsRebound(call)) Refused(call);
        RequireAccessible(method, call);
        if (method.ContainingType.IsExtension) Refuse(call, "DIFF0101", "An extension member");
        if (call.Instance is not null || call.Syntax is not InvocationExpressionSyntax { Expression: { } callee } syntax) return;
        PrivateMember? hidden = PrivateMemberOf(method);
        string name = hidden is not null ? "" : (OwnerOf(call) is { } owner ? MemberName(owner, method, call) : StaticName(method)) + (callee.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any(generic => generic.Identifier.ValueText == method.Name)
            ? "<" + string.Join(", ", method.TypeArguments.Select(NameOf)) + ">"
            : "");
        if (method.IsExtensionMethod && callee is MemberAccessExpressionSyntax member && Bare(call.Arguments[0].Syntax) == Bare(member.Expression))
        {
            // x.F(y): as F(x, y), which needs no using directive.
            text.Surround(member.Expression, hidden?.Call(true) ?? name + "(", "");
            var between = TextSpan.FromBounds(member.OperatorToken.SpanStart, syntax.ArgumentList.OpenParenToken.Span.End);
            text.Replaced[between] = syntax.ArgumentList.Arguments.Count > 0 ? ", " : "";
        }
        else if (hidden is not null) text.Replaced[TextSpan.FromBounds(callee.SpanStart, syntax.ArgumentList.OpenParenToken.Span.End)] = hidden.Call(syntax.ArgumentList.Arguments.Count > 0);
        else text.Replace(callee, name);
    }

    /// <summary>Without parentheses, and without the mark that it is not null.</summary>
    private static SyntaxNode Bare(SyntaxNode syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        _ => syntax,
    };

    /// <summary>Names of types in full, which need no using directive.</summary>
    private void QualifyTypes(OpaqueText text)
    {
        bool IsOpen(SyntaxNode node) => !text.Replaced.ContainsKey(node.Span) && node is not NameSyntax;
        foreach (NameSyntax name in text.Root.DescendantNodesAndSelf(IsOpen).OfType<NameSyntax>())
            if (!text.Replaced.Keys.Any(replaced => replaced.Contains(name.Span)) && _model.GetSymbolInfo(name, _cancellation).Symbol is ITypeSymbol { TypeKind: not TypeKind.Dynamic } type)
                text.Replace(name, NameOf(type));
    }

    /// <summary>A static member as generated code can name it: short inside the same type, in full elsewhere.</summary>
    private string StaticName(ISymbol member)
    {
        if (PrivateMemberOf(member) is { } hidden) return hidden.Access;
        if (SymbolEqualityComparer.Default.Equals(Closed(member.ContainingType), Home) && !IsParameterOfACompanion(member.Name)) return Signature.Escape(member.Name);
        if (member.ContainingType.ContainingNamespace?.ToDisplayString() is "System" && KnownNames.Namespaces.ContainsKey(member.ContainingType.Name))
            return "\u0001" + member.ContainingType.Name + "\u0001." + Signature.Escape(member.Name);
        return NameOf(member.ContainingType) + "." + Signature.Escape(member.Name);
    }

    private bool IsParameterOfACompanion(string name) => name == "resultAdjoint"
        || _method.Parameters.Any(parameter => name == parameter.Name + "Adjoint" || name == parameter.Name + "Tangent");

    private string ConstantText(object? value, ITypeSymbol type)
    {
        if (value is double.NaN or float.NaN) return NameOf(type) + ".NaN";
        if (value is double.PositiveInfinity or float.PositiveInfinity) return NameOf(type) + ".PositiveInfinity";
        if (value is double.NegativeInfinity or float.NegativeInfinity) return NameOf(type) + ".NegativeInfinity";
        string text = SymbolDisplay.FormatPrimitive(value!, quoteStrings: true, useHexadecimalNumbers: false)!;
        return type.TypeKind == TypeKind.Enum ? "(" + NameOf(type) + ")(" + text + ")" : type.SpecialType switch
        {
            SpecialType.System_Double => text + (text.All(char.IsDigit) ? ".0" : ""),
            SpecialType.System_Single => text + "f",
            SpecialType.System_UInt32 => text + "U",
            SpecialType.System_Int64 => text + "L",
            SpecialType.System_UInt64 => text + "UL",
            SpecialType.System_Decimal => text + "M",
            _ => text,
        };
    }
}
