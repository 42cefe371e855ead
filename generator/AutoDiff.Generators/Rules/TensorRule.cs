namespace AutoDiff.Generators.Rules;

/// <summary>
/// The derivative of a method of <c>TensorPrimitives</c>: a scalar rule that holds for each element (of a reduction: for each element
/// that goes in, r is what comes out), or functions of the runtime's <c>Reductions</c> called <c>…Adjoint</c> and <c>…Tangent</c>.
/// </summary>
/// <param name="Elementwise">The formulas, where the derivative is said element by element.</param>
/// <param name="Function">The functions, where it is not.</param>
/// <param name="ReadsArguments">Do the functions take the arguments?</param>
/// <param name="ReadsResult">Do the functions take the result?</param>
/// <param name="FillsDestination">Must the result be as long as the arguments, for what stands behind them in a longer one takes part?</param>
internal sealed record TensorRule(ScalarRule? Elementwise, string Function = "", bool ReadsArguments = false, bool ReadsResult = false, bool FillsDestination = false)
{
    /// <summary>Can a derivative go through the argument at this position?</summary>
    public bool Passes(int argument) => Elementwise is null || Elementwise.Partials[argument] is { IsZero: false };

    /// <summary>Does the derivative by the arguments at <paramref name="active"/> need the value of the one at <paramref name="argument"/>?</summary>
    public bool Reads(int argument, IEnumerable<int> active) => Elementwise is null ? ReadsArguments : active.Any(i => Elementwise.Partials[i]!.Reads(argument));

    public bool NeedsResult(IEnumerable<int> active) => Elementwise is null ? ReadsResult : active.Any(i => Elementwise.Partials[i]!.ReadsResult);

    /// <summary>Has an adjoint of zero to be kept away from it (strong zero)?</summary>
    public bool IsGuarded => Elementwise is { Extremes: not Extremes.Finite };
}
