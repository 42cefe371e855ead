using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace AutoDiff.Generators.Tests.Diagnostics;

/// <summary>
/// The front end is a whitelist. Every kind of operation that Roslyn knows is listed: accepted or refused in the body of a method, with
/// a program that has it, or never in a body. A Roslyn with a new kind fails here until somebody has decided.
/// </summary>
public class WhitelistTests
{
    private static readonly (OperationKind Kind, string Body)[] Accepted =
    [
        (OperationKind.Block, "{ { x *= 2; } return x; }"),
        (OperationKind.VariableDeclarationGroup, "{ double y = x, z = y; return y * z; }"),
        (OperationKind.VariableDeclaration, "{ double y = x; return y; }"),
        (OperationKind.VariableDeclarator, "{ double y = x; return y; }"),
        (OperationKind.VariableInitializer, "{ double y = x; return y; }"),
        (OperationKind.Loop, "{ while (x < 3) x *= 2; return x; }"),
        (OperationKind.Labeled, "{ unused: x *= 2; return x; }"),
        (OperationKind.Branch, "{ while (x < 3) { x *= 2; break; } return x; }"),
        (OperationKind.Empty, "{ ; return x; }"),
        (OperationKind.Return, "{ return x; }"),
        (OperationKind.ExpressionStatement, "{ x *= 2; return x; }"),
        (OperationKind.LocalFunction, "{ return Twice(x); static double Twice(double y) => 2 * y; }"),
        (OperationKind.Literal, "=> x * 2.0"),
        (OperationKind.Conversion, "=> x * n"),
        (OperationKind.Invocation, "=> Math.Exp(x)"),
        (OperationKind.Argument, "=> Math.Exp(x)"),
        (OperationKind.ArrayElementReference, "=> x * a[n]"),
        (OperationKind.LocalReference, "{ double y = x; return y; }"),
        (OperationKind.ParameterReference, "=> x"),
        (OperationKind.FieldReference, "=> x * Math.PI"),
        (OperationKind.PropertyReference, "=> x * a.Length"),
        (OperationKind.Unary, "=> -x"),
        (OperationKind.Binary, "=> x * x"),
        (OperationKind.Conditional, "=> x > 0 ? x : -x"),
        (OperationKind.ObjectCreation, "{ if (x < 0) throw new ArgumentException(\"x\"); return x; }"),
        (OperationKind.ArrayCreation, "{ double[] b = new double[] { x, 1 }; return b[0]; }"),
        (OperationKind.ArrayInitializer, "{ double[] b = new double[] { x, 1 }; return b[0]; }"),
        (OperationKind.SimpleAssignment, "{ x = 2 * x; return x; }"),
        (OperationKind.CompoundAssignment, "{ x += 2; return x; }"),
        (OperationKind.Increment, "{ x++; return x; }"),
        (OperationKind.Decrement, "{ --x; return x; }"),
        (OperationKind.InterpolatedString, "{ if (x < 0) throw new ArgumentException($\"not {x}\"); return x; }"),
        (OperationKind.InterpolatedStringText, "{ if (x < 0) throw new ArgumentException($\"not {x}\"); return x; }"),
        (OperationKind.Interpolation, "{ if (x < 0) throw new ArgumentException($\"not {x}\"); return x; }"),
        (OperationKind.NameOf, "{ if (x < 0) throw new ArgumentException(nameof(x)); return x; }"),
        (OperationKind.Throw, "{ if (x < 0) throw new ArgumentException(\"x\"); return x; }"),
        (OperationKind.Tuple, "{ double y = 1; (x, y) = (y, x); return x * y * y; }"),
        (OperationKind.DeconstructionAssignment, "{ double y = 1; (x, y) = (y, x); return x * y * y; }"),
        (OperationKind.DeclarationExpression, "{ (double y, double z) = (x, x); return y * z; }"),
        (OperationKind.Discard, "{ _ = x; return x; }"),
        (OperationKind.DefaultValue, "{ double y = default; return y + x; }"),
        (OperationKind.SizeOf, "=> x * sizeof(int)"),
        (OperationKind.IsPattern, "=> n is > 0 ? x : -x"),
        (OperationKind.RelationalPattern, "=> n is > 0 ? x : -x"),
        (OperationKind.ConstantPattern, "=> n is 3 ? x : -x"),
        (OperationKind.NegatedPattern, "=> n is not 3 ? x : -x"),
        (OperationKind.BinaryPattern, "=> n is 3 or 4 ? x : -x"),
        (OperationKind.Range, "{ Span<double> v = a.AsSpan()[1..3]; return x * v[0]; }"),
        (OperationKind.ImplicitIndexerReference, "{ Span<double> v = a.AsSpan()[1..3]; return x * v[0]; }"),
        (OperationKind.With, "{ var p = new Point(x, 1) with { Y = x }; return p.Y; }"),
        (OperationKind.CollectionExpression, "{ double[] b = [x, 1]; return b[0]; }"),
        (OperationKind.Switch, "{ switch (n) { case 0: x *= 2; break; } return x; }"),
        (OperationKind.SwitchCase, "{ switch (n) { case 0: x *= 2; break; } return x; }"),
        (OperationKind.CaseClause, "{ switch (n) { case 0: x *= 2; break; } return x; }"),
        (OperationKind.Lock, "{ lock (o) { x *= 2; } return x; }"),
        (OperationKind.Try, "{ try { x *= 2; } finally { x *= 3; } return x; }"),
        (OperationKind.Using, "{ using (new System.IO.MemoryStream()) { x *= 2; } return x; }"),
        (OperationKind.UsingDeclaration, "{ using var m = new System.IO.MemoryStream(); return x; }"),
        (OperationKind.Coalesce, "=> x * (s ?? \"a\").Length"),
        (OperationKind.CoalesceAssignment, "{ s ??= \"a\"; return x * s.Length; }"),
        (OperationKind.AnonymousFunction, "{ Func<double> f = () => x; return f(); }"),
        (OperationKind.DelegateCreation, "{ Func<double, double> f = Math.Sin; return f(x); }"),
        (OperationKind.MethodReference, "{ Func<double, double> f = Math.Sin; return f(x); }"),
        (OperationKind.ObjectOrCollectionInitializer, "{ var b = new Box { Value = x }; return b.Value; }"),
        (OperationKind.InstanceReference, "{ var b = new Box { Value = x }; return b.Value; }"),
        (OperationKind.IsType, "=> o is double ? x : -x"),
        (OperationKind.TypeOf, "=> x * typeof(double).Name.Length"),
        (OperationKind.ConditionalAccess, "=> x * (s?.Length ?? 1)"),
        (OperationKind.ConditionalAccessInstance, "=> x * (s?.Length ?? 1)"),
        (OperationKind.DeclarationPattern, "=> o is string t ? x * t.Length : x"),
        (OperationKind.RecursivePattern, "=> o is string { Length: 3 } ? x : -x"),
        (OperationKind.PropertySubpattern, "=> o is string { Length: 3 } ? x : -x"),
        (OperationKind.TypePattern, "=> o is string or int ? x : -x"),
        (OperationKind.ListPattern, "=> a is [1, ..] ? x : -x"),
        (OperationKind.SlicePattern, "=> a is [1, ..] ? x : -x"),
        (OperationKind.SwitchExpression, "=> n switch { 0 => x, _ => -x }"),
        (OperationKind.SwitchExpressionArm, "=> n switch { 0 => x, _ => -x }"),
        (OperationKind.DiscardPattern, "=> n switch { 0 => x, _ => -x }"),
        (OperationKind.Spread, "{ double[] b = [.. a, x]; return b[0]; }"),
        (OperationKind.TranslatedQuery, "=> (from v in a select v * x).Sum()"),
        (OperationKind.InterpolatedStringHandlerCreation, "{ Log($\"is {n}\"); return x; }"),
        (OperationKind.InterpolatedStringAppendLiteral, "{ Log($\"is {n}\"); return x; }"),
        (OperationKind.AnonymousObjectCreation, "{ var t = new { Y = x }; return t.Y; }"),
        (OperationKind.InterpolatedStringAppendFormatted, "{ Log($\"is {n}\"); return x; }"),
        (OperationKind.TupleBinary, "=> (x, n) == (1, 2) ? x : -x"),
    ];

