using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// Metrics of one frame by name, in the order of logs. A value that is not finite reads as <see langword="null"/>; a metric that
/// has no value for the frame is not in the dictionary.
/// </summary>
public sealed class MetricDictionary : IReadOnlyDictionary<string, double?>
{
    /// <summary>Stands for "never written": a NaN that no arithmetic makes.</summary>
    internal static readonly double Missing = BitConverter.UInt64BitsToDouble(0x7FF8_0000_564D_4146);

    private readonly MetricNames _names;
    private readonly double[] _values;
    private readonly int _start;
    private readonly int _end;

    internal MetricDictionary(MetricNames names, double[] values, int start, int end)
    {
        _names = names;
        _values = values;
        _start = start;
        _end = end;
    }

    /// <summary>Names of the metrics that have a value, finite or not.</summary>
    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    /// <summary>The values, in the order of <see cref="Keys"/>.</summary>
    public IEnumerable<double?> Values => this.Select(pair => pair.Value);

    /// <summary>Number of metrics that have a value.</summary>
    public int Count => _end - _start - CountMissing();

    /// <summary>Value of a metric; <see langword="null"/> where it is not finite.</summary>
    /// <param name="key">Name as in logs.</param>
    /// <exception cref="KeyNotFoundException">The frame has no such metric.</exception>
    public double? this[string key] =>
        TryGetValue(key, out double? value) ? value : throw new KeyNotFoundException($"There is no metric '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double? value)
    {
        int index = _names.IndexOf(key);
        if (index < _start || index >= _end || IsMissing(_values[index]))
        {
            value = null;
            return false;
        }

        value = FiniteOrNull(_values[index]);
        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double?>> GetEnumerator()
    {
        for (int index = _start; index < _end; index++)
        {
            if (!IsMissing(_values[index]))
            {
                yield return new KeyValuePair<string, double?>(_names.All[index], FiniteOrNull(_values[index]));
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static bool IsMissing(double value) =>
        BitConverter.DoubleToUInt64Bits(value) == BitConverter.DoubleToUInt64Bits(Missing);

    internal static double? FiniteOrNull(double value) => double.IsFinite(value) ? value : null;

    private int CountMissing()
    {
        int missing = 0;
        foreach (double value in _values.AsSpan(_start.._end))
        {
            missing += IsMissing(value) ? 1 : 0;
        }

        return missing;
    }
}
