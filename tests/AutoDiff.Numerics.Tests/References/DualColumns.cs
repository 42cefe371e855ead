using AutoDiff.Numerics.Tests.Compile;
using AutoDiff.Numerics.Tests.Model;
using AutoDiff.Numerics.Tests.Numbers;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>
/// The Jacobian by dual numbers in double precision, a column for each input: the second opinion, and the first one at kinks.
/// </summary>
public static class DualColumns
{
    private static readonly Lazy<IReadOnlyDictionary<int, MethodDriver>> Drivers = new(() => RetargetedCorpus.Load(nameof(Dual)));

    public static JacobianReference At(CorpusMethod method, CorpusPoint point) => At(method, point, Drivers.Value[method.Number]);

    public static JacobianReference At(CorpusMethod method, CorpusPoint point, MethodDriver driver)
    {
        var run = new RetargetedRun<Dual>(method, point, driver, value => value);
        Dual[] outputs = run.Outputs(run.Inputs);
        var matrix = new double[outputs.Length, run.Inputs.Length];
        for (int input = 0; input < run.Inputs.Length; input++)
        {
            var inputs = (Dual[])run.Inputs.Clone();
            inputs[input] = new(inputs[input].Value, 1);
            Dual[] column = run.Outputs(inputs);
            for (int output = 0; output < outputs.Length; output++) matrix[output, input] = column[output].Derivative;
        }

        return new([.. outputs.Select(output => output.Value)], matrix);
    }
}
