using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Completion;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell;

/// <summary>Pools numbers as scores are pooled: means, percentiles, extremes.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "VmafScore")]
[OutputType(typeof(ScoreStatistics))]
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "Parameters of cmdlets are arrays.")]
public sealed class MeasureVmafScoreCommand : VmafCmdlet
{
    private const string NumberColumn = "Value";

    private readonly HashSet<string> _knownProperties = [];
    private readonly OrderedDictionary<string, Column> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Frames, rows of a CSV file, results (whose frames are taken), or numbers.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [System.Management.Automation.AllowNull]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>Names of the properties to pool; wildcards are allowed. Numbers need none.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NotBlank("property", "Name one with numbers, such as Vmaf or integer_adm2; wildcards are allowed.")]
    [ArgumentCompleter(typeof(FramePropertyCompleter))]
    public string[] Property { get; set; } = [FrameRow.FirstScore];

    /// <summary>More percentiles, from 0 to 100, which become properties such as <c>P25</c>.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double[] Percentile { get; set; } = [];

    /// <summary>Gathers the numbers of one input object.</summary>
    protected override void ProcessRecord()
    {
        foreach (PSObject? item in InputObject ?? [null])
        {
            ForInput(item, () => Add(item));
        }
    }

    /// <summary>Writes one object a property.</summary>
    protected override void EndProcessing()
    {
        foreach ((string name, Column column) in _columns)
        {
            if (column.Failure is { } failure)
            {
                ForInput(name, () => throw failure);
                continue;
            }

            if (column.Values.Count == 0)
            {
                ForInput(name, () => throw new VmafException(
                    VmafErrorIds.FeatureMissing,
                    string.Create(CultureInfo.InvariantCulture, $"None of {column.MissingCount} objects has a number in '{name}'."),
                    $"Name a property with -Property; nearest names: {NameSuggestion.Nearest(name, _knownProperties)}.",
                    name));
                continue;
            }

            PSObject output = NamedOutput.Create(
                new ScoreStatistics(name, PooledScore.FromValues(column.Values.ToArray()), column.MissingCount), ScoreStatistics.TypeName);
            foreach (double percent in Percentile)
            {
                string property = string.Create(CultureInfo.InvariantCulture, $"P{percent}");
                if (output.Properties[property] is null)
                {
                    output.Properties.Add(new PSNoteProperty(property, PooledScore.PercentileOf(column.Values, percent)));
                }
            }

            WriteObject(output);
        }
    }

    private void Add(PSObject? item)
    {
        if (item is null || item.BaseObject is string { Length: 0 })
        {
            Find(NumberColumn).Add(null);
        }
        else if (item.BaseObject is string or ValueType)
        {
            Add(NumberColumn, () => ObjectProperty.Number(item, "The input", item));
        }
        else if (QualityRow.FindReport(item) is { } report)
        {
            foreach (FrameScore frame in report.Frames)
            {
                AddProperties(FrameRow.Create(frame, distorted: null));
            }
        }
        else
        {
            AddProperties(item);
        }
    }

    private void AddProperties(PSObject row)
    {
        string[] names = [.. FrameRow.MetricNames(row)];
        _knownProperties.UnionWith(names);
        foreach (string pattern in Property)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(pattern))
            {
                Add(pattern, () => FrameRow.FindValue(row, pattern));
                continue;
            }

            foreach (string name in NamePattern.Select(names, name => name, pattern, VmafErrorIds.FeatureMissing, "property"))
            {
                // A wildcard also takes properties with words, such as paths.
                object? value = ObjectProperty.Value(row, name);
                if (ObjectProperty.TryNumber(value, out double? number) ? number is not null : ObjectProperty.HasDecimalComma(value))
                {
                    Add(name, () => FrameRow.FindValue(row, name));
                }
            }
        }
    }

    /// <summary>Adds a number to its column. One that cannot be read is one error a column, not one a frame.</summary>
    private void Add(string name, Func<double?> read)
    {
        Column column = Find(name);
        if (column.Failure is not null)
        {
            return;
        }

        try
        {
            column.Add(read());
        }
        catch (VmafException failure)
        {
            column.Failure = failure;
        }
    }

    private Column Find(string name)
    {
        if (!_columns.TryGetValue(name, out Column? column))
        {
            column = new Column();
            _columns.Add(name, column);
        }

        return column;
    }

    private sealed class Column
    {
        public List<double> Values { get; } = [];

        public int MissingCount { get; private set; }

        /// <summary>Why one of the numbers cannot be read.</summary>
        public VmafException? Failure { get; set; }

        public void Add(double? value)
        {
            if (value is { } number)
            {
                Values.Add(number);
            }
            else
            {
                MissingCount++;
            }
        }
    }
}
