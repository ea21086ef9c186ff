using System.Globalization;
using Vmaf.Engine.Reports;
using Xunit;

namespace Vmaf.Tests.Reports;

public class ReportNumberTests
{
    /// <summary>Texts from glibc's printf with the format that libvmaf's rule picks.</summary>
    [Theory]
    [InlineData(0.0, "0.000000")]
    [InlineData(1.0, "1.000000")]
    [InlineData(0.5, "0.500000")]
    [InlineData(1e-07, "0.0000001000000000")]
    [InlineData(1.0000001, "1.0000001000000001")]
    [InlineData(0.0078125, "0.007812")]
    [InlineData(92.0078125, "92.007812")]
    [InlineData(-0.0078125, "-0.007812")]
    [InlineData(1.0234375, "1.023438")]
    [InlineData(0.9999995, "1.000000")]
    [InlineData(123456.7890625, "123456.789062")]
    [InlineData(5e-07, "0.0000005000000000")]
    [InlineData(1e-06, "0.000001")]
    [InlineData(2.5e-06, "0.000003")]
    [InlineData(-3.0000000004, "-3.0000000004000000")]
    [InlineData(1000000000000000.0, "1000000000000000.000000")]
    [InlineData(0.30000000000000004, "0.300000")]
    [InlineData(2147483647.5, "2147483647.500000")]
    [InlineData(76.66783025, "76.667830")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Numbers_look_as_in_libvmaf(double value, string text) => Assert.Equal(text, ReportNumber.Format(value, null));

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("1234.500000", ReportNumber.Format(1234.5, null));
            Assert.Equal("1234.5", ReportNumber.Format(1234.5, 6));
            Assert.Equal(SampleLogs.Xml.ReplaceLineEndings("\n"), ReportWriterTests.Text(SampleLogs.Report(), ReportFormat.Xml));
            Assert.Equal(SampleLogs.Json.ReplaceLineEndings("\n"), ReportWriterTests.Text(SampleLogs.Report(), ReportFormat.Json));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1.0 / 3, 3, "0.333")]
    [InlineData(98.7654321, 6, "98.7654")]
    [InlineData(100.0, 17, "100")]
    public void Precision_counts_significant_digits(double value, int digits, string text) =>
        Assert.Equal(text, ReportNumber.Format(value, digits));

    [Fact]
    public void Seventeen_digits_read_back_to_the_same_number()
    {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                Assert.True(ReportNumber.TryParse(ReportNumber.Format(value, 17), out double read));
                Assert.Equal(value, read);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("abc")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    public void What_is_no_number_is_refused(string text) => Assert.False(ReportNumber.TryParse(text, out _));
}
