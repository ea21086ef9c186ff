using System.Text.RegularExpressions;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Html;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Reports.Html;

public sealed partial class HtmlReportBrowserTests
{
    [Theory]
    [InlineData(1, 1280)]
    [InlineData(3, 390)]
    public void A_browser_draws_the_page_without_complaint(int resultCount, int width)
    {
        PresentedResult[] results =
            [.. Enumerable.Range(0, resultCount).Select(index => SampleResults.Presented($"</script>{index}", SampleResults.Wandering(60, offset: -5 * index)))];

        (string elements, IReadOnlyList<string> console) = Open(results, "#frame=21", width);

        Assert.Empty(console);
        Assert.Contains("data-state=\"ready\"", elements, StringComparison.Ordinal);
        Match tooltip = Tooltip().Match(elements);
        Assert.Contains("Frame 21", tooltip.Value, StringComparison.Ordinal);
        foreach (PresentedResult result in results)
        {
            // As every browser rounds: to the nearest of two decimals.
            Assert.Contains($"<b>{result.Report.Frames[21].Score:F2}</b>", tooltip.Value, StringComparison.Ordinal);
        }

        // Score and two features, of each result.
        MatchCollection lines = Line().Matches(elements);
        Assert.Equal(3 * resultCount, lines.Count);
        Assert.All(lines, line => Assert.True(line.Groups["data"].Length > 100));
        Assert.Contains("class=\"bar", elements, StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_opens_a_long_film_and_draws_few_points_a_pixel()
    {
        (string elements, IReadOnlyList<string> console) = Open([PresentedResult.FromReport(SampleResults.Wandering(100_000))], string.Empty, 1280);

        Assert.Empty(console);
        Match line = Line().Match(elements);
        Assert.InRange(line.Groups["data"].Value.Count(letter => letter is 'L' or 'M'), 1000, 4000);
    }

    [Fact]
    public void A_frame_that_one_result_lacks_has_no_value_there()
    {
        PresentedResult[] results =
            [PresentedResult.FromReport(SampleResults.Wandering(3), "short"), PresentedResult.FromReport(SampleResults.Wandering(30), "long")];

        (string elements, IReadOnlyList<string> console) = Open(results, "#frame=20", 1280);

        Assert.Empty(console);
        Match tooltip = Tooltip().Match(elements);
        Assert.Contains("Frame 20", tooltip.Value, StringComparison.Ordinal);
        Assert.Contains("short</span><b>–</b>", tooltip.Value, StringComparison.Ordinal);
        Assert.Contains($"long</span><b>{results[1].Report.Frames[20].Score:F2}</b>", tooltip.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_the_clip_can_be_addressed()
    {
        (string elements, _) = Open([PresentedResult.FromReport(SampleResults.Wandering(1000))], "#frames=100-200", 1280);

        Assert.Contains("Frames 100 to 200", elements, StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_shows_features_without_a_score()
    {
        (string elements, IReadOnlyList<string> console) = Open([PresentedResult.FromReport(SampleResults.WithoutScores())], string.Empty, 1280);

        Assert.Empty(console);
        Assert.Contains("data-state=\"ready\"", elements, StringComparison.Ordinal);
        Assert.Single(Line().Matches(elements));
    }

    [Fact]
    public void A_browser_draws_a_chart_for_each_metric_and_for_each_other_feature()
    {
        (string elements, IReadOnlyList<string> console) = Open([PresentedResult.FromReport(SampleResults.WithNamedMetrics())], string.Empty, 1280);

        Assert.Empty(console);
        Assert.Equal(3, Line().Count(elements));
        Assert.Contains("<h3>PSNR</h3>", elements, StringComparison.Ordinal);
        Assert.Contains("<h3>Likeness of luminance</h3>", elements, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>PSNR</code></header>", elements, StringComparison.Ordinal);
    }

    private static (string Elements, IReadOnlyList<string> Console) Open(PresentedResult[] results, string place, int width)
    {
        Assert.SkipUnless(Browser.Path is not null, "Needs chromium or google-chrome on the PATH.");
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, "page.html");
        HtmlReport.Write(results, path);
        return Browser.Open(new Uri(path).AbsoluteUri + place, Path.Combine(folder.FullPath, "profile"), width);
    }

    [GeneratedRegex("<div class=\"tooltip\".*?</div></div>", RegexOptions.Singleline)]
    private static partial Regex Tooltip();

    [GeneratedRegex("<g class=\"line series-[0-9] dashes-[0-9]\"><path d=\"(?<data>[^\"]*)\"")]
    private static partial Regex Line();
}
