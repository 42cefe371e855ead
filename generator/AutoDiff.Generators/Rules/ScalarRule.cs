using System.Globalization;

namespace AutoDiff.Generators.Rules;

/// <summary>Whose static methods a rule is about; <see cref="Number"/> is <c>double</c> and <c>float</c> themselves.</summary>
[Flags]
internal enum Hosts
{
    Math = 1,
    MathF = 2,
    Number = 4,
    Everywhere = Math | MathF | Number,
}

/// <summary>The arguments a rule is tested on, away from kinks and jumps; the corners have tests of their own.</summary>
internal enum Domain
{
    All,
    NonZero,
    Positive,
    /// <summary>The first argument is positive, the others are any.</summary>
    PositiveFirst,
    /// <summary>Between -1 and 1, both excluded.</summary>
    Unit,
    AboveOne,
    AboveMinusOne,
    /// <summary>The second argument is below the third.</summary>
    Ordered,
}

/// <summary>What a partial can come to at finite arguments.</summary>
internal enum Extremes
{
    /// <summary>It is finite.</summary>
    Finite,
    /// <summary>It is infinite only because it exceeds the largest number, as that of <c>Exp</c> at 1000.</summary>
    Overflows,
    /// <summary>It has a pole, or is not a number, somewhere: an adjoint of zero has to be kept away from it (strong zero).</summary>
    Singular,
}

/// <summary>
/// The derivative of one elementary function: a template for each of its partials, null where the parameter is not real.
/// Everything else (forward, adjoint, what to save, the numeric test) derives from it.
/// </summary>
internal sealed class ScalarRule
{
    private ScalarRule(string name, IReadOnlyList<string> parameters, Hosts hosts, Domain domain, Extremes extremes, int line)
    {
        Name = name;
        Parameters = parameters;
        Hosts = hosts;
        Domain = domain;
        Extremes = extremes;
        Line = line;
    }

    public string Name { get; }

    public IReadOnlyList<string> Parameters { get; }

    public IReadOnlyList<Template?> Partials { get; private init; } = [];

    public Hosts Hosts { get; }

    public Domain Domain { get; }

    public Extremes Extremes { get; }

    /// <summary>The line of the table it stands on.</summary>
    public int Line { get; }

    public int Arity => Parameters.Count;

    /// <inheritdoc cref="Extremes.Singular"/>
    public bool Singular => Extremes == Extremes.Singular;

    /// <summary>The result is a constant of the differentiation, whatever the arguments are.</summary>
    public bool IsConstant => Partials.All(partial => partial is null or { IsZero: true });

    /// <summary>
    /// Reads one line of the table. <paramref name="function"/> is <c>Name(x, …)</c> for all hosts, <c>Math.Name(x, …)</c> for Math
    /// and MathF, <c>Number.Name(x, …)</c> for double and float; a partial is a formula (see <see cref="TemplateParser"/>) or <c>-</c>.
    /// </summary>
    /// <exception cref="FormatException">The line is malformed; the message names it.</exception>
    public static ScalarRule Parse(string function, IReadOnlyList<string> partials, Domain domain, Extremes extremes, int line)
    {
        try
        {
            (Hosts hosts, string name, string[] parameters) = TemplateParser.ParseSignature(function);
            if (partials.Count != parameters.Length) throw new FormatException("as many partials as parameters are needed");
            return new(name, parameters, hosts, domain, extremes, line)
            {
                Partials = partials.Select(text => text == "-" ? null : Template.Parse(text, parameters)).ToArray(),
            };
        }
        catch (FormatException e)
        {
            string place = "ScalarRules.cs(" + line.ToString(CultureInfo.InvariantCulture) + "), the rule of " + function;
            throw new FormatException(place + ": " + e.Message, e);
        }
    }

    /// <summary>A rule of the user's own: every partial is a call of the method, guarded against poles.</summary>
    public static ScalarRule Of(string name, UserRule rule)
    {
        string[] parameters = [.. rule.Partials.Select((_, i) => "x" + i.ToString(CultureInfo.InvariantCulture))];
        return new(name, parameters, Hosts.Everywhere, Domain.All, Extremes.Singular, 0)
        {
            Partials = [.. rule.Partials.Select(suffix => suffix is null ? null : Template.Call(rule.Method, parameters.Length, rule.TakesResult, suffix))],
        };
    }

    /// <summary>The same rule, but not for <paramref name="hosts"/>.</summary>
    public ScalarRule Except(Hosts hosts) => new(Name, Parameters, Hosts & ~hosts, Domain, Extremes, Line) { Partials = Partials };

    public override string ToString() => Name + "(" + string.Join(", ", Parameters) + ")";
}
