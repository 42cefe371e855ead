using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.Numbers;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>
/// Central differences <c>(f(x+h) − f(x−h)) / 2h</c> in 77 digits with <c>h = 2^−66·min(1, |x|)</c>: the truncation error is of order h²,
/// the rounding error of order 10^−77 / h, so some thirty-five digits are right wherever the three runs take the same branches.
/// </summary>
public static class PreciseDifferences
{
    private static readonly Lazy<IReadOnlyDictionary<int, MethodDriver>> Drivers = new(() => RetargetedCorpus.Load(nameof(Precise)));

    public static JacobianReference At(CorpusMethod method, CorpusPoint point)
    {
        var run = new RetargetedRun<Precise>(method, point, Drivers.Value[method.Number], value => value);
        PreciseConstant.Record();
        Precise[] outputs = run.Outputs(run.Inputs);
        var matrix = new double[outputs.Length, run.Inputs.Length];
        for (int input = 0; input < run.Inputs.Length; input++)
        {
            Precise step = Step(run.Inputs[input]);
            Precise[] above = Perturbed(run, input, step);
            Precise[] below = Perturbed(run, input, -step);
            for (int output = 0; output < outputs.Length; output++)
                matrix[output, input] = (double)((above[output] - below[output]) / (2 * step));
        }

        return new([.. outputs.Select(output => (double)output)], matrix);
    }

    private static Precise[] Perturbed(RetargetedRun<Precise> run, int input, Precise step)
    {
        var inputs = (Precise[])run.Inputs.Clone();
        inputs[input] += step;
        PreciseConstant.Replay();
        return run.Outputs(inputs);
    }

    private static Precise Step(Precise x)
    {
        Precise scale = x.IsZero ? 1 : PreciseMath.Min(1, PreciseMath.Abs(x));
        return PreciseMath.ScaleB(scale, -66);
    }
}
