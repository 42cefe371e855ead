using System;
using AutoDiff;

namespace Corpus;

/// <summary>Partial types in partial types, of every kind and accessibility.</summary>
public static partial class NestedTypes
{
    [Differentiable]
    [At(0.8)]
    public static double Outer(double x) => Middle.Inner.Deep(x) * Middle.Half(x);

    internal partial class Middle
    {
        private const double Two = 2;

        [Differentiable]
        [At(0.8)]
        internal static double Half(double x) => x / Two;

        public sealed partial class Inner
        {
            [Differentiable]
            [At(0.8)]
            public static double Deep(double x) => Math.Exp(Half(x)) + Private(x);

            [Differentiable]
            [At(0.8)]
            private static double Private(double x) => Math.Sin(x);

            [Differentiable]
            [At(0.8)]
            internal static double Internal(double x) => Private(x) * x;
        }
    }

    public partial struct Structure
    {
        [Differentiable]
        [At(0.8, 3)]
        public static double InStruct(double x, int n) => x * n + Math.Log(x);
    }

    public abstract partial record Record
    {
        [Differentiable]
        [At(0.8)]
        protected internal static double InRecord(double x) => x * x * x;

        [Differentiable]
        [At(0.8)]
        protected static double Protected(double x) => InRecord(x) + x;
    }

    public partial interface IInterface
    {
        [Differentiable]
        [At(0.8)]
        static double InInterface(double x) => Math.Cosh(x);
    }
}
