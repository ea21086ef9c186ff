using System.Reflection;
using System.Text.RegularExpressions;
using Vmaf.Engine.Errors;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.PowerShell;

/// <summary>The help pages in docs/en-US against the cmdlets and the error ids they describe.</summary>
public sealed class HelpDocumentationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "en-US");

    public static TheoryData<Type> Cmdlets => [.. CmdletTypes.All];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Page_describes_the_parameters_that_there_are(Type cmdlet)
    {
        IEnumerable<string> real = cmdlet.GetProperties()
            .Where(property => CmdletTypes.Attribute(property, "ParameterAttribute") is not null)
            .Select(property => property.Name)
            .Concat(SupportsShouldProcess(cmdlet) ? ["WhatIf", "Confirm"] : []);
        Assert.Equal(real.Order(StringComparer.Ordinal), Headings(Page(cmdlet), "### -").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Syntax_names_every_parameter(Type cmdlet)
    {
        string page = Page(cmdlet);
        string syntax = page[page.IndexOf("## SYNTAX", StringComparison.Ordinal)..page.IndexOf("## ALIASES", StringComparison.Ordinal)];
        Assert.All(Headings(page, "### -"), parameter => Assert.Matches($@"\[?-{parameter}\b", syntax));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Page_has_at_least_three_examples(Type cmdlet) => Assert.True(Headings(Page(cmdlet), "### Example ").Count() >= 3);

    [Theory]
    [InlineData("docs/en-US/about_Vmaf_Errors.md", "### ")]
    [InlineData("en-US/about_Vmaf_Errors.help.txt", "  ")]
    public void Every_error_id_has_a_remedy_and_every_remedy_an_id(string file, string heading)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, file));
        IEnumerable<string> ids = typeof(VmafErrorIds)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);
        string[] documented = [.. Headings(text, heading + "Vmaf").Select(rest => "Vmaf" + rest)];
        Assert.Equal(ids.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        Assert.Equal(documented.Length, Regex.Count(text, @"(?m)^ *Remedy: \S"));
    }

    [Fact]
    public void Help_that_is_shipped_is_made_of_all_pages()
    {
        string shipped = Path.Combine(Repository.Root, "en-US");
        string maml = File.ReadAllText(Path.Combine(shipped, "Vmaf.PowerShell.dll-Help.xml"));
        Assert.All(CmdletTypes.Names, name => Assert.Contains($"<command:name>{name}</command:name>", maml, StringComparison.Ordinal));
        Assert.All(
            Directory.EnumerateFiles(Folder, "about_*.md"),
            page => Assert.True(File.Exists(Path.Combine(shipped, Path.GetFileNameWithoutExtension(page) + ".help.txt")), page));
    }

    private static string Page(Type cmdlet) => File.ReadAllText(Path.Combine(Folder, CmdletTypes.Name(cmdlet) + ".md"));

    private static IEnumerable<string> Headings(string page, string start) =>
        Regex.Matches(page, $@"(?m)^{Regex.Escape(start)}(\S+?):?(?:$| )").Select(match => match.Groups[1].Value.TrimEnd('\r'));

    private static bool SupportsShouldProcess(Type cmdlet) =>
        CmdletTypes.Attribute(cmdlet, "CmdletAttribute")!.NamedArguments
            .Any(argument => argument.MemberName == "SupportsShouldProcess" && argument.TypedValue.Value is true);
}
