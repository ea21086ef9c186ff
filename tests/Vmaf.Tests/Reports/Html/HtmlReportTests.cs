using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Html;
using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Reports.Html;

public sealed class HtmlReportTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(11)]
    public void Every_element_is_closed(int resultCount)
    {
        var page = new HtmlPage([.. Enumerable.Range(0, resultCount).Select(index => SampleResults.Presented($"{index}", SampleResults.Wandering(20)))]);

        Assert.Contains("Worst frames", page.Texts);
        Assert.Equal(resultCount == 1, page.Texts.Contains("summary"));
        Assert.Equal(resultCount > 1, page.Texts.Contains("Comparison"));
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>.y4m")]
    [InlineData("\" onmouseover='alert(1)' x=\".y4m")]
    [InlineData("<!--<script>&amp;&lt;é😀\u202E.y4m")]
    [InlineData("a\nb\0c.y4m")]
    public void Names_are_never_taken_for_markup(string name)
    {
        var page = new HtmlPage(SampleResults.Presented(name, SampleResults.Wandering(5)), SampleResults.Presented("b", SampleResults.Wandering(5)));

        Assert.Equal(2, page.Source.Split("<script").Length - 1);
        Assert.DoesNotContain("<!--", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("onmouseover='", page.Source, StringComparison.Ordinal);
        Assert.Equal(name, page.Data.GetProperty("results")[0].GetProperty("name").GetString());
        if (!name.Contains('\0', StringComparison.Ordinal))
        {
            Assert.Contains(name, page.Texts);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_numbers_of_the_charts_are_those_of_the_result_to_the_last_bit(int stride)
    {
        Report report = SampleResults.Wandering(40, stride);

        JsonElement result = new HtmlPage(PresentedResult.FromReport(report)).Data.GetProperty("results")[0];

        JsonElement frames = result.GetProperty("frames");
        Assert.Equal((40, 0, stride), (frames.GetProperty("count").GetInt32(), frames.GetProperty("first").GetInt32(), frames.GetProperty("step").GetInt32()));
        JsonElement[] series = [.. result.GetProperty("features").EnumerateArray(), .. result.GetProperty("scores").EnumerateArray()];
        Assert.Equal(report.Names.All, series.Select(each => each.GetProperty("name").GetString()));
        foreach ((JsonElement each, string name) in series.Zip(report.Names.All))
        {
            double?[] expected = [.. report.Frames.Select(frame => frame.Metrics[name])];
            Assert.Equal(expected, HtmlPage.Decode(each.GetProperty("values")).Select(value => double.IsNaN(value) ? (double?)null : value));
            double? mean = report.Metrics[report.Names.IndexOf(name)].Pooled?.Mean;
            Assert.Equal(mean, each.GetProperty("mean").ValueKind == JsonValueKind.Null ? null : each.GetProperty("mean").GetDouble());
        }
    }

    [Fact]
    public void Frames_at_uneven_steps_keep_their_indices()
    {
        Report even = SampleResults.Wandering(4);
        var names = new MetricNames([], ["vmaf"]);
        FrameScore[] frames = [new(0, names, [1]), new(5, names, [2]), new(6, names, [3])];
        var report = new Report { Names = names, Frames = frames, Metrics = MetricSummary.FromFrames(names, frames), Aggregates = even.Aggregates };

        JsonElement data = new HtmlPage(PresentedResult.FromReport(report)).Data.GetProperty("results")[0].GetProperty("frames");

        Assert.Equal([0, 5, 6], HtmlPage.Decode(data.GetProperty("indices")));
    }

    [Fact]
    public void The_page_loads_nothing_and_its_policy_allows_only_what_is_in_it()
    {
        var page = new HtmlPage(SampleResults.Presented("a", SampleResults.Wandering(5)));

        string policy = page.Texts.Single(text => text.StartsWith("default-src", StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src '{Hash(page.Script)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src '{Hash(page.Style)}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        string withoutNamespaces = page.Source.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal);
        Assert.DoesNotContain("://", withoutNamespaces, StringComparison.Ordinal);
        Assert.DoesNotContain("url(\"", withoutNamespaces, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", withoutNamespaces, StringComparison.Ordinal);
        Assert.All(page.Texts.Where(text => text.Contains("data:image", StringComparison.Ordinal)), text => Assert.StartsWith("data:image/png;base64,", text, StringComparison.Ordinal));

        static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_same_results_make_the_same_bytes_under_every_culture(string culture)
    {
        PresentedResult result = SampleResults.Presented("a", SampleResults.Wandering(1500));
        string expected = new HtmlPage(result, result).Source;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, new HtmlPage(result, result).Source);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_reader_finds_score_meaning_reasons_and_facts_without_any_script()
    {
        Report report = SampleResults.Wandering(20);

        IReadOnlyList<string> texts = new HtmlPage(SampleResults.Presented("clip.y4m", report)).Texts;

        Assert.Contains(report.Score!.Value.ToString("0.00", CultureInfo.InvariantCulture), texts);
        Assert.Contains("good", texts);
        Assert.Contains("Why clip.y4m is so", texts);
        Assert.Contains("A note on clip.y4m", texts);
        Assert.Contains("Frame 3 ", texts);
        Assert.Contains("0:00.120", texts);
        Assert.Contains("55.50", texts);
        Assert.Contains("+4.5", texts);
        Assert.Contains("Reference, Frame 3", texts);
        Assert.Contains("640 × 360", texts);
        Assert.Contains("apsnr_y", texts);
        Assert.Contains("20 (0 to 19)", texts);
    }

    [Fact]
    public void Results_without_score_and_without_finite_values_make_a_page_too()
    {
        var page = new HtmlPage(PresentedResult.FromReport(SampleResults.WithoutScores()));
        Assert.DoesNotContain("Score over time", page.Texts);
        Assert.Contains("Features", page.Texts);

        page = new HtmlPage(PresentedResult.FromReport(SampleResults.WithScores(double.NaN, double.NaN)));
        Assert.Contains("There is no mean score: some frame has none.", page.Texts);
        Assert.DoesNotContain("Score over time", page.Texts);
        Assert.Empty(page.Data.GetProperty("results")[0].GetProperty("features").EnumerateArray());
    }

    [Fact]
    public void Each_series_stands_once_under_the_name_that_was_asked_for()
    {
        var page = new HtmlPage(PresentedResult.FromReport(SampleResults.WithNamedMetrics()));

        JsonElement result = page.Data.GetProperty("results")[0];
        Assert.Equal(["SSIM", "PSNR"], result.GetProperty("metrics").EnumerateArray().Select(series => series.GetProperty("name").GetString()));
        Assert.Equal(["SSIM", "PSNR"], result.GetProperty("metrics").EnumerateArray().Select(series => series.GetProperty("title").GetString()));
        Assert.Equal(["float_ssim_l"], result.GetProperty("features").EnumerateArray().Select(series => series.GetProperty("name").GetString()));
        Assert.Contains("Metrics", page.Texts);
        Assert.Contains("31.5000", page.Texts);
        Assert.DoesNotContain("float_psnr", page.Texts);
        Assert.DoesNotContain(page.Texts, text => text.Contains("viewers", StringComparison.Ordinal));
    }

    [Fact]
    public void Results_without_score_are_compared_by_their_metrics()
    {
        Report report = SampleResults.WithoutScores();
        using var writer = new StringWriter();
        HtmlReport.Write([PresentedResult.FromReport(report, "a"), PresentedResult.FromReport(report, "b")], writer);
        string page = writer.ToString();
        int start = page.IndexOf("id=\"comparison\"", StringComparison.Ordinal);
        string section = page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
        Assert.Contains($"data-label=\"{report.Names.Features[0]}\"", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Harmonic mean", section, StringComparison.Ordinal);
        Assert.DoesNotContain("xcellent", section, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_film_makes_a_page_of_bearable_size()
    {
        const int FrameCount = 100_000;
        string page = new HtmlPage(PresentedResult.FromReport(SampleResults.Wandering(FrameCount))).Source;

        // Three metrics of eight bytes in base64.
        Assert.InRange(page.Length, FrameCount * 3 * 8 * 4 / 3, (FrameCount * 3 * 8 * 4 / 3) + 200_000);
    }

    [Fact]
    public void A_page_is_written_through_the_writer_of_reports_too()
    {
        using var writer = new StringWriter();
        ReportWriter.Write(SampleResults.Wandering(5), writer, ReportFormat.Html);
        Assert.StartsWith("<!DOCTYPE html>", writer.ToString(), StringComparison.Ordinal);
        Assert.Equal(ReportFormat.Html, ReportFileNames.FormatOf("a.HTML"));
    }
}
