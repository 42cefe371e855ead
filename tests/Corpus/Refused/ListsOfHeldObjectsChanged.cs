// expect: refused
// expect-id: DIFF0101 at: book.Legs[0] = new Leg();
// expect-id: DIFF0101 at: leg.Flows.Add(3)
// expect-id: DIFF0101 at: leg.Flows.Add(f)
// lists that objects hold: another object in a place that may have a name, a list of an object that is in a list itself, a change while it is enumerated
using System.Collections.Generic;
using AutoDiff;

namespace Corpus.Refused;

public static partial class ListsOfHeldObjectsChanged
{
    public sealed class Leg
    {
        public List<double> Flows = new();
    }

    public sealed class Book
    {
        public List<Leg> Legs = new();
    }

    [Differentiable]
    [At(1.5)]
    public static double Replaced(double x)
    {
        var book = new Book();
        book.Legs.Add(new Leg());
        Leg first = book.Legs[0];
        book.Legs[0] = new Leg();
        return x * (first.Flows.Count + 1);
    }

    [Differentiable]
    [At(1.5)]
    public static double FilledLater(double x)
    {
        var book = new Book();
        var leg = new Leg();
        leg.Flows.Add(x);
        book.Legs.Add(leg);
        leg.Flows.Add(3);
        double sum = 0;
        foreach (Leg each in book.Legs) sum += each.Flows[0] * x;
        return sum;
    }

    [Differentiable]
    [At(1.5)]
    public static double Enumerated(double x)
    {
        var leg = new Leg();
        leg.Flows.Add(x);
        foreach (double f in leg.Flows) leg.Flows.Add(f);
        return leg.Flows[0];
    }
}
