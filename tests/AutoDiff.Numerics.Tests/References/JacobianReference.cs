using AutoDiff.Numerics.Tests.Model;

namespace AutoDiff.Numerics.Tests.References;

/// <summary>
/// Values and derivatives of a corpus method at a point. The outputs are the elements of the result, then the final state of every
/// differentiable parameter; the inputs are the initial state of the same parameters. A parameter that the method does not write
/// contributes rows of the identity, so that one formula covers "adds to the buffers" and "in-out": the adjoint buffers on return are <c>Jᵀ
/// (seed, buffers on entry)</c>.
/// </summary>
public sealed record JacobianReference(double[] Outputs, double[,] Matrix)
{
    public int InputCount => Matrix.GetLength(1);

    public int ResultCount => Outputs.Length - InputCount;

    public double[] Row(int output) => [.. Enumerable.Range(0, InputCount).Select(input => Matrix[output, input])];

    /// <summary><c>Jᵀ weights</c>, and for each input the sum of the moduli, the scale against which an error is to be seen.</summary>
    public (double[] Sums, double[] Moduli) Transposed(IReadOnlyList<double> weights)
    {
        var (sums, moduli) = (new double[InputCount], new double[InputCount]);
        for (int output = 0; output < Outputs.Length; output++)
        {
            for (int input = 0; input < InputCount; input++)
                Add(weights[output], Matrix[output, input], ref sums[input], ref moduli[input]);
        }

        return (sums, moduli);
    }

    /// <summary><c>J direction</c>, with the same scale.</summary>
    public (double[] Sums, double[] Moduli) Times(IReadOnlyList<double> direction)
    {
        var (sums, moduli) = (new double[Outputs.Length], new double[Outputs.Length]);
        for (int output = 0; output < Outputs.Length; output++)
        {
            for (int input = 0; input < InputCount; input++)
                Add(direction[input], Matrix[output, input], ref sums[output], ref moduli[output]);
        }

        return (sums, moduli);
    }

    /// <summary>A weight or an entry of exactly zero contributes exactly zero.</summary>
    private static void Add(double weight, double entry, ref double sum, ref double modulus)
    {
        if (weight == 0 || entry == 0) return;
        sum += weight * entry;
        modulus += Math.Abs(weight * entry);
    }
}
