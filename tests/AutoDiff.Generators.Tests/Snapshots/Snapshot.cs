using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.Renderer;
using Xunit;

namespace AutoDiff.Generators.Tests.Snapshots;

/// <summary>
/// Compares text with a file beside the test, in Verify's conventions: <c>Class.Name.verified.ext</c> is what was approved,
/// <c>Class.Name.received.ext</c> what came instead. Verify.SourceGenerators could take its place.
/// </summary>
/// <remarks>Setting <c>ACCEPT_SNAPSHOTS=1</c> approves what comes: read the difference in version control.</remarks>
internal static class Snapshot
{
    private static bool Accepts => Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    public static void Match(string name, string text, string extension = "txt", [CallerFilePath] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(test)!, Path.GetFileNameWithoutExtension(test) + "." + name);
        string verified = stem + ".verified." + extension, received = stem + ".received." + extension;
        string actual = Normalized(text);
        string expected = File.Exists(verified) ? Normalized(File.ReadAllText(verified)) : "";
        File.Delete(received);
        if (actual == expected) return;
        File.WriteAllText(Accepts ? verified : received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (Accepts) return;
        Assert.Fail($"{Path.GetFileName(verified)} differs; ACCEPT_SNAPSHOTS=1 approves what came.\n"
            + UnidiffRenderer.GenerateUnidiff(expected, actual, Path.GetFileName(verified), Path.GetFileName(received)));
    }

    private static string Normalized(string text) => text.Replace("\r\n", "\n").TrimEnd('\n') + "\n";
}