    private static readonly (OperationKind Kind, string Body)[] Refused =
    [
        (OperationKind.None, "{ unsafe { double* p = stackalloc double[1]; p[0] = x; return *p; } }"),
        (OperationKind.CatchClause, "{ try { x *= 2; } catch (Exception) { x = 3; } return x; }"),
        (OperationKind.MemberInitializer, "{ var u = new Nested { Inner = { Value = x } }; return u.Inner.Value; }"),
        (OperationKind.DynamicMemberReference, "=> x * (double)d.Length"),
        (OperationKind.DynamicInvocation, "=> (double)d(x)"),
        (OperationKind.DynamicIndexerAccess, "=> (double)d[x]"),
        (OperationKind.DynamicObjectCreation, "=> x * new Version((dynamic)d).Major * d"),
        (OperationKind.AddressOf, "{ unsafe { double* p = &x; return *p; } }"),
        (OperationKind.EventReference, "{ Happened += null; return x; }"),
        (OperationKind.EventAssignment, "{ Happened += null; return x; }"),
        (OperationKind.FunctionPointerInvocation, "{ unsafe { delegate*<double, double> f = &Math.Sin; return f(x); } }"),
        (OperationKind.Utf8String, "{ ReadOnlySpan<byte> b = \"ab\"u8; return x * b[0]; }"),
        (OperationKind.InlineArrayAccess, "{ var b = new Buffer(); b[0] = x; return b[0]; }"),
        (OperationKind.InterpolatedStringAddition, "{ Log($\"is {x}\" + $\"!\"); return x; }"),
    ];

