namespace Vmaf.Engine.Reports;

/// <summary>The log formats of libvmaf's tool.</summary>
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
}
