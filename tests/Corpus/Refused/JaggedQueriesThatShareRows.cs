// expect: refused
// expect-id: DIFF0101 at: rows.Where(r => r.Length > 2).Select(r => r.ToArray()).ToArray()
// expect-id: DIFF0101 at: rows.First(r => r.Length > 2)
// an array of as many rows as are left
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class JaggedQueriesThatShareRows
{
    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double Filtered([Shape(2, 3)] double[][] rows)
    {
        double[][] left = rows.Where(r => r.Length > 2).Select(r => r.ToArray()).ToArray();
        return left[0][0] * left[0][1] * left.Length;
    }

    [Differentiable]
    [At(new double[] { 1, 2, 3, 4, 5 })]
    public static double FirstRow([Shape(2, 3)] double[][] rows)
    {
        double[] row = rows.First(r => r.Length > 2);
        return row[0] * row[1];
    }
}
