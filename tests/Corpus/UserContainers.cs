using System;
using AutoDiff;

namespace Corpus;

/// <summary>Classes and structs of the user's own that hold an array: made inside, filled by indexers, properties and references.</summary>
public static partial class UserContainers
{
    public sealed class Matrix
    {
        private readonly double[] _values;

        public Matrix(int rows, int columns)
        {
            if (rows <= 0) throw new ArgumentOutOfRangeException(nameof(rows));
            Rows = rows;
            Columns = columns;
            _values = new double[rows * columns];
        }

        public Matrix(int size)
            : this(size, size)
        {
            for (int i = 0; i < size; i++) this[i, i] = 1;
        }

        public int Rows { get; }

        public int Columns { get; }

        public double this[int i, int j]
        {
            get => _values[i * Columns + j];
            set => _values[i * Columns + j] = value;
        }

        public static Matrix operator *(Matrix a, Matrix b)
        {
            var product = new Matrix(a.Rows, b.Columns);
            for (int i = 0; i < a.Rows; i++)
            {
                for (int j = 0; j < b.Columns; j++)
                {
                    double sum = 0;
                    for (int k = 0; k < a.Columns; k++) sum += a[i, k] * b[k, j];
                    product[i, j] = sum;
                }
            }

            return product;
        }

        public ref double At(int i, int j) => ref _values[i * Columns + j];

        public Matrix Transposed()
        {
            var transposed = new Matrix(Columns, Rows);
            for (int i = 0; i < Rows; i++)
                for (int j = 0; j < Columns; j++) transposed[j, i] = this[i, j];
            return transposed;
        }

        public void Scale(double k)
        {
            for (int i = 0; i < _values.Length; i++) _values[i] *= k;
        }
    }

    public struct Arrow
    {
        public double X, Y;

        public double this[int i]
        {
            readonly get => i == 0 ? X : Y;
            set
            {
                if (i == 0) X = value;
                else Y = value;
            }
        }

        public double Length
        {
            readonly get => Math.Sqrt(X * X + Y * Y);
            set
            {
                double k = value / Length;
                X *= k;
                Y *= k;
            }
        }
    }

    public class Moments
    {
        private readonly double[] _powers;

        public Moments(int order) => _powers = new double[order];

        public int Count { get; private set; }

        public double this[int order] => _powers[order] / Count;

        public void Add(double value)
        {
            double power = 1;
            for (int i = 0; i < _powers.Length; i++) _powers[i] += power *= value;
            Count++;
        }
    }

    public struct Ring
    {
        private readonly double[] _slots;

        public Ring(int size) => _slots = new double[size];

        public readonly ref double this[int i] => ref _slots[i];
    }

    [Differentiable]
    [At(0.7, -1.2)]
    public static double Product(double x, double y)
    {
        var m = new Matrix(2, 2);
        m[0, 0] = x;
        m[0, 1] = y;
        m[1, 0] = x * y;
        m[1, 1] = 1;
        Matrix p = m * m.Transposed();
        p.Scale(x);
        return p[0, 0] + p[1, 1] * p[0, 1];
    }

    [Differentiable]
    [At(0.7, -1.2)]
    public static double Compound(double x, double y)
    {
        var m = new Matrix(3);
        for (int i = 0; i < m.Rows; i++)
            for (int j = 0; j < m.Columns; j++) m[i, j] += x * (i + 1) + y * j;
        int k = 0;
        m[k++, k] *= y;
        m[k, k]++;
        double before = m[1, k]--;
        return m[0, 1] * m[1, 1] + (m[2, 2] -= before * x) * m[0, 0];
    }

    [Differentiable]
    [At(0.7, -1.2)]
    public static double ByReference(double x, double y)
    {
        var m = new Matrix(2, 2);
        m.At(0, 1) = x;
        m.At(0, 1) *= y;
        ref double corner = ref m.At(1, 1);
        corner = x + m[0, 1];
        corner *= corner;
        return m[0, 1] * m.At(1, 1);
    }

    [Differentiable]
    [At(new double[] { 0.5, 2, -1 }, 1.7, 1)]
    public static double OfAnArray(double[] a, double x, int k)
    {
        ref double slot = ref Slot(a, k);
        slot *= x;
        Slot(a, k - 1) += slot * Slot(a, k + 1);
        k = 0;
        slot += a[0];
        return a[0] * a[1] + a[2];
    }

    private static ref double Slot(double[] a, int i) => ref a[i];

    [Differentiable]
    [At(0.7, 1.2)]
    public static double Components(double x, double y)
    {
        var v = new Arrow { X = x, Y = y };
        v[0] *= y;
        v[1] += v[0];
        v.Length = 3 * x;
        v.Length *= 2;
        v[x > 1 ? 0 : 1]--;
        return v[0] * v[1] + v.Length;
    }

    [Differentiable]
    [At(new double[] { 0.5, 2, -1, 0.3 })]
    public static double Kurtosis(double[] a)
    {
        var moments = new Moments(4);
        foreach (double v in a) moments.Add(v);
        return moments[3] / (moments[1] * moments[1]) + moments[0];
    }

    [Differentiable]
    [At(new double[] { 0.5, 2, -1, 0.3, 1.1 })]
    public static double Circular(double[] a)
    {
        var ring = new Ring(3);
        double sum = 0;
        foreach (double v in a)
        {
            ring[1] += v * v;
            sum = sum * 0.5 + ring[0] * ring[1] + ring[2];
            ring[2] = ring[1] * v;
            ring[0] = v;
        }

        return sum;
    }
}
