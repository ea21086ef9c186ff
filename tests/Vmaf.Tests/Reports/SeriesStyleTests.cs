using Vmaf.Engine.Reports;
using Xunit;

namespace Vmaf.Tests.Reports;

public sealed class SeriesStyleTests
{
    [Fact]
    public void Sixteen_lines_differ()
    {
        Assert.Equal(16, Enumerable.Range(0, 16).Select(SeriesStyle.PageClass).Distinct().Count());
        Assert.Equal(16, Enumerable.Range(0, 16).Select(SeriesStyle.DrawingClass).Distinct().Count());
    }
}
