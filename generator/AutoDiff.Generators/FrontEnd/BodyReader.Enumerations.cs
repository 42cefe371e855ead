using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary><c>foreach</c> over what is neither an array nor a span. Its elements are constants: a collection carries no derivative.</summary>
internal sealed partial class BodyReader
{
    private void ForEachConstant(IForEachLoopOperation loop, IOperation collection)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.IsRef: true } reference)
        {
            Refuse(loop.Collection, "DIFF0101", "'foreach' by reference", "loop over the indices, with '" + reference.Symbol.Name + "' a ref local or the element itself");
            return;
        }
        if (loop.Syntax is not CommonForEachStatementSyntax syntax || loop.IsAsynchronous || ElementVariables(loop) is not { } variables)
        {
            Refuse(loop.Collection, "DIFF0101", "'foreach' over something other than an array or a span");
            return;
        }
        IrType type = TypeOf(collection.Type);
        if (type.IsSequence || collection.Type is { SpecialType: SpecialType.System_String })
        {
            Expr whole = type.IsSequence ? SequenceVariable(collection) : Spill(Inactive(collection), "text");
            var length = new Opaque(EquatableArray.Of("", ".Length"), EquatableArray.Of(whole), IrType.Int32);
            ElementLoop(loop, "element", length, index => variables(type.IsSequence
                ? new Element(whole, index)
                : new Opaque(EquatableArray.Of("", "[", "]"), EquatableArray.Of(whole, index), new IrType(TypeShape.Other, "char"))));
            return;
        }
        ForEachStatementInfo info = _model.GetForEachStatementInfo(syntax);
        if (info.GetEnumeratorMethod is not { IsExtensionMethod: false, IsStatic: false, ReturnType: { IsRefLikeType: false } returned } start || info.CurrentProperty is not { } current || info.MoveNextMethod is null)
        {
            Refuse(loop.Collection, "DIFF0101", "'foreach' over something other than an array or a span");
            return;
        }
        Enumerate(loop, collection, start, returned, element => variables(Conversion(element, current.Type, info)), info.DisposeMethod);
    }

    /// <summary>The loop that C# makes of <c>foreach</c>: <c>MoveNext</c> before each iteration, <c>Dispose</c> at the end.</summary>
    private void Enumerate(IForEachLoopOperation loop, IOperation collection, IMethodSymbol start, ITypeSymbol type, Action<Expr> readElement, IMethodSymbol? dispose)
    {
        bool convert = start.ContainingType.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(start.ContainingType, collection.Type);
        string[] parts = convert ? ["((" + NameOf(start.ContainingType) + ")", ").GetEnumerator()"] : ["", ".GetEnumerator()"];
        Expr source = Inactive(collection);
        Read enumerator = Spill(new Opaque(parts.ToEquatable(), EquatableArray.Of(source), TypeOf(type), Repeatable: false), "enumerator");
        Opaque Member(string name, IrType result) => new(EquatableArray.Of("", "." + name), EquatableArray.Of<Expr>(enumerator), result, Repeatable: false);
        void Iterate()
        {
            Variable moved = Temporary("moved", IrType.Boolean);
            Block body = LoopBody(loop, inside =>
            {
                readElement(Member("Current", IrType.Void));
                inside();
            }, out LoopFrame frame);
            var next = new Assign(moved, Member("MoveNext()", IrType.Boolean));
            var top = new BlockBuilder();
            top.Declare(moved);
            if (LeavesEarly(loop))
            {
                top.Add(new Assign(moved, False));
                top.Add(new If(NotAny(ExitFlags(loop, frame)), new Block(EquatableArray<Variable>.Empty, EquatableArray.Of<Stmt>(next)), Block.Empty));
            }
            else top.Add(next);
            _block.Add(new Loop(top.Build(), new Read(moved), body, Header(loop)));
        }
        // The enumerators of the framework that are structs have nothing to dispose of.
        bool nothing = dispose is null || type.IsValueType && type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";
        if (nothing) Iterate();
        else AddRegion(RegionKind.Finally, null, Iterate, () => _block.Add(new Effect(type.AllInterfaces.Any(each => each.SpecialType == SpecialType.System_IDisposable) || dispose!.ContainingType.SpecialType != SpecialType.System_IDisposable
            ? Member("Dispose()", IrType.Void)
            : new Opaque(EquatableArray.Of("(", " as global::System.IDisposable)?.Dispose()"), EquatableArray.Of<Expr>(enumerator), IrType.Void, Repeatable: false))));
    }

    /// <summary>An element of the type that the enumerator gives, as the type of the loop variable.</summary>
    private Expr Conversion(Expr current, ITypeSymbol type, ForEachStatementInfo info)
    {
        Expr element = ((Opaque)current) with { Type = TypeOf(type) };
        return info.ElementType is { } wanted && !SymbolEqualityComparer.Default.Equals(wanted, type)
            ? new Opaque(EquatableArray.Of("(" + NameOf(wanted) + ")", ""), EquatableArray.Of(element), TypeOf(wanted), Repeatable: false)
            : element;
    }

    /// <summary>What an iteration does with its element: it declares one variable, or one for each part.</summary>
    private Action<Expr>? ElementVariables(IForEachLoopOperation loop)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { IsRef: false } single }) return element => DeclareElement(single, element);
        IOperation control = loop.LoopControlVariable is IDeclarationExpressionOperation declaration ? declaration.Expression : loop.LoopControlVariable;
        if (control is not ITupleOperation parts || loop.Syntax is not CommonForEachStatementSyntax syntax) return null;
        ITypeSymbol? type = _model.GetForEachStatementInfo(syntax).ElementType;
        bool pair = type is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } && parts.Elements.Length == 2;
        if (type is not INamedTypeSymbol { IsTupleType: true } && !pair) return null;
        return element =>
        {
            Read whole = Spill(element with { Type = TypeOf(type) }, pair ? "pair" : "tuple");
            for (int i = 0; i < parts.Elements.Length; i++)
            {
                IOperation part = parts.Elements[i] is IDeclarationExpressionOperation inner ? inner.Expression : parts.Elements[i];
                if (part is IDiscardOperation) continue;
                string name = pair ? i == 0 ? "Key" : "Value" : "Item" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (part is ILocalReferenceOperation { Local: { } local }) DeclareElement(local, new Opaque(EquatableArray.Of("", "." + name), EquatableArray.Of<Expr>(whole), TypeOf(local.Type), Repeatable: false));
                else Refuse(part, "DIFF0101", Quote(part.Syntax));
            }
        };
    }

    private void DeclareElement(ILocalSymbol local, Expr value)
    {
        Variable variable = Local(local.Name, TypeOf(local.Type));
        _bindings[local] = new Read(variable);
        if (value.Type != variable.Type && variable.Type.IsReal) value = new Convert(value, true, variable.Type);
        _block.Add(new Assign(variable, value));
    }
}
