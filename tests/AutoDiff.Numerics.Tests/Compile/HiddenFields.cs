using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiff.Numerics.Tests.Compile;

/// <summary>What drivers read and fill private fields with: a class that stands beside them.</summary>
public static class HiddenFields
{
    private const string Text = """
        #nullable disable
        internal static class HiddenFields
        {
            public static T Hidden<T>(this object owner, string field) => (T)Find(owner.GetType(), field).GetValue(owner);

            public static T Make<T>(params (string Name, object Value)[] fields)
            {
                object made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(T));
                foreach ((string name, object value) in fields) Find(typeof(T), name).SetValue(made, value);
                return (T)made;
            }

            private static System.Reflection.FieldInfo Find(System.Type type, string field)
            {
                const System.Reflection.BindingFlags own = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly;
                int dot = field.IndexOf('.');
                for (; type != null; type = type.BaseType)
                    if (type.Name == field[..dot] && type.GetField(field[(dot + 1)..], own) is { } found) return found;
                throw new System.MissingFieldException(field);
            }
        }
        """;

    public static SyntaxTree Tree { get; } = CSharpSyntaxTree.ParseText(Text, CorpusText.Options, "DriverFields.cs");
}
