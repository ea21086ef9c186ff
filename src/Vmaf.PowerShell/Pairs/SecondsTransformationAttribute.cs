using System.Globalization;
using System.Management.Automation;

namespace Vmaf.PowerShell.Pairs;

/// <summary>
/// Lets times be given as numbers of seconds (<c>2.5</c>) beside what PowerShell makes a time span of. By itself it takes
/// a number for ticks, and a number in quotes for days.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecondsTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? data = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return data switch
        {
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => Seconds(seconds),
            byte or short or int or long or float or double or decimal => Seconds(Convert.ToDouble(data, CultureInfo.InvariantCulture)),
            _ => inputData,
        };
    }

    private static TimeSpan Seconds(double seconds)
    {
        try
        {
            return TimeSpan.FromSeconds(seconds);
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentException)
        {
            throw new ArgumentTransformationMetadataException(
                string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds are no time."), exception);
        }
    }
}
