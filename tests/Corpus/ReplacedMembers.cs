using AutoDiff;

namespace Corpus;

/// <summary>Arrays of objects that the method puts other arrays in the place of.</summary>
public static partial class ReplacedMembers
{
    public class Layer
    {
        public double[] W = [];
        public double B;
    }

    [Differentiable]
    [At(new double[] { 1.5, -0.5, 2 }, 0.7)]
    public static double ByNewOnes([Shape(2)] Layer m, double x)
    {
        double old = m.W[1];
        m.W = new[] { x, x * x };
        m.B *= old;
        return x * m.W[1] + m.B;
    }

    [Differentiable]
    [At(new double[] { 1.5, -0.5, 2 }, new double[] { 0.4, 0.3, -2 })]
    public static double Exchanged([Shape(2)] Layer m, [Shape(2)] Layer n)
    {
        (m.W, n.W) = (n.W, m.W);
        m.W[0] *= 2 * n.W[1];
        return m.W[0] * n.W[1] + m.B * n.B;
    }

    [Differentiable]
    [At(new double[] { 1.5, -0.5, 2 }, new double[] { 1, 2 }, 3)]
    public static double UnderACondition([Shape(2)] Layer m, double[] x, int times)
    {
        for (int k = 0; k < times; k++)
        {
            double[] next = new double[2];
            for (int i = 0; i < 2; i++) next[i] = m.W[i] * x[i] + m.W[1 - i] * m.B;
            if (k != 1) m.W = next;
            else m.W[0] += next[1];
        }

        return m.W[0] * m.W[1];
    }
}
