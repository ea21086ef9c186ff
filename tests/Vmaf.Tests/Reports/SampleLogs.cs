using Vmaf.Engine.Reports;

namespace Vmaf.Tests.Reports;

/// <summary>
/// The same run as libvmaf f85a8536 (plain C path) logs it: src01 576x324 8-bit 4:2:0, <c>-n --feature
/// psnr=enable_apsnr=true:enable_chroma=false --feature motion --subsample 2</c>. <see cref="FullPrecision"/> is what the numbers are;
/// the other texts are libvmaf's, but for version and speed, which are this report's.
/// </summary>
internal static class SampleLogs
{
    public const string FullPrecision = """
        {
          "version": "1.2.3",
          "fps": 883.387,
          "frames": [
            { "frameNum": 0, "metrics": {
              "psnr_y": 34.760778811442201, "VMAF_integer_feature_motion_sad_score": 0, "integer_motion2": 0,
              "integer_motion3": 4.5794420490866665 } },
            { "frameNum": 2, "metrics": {
              "psnr_y": 30.99382308994867, "VMAF_integer_feature_motion_sad_score": 4.2143270861464766,
              "integer_motion2": 4.2143270861464766, "integer_motion3": 4.2143270861464766 } }
          ],
          "aggregate_metrics": { "apsnr_y": 32.272514191596784, "apsnr_cb": null }
        }
        """;

    public const string Json = """
        {
          "version": "1.2.3",
          "fps": 883.39,
          "frames": [
            {
              "frameNum": 0,
              "metrics": {
                "psnr_y": 34.760779,
                "VMAF_integer_feature_motion_sad_score": 0.000000,
                "integer_motion2": 0.000000,
                "integer_motion3": 4.579442
              }
            },
            {
              "frameNum": 2,
              "metrics": {
                "psnr_y": 30.993823,
                "VMAF_integer_feature_motion_sad_score": 4.214327,
                "integer_motion2": 4.214327,
                "integer_motion3": 4.214327
              }
            }
          ],
          "pooled_metrics": {
            "psnr_y": {
              "min": 30.993823,
              "max": 34.760779,
              "mean": 32.877301,
              "harmonic_mean": 32.772585
            },
            "VMAF_integer_feature_motion_sad_score": {
              "min": 0.000000,
              "max": 4.214327,
              "mean": 2.107164,
              "harmonic_mean": 0.678163
            },
            "integer_motion2": {
              "min": 0.000000,
              "max": 4.214327,
              "mean": 2.107164,
              "harmonic_mean": 0.678163
            },
            "integer_motion3": {
              "min": 4.214327,
              "max": 4.579442,
              "mean": 4.396885,
              "harmonic_mean": 4.390709
            }
          },
          "aggregate_metrics": {
            "apsnr_y": 32.272514,
            "apsnr_cb": null
          }
        }

        """;

    public const string Xml = """
        <VMAF version="1.2.3">
          <params qualityWidth="576" qualityHeight="324" />
          <fyi fps="883.39" />
          <frames>
            <frame frameNum="0" psnr_y="34.760779" VMAF_integer_feature_motion_sad_score="0.000000" integer_motion2="0.000000" integer_motion3="4.579442" />
            <frame frameNum="2" psnr_y="30.993823" VMAF_integer_feature_motion_sad_score="4.214327" integer_motion2="4.214327" integer_motion3="4.214327" />
          </frames>
          <pooled_metrics>
            <metric name="psnr_y" min="30.993823" max="34.760779" mean="32.877301" harmonic_mean="32.772585" />
            <metric name="VMAF_integer_feature_motion_sad_score" min="0.000000" max="4.214327" mean="2.107164" harmonic_mean="0.678163" />
            <metric name="integer_motion2" min="0.000000" max="4.214327" mean="2.107164" harmonic_mean="0.678163" />
            <metric name="integer_motion3" min="4.214327" max="4.579442" mean="4.396885" harmonic_mean="4.390709" />
          </pooled_metrics>
          <aggregate_metrics apsnr_y="32.272514" apsnr_cb="nan" />
        </VMAF>

        """;

    public const string Csv = """
        Frame,psnr_y,VMAF_integer_feature_motion_sad_score,integer_motion2,integer_motion3,
        0,34.760779,0.000000,0.000000,4.579442,
        2,30.993823,4.214327,4.214327,4.214327,

        """;

    public const string Subtitle = """
        {0}{1}frame: 0|psnr_y: 34.760779|VMAF_integer_feature_motion_sad_score: 0.000000|integer_motion2: 0.000000|integer_motion3: 4.579442|
        {2}{3}frame: 2|psnr_y: 30.993823|VMAF_integer_feature_motion_sad_score: 4.214327|integer_motion2: 4.214327|integer_motion3: 4.214327|

        """;

    public static string Of(ReportFormat format) => format switch
    {
        ReportFormat.Json => Json,
        ReportFormat.Csv => Csv,
        ReportFormat.Subtitle => Subtitle,
        _ => Xml,
    };

    /// <summary>The run with its numbers in full.</summary>
    public static Report Report()
    {
        Report read = ReportReader.Parse(FullPrecision, "sample");
        return new Report
        {
            Version = read.Version,
            FramesPerSecond = read.FramesPerSecond,
            Width = 576,
            Height = 324,
            Names = read.Names,
            Frames = read.Frames,
            Metrics = read.Metrics,
            Aggregates = read.Aggregates,
        };
    }
}
