namespace Vmaf.ModelRefit;

/// <summary>The command line.</summary>
/// <param name="OfficialFolder">Folder with the official model files.</param>
/// <param name="OutputFolder">Folder to write to.</param>
/// <param name="Models">Names of the models.</param>
internal sealed record RefitArguments(string OfficialFolder, string OutputFolder, IReadOnlyList<string> Models)
{
    /// <summary>Reads a command line; null where it is wrong.</summary>
    public static RefitArguments? Parse(string[] arguments)
    {
        string? official = null;
        string? output = null;
        var models = new List<string>();
        if (arguments.Length % 2 != 0)
        {
            return null;
        }

        for (int index = 0; index < arguments.Length; index += 2)
        {
            string value = arguments[index + 1];
            switch (arguments[index])
            {
                case "--official":
                    official = value;
                    break;
                case "--output":
                    output = value;
                    break;
                case "--model":
                    models.Add(value);
                    break;
                default:
                    return null;
            }
        }

        return official is null || output is null
            ? null
            : new RefitArguments(official, output, models.Count == 0 ? ["vmaf_v0.6.1", "vmaf_4k_v0.6.1"] : models);
    }
}
