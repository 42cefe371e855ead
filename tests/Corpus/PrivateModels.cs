using System;
using AutoDiff;

namespace Corpus;

/// <summary>Models whose numbers are private, readonly, or assigned by their own methods alone, and structs of that kind.</summary>
public static partial class PrivateModels
{
    [Differentiable]
    [At(new double[] { 0.7, -0.2, 0.4, 1.1, 0.3, -0.6 }, new double[] { 1.3, -0.4 })]
    public static double Layer([Shape(2, 2)] PrivateLayer layer, double[] x)
    {
        double[] y = layer.Forward(x);
        return y[0] + 2 * y[1] * y[1];
    }

    [Differentiable]
    [At(new double[] { 0.7, -0.2, 0.4, 1.1, 0.3, -0.6, 0.1, 0.9, -0.8, 0.5, 0.2, 0.6 }, new double[] { 1.3, -0.4 })]
    public static double Network([Shape(2, 2)] PrivateNetwork network, double[] x) => network.Predict(x);

    /// <summary>Private numbers that methods change: the caller sees them, and so does the gradient.</summary>
    [Differentiable]
    [At(new double[] { 0.4, 1.2, 0.1 }, 0.2, 1.7)]
    public static double Stepped(PrivateOscillator oscillator, double h, double k)
    {
        for (int i = 0; i < 3; i++) oscillator.Step(h, k);
        return oscillator.Energy(k);
    }

    /// <summary>Nothing of it can be assigned: its adjoint is made anew.</summary>
    [Differentiable]
    [At(new double[] { 1.5, 0.04, 0.3 }, 0.09)]
    public static double Readonly(PrivateRates rates, double v) => rates.Drift(v) * rates.Volatility;

    /// <summary>Some of it can.</summary>
    [Differentiable]
    [At(new double[] { 1.1, 0.2, 0.03 }, 1.3)]
    public static double Mixed(PrivateOption option, double s) => option.Value(s) * option.Strike;

    [Differentiable]
    [At(new double[] { 0.4, 1.7 }, 0.3)]
    public static double Captured(PrivateLine line, double x) => line.At(x) + line.At(2 * x);

    /// <summary>A private field in the class that it derives from, and one of the same kind in itself.</summary>
    [Differentiable]
    [At(new double[] { 1.3, 0.4 }, 0.7)]
    public static double Derived(PrivateDerived shape, double x) => shape.At(x);

    [Differentiable]
    [At(new double[] { 0.6, 1.2, 0.8, -1.6 }, 0.9)]
    public static double Elements([Shape(2)] PrivateLine[] lines, double x) => lines[0].At(x) * lines[1].At(x * x);

    [Differentiable]
    [At(new double[] { 0.6, 1.2 }, new double[] { 0.8, -1.6 }, 0.9)]
    public static double Struct(PrivateVector a, PrivateVector b, double k)
    {
        a.Scale(k);
        b.X = a.X * k;
        return a.Dot(b) + (a + b).X;
    }

    [Differentiable]
    [At(new double[] { 0.6, 1.2 }, new double[] { 0.8, -1.6 })]
    public static PrivateVector StructResult(PrivateVector a, PrivateVector b)
    {
        a.Scale(b.X);
        return a + b;
    }

    [Differentiable]
    [Allocates("the elements of the adjoint")]
    [At(new double[] { 0.6, 1.2, 0.8, -1.6, 0.3, 0.4 }, 0.9)]
    public static double StructElements([Shape(3)] PrivateVector[] a, double k)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i].Scale(k);
            sum += a[i].Dot(a[0]);
        }

        return sum;
    }

    /// <summary>All of it can be assigned, but only its own constructor makes it.</summary>
    [Differentiable]
    [At(new double[] { 0.6, 1.2, 0.8 }, 0.9)]
    public static double Constructed([Shape(2)] ConstructedModel model, double x) => model.Scale * (model.Weights[0] + model.Weights[1] * x);
}

public sealed class PrivateLayer
{
    private readonly double[,] _weights;
    private readonly double[] _bias;

    public PrivateLayer(int size)
    {
        _weights = new double[size, size];
        _bias = new double[size];
    }

    public double[] Forward(double[] x)
    {
        var y = new double[_bias.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double sum = _bias[i];
            for (int j = 0; j < x.Length; j++) sum += _weights[i, j] * x[j];
            y[i] = Math.Tanh(sum);
        }

        return y;
    }
}

public sealed class PrivateNetwork(int size)
{
    private readonly PrivateLayer _first = new(size), _second = new(size);

    public double Predict(double[] x) => _second.Forward(_first.Forward(x))[0];
}

public sealed class PrivateOscillator
{
    private double _time;

    public double Position { get; private set; }

    public double Velocity { get; private set; }

    public void Step(double h, double k)
    {
        Velocity -= h * k * Position;
        Position += h * Velocity;
        _time += h;
    }

    public double Energy(double k) => 0.5 * Velocity * Velocity + 0.5 * k * Position * Position + _time;
}

public sealed class PrivateRates
{
    private readonly double _speed = 1.5, _level;

    public readonly double Volatility = 0.3;

    public PrivateRates(double level) => _level = 2 * level;

    public double Drift(double v) => _speed * (_level - v);
}

public sealed class PrivateOption(double strike)
{
    public double Strike { get; } = 2 * strike;

    public double Sigma { get; set; }

    public readonly double Rate = 0.03;

    public double Value(double s) => Math.Exp(-Rate) * (s - Strike) * Sigma;
}

public sealed class PrivateLine(double slope, double offset)
{
    public double At(double x) => slope * x + offset * x * x;
}

public abstract class PrivateBase
{
    private double _scale = 1;

    protected double Scale => _scale * _scale;
}

public sealed class PrivateDerived : PrivateBase
{
    private double _offset = 0.5;

    public double At(double x) => Scale * x + _offset;
}

public struct PrivateVector
{
    private double _x, _y;

    public double X
    {
        readonly get => _x;
        set => _x = value;
    }

    public PrivateVector(double length) => (_x, _y) = (length, 2 * length);

    public void Scale(double k)
    {
        _x *= k;
        _y *= k + 1;
    }

    public readonly double Dot(PrivateVector other) => _x * other._x + _y * other._y;

    public static PrivateVector operator +(PrivateVector a, PrivateVector b)
    {
        PrivateVector sum = a;
        sum._x += b._x;
        sum._y += b._y;
        return sum;
    }
}

public sealed class ConstructedModel
{
    public double[] Weights;
    public double Scale = 1;

    public ConstructedModel(int size) => Weights = new double[size];
}
