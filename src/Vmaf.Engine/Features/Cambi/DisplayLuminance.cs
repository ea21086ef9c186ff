namespace Vmaf.Engine.Features.Cambi;

/// <summary>Luminance of 10-bit luma in limited range, as a display shows it (ITU-R BT.1886, SMPTE ST 2084; libvmaf, luminance_tools.c).</summary>
internal static class DisplayLuminance
{
    /// <summary>Luma of black.</summary>
    public const int Black = 64;

    /// <summary>Luma of white.</summary>
    public const int White = 940;

    private const double Gamma = 2.4;
    private const double WhiteLuminance = 300;
    private const double BlackLuminance = 0.01;

    /// <summary>Luminance in cd/m²; luma outside the limited range counts as its nearest end.</summary>
    /// <param name="luma">10-bit luma.</param>
    /// <param name="transfer">The display's transfer function.</param>
    public static double Of(int luma, TransferFunction transfer)
    {
        double signal = (double)(Math.Clamp(luma, Black, White) - Black) / (White - Black);
        return transfer == TransferFunction.Bt1886 ? Bt1886(signal) : PerceptualQuantizer(signal);
    }

    private static double Bt1886(double signal)
    {
        double white = Math.Pow(WhiteLuminance, 1 / Gamma);
        double black = Math.Pow(BlackLuminance, 1 / Gamma);
        double gain = Math.Pow(white - black, Gamma);
        double lift = black / (white - black);
        return gain * Math.Pow(Math.Max(signal + lift, 0), Gamma);
    }

    private static double PerceptualQuantizer(double signal)
    {
        const double M1 = 0.1593017578125;
        const double M2 = 78.84375;
        const double C1 = 0.8359375;
        const double C2 = 18.8515625;
        const double C3 = 18.6875;
        const double PeakLuminance = 10000;
        double root = Math.Pow(signal, 1 / M2);
        return PeakLuminance * Math.Pow(Math.Max(root - C1, 0) / (C2 - (C3 * root)), 1 / M1);
    }
}
