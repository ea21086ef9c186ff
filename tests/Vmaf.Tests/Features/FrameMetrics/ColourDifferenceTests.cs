using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>CIEDE2000 of whole pictures against the formula worked out sample by sample in double precision, with angles.</summary>
[Trait("Suite", "Kernel")]
public sealed class ColourDifferenceTests
{
    [Theory]
    [InlineData(8, 1u)]
    [InlineData(10, 2u)]
    [InlineData(16, 3u)]
    public void Agrees_with_the_formula_in_double_precision(int bitDepth, uint seed)
    {
        var format = new VideoFormat(211, 97, ChromaFormat.Yuv444, bitDepth);
        VideoFrame reference = TestFrames.Draw(format, seed);
        VideoFrame distorted = TestFrames.Draw(format, seed + 7);
        double expected = Expected(reference, distorted);
        double actual = MetricRun.Over("ciede", [reference], [distorted], SimdTiers.Current)[0, "ciede2000"];
        Assert.InRange(actual, expected - 2e-6, expected + 2e-6);
        reference.Release();
        distorted.Release();
    }

    private static double Expected(VideoFrame reference, VideoFrame distorted)
    {
        double sum = 0;
        VideoFormat format = reference.Format;
        for (int y = 0; y < format.Height; y++)
        {
            for (int x = 0; x < format.Width; x++)
            {
                sum += Difference(Lab(reference, x, y), Lab(distorted, x, y));
            }
        }

        return 45 - (20 * Math.Log10(sum / format.Width / format.Height));
    }

    private static double Sample(VideoFrame frame, int plane, int x, int y)
    {
        PlaneView view = frame.Plane(plane);
        double sample = view.BytesPerSample == 1 ? view.RowBytes(y)[x] : view.RowWords(y)[x];
        return sample / (1 << (view.BitDepth - 8));
    }

    private static (double L, double A, double B) Lab(VideoFrame frame, int x, int y)
    {
        double luma = (Sample(frame, 0, x, y) - 16) / 219;
        double u = (Sample(frame, 1, x, y) - 128) / 224;
        double v = (Sample(frame, 2, x, y) - 128) / 224;
        double r = Linear(luma + (1.28033 * v));
        double g = Linear(luma - (0.21482 * u) - (0.38059 * v));
        double b = Linear(luma + (2.12798 * u));
        double fx = Map(((r * 0.4124564390896921) + (g * 0.357576077643909) + (b * 0.18043748326639894)) / 0.95047);
        double fy = Map((r * 0.21267285140562248) + (g * 0.715152155287818) + (b * 0.07217499330655958));
        double fz = Map(((r * 0.019333895582329317) + (g * 0.119192025881303) + (b * 0.9503040785363677)) / 1.08883);
        return ((116 * fy) - 16, 500 * (fx - fy), 200 * (fy - fz));

        static double Linear(double c) => c > 10 / 255.0 ? Math.Pow((c + 0.055) / 1.055, 2.4) : c / 12.92;

        static double Map(double c) => c > 216 / 24389.0 ? Math.Cbrt(c) : ((24389 / 27.0 * c) + 16) / 116;
    }

    private static double Difference((double L, double A, double B) first, (double L, double A, double B) second)
    {
        double stretch = 1 + (0.5 * (1 - Saturation((Length(first.A, first.B) + Length(second.A, second.B)) / 2)));
        double chroma1 = Length(first.A * stretch, first.B);
        double chroma2 = Length(second.A * stretch, second.B);
        double hue1 = Hue(first.A * stretch, first.B);
        double hue2 = Hue(second.A * stretch, second.B);
        double chroma = (chroma1 + chroma2) / 2;
        bool isAcrossZero = Math.Abs(hue1 - hue2) > Math.PI;
        double hue = (hue1 + hue2 + (isAcrossZero ? 2 * Math.PI : 0)) / 2;
        double hueTurn = hue2 - hue1 + (isAcrossZero ? (hue2 <= hue1 ? 2 : -2) * Math.PI : 0);
        double hueStep = 2 * Math.Sqrt(chroma1 * chroma2) * Math.Sin(hueTurn / 2);

        double fromMiddle = Math.Pow(((first.L + second.L) / 2) - 50, 2);
        double dependence = 1 - (0.17 * Math.Cos(hue - (Math.PI / 6))) + (0.24 * Math.Cos(2 * hue))
            + (0.32 * Math.Cos((3 * hue) + (Math.PI / 30))) - (0.20 * Math.Cos((4 * hue) - (7 * Math.PI / 20)));
        double blue = Math.Exp(-Math.Pow(((hue * 180 / Math.PI) - 275) / 25, 2));
        double rotation = -2 * Saturation(chroma) * Math.Sin(Math.PI / 3 * blue);
        double l = (second.L - first.L) / (0.65 * (1 + (0.015 * fromMiddle / Math.Sqrt(20 + fromMiddle))));
        double c = (chroma2 - chroma1) / (1 + (0.045 * chroma));
        double h = hueStep / (4 * (1 + (0.015 * chroma * dependence)));
        return Math.Sqrt((l * l) + (c * c) + (h * h) + (rotation * c * h));

        static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

        static double Saturation(double chroma) => Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7)));

        static double Hue(double a, double b)
        {
            double angle = Math.Atan2(b, a);
            return angle < 0 ? angle + (2 * Math.PI) : angle;
        }
    }
}
