using System;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Small programs as users write them, over types of their own.</summary>
public static partial class Applications
{
    public readonly record struct Body(double X, double Y, double Vx, double Vy, double Mass)
    {
        public double Kinetic => 0.5 * Mass * (Vx * Vx + Vy * Vy);

        public Body Moved(double dt) => this with { X = X + Vx * dt, Y = Y + Vy * dt };

        public Body Pushed(double fx, double fy, double dt) => this with { Vx = Vx + fx / Mass * dt, Vy = Vy + fy / Mass * dt };
    }

    public sealed record Option(double Strike, double Maturity, double Rate)
    {
        public double Discount => Math.Exp(-Rate * Maturity);
    }

    public sealed record Market(double Spot, double Volatility);

    public sealed class Grid
    {
        private readonly double[] _values;

        public Grid(int size)
        {
            Size = size;
            _values = new double[size * size];
        }

        public int Size { get; }

        public double this[int i, int j]
        {
            get => _values[i * Size + j];
            set => _values[i * Size + j] = value;
        }

        public double Laplacian(int i, int j) => this[i - 1, j] + this[i + 1, j] + this[i, j - 1] + this[i, j + 1] - 4 * this[i, j];

        public Grid Copy()
        {
            var copy = new Grid(Size);
            for (int i = 0; i < _values.Length; i++) copy._values[i] = _values[i];
            return copy;
        }
    }

    public class Stack
    {
        private readonly double[] _items;
        private int _count;

        public Stack(int capacity) => _items = new double[capacity];

        public int Count => _count;

        public double Peek => _items[_count - 1];

        public ref double Top => ref _items[_count - 1];

        public void Push(double item) => _items[_count++] = item;

        public double Pop() => _items[--_count];
    }

    public class Polynomial
    {
        public readonly double[] Coefficients;

        public Polynomial(params double[] coefficients) => Coefficients = coefficients;

        public static Polynomial operator +(Polynomial a, Polynomial b)
        {
            var sum = new double[Math.Max(a.Coefficients.Length, b.Coefficients.Length)];
            for (int i = 0; i < a.Coefficients.Length; i++) sum[i] += a.Coefficients[i];
            for (int i = 0; i < b.Coefficients.Length; i++) sum[i] += b.Coefficients[i];
            return new Polynomial(sum);
        }

        public static Polynomial operator *(double k, Polynomial a) => new(a.Coefficients.Select(c => k * c).ToArray());

        public double At(double x)
        {
            double sum = 0;
            for (int i = Coefficients.Length - 1; i >= 0; i--) sum = sum * x + Coefficients[i];
            return sum;
        }

        public Polynomial Derivative()
        {
            var derivative = new double[Coefficients.Length - 1];
            for (int i = 1; i < Coefficients.Length; i++) derivative[i - 1] = i * Coefficients[i];
            return new Polynomial(derivative);
        }
    }

    [Differentiable]
    [At(new double[] { 0, 0, 0.1, 0, 1, 1, 0.2, 0, 0.3, 2, -0.5, 1, 0.2, -0.1, 0.5 }, 0.05, 4)]
    public static double Bodies([Shape(3)] Body[] bodies, double dt, int steps)
    {
        for (int s = 0; s < steps; s++)
        {
            for (int i = 0; i < bodies.Length; i++)
            {
                double fx = 0, fy = 0;
                for (int j = 0; j < bodies.Length; j++)
                {
                    if (i == j) continue;
                    double dx = bodies[j].X - bodies[i].X, dy = bodies[j].Y - bodies[i].Y;
                    double square = dx * dx + dy * dy + 0.01, force = bodies[i].Mass * bodies[j].Mass / (square * Math.Sqrt(square));
                    fx += force * dx;
                    fy += force * dy;
                }

                bodies[i] = bodies[i].Pushed(fx, fy, dt);
            }

            for (int i = 0; i < bodies.Length; i++) bodies[i] = bodies[i].Moved(dt);
        }

        return bodies.Sum(body => body.Kinetic);
    }

    [Differentiable]
    [At(new double[] { 100, 1.5, 0.03 }, new double[] { 105, 0.2 })]
    public static double CallPrice(Option option, Market market)
    {
        double deviation = market.Volatility * Math.Sqrt(option.Maturity);
        double d = (Math.Log(market.Spot / option.Strike) + (option.Rate + market.Volatility * market.Volatility / 2) * option.Maturity) / deviation;
        Market shifted = market with { Spot = market.Spot * 1.01 };
        return market.Spot * Cumulative(d) - option.Strike * option.Discount * Cumulative(d - deviation) + 0.001 * shifted.Spot;
    }

    /// <summary>The normal distribution, by a polynomial of Abramowitz and Stegun (26.2.17).</summary>
    private static double Cumulative(double x)
    {
        double t = 1 / (1 + 0.2316419 * Math.Abs(x));
        double tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }

    [Differentiable]
    [At(0.3, 0.1, 3)]
    public static double Heat(double hot, double k, int steps)
    {
        var grid = new Grid(5);
        grid[2, 2] = hot;
        grid[1, 2] = hot * hot;
        for (int s = 0; s < steps; s++)
        {
            Grid old = grid.Copy();
            for (int i = 1; i < 4; i++)
                for (int j = 1; j < 4; j++) grid[i, j] += k * old.Laplacian(i, j);
        }

        double sum = 0;
        for (int i = 0; i < grid.Size; i++)
            for (int j = 0; j < grid.Size; j++) sum += grid[i, j] * grid[i, j] * (i + 2 * j);
        return sum;
    }

    [Differentiable]
    [At("x2*y+x*", 1.5, 0.7)]
    public static double Postfix(string formula, double x, double y)
    {
        var stack = new Stack(8);
        foreach (char c in formula)
        {
            switch (c)
            {
                case '+':
                    double summand = stack.Pop();
                    stack.Top += summand;
                    break;
                case '*':
                    stack.Push(stack.Pop() * stack.Pop());
                    break;
                case 'x':
                    stack.Push(x);
                    break;
                case 'y':
                    stack.Push(y);
                    break;
                default:
                    stack.Push(c - '0');
                    break;
            }
        }

        return stack.Peek * stack.Count;
    }

    [Differentiable]
    [At(new double[] { 1, -2, 0.5 }, 0.7)]
    public static double Polynomials(double[] c, double x)
    {
        var p = new Polynomial(c);
        c[1] *= x;
        Polynomial q = p + x * p.Derivative();
        return q.At(x) * p.At(2);
    }

    [Differentiable]
    [At(new double[] { 0, 1, 2.5, 4 }, new double[] { 1, 3, 2, 5 }, 1.7)]
    [At(new double[] { 0, 1, 2.5, 4 }, new double[] { 1, 3, 2, 5 }, -0.3)]
    public static double Interpolated(double[] xs, double[] ys, double x)
    {
        int i = Array.BinarySearch(xs, x);
        if (i < 0) i = ~i;
        i = Math.Clamp(i, 1, xs.Length - 1);
        return double.Lerp(ys[i - 1], ys[i], (x - xs[i - 1]) / (xs[i] - xs[i - 1]));
    }
}
