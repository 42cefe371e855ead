namespace Corpus
{
    using System;
    using System.Runtime.CompilerServices;
    using AutoDiff;
    using Numbers = double[];

    /// <summary>
    /// Layouts of source that have nothing to do with mathematics: a block namespace, directives, comments, several parts.
    /// </summary>
    public static partial class SourceForms
    {
        [Differentiable, At(0.7)]
        public static double OnOneLine(double x) { double y = x * x; if (y > 1) { return y; } return y + x; }

        /// <summary>Has a <c>doc comment</c> &amp; an attribute of the framework.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>Its cube.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        [AutoDiff.DifferentiableAttribute]
        [At(0.7)]
        public static double WithOtherAttributes(double x) => x * x * x;

        [Differentiable]
        [At(0.7)]
        static
            double
            OverManyLines(
            double
                x)
        {
            /* a comment */ double y = // another
                x
                *
                x /* and one inside */ + 1;
#region a region
#if NEVER_DEFINED
            y = this is not even C#;
#else
            y *= x;
#endif
#endregion
            ;
            { { y += 1; } }
            return (((y)));
        }

        [Differentiable]
        [At(new double[] { 1, 2, 3 })]
        public static double ArrayUnderAnAlias(Numbers numbers)
        {
            var total = 0.0;
            foreach (var n in numbers) total += n * n;
            return total;
        }
    }

    public static partial class SourceForms
    {
        [Differentiable]
        [At(0.7)]
        public static double InAnotherPart(double x) => WithOtherAttributes(x) + OverManyLines(x) * Math.Exp(OnOneLine(x));
    }
}
