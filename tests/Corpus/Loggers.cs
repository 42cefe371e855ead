using System;
using AutoDiff;

namespace Corpus;

/// <summary>Text that is handed to loggers of one's own: statements without a derivative, run once.</summary>
public static partial class Loggers
{
    public interface ILog
    {
        void Info(string message);
        void Write(int level, string message);
    }

    private sealed class Silent : ILog
    {
        public void Info(string message)
        {
        }

        public void Write(int level, string message)
        {
        }
    }

    private static readonly ILog s_log = new Silent();
    private static void Log(string line) => s_log.Info(line);
    [Differentiable]
    [At(2.0)]
    [Allocates("the text")]
    public static double ByInterface(double x)
    {
        x *= x;
        s_log.Info($"x = {x:F2}");
        s_log.Write(2, "squared: " + $"{x}");
        return x;
    }

    [Differentiable]
    [At(2.0)]
    [Allocates("the text")]
    public static double ByHelper(double x)
    {
        double y = x * x;
        for (int i = 0; i < 3; i++)
        {
            y *= x;
            Log($"step {i}: {y}");
        }

        return y;
    }

    [Differentiable]
    [At(2.0, null!)]
    public static double ByDelegate(double x, Action<string>? log)
    {
        x *= x;
        log?.Invoke($"x = {x}");
        if (log != null)
            log($"x = {x}");
        return x;
    }

    [Differentiable]
    [At(2.0)]
    [Allocates("the text")]
    public static double ByVariable(double x)
    {
        string line = $"x = {x}";
        x *= x;
        line += $", {x}";
        s_log.Info(line);
        return x;
    }
}