    /// <summary>Of Visual Basic, of flow graphs, of members that are no methods; or such that the method is refused by its shape.</summary>
    private static readonly OperationKind[] NeverInABody =
    [
        OperationKind.Invalid, OperationKind.YieldBreak, OperationKind.YieldReturn, OperationKind.Stop, OperationKind.End, OperationKind.RaiseEvent,
        OperationKind.TypeParameterObjectCreation, OperationKind.Await, OperationKind.Parenthesized, OperationKind.OmittedArgument,
        OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.ParameterInitializer, OperationKind.MethodBody,
        OperationKind.ConstructorBody, OperationKind.FlowCapture, OperationKind.FlowCaptureReference, OperationKind.IsNull,
        OperationKind.CaughtException, OperationKind.StaticLocalInitializationSemaphore, OperationKind.FlowAnonymousFunction,
        OperationKind.ReDim, OperationKind.ReDimClause, OperationKind.InterpolatedStringAppendInvalid,
        OperationKind.InterpolatedStringHandlerArgumentPlaceholder, OperationKind.Attribute,
    ];

    public static TheoryData<OperationKind> AcceptedKinds => [.. Accepted.Select(row => row.Kind)];

    public static TheoryData<OperationKind> RefusedKinds => [.. Refused.Select(row => row.Kind)];

    [Fact]
    public void Kinds_OfThisRoslyn_AreAllDecided()
    {
        IEnumerable<OperationKind> decided = [.. Accepted.Select(row => row.Kind), .. Refused.Select(row => row.Kind), .. NeverInABody];
        // Enum.GetValues, not names: some kinds have two names. CollectionElementInitializer is obsolete and never made.
        IEnumerable<OperationKind> all = Enum.GetValues<OperationKind>().Distinct().Where(kind => Enum.GetName(kind) != "CollectionElementInitializer");
        Assert.Equal(all.Order(), decided.Order());
    }

    [Theory]
    [MemberData(nameof(AcceptedKinds))]
    public void AcceptedKind_InABody_IsDifferentiated(OperationKind kind)
    {
        AnalyzedProgram program = Program(kind, Accepted.Single(row => row.Kind == kind).Body);
        Assert.Empty(program.Errors);
        Assert.Single(program.Companions);
    }

    [Theory]
    [MemberData(nameof(RefusedKinds))]
    public void RefusedKind_InABody_IsRefused(OperationKind kind)
    {
        AnalyzedProgram program = Program(kind, Refused.Single(row => row.Kind == kind).Body);
        Assert.NotEmpty(program.Errors);
        Assert.Empty(program.Companions);
    }

    private static AnalyzedProgram Program(OperationKind kind, string body)
    {
        AnalyzedProgram program = AnalyzedProgram.Of($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using AutoDiff;

            public partial class P
            {
                [Differentiable]
                static double F(double x, [NoGradient] double[] a, int n, object o, string s, [NoGradient] dynamic d) {{(body.StartsWith('{') ? body : body + ";")}}

                static event Action Happened;
                static double Marshal(double x, Type type) => type == null ? x : Marshal(x, null);
                static void Log(System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text) { }
                record struct Point(double X, double Y);
                class Nested { public Box Inner = new(); }
                class Box { public double Value; }
                [System.Runtime.CompilerServices.InlineArray(2)] struct Buffer { double first; }
            }
            """);
        Assert.Empty(program.CompilerErrors);
        SyntaxTree tree = program.Plain.SyntaxTrees.Single();
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(syntax => syntax.Identifier.ValueText == "F");
        IOperation operation = program.Plain.GetSemanticModel(tree).GetOperation(method)!;
        Assert.Contains(kind, operation.DescendantsAndSelf().Select(part => part.Kind));
        return program;
    }
}
