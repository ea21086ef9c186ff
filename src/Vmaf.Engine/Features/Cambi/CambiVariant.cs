using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>What one option set means for one video format.</summary>
internal sealed class CambiVariant
{
    private const int SmoothedBitDepth = 10;

    /// <summary>Reads the options.</summary>
    /// <param name="options">Options of <see cref="CambiDefinition"/>.</param>
    /// <param name="format">Format of both videos.</param>
    /// <exception cref="VmafException">The options contradict each other, or do not fit the format.</exception>
    public CambiVariant(FeatureOptionSet options, VideoFormat format)
    {
        Options = options;
        bool hasEncodeSize = options.Integer(CambiDefinition.EncodeWidth) != 0 && options.Integer(CambiDefinition.EncodeHeight) != 0;
        int width = hasEncodeSize ? options.Integer(CambiDefinition.EncodeWidth) : format.Width;
        int height = hasEncodeSize ? options.Integer(CambiDefinition.EncodeHeight) : format.Height;

        // Pictures that were scaled down after decoding are not scaled up again.
        (width, height) = width > format.Width || height > format.Height ? (format.Width, format.Height) : (width, height);
        bool hasSourceSize = options.Integer(CambiDefinition.SourceWidth) != 0 && options.Integer(CambiDefinition.SourceHeight) != 0;
        int sourceWidth = hasSourceSize ? options.Integer(CambiDefinition.SourceWidth) : format.Width;
        int sourceHeight = hasSourceSize ? options.Integer(CambiDefinition.SourceHeight) : format.Height;
        if ((sourceWidth > width && sourceHeight < height) || (sourceWidth < width && sourceHeight > height))
        {
            throw Contradiction($"a source of {sourceWidth}x{sourceHeight} and an encode of {width}x{height}: one is wider, the other higher");
        }

        HalvesFirst = options.Integer(CambiDefinition.HighResolutionSpeedUp) switch
        {
            1080 => (long)width * height >= 1920 * 1080,
            1440 => (long)width * height >= 2560 * 1440,
            2160 => (long)width * height >= 3840 * 2160,
            _ => false,
        };
        int window = options.Integer(CambiDefinition.WindowSize);
        Encode = new PictureGeometry(width, height, WindowRadius(window, width, height));
        Source = new PictureGeometry(sourceWidth, sourceHeight, WindowRadius(window, sourceWidth, sourceHeight));
        int depth = options.Integer(CambiDefinition.EncodeBitDepth);
        SmoothsDither = (depth == 0 ? format.BitDepth : depth) < SmoothedBitDepth;
        TopShare = FirstNotDefault(CambiDefinition.TopShare, CambiDefinition.CambiTopShare, options.Double);
        Levels = new ContrastLevels(
            1 << options.Integer(CambiDefinition.LargestContrastLog),
            options.Double(CambiDefinition.VisibleContrast),
            options.Double(CambiDefinition.LeastLuminance),
            ReadTransfer(FirstNotDefault(CambiDefinition.CambiTransfer, CambiDefinition.Transfer, options.Text)));
        MaximumValue = options.Double(CambiDefinition.MaximumValue);
        IsFullReference = options.Boolean(CambiDefinition.FullReference);
        HeatMapFolder = options.Text(CambiDefinition.HeatMapFolder);
    }

    /// <summary>The options.</summary>
    public FeatureOptionSet Options { get; }

    /// <summary>The distorted picture as it is measured.</summary>
    public PictureGeometry Encode { get; }

    /// <summary>The reference picture as it is measured.</summary>
    public PictureGeometry Source { get; }

    /// <summary>Whether pictures are halved once they are masked.</summary>
    public bool HalvesFirst { get; }

    /// <summary>Whether dither is smoothed, as for encodes of less than 10 bits.</summary>
    public bool SmoothsDither { get; }

    /// <summary>Share of the samples that count.</summary>
    public double TopShare { get; }

    /// <summary>The steps of luma that count.</summary>
    public ContrastLevels Levels { get; }

    /// <summary>Largest value; larger ones are clipped to it.</summary>
    public double MaximumValue { get; }

    /// <summary>Whether the reference is measured too.</summary>
    public bool IsFullReference { get; }

    /// <summary>Folder for heat maps; empty for none.</summary>
    public string HeatMapFolder { get; }

    /// <summary>Measurements, and names of features.</summary>
    public int FeatureCount => IsFullReference ? CambiDefinition.FeatureCount : 1;

    /// <summary>The window is given for 3840×2160 and shrinks with the picture.</summary>
    private int WindowRadius(int window, int width, int height)
    {
        const int SizeUnit = 375;
        int size = (int)((uint)(window * (width + height)) / SizeUnit) >> 4;
        size = (HalvesFirst ? (size + 1) >> 1 : size) | 1;
        return size / 2 <= BandingMeter.LargestRadius
            ? size / 2
            : throw Contradiction($"a window of {size} samples for pictures of {width}x{height}: at most {(2 * BandingMeter.LargestRadius) + 1} are supported");
    }

    private TValue FirstNotDefault<TValue>(string first, string second, Func<string, TValue> read)
    {
        object standard = Options.Extractor.Options.Single(option => option.Name == first).DefaultValue;
        return read(first) is { } value && !value.Equals(standard) ? value : read(second);
    }

    private static TransferFunction ReadTransfer(string name) => name switch
    {
        "bt1886" => TransferFunction.Bt1886,
        "pq" => TransferFunction.PerceptualQuantizer,
        _ => throw new VmafException(
            VmafErrorIds.OptionInvalid,
            $"There is no transfer function '{name}' in CAMBI.",
            "Give bt1886 or pq.",
            name),
    };

    private static VmafException Contradiction(string what) =>
        new(VmafErrorIds.OptionInvalid, $"The options of CAMBI ask for {what}.", "Change the sizes in the options.", "cambi");
}
