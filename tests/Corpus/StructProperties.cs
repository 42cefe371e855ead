using System.Numerics;
using AutoDiff;

namespace Corpus;

/// <summary>Properties and indexers of structs whose setters do more than store.</summary>
public static partial class StructProperties
{
    private sealed class Ray
    {
        private Vector3 _direction;

        public Vector3 Direction
        {
            get => _direction;
            set => _direction = Vector3.Normalize(value);
        }
    }

    public struct V2
    {
        public double X, Y;

        public V2(double x, double y)
        {
            X = x;
            Y = y;
        }

        public static V2 operator +(V2 a, V2 b) => new(a.X + b.X, a.Y + b.Y);
    }

    public struct Corners
    {
        public V2 A, B;
        public int Sets;

        public V2 this[int k]
        {
            readonly get => k == 0 ? A : B;
            set
            {
                Sets++;
                if (k == 0) A = value;
                else B = value;
            }
        }
    }

    private sealed class Phase
    {
        private Complex _z;

        public int N { get; private set; }

        public Complex Z
        {
            get => _z;
            set
            {
                _z = value * 2;
                N++;
            }
        }

        public (double Re, double Im) Pair
        {
            get => (_z.Real, _z.Imaginary);
            set => _z = new Complex(value.Re, value.Im * value.Re);
        }
    }

    [Differentiable]
    [At(2f)]
    public static float Normalized(float s)
    {
        var t = new Ray();
        t.Direction = new Vector3(s * s, s, s);
        return t.Direction.X;
    }

    [Differentiable]
    [At(2.0)]
    public static double ByAnIndexer(double s)
    {
        var t = new Corners();
        t[1] = new V2(s * s, s);
        t[1] += new V2(s, 1);
        t[0] = t[1];
        t[0] += t[1];
        return t.B.X * t.B.Y + t.A.X * t.Sets;
    }

    [Differentiable]
    [At(2.0)]
    public static double OfComplexAndTuples(double s)
    {
        var c = new Phase();
        c.Z = new Complex(s, 1);
        c.Z += s;
        c.Pair = (s * c.Z.Real, s);
        return c.Z.Imaginary * c.N;
    }
}
