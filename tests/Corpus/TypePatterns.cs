using System;
using System.Collections.Generic;
using System.Linq;
using AutoDiff;

namespace Corpus;

/// <summary>Records of one family told apart by patterns, also those that hold each other.</summary>
public static partial class TypePatterns
{
    public abstract record Expr2;
    public record Const(double V) : Expr2;
    public record Add(Expr2 A, Expr2 B) : Expr2;
    public record Mul(Expr2 A, Expr2 B) : Expr2;
    static double Eval(Expr2 e) => e switch
    {
        Const c => c.V,
        Add (var a, var b) => Eval(a) + Eval(b),
        Mul (var a, var b) => Eval(a) * Eval(b),
        _ => 0
    };
    [Differentiable]
    [At(2.0, 3.0)]
    public static double Tree(double x, double y) => Eval(new Add(new Const(x), new Mul(new Const(y), new Const(x))));
    public abstract record Shape3;
    public sealed record Circle3(double R) : Shape3;
    public sealed record Rect3(double W, double H) : Shape3;
    static double Area(Shape3 s) => s switch
    {
        Circle3 c => Math.PI * c.R * c.R,
        Rect3 { W: var w, H: var h } => w * h,
        _ => throw new NotSupportedException()};
    [Differentiable]
    [At(2.0, 3.0)]
    public static double Areas(double x, double y) => Area(new Circle3(x)) + Area(new Rect3(x, y));
    [Differentiable]
    [Allocates("the array")]
    [At(2.0, 3.0)]
    public static double AreaList(double x, double y)
    {
        Shape3[] shapes = [new Circle3(x), new Rect3(x, y), new Circle3(y)];
        double s = 0;
        foreach (var f in shapes)
            s += Area(f);
        return s;
    }

    [Differentiable]
    [At(2.0, 3.0)]
    [At(-2.0, 3.0)]
    public static double IsTest(double x, double y)
    {
        Shape3 s = x > 0 ? new Circle3(x) : new Rect3(x, y);
        if (s is Circle3 c)
            return c.R * 2;
        return ((Rect3)s).W * y;
    }
}
