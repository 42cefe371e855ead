namespace QuickStart;

/// <summary>Prints, and counts the figures that were checked.</summary>
internal sealed class Report(TextWriter output)
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public void Title(string text)
    {
        output.WriteLine(text);
        output.WriteLine(new string('-', text.Length));
    }

    public void Line(string text = "") => output.WriteLine(text.Length == 0 ? "" : "  " + text);

    /// <summary>A line that ends in a verdict.</summary>
    public void Check(string text, bool right)
    {
        if (right) Right++;
        else Wrong++;
        Line($"{text,-70}  {(right ? "right" : "WRONG")}");
    }
}
