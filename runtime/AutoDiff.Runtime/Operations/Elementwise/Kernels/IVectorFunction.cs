using System.Runtime.Intrinsics;

namespace AutoDiff;

/// <summary>A function of real numbers, eight at a time.</summary>
interface IVectorFunction
{
    static abstract Vector512<double> Invoke(Vector512<double> x);

    /// <summary>Whether there is a version in single precision, which is faster and less accurate.</summary>
    static virtual bool HasSingle => false;

    /// <summary>The version in single precision, if there is one.</summary>
    static virtual Vector512<float> Invoke(Vector512<float> x) => throw new NotSupportedException();
}
