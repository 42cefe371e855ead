using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiff.Generators.FrontEnd;

/// <summary>
/// Counters: static fields, fields of the object whose method it is, and such properties, of whole numbers or flags, that the method changes and
/// does not read. They are changed by the forward sweep, once, as a log line is written.
/// </summary>
internal sealed partial class BodyReader
{
    private readonly Dictionary<ISymbol, (SyntaxNode Syntax, Site Site)> _counters = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _readMembers = new(SymbolEqualityComparer.Default);

    /// <summary>Is this statement no more than a count of something?</summary>
    private bool Counts(IOperation operation, string source)
    {
        (IOperation? target, IOperation? value) = operation switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment => (assignment.Target, assignment.Value),
            ICompoundAssignmentOperation { OperatorMethod: null } compound => (compound.Target, compound.Value),
            IIncrementOrDecrementOperation { OperatorMethod: null } step => (step.Target, null),
            _ => (null, (IOperation?)null),
        };
        if (CounterOf(target) is not { } counter || OverflowContext.Around(operation.Syntax, _compilation.Options) is not null) return false;
        // What changes the counter on the way to its new value would be seen by the old one.
        if (operation is ICompoundAssignmentOperation && Effects.In(value!)) return false;
        var text = new OpaqueText(operation.Syntax, careful: false, []) { Repeatable = false };
        if (value is not null) text.Replace(value.Syntax, Inactive(value));
        AddCount(text, target!, counter, source);
        return true;
    }

    /// <summary>The same by <c>Interlocked.Increment(ref calls)</c> and its kin.</summary>
    private bool CountsInterlocked(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "Increment" or "Decrement" or "Add", ContainingType: { Name: "Interlocked", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } }) return false;
        if (Declared(call.Arguments) is not [{ } target, ..] || CounterOf(target) is not { } counter) return false;
        var text = new OpaqueText(call.Syntax, careful: false, []) { Repeatable = false };
        CollectCallee(call, text);
        foreach (IArgumentOperation added in call.Arguments.Where(argument => argument.Value != target)) text.Replace(added.Value.Syntax, Inactive(added.Value));
        AddCount(text, target, counter, SourceText.OneLine(call.Syntax));
        return true;
    }

    private void AddCount(OpaqueText text, IOperation target, ISymbol counter, string source)
    {
        RequireAccessible(counter, target);
        if (target is IFieldReferenceOperation { Instance: null } or IPropertyReferenceOperation { Instance: null }) text.Replace(target.Syntax, StaticName(counter));
        else if (IsParameterOfACompanion(counter.Name)) text.Replace(target.Syntax, "this." + Signature.Escape(counter.Name));
        _counters[counter.OriginalDefinition] = (target.Syntax, SiteOf(target.Syntax));
        _block.Add(new Effect(text.Build("", IrType.Void, SiteOf(text.Root), _model), source));
    }

    /// <summary>The member that is a counter: a static one, or one of the object whose method is differentiated.</summary>
    private ISymbol? CounterOf(IOperation? place)
    {
        (ISymbol? member, IOperation? instance, ITypeSymbol? type) = place switch
        {
            IFieldReferenceOperation field => (field.Field, field.Instance, field.Type),
            IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: { ReturnsByRef: false, IsVirtual: false, IsOverride: false, IsAbstract: false } property } own when Layout.IsAutomatic(property) => (property, own.Instance, own.Type),
            _ => ((ISymbol?)null, (IOperation?)null, (ITypeSymbol?)null),
        };
        bool isOwn = instance is null || instance is IInstanceReferenceOperation && IsOpaqueSelf(instance) && !_method.IsStatic && !_frame.IsStateless;
        return member is not null && isOwn && (IsInteger(type) || type!.SpecialType == SpecialType.System_Boolean) && member.ContainingType.TypeKind != TypeKind.Interface ? member : null;
    }

    /// <summary>What the method counts and looks at would not be the same each time that a derivative is asked for.</summary>
    private void RefuseReadCounters()
    {
        foreach (KeyValuePair<ISymbol, (SyntaxNode Syntax, Site Site)> counter in _counters.Where(counter => _readMembers.Contains(counter.Key)))
            Refuse(counter.Value.Syntax, counter.Value.Site, "DIFF0101", "'" + counter.Key.Name + "', which the method changes and reads,", "count in a local variable, and store that where nothing reads it any more");
    }
}
