namespace Vmaf.Engine.Reports;

/// <summary>One frame of a report that is put together by hand.</summary>
/// <param name="FrameIndex">Index of the frame; indices grow from frame to frame.</param>
/// <param name="Values">Values in the order of the report's metrics; <see langword="null"/> for a metric that the frame has no value of.</param>
public sealed record ReportFrame(int FrameIndex, IReadOnlyList<double?> Values);
