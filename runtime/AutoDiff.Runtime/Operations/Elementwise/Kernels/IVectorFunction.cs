using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>A function of real numbers, eight at a time.</summary>
interface IVectorFunction
{
    static abstract Vector512<double> Invoke(Vector512<double> x);
}
