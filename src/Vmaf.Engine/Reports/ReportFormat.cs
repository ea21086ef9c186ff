namespace Vmaf.Engine.Reports;

/// <summary>What a report can be written as: the log formats of libvmaf's tool, and forms for people.</summary>
public enum ReportFormat
{
    /// <summary>XML: frames as attributes, pooled and aggregate metrics.</summary>
    Xml,

    /// <summary>JSON: frames, pooled and aggregate metrics.</summary>
    Json,

    /// <summary>Comma-separated values: one line a frame, nothing pooled.</summary>
    Csv,

    /// <summary>MicroDVD subtitles: one subtitle a frame, to be shown over the video.</summary>
    Subtitle,

    /// <summary>A page for browsers: charts, the worst frames and what is known of the run, in one file that needs no other.</summary>
    Html,

    /// <summary>A drawing of the score over time.</summary>
    Svg,
}
