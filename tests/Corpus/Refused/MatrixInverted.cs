// expect: refused
// expect-id: DIFF0101 at: out Matrix4x4 inverse
// expect-id: DIFF0103 at: Quaternion.Slerp(q, Quaternion.Identity, x)
// functions of matrices and quaternions that are not known to the last bit
using System.Numerics;
using AutoDiff;

namespace Corpus.Refused;

public static partial class MatrixInverted
{
    [Differentiable]
    [At(0.5f)]
    public static float F(float x)
    {
        Matrix4x4 m = Matrix4x4.CreateScale(x);
        Matrix4x4.Invert(m, out Matrix4x4 inverse);
        return inverse.M11;
    }

    [Differentiable]
    [At(0.5f)]
    public static float G(float x)
    {
        Quaternion q = new(x, x, 0, 1);
        return Quaternion.Slerp(q, Quaternion.Identity, x).X;
    }
}
