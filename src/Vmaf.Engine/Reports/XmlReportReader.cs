using System.Globalization;
using System.Xml;

namespace Vmaf.Engine.Reports;

/// <summary>Reads libvmaf's XML log. Elements that are not known are passed over; pooled metrics are made anew from the frames.</summary>
internal static class XmlReportReader
{
    private const string FrameNumber = "frameNum";

    public static void Read(string text, ReportSource source, ReportBuilder builder)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
            });
            reader.MoveToContent();
            if (reader.LocalName != "VMAF")
            {
                throw source.Malformed(Place(reader), $"the root element is '{reader.LocalName}', not 'VMAF'");
            }

            builder.Version = reader.GetAttribute("version");
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    ReadElement(reader, source, builder);
                }
            }
        }
        catch (XmlException cause)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"line {cause.LineNumber}, column {cause.LinePosition}");
            throw source.Malformed(place, "it is not well-formed XML", cause);
        }
    }

    private static void ReadElement(XmlReader reader, ReportSource source, ReportBuilder builder)
    {
        switch (reader.LocalName)
        {
            case "params":
                builder.Width = ReadSize(reader, "qualityWidth");
                builder.Height = ReadSize(reader, "qualityHeight");
                builder.NamedMetrics = reader.GetAttribute(XmlReportWriter.NamedMetrics)?.Split(' ');
                break;
            case "fyi" when reader.GetAttribute("fps") is { } fps && ReportNumber.TryParse(fps, out double value) && double.IsFinite(value):
                builder.FramesPerSecond = value;
                break;
            case "frame":
                if (!int.TryParse(reader.GetAttribute(FrameNumber), NumberStyles.None, CultureInfo.InvariantCulture, out int frameIndex))
                {
                    throw source.Malformed(Place(reader), "the frame has no number");
                }

                builder.AddFrame(frameIndex, Place(reader));
                ReadNumbers(reader, source, (name, value) => builder.AddValue(name, value, Place(reader)));
                break;
            case "aggregate_metrics":
                ReadNumbers(reader, source, builder.AddAggregate);
                break;
        }
    }

    private static int? ReadSize(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;

    private static void ReadNumbers(XmlReader reader, ReportSource source, Action<string, double> add)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name == FrameNumber)
            {
                continue;
            }

            if (!ReportNumber.TryParse(reader.Value, out double value))
            {
                throw source.Malformed(Place(reader), $"'{reader.Value}' is not a number");
            }

            add(XmlConvert.DecodeName(reader.Name), value);
        }
    }

    private static string Place(XmlReader reader) => reader is IXmlLineInfo info
        ? string.Create(CultureInfo.InvariantCulture, $"line {info.LineNumber}, column {info.LinePosition}")
        : "an unknown line";
}
