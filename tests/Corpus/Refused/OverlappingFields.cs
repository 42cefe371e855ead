// expect: refused
// expect-id: DIFF0104 at: u.D
// expect-id: DIFF0104 at: u.E
using System.Runtime.InteropServices;
using AutoDiff;

namespace Corpus.Refused;

public static partial class OverlappingFields
{
    [Differentiable]
    [At(1.5, 0.7)]
    public static double F(double x, double k)
    {
        Union u = default;
        u.D = x;
        u.E = k * k;
        return x * u.D;
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct Union
    {
        [FieldOffset(0)]
        public double D;

        [FieldOffset(0)]
        public double E;
    }
}
