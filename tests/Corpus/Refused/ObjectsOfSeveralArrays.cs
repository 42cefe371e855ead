// expect: refused
// expect-id: DIFF0101 at: layer = others[0]
// expect-id: DIFF0101 at: Layer layer = layers[0];
// a variable for objects of one array is an index into it: an object from elsewhere has none
using AutoDiff;

namespace Corpus.Refused;

public static partial class ObjectsOfSeveralArrays
{
    public sealed class Layer
    {
        public double W;
    }

    [Differentiable]
    public static double OfAnother(Layer[] layers, Layer[] others, double x)
    {
        Layer layer = layers[0];
        if (x > 0) layer = others[0];
        return layer.W * x;
    }

    [Differentiable]
    public static double Made(Layer[] layers, double x)
    {
        Layer layer = layers[0];
        if (x > 0) layer = new Layer { W = x };
        return layer.W * x;
    }
}
