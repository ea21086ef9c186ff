using System.Text.RegularExpressions;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.PowerShell;

/// <summary>docs/conventions.md: each point says whether it holds, and the tests that it names as evidence exist.</summary>
public sealed partial class ConventionsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "conventions.md"));
    private static readonly string PesterFolder = Path.Combine(Repository.Root, "tests", "Pester");

    public static TheoryData<int> Points => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Points))]
    public void Point_says_whether_it_holds(int number)
    {
        Match point = Assert.Single(Regex.Matches(Document, $@"(?m)^{number}\. \*\*.+?\*\* \*(Holds\.|Holds in part: [^*]+\.)\* \S.*$"));
        bool isWhole = point.Groups[1].Value == "Holds.";
        string end = Document[Document.IndexOf("## What does not hold", StringComparison.Ordinal)..];
        Assert.NotEqual(isWhole, Regex.IsMatch(end, $@"(?m)^- (\d+, )*{number}(, \d+)*: "));
    }

    [Fact]
    public void Pester_files_and_tests_exist()
    {
        MatchCollection files = PesterFile().Matches(Document);
        Assert.NotEmpty(files);
        foreach (Match file in files)
        {
            string text = File.ReadAllText(Path.Combine(PesterFolder, file.Groups[1].Value));
            IEnumerable<string> fragments = Emphasis().Matches(file.Groups[2].Value)
                .SelectMany(name => name.Groups[1].Value.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            Assert.All(fragments, fragment => Assert.Contains(fragment, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Test_classes_and_methods_exist()
    {
        Dictionary<string, Type> classes = typeof(ConventionsDocumentTests).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .ToDictionary(type => type.Name, StringComparer.Ordinal);
        MatchCollection named = TestClass().Matches(Document);
        Assert.NotEmpty(named);
        foreach (Match match in named)
        {
            Assert.True(classes.TryGetValue(match.Groups[1].Value, out Type? type), match.Value);
            Assert.True(match.Groups[2].Value is "" || type.GetMethod(match.Groups[2].Value) is not null, match.Value);
        }
    }

    [GeneratedRegex(@"`([\w-]+\.Tests\.ps1)`(?: \(([^)]*)\))?")]
    private static partial Regex PesterFile();

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex TestClass();
}
