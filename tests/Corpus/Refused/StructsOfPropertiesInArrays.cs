// expect: refused
// expect-id: DIFF0101 at: new Outer[2]
// expect-id: DIFF0101 at: new[] { new Fixed(x, y), new Fixed(y, x) }
// expect-id: DIFF0101 at: xs.Select(x => new Fixed(x, y)).ToArray()
// expect-id: DIFF0006 at: [Shape(1)] Outer[] all
// structs in an array are stored, and their adjoints added to, member by member, which a property of a struct type and readonly members do not allow
using System.Linq;
using AutoDiff;

namespace Corpus.Refused;

public static partial class StructsOfPropertiesInArrays
{
    public struct Inner
    {
        public double A;
    }

    public struct Outer
    {
        public double B;

        public Inner In { get; set; }
    }

    public readonly record struct Fixed(double A, double B);

    [Differentiable]
    [At(2.0, 3.0, Gradient = new double[] { 12, 4 })]
    public static double Stored(double x, double y)
    {
        var all = new Outer[2];
        all[0].In = new Inner { A = x * y };
        return all[0].In.A * x;
    }

    [Differentiable]
    [At(2.0, 3.0, Gradient = new double[] { 3, 2 })]
    public static double Filled(double x, double y)
    {
        Fixed[] all = new[] { new Fixed(x, y), new Fixed(y, x) };
        return all[0].A * all[1].A;
    }

    [Differentiable]
    [At(new double[] { 2, 4 }, 3.0, Gradient = new double[] { 3, 0, 2 })]
    public static double Selected(double[] xs, double y)
    {
        Fixed[] all = xs.Select(x => new Fixed(x, y)).ToArray();
        return all[0].A * all[1].B;
    }

    [Differentiable]
    [At(new double[] { 2, 4 }, 3.0, Gradient = new double[] { 0, 3, 4 })]
    public static double Given([Shape(1)] Outer[] all, double y) => all[0].In.A * y;
}
