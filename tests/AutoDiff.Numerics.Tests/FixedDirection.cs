namespace AutoDiff.Numerics.Tests;

/// <summary>Numbers without pattern, the same in every run: moduli between ½ and 3/2, either sign, exact in single precision.</summary>
public static class FixedDirection
{
    public static double[] Of(int length, uint seed)
    {
        var numbers = new double[length];
        uint state = seed * 2654435769u + 1;
        for (int i = 0; i < length; i++)
        {
            // xorshift32 (Marsaglia 2003)
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            double modulus = 0.5 + ((state >> 12) & 0xFFFF) / 65536.0;
            numbers[i] = (state & 1) == 0 ? modulus : -modulus;
        }

        return numbers;
    }
}
