using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell;

/// <summary>
/// Lets features be given as text (<c>'vif'</c>, <c>'adm=debug=true'</c>) or as hashtables from name to options
/// (<c>@{ adm = @{ debug = $true } }</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FeatureRequestTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? data = Unwrap(inputData);
        return data is IEnumerable items and not (string or IDictionary)
            ? items.Cast<object?>().SelectMany(item => Read(Unwrap(item))).ToArray()
            : Read(data).ToArray();
    }

    private static IEnumerable<FeatureRequest> Read(object? data) => data switch
    {
        FeatureRequest request => [request],
        IDictionary features => features.Cast<DictionaryEntry>().Select(entry => new FeatureRequest(Text(entry.Key), Options(entry.Value))),
        _ => [Parse(Text(data))],
    };

    private static FeatureRequest Parse(string text)
    {
        try
        {
            return FeatureRequestParser.Parse(text);
        }
        catch (VmafException exception)
        {
            throw new ArgumentTransformationMetadataException($"{exception.Message} {exception.Remedy}", exception);
        }
    }

    private static Dictionary<string, string> Options(object? value) => Unwrap(value) switch
    {
        null => [],
        IDictionary options => options.Cast<DictionaryEntry>().ToDictionary(entry => Text(entry.Key), entry => Text(entry.Value)),
        { } other => throw new ArgumentTransformationMetadataException(
            $"The options of a feature are a hashtable, for example @{{ adm = @{{ debug = $true }} }}, not '{other}'."),
    };

    private static object? Unwrap(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;

    private static string Text(object? value) => Unwrap(value) switch
    {
        bool flag => flag ? "true" : "false",
        { } other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
        null => string.Empty,
    };
}
