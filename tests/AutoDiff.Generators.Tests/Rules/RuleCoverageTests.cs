using System.Reflection;
using AutoDiff.Generators.Ir;
using AutoDiff.Generators.Rules;
using Xunit;

namespace AutoDiff.Generators.Tests.Rules;

/// <summary>Every elementary function of the framework has a rule or a reason not to have one, and none has both.</summary>
public class RuleCoverageTests
{
    /// <summary>What is read as the two functions that it is.</summary>
    private const string Pair = "SinCos";

    public static TheoryData<string> HostNames => ["Math", "MathF", "double", "float"];

    [Theory, MemberData(nameof(HostNames))]
    public void Host_EveryRealFunction_HasARuleOrAReason(string host)
    {
        var neither =
            from method in RealFunctions(host)
            where RuleOf(host, method) is null && WithoutRule.Reason(host, method.Name) is null && method.Name != Pair
            select method.ToString();

        AssertNone(neither);
    }

    [Theory, MemberData(nameof(HostNames))]
    public void Host_NoFunction_HasBothARuleAndAReason(string host)
    {
        var both =
            from method in RealFunctions(host)
            where RuleOf(host, method) is not null && WithoutRule.Reason(host, method.Name) is not null
            select method.ToString();

        AssertNone(both);
    }

    [Theory, MemberData(nameof(HostNames))]
    public void Rules_All_AreAboutFunctionsThatExist(string host)
    {
        var idle =
            from rule in ScalarRules.Entries
            where ScalarRules.Names(rule.Hosts).Contains(host) && !RealFunctions(host).Any(method => RuleOf(host, method) == rule)
            select rule.ToString();

        AssertNone(idle);
    }

    [Theory, MemberData(nameof(HostNames))]
    public void Reasons_All_AreAboutFunctionsThatExist(string host)
    {
        var idle =
            from entry in WithoutRule.All
            where entry.Host == host && !RealFunctions(host).Any(method => method.Name == entry.Name)
            select entry.Name;

        AssertNone(idle);
    }

    [Fact]
    public void Rules_EveryParameter_HasAPartialExactlyWhenItIsReal()
    {
        var wrong =
            from rule in ScalarRules.Entries
            from real in new[] { typeof(double), typeof(float) }
            from method in Elementary.MethodsOf(rule, real)
            from parameter in method.GetParameters()
            where Elementary.IsReal(parameter.ParameterType) != rule.Partials[parameter.Position] is not null
            select rule + ": " + parameter.Name;

        AssertNone(wrong);
    }

    [Theory, InlineData("double"), InlineData("float")]
    public void Rules_EveryFunctionInAFormula_Exists(string type)
    {
        var missing =
            from call in CallsInFormulas(type == "double" ? IrType.Double : IrType.Single)
            where !Elementary.Exists(call.Apply)
            select "ScalarRules.cs(" + call.Rule.Line + "): " + call.Apply.Host + "." + call.Apply.Name;

        AssertNone(missing);
    }

    [Fact]
    public void Rules_EveryFunctionInAFormula_HasARuleOfItsOwnOrIsOfTheRuntime()
    {
        var missing =
            from call in CallsInFormulas(IrType.Double)
            let apply = call.Apply
            where apply.Host != "Partials" && ScalarRules.Find(apply.Host, apply.Name, apply.Arguments.Count) is null
            select "ScalarRules.cs(" + call.Rule.Line + "): " + apply.Host + "." + apply.Name;

        AssertNone(missing);
    }

    [Fact]
    public void Find_UnknownHostNameOrArity_IsNull()
    {
        Assert.Null(ScalarRules.Find("decimal", "Floor", 1));
        Assert.Null(ScalarRules.Find("Math", "Hypot", 2));
        Assert.Null(ScalarRules.Find("MathF", "Clamp", 3));
        Assert.Null(ScalarRules.Find("Math", "Exp", 2));
        Assert.Same(ScalarRules.Find("Math", "Exp", 1), ScalarRules.Find("float", "Exp", 1));
    }

    /// <summary>What can be called as <c>host.Name</c>, takes a real number (or any number) and gives one, or several.</summary>
    private static IEnumerable<MethodInfo> RealFunctions(string host) =>
        from method in Elementary.Hosts[host].GetMethods(BindingFlags.Public | BindingFlags.Static)
        where !method.IsSpecialName && GivesReal(method.ReturnType) && method.GetParameters().Any(p => TakesReal(p.ParameterType))
        select method;

    private static bool GivesReal(Type type) =>
        Elementary.IsReal(type) || (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ?? false);

    private static bool TakesReal(Type type) => Elementary.IsReal(type) || type.IsGenericMethodParameter;

    private static ScalarRule? RuleOf(string host, MethodInfo method) =>
        ScalarRules.Find(host, method.Name, method.GetParameters().Length);

    private static IEnumerable<(ScalarRule Rule, Apply Apply)> CallsInFormulas(IrType type) =>
        from rule in ScalarRules.Entries
        let arguments = rule.Partials.Select(partial => Elementary.Constant(1, partial is null ? IrType.Int32 : type)).ToArray()
        from partial in rule.Partials
        where partial is not null
        from apply in Applications(partial.Instantiate(arguments, Elementary.Constant(1, type), type))
        select (rule, apply);

    private static IEnumerable<Apply> Applications(Expr e) => e switch
    {
        Apply apply => [apply, .. apply.Arguments.SelectMany(Applications)],
        Binary binary => [.. Applications(binary.Left), .. Applications(binary.Right)],
        Negate negate => Applications(negate.Operand),
        _ => [],
    };

    private static void AssertNone(IEnumerable<string?> offenders) =>
        Assert.True(!offenders.Any(), string.Join(Environment.NewLine, offenders));
}
