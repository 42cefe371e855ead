using System;
using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>The vectors of <c>System.Numerics</c> are two, three or four numbers.</summary>
public static partial class SystemVectors
{
    [Differentiable]
    [At(0.7f, 1.2f, -0.4f)]
    public static float Angle(float x, float y, float z)
    {
        var a = new Vector3(x, y, z);
        var b = new Vector3(1, x, y * z);
        return MathF.Acos(Vector3.Dot(Vector3.Normalize(a), Vector3.Normalize(b)));
    }

    [Differentiable]
    [At(0.7f, 1.2f, -0.4f, Tolerance = 1e-4)]
    public static float TripleProduct(float x, float y, float z)
    {
        Vector3 a = new(x, y, 1), b = new(z), c = Vector3.UnitX * x - a / 2;
        c.Y += z * y;
        return Vector3.Dot(Vector3.Cross(a, b), c) + Vector3.Distance(a, c) + Vector3.Reflect(a, b).LengthSquared();
    }

    [Differentiable]
    [At(new float[] { 1, 2, 3, -1, 0.5f, 2, 2, 1, -1 }, 0.3f)]
    public static float Springs(float[] positions, float stiffness)
    {
        float energy = 0;
        var last = new Vector3(positions[0], positions[1], positions[2]);
        for (int i = 3; i < positions.Length; i += 3)
        {
            var here = new Vector3(positions[i], positions[i + 1], positions[i + 2]);
            float stretch = (here - last).Length() - 1;
            energy += stiffness * stretch * stretch / 2;
            last = Vector3.Lerp(last, here, 0.75f);
        }
        return energy;
    }

    [Differentiable]
    [At(0.7f, 1.2f)]
    public static float InThePlane(float x, float y)
    {
        Vector2 p = new(x, y), q = p * p - 2 * p + Vector2.One;
        Vector4 r = new Vector4(p, x * y, 1) * 0.5f;
        return Vector2.Dot(p, q) * r.Length() + Vector2.Max(p, q).X - Vector4.Dot(r, -r);
    }

    [Differentiable]
    [At(0.7f, 1.2f)]
    public static float Compared(float x, float y)
    {
        var v = new Vector3(x, y, 0);
        if (v == Vector3.Zero) return 0;
        if (v != new Vector3(x, y, 1)) v *= 2;
        var halved = new Vector2(x, y);
        int steps = 0;
        while (halved != Vector2.Zero && steps < 3)
        {
            halved *= 0.5f;
            steps++;
        }

        return v.X * v.Y + halved.X * steps;
    }
}
