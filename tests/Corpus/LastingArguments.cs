using System;
using System.Collections.Generic;
using System.Text;
using AutoDiff;

namespace Corpus;

/// <summary>Methods that are given things without numbers, which change afterwards, or which they change themselves: their adjoints run at the end.</summary>
public static partial class LastingArguments
{
    [Differentiable]
    [At(new ulong[] { 3 }, 0.7)]
    public static double Drawn(ulong[] state, double x)
    {
        state[0] = unchecked((state[0] * 6364136223846793005UL) + 1442695040888963407UL);
        return x * x * (state[0] >> 60);
    }

    [Differentiable]
    [At(0.7)]
    [Allocates("the state of the generator is kept for each call")]
    public static double WithAGenerator(double x)
    {
        ulong[] state = [3];
        double s = 0;
        for (int i = 0; i < 4; i++) s += Drawn(state, x + s * 0.01);
        return s;
    }

    [Differentiable]
    [At(new bool[] { false }, 0.7)]
    public static double Toggled(bool[] on, double x)
    {
        on[0] = !on[0];
        return on[0] ? x * x : x;
    }

    [Differentiable]
    [At(new string[] { "ab" }, 0.7)]
    public static double Named(string[] names, double x) => x * x * names[0].Length;

    [Differentiable]
    [At(new char[] { 'c' }, 0.7)]
    public static double Lettered(char[] letters, double x) => x * x * (letters[0] - 'a');

    [Differentiable]
    [At(0.7)]
    [Allocates("the arrays are kept for each call")]
    public static double WithArrays(double x)
    {
        bool[] on = [false];
        string[] names = ["a"];
        char[] letters = ['b'];
        double s = x;
        for (int i = 0; i < 3; i++)
        {
            s += Toggled(on, s) + Named(names, x) * Lettered(letters, s * 0.1);
            names[0] += "b";
            letters[0]++;
        }

        return s;
    }

    [Differentiable]
    [At(null!, 0.7, Throws = typeof(NullReferenceException))]
    public static double Long(StringBuilder text, double x) => x * x * text.Length;

    [Differentiable]
    [At(null!, 0.7, Throws = typeof(NullReferenceException))]
    public static double Looked(Dictionary<string, int> table, double x) => x * x * table["a"];

    [Differentiable]
    [At(null!, 0.7, Throws = typeof(NullReferenceException))]
    public static double First(int[][] table, double x) => x * x * table[0][0];

    [Differentiable]
    [At(null!, 0.7, Throws = typeof(NullReferenceException))]
    public static double Advanced(IEnumerator<int> numbers, double x)
    {
        numbers.MoveNext();
        return x * x * numbers.Current;
    }

    private static void Change(Dictionary<string, int> table) => table["a"]++;

    private static void Change(int[][] table) => table[0][0] += 2;

    [Differentiable]
    [At(0.7)]
    [Allocates("the collections")]
    public static double WithCollections(double x)
    {
        var text = new StringBuilder("a");
        var table = new Dictionary<string, int> { ["a"] = 2 };
        int[][] rows = [[1]];
        IEnumerator<int> numbers = new List<int> { 2, 3, 4 }.GetEnumerator();
        double s = x;
        for (int i = 0; i < 3; i++)
        {
            s += Long(text, x) * Looked(table, s * 0.1) + First(rows, x) * Advanced(numbers, s * 0.1);
            text.Append('b');
            Change(table);
            Change(rows);
        }

        return s;
    }
}
