// expect: refused
// expect-id: DIFF0103 at: ModeLibrary.InAnArray(x)
// expect-id: DIFF0103 at: ModeLibrary.Boxed(x)
// expect-id: DIFF0103 at: ModeLibrary.Compared(x)
// expect-id: DIFF0103 at: ModeLibrary.OfAType(x)
// expect-id: DIFF0103 at: ModeLibrary.Parsed(x)
// expect-id: DIFF0103 at: ModeLibrary.Missing(x)
// expect-id: DIFF0103 at: ModeLibrary.Flagged(x)
// expect-id: DIFF0103 at: ModeLibrary.Joined(x)
// what is more than the numbers of a private enumeration: they stood for it here
using System;
using AutoDiff;

namespace Corpus.Refused;

public static class ModeLibrary
{
    [Flags]
    private enum Mode
    {
        None,
        Left = 1,
        Right = 2,
    }

    private static int Ask(object value) => value is Enum ? 1 : 2;

    private static Mode? Find(int i) => i > 0 ? Mode.Right : null;

    public static double InAnArray(double x)
    {
        Mode[] modes = [Mode.Left, Mode.Right];
        double s = 0;
        foreach (Mode mode in modes) s = s * x + (int)mode;
        return s * x;
    }

    public static double Boxed(double x) => x * Ask(Mode.Right);

    public static double Compared(double x) => Equals(Mode.Right, 2) ? x * x : x;

    public static double OfAType(double x) => typeof(Mode).IsEnum ? x * x : x;

    public static double Parsed(double x) => x * (int)Enum.Parse<Mode>("Right");

    public static double Missing(double x) => x * (int)(Find(1) ?? Mode.None);

    public static double Flagged(double x) => Mode.Left.HasFlag(Mode.Right) ? x * x : x;

    public static double Joined(double x) => x * ("a" + Mode.Right).Length;
}

public static partial class PrivateEnumerations
{
    [Differentiable]
    [At(0.7)]
    public static double InAnArray(double x) => ModeLibrary.InAnArray(x);

    [Differentiable]
    [At(0.7)]
    public static double Boxed(double x) => ModeLibrary.Boxed(x);

    [Differentiable]
    [At(0.7)]
    public static double Compared(double x) => ModeLibrary.Compared(x);

    [Differentiable]
    [At(0.7)]
    public static double OfAType(double x) => ModeLibrary.OfAType(x);

    [Differentiable]
    [At(0.7)]
    public static double Parsed(double x) => ModeLibrary.Parsed(x);

    [Differentiable]
    [At(0.7)]
    public static double Missing(double x) => ModeLibrary.Missing(x);

    [Differentiable]
    [At(0.7)]
    public static double Flagged(double x) => ModeLibrary.Flagged(x);

    [Differentiable]
    [At(0.7)]
    public static double Joined(double x) => ModeLibrary.Joined(x);
}
