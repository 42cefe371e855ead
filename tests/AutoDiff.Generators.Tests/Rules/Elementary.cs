using System.Globalization;
using System.Reflection;
using AutoDiff.Generators.Ir;
using AutoDiff.Generators.Rules;
using IrConvert = AutoDiff.Generators.Ir.Convert;

namespace AutoDiff.Generators.Tests.Rules;

/// <summary>Elementary functions and the formulas of their partials, evaluated by reflection: no code is generated.</summary>
internal static class Elementary
{
    public static readonly Dictionary<string, Type> Hosts = new()
    {
        ["Math"] = typeof(Math),
        ["MathF"] = typeof(MathF),
        ["double"] = typeof(double),
        ["float"] = typeof(float),
        ["Partials"] = typeof(Partials),
    };

    /// <summary>The rule that prints as <paramref name="text"/>: its name and parameters.</summary>
    public static ScalarRule Rule(string text) => ScalarRules.Entries.Single(rule => rule.ToString() == text);

    public static bool IsReal(Type type) => type == typeof(double) || type == typeof(float);

    /// <summary>The methods a rule is about, all overloads with reals of one type.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(ScalarRule rule, Type real) =>
        from host in ScalarRules.Names(rule.Hosts)
        from method in Overloads(host, rule.Name, rule.Arity)
        where method.ReturnType == real
        select method;

    /// <summary>The method of a rule over double, from one of its hosts.</summary>
    public static double Value(ScalarRule rule, double[] arguments) => Call(MethodsOf(rule, typeof(double)).First(), arguments);

    public static double Call(MethodInfo method, double[] arguments)
    {
        object[] boxed = [.. method.GetParameters().Select((parameter, i) => Box(arguments[i], parameter.ParameterType))];
        return System.Convert.ToDouble(method.Invoke(null, boxed), CultureInfo.InvariantCulture);
    }

    /// <summary>One partial, where the function is <paramref name="result"/>, in the arithmetic of <paramref name="type"/>.</summary>
    public static double Partial(ScalarRule rule, int position, double[] arguments, double result, IrType type)
    {
        IEnumerable<Expr> operands = arguments.Select((value, i) => Constant(value, rule.Partials[i] is null ? IrType.Int32 : type));
        return Evaluate(rule.Partials[position]!.Instantiate([.. operands], Constant(result, type), type));
    }

    public static double[] Partials(ScalarRule rule, double[] arguments)
    {
        double result = Value(rule, arguments);
        return [.. RealPositions(rule).Select(i => Partial(rule, i, arguments, result, IrType.Double))];
    }

    public static IEnumerable<int> RealPositions(ScalarRule rule) =>
        Enumerable.Range(0, rule.Arity).Where(i => rule.Partials[i] is not null);

    public static Expr Constant(double value, IrType type)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return type.IsReal ? new Literal(text, type) : Opaque.Text(text, type);
    }

    public static double Evaluate(Expr e)
    {
        double value = e switch
        {
            Literal literal => double.Parse(literal.Text, CultureInfo.InvariantCulture),
            Opaque opaque => double.Parse(opaque.Parts[0], CultureInfo.InvariantCulture),
            IrConvert convert => Evaluate(convert.Operand),
            Negate negate => -Evaluate(negate.Operand),
            Binary binary => Arithmetic(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
            Apply apply => Call(MethodOf(apply)!, [.. apply.Arguments.Select(Evaluate)]),
            _ => throw new InvalidOperationException(e.ToString()),
        };
        return e.Type.IsSingle ? (float)value : value;
    }

    public static bool Exists(Apply apply) => MethodOf(apply) is not null;

    /// <summary>The overload that an application in a formula means; null if there is none.</summary>
    private static MethodInfo? MethodOf(Apply apply)
    {
        Type real = apply.Type.IsSingle ? typeof(float) : typeof(double);
        return Overloads(apply.Host, apply.Name, apply.Arguments.Count)
            .Select(method => method.IsGenericMethodDefinition ? method.MakeGenericMethod(real) : method)
            .FirstOrDefault(method => method.ReturnType == real && method.GetParameters().Zip(apply.Arguments).All(Fits));

        bool Fits((ParameterInfo Parameter, Expr Argument) pair) =>
            pair.Parameter.ParameterType == (pair.Argument.Type.IsReal ? real : typeof(int));
    }

    private static IEnumerable<MethodInfo> Overloads(string host, string name, int arity) =>
        from method in Hosts[host].GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.Name == name && method.GetParameters().Length == arity
        select method;

    private static object Box(double value, Type type) => type.IsEnum
        ? Enum.ToObject(type, (int)value)
        : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);

    private static double Arithmetic(Operator op, double left, double right) => op switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        Operator.Divide => left / right,
        _ => throw new InvalidOperationException(op.ToString()),
    };
}
