using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Quaternions and matrices of <c>System.Numerics</c>, and the vectors that they turn.</summary>
public static partial class Rotations
{
    [Differentiable]
    [At(0.7f, 1.2f, -0.4f, 0.9f, Tolerance = 1e-4)]
    public static float Turned(float x, float y, float z, float angle)
    {
        var axis = Vector3.Normalize(new Vector3(x, y, 1));
        Quaternion q = Quaternion.CreateFromAxisAngle(axis, angle);
        Vector3 v = Vector3.Transform(new Vector3(z, x, 2), q);
        return v.X * v.Y + Vector3.Dot(v, Vector3.Transform(v, Quaternion.Inverse(q) * q)) + q.Length();
    }

    [Differentiable]
    [At(0.7f, 1.2f, -0.4f, 0.9f, Tolerance = 1e-4)]
    public static float Quaternions(float x, float y, float z, float w)
    {
        Quaternion p = new(x, y, z, w), q = new(new Vector3(y, z, w), x);
        Quaternion r = p * q + Quaternion.Conjugate(q) * 0.5f - Quaternion.Identity;
        r = Quaternion.Concatenate(r, p) / q;
        Quaternion s = Quaternion.Lerp(Quaternion.Normalize(p), -Quaternion.Normalize(r), 0.3f);
        s.Y += x * s.Z;
        return Quaternion.Dot(s, r) + r.LengthSquared() * s.W;
    }

    [Differentiable]
    [At(new float[] { 0.3f, -0.2f, 0.1f }, 1.5f, 4, Tolerance = 1e-4)]
    [At(new float[] { 0.3f, -0.2f, 0.1f }, 1.5f, 0)]
    public static float Chain(float[] angles, float length, int links)
    {
        Matrix4x4 m = Matrix4x4.Identity;
        for (int i = 0; i < links; i++)
        {
            m = Matrix4x4.CreateRotationX(angles[i % 3]) * Matrix4x4.CreateTranslation(0, length, 0) * m;
            if (i % 2 == 1) m = Matrix4x4.CreateRotationZ(angles[0]) * m * Matrix4x4.CreateScale(0.9f);
        }
        Vector3 end = Vector3.Transform(new Vector3(1, 2, length), m);
        return end.LengthSquared() + Vector3.TransformNormal(end, Matrix4x4.Transpose(m)).Y + m.Translation.Z;
    }

    [Differentiable]
    [At(new float[] { 1.2f, 0.3f, -0.5f, 0.2f, 0.4f, 2, 0.7f, -0.1f, 0.6f, -0.8f, 1.7f, 0.9f, 0.5f, 0.25f, -1, 1.5f }, 0.5f, Tolerance = 1e-4)]
    public static float Matrices(float[] a, float k)
    {
        var m = new Matrix4x4(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15]);
        Matrix4x4 n = (m - Matrix4x4.CreateRotationY(k)) * k + Matrix4x4.CreateFromQuaternion(Quaternion.Normalize(new Quaternion(k, a[0], a[1], 1)));
        n.M23 *= k;
        Vector4 v = Vector4.Transform(new Vector4(k, 1, a[2], a[3]), -n);
        return n.GetDeterminant() * m.GetDeterminant() + v.LengthSquared() + Vector4.Transform(v, new Quaternion(0.5f, 0.5f, 0.5f, 0.5f)).X;
    }

    [Differentiable]
    [At(new float[] { 1.2f, 0.3f, -0.5f, 2.2f, 0.4f, 2 }, 0.5f)]
    public static float InThePlane(float[] a, float k)
    {
        var m = new Matrix3x2(a[0], a[1], a[2], a[3], a[4], a[5]);
        m = m * m + m * k - Matrix3x2.Identity;
        Vector2 v = Vector2.Transform(new Vector2(k, 2), m);
        return Vector2.Dot(v, Vector2.TransformNormal(v, m)) + m.GetDeterminant();
    }
}
