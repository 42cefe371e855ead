// expect: refused
// expect-id: DIFF0101 at: r
// expect-id: DIFF0101 at: r
// expect-id: DIFF0101 at: r
// expect-id: DIFF0101 at: r
// expect-id: DIFF0101 at: r
// expect-id: DIFF0101 at: Line()
// objects that can change, in code that is not followed: it would be given another object; and calls that the compiler tells where they stand
using System.Runtime.CompilerServices;
using AutoDiff;

namespace Corpus;

public static partial class ObjectsInText
{
    public sealed class Counted
    {
        public int S;
        public double V;

        public void Try()
        {
            try
            {
                S += 2;
            }
            catch (System.Exception)
            {
                S = 9;
            }
        }

        public override string ToString()
        {
            S++;
            return "q" + S;
        }
    }

    public struct Recursive
    {
        public int S;
        public double V;

        public int Next(int k)
        {
            S++;
            return k == 0 ? S : Next(k - 1);
        }
    }

    private static void Tried(Counted r)
    {
        try
        {
            r.S += 2;
        }
        catch (System.Exception)
        {
            r.S = 9;
        }
    }

    private static int Line([CallerLineNumber] int line = 0) => line;

    [Differentiable]
    [At(0.7)]
    public static double Called(double x)
    {
        var r = new Counted { S = 1 };
        r.Try();
        return x * r.S;
    }

    [Differentiable]
    [At(0.7)]
    public static double Given(double x)
    {
        var r = new Counted { S = 1 };
        Tried(r);
        return x * r.S;
    }

    [Differentiable]
    [At(0.7)]
    public static double Shown(double x)
    {
        var r = new Counted { S = 1 };
        return $"{r}".Length * x * r.S;
    }

    [Differentiable]
    [At(0.7)]
    public static double Compared(double x)
    {
        var r = new Counted { S = 1 };
        return r.Equals(null) ? x : x * x;
    }

    [Differentiable]
    [At(0.7)]
    public static double OfStruct(double x)
    {
        var r = new Recursive { S = 1 };
        return r.Next(3) * x * r.S;
    }

    [Differentiable]
    [At(0.7)]
    public static double ToldWhere(double x) => x * Line();
}
