using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Models;

/// <summary>
/// Finds models by path or name. A name is looked for in the user's model folder, then in the folders of <c>VMAF_MODEL_PATH</c>, then
/// among the built-in models; the first one found wins.
/// </summary>
public sealed class ModelCatalog
{
    /// <summary>Name of the environment variable with folders to look for models in, separated as in PATH.</summary>
    public const string PathVariable = "VMAF_MODEL_PATH";

    /// <summary>Name of the model that is used when none is asked for.</summary>
    public const string DefaultModelName = "vmaf_v0.6.1";

    /// <summary>How names of model files end.</summary>
    internal const string Extension = ".json";

    private static readonly EnumerationOptions AllReadable = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    private readonly List<(string Folder, ModelOrigin Origin)> _folders;

    /// <summary>Creates a catalogue over the given folders and the built-in models. Folders need not exist.</summary>
    /// <param name="userFolder">The user's model folder.</param>
    /// <param name="searchFolders">More folders, searched in order after the user's.</param>
    public ModelCatalog(string userFolder, IEnumerable<string> searchFolders)
    {
        UserFolder = userFolder;
        _folders = [(userFolder, ModelOrigin.UserFolder), .. searchFolders.Select(folder => (folder, ModelOrigin.EnvironmentPath))];
    }

    /// <summary>The folder for models that the user installs.</summary>
    public string UserFolder { get; }

    /// <summary>
    /// The catalogue of this process: the user's folder is <c>Vmaf/models</c> in the application data folder on Windows, elsewhere
    /// <c>vmaf/models</c> in <c>XDG_DATA_HOME</c> (by default <c>~/.local/share</c>).
    /// </summary>
    public static ModelCatalog FromEnvironment() =>
        new(DefaultUserFolder(), (Environment.GetEnvironmentVariable(PathVariable) ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Loads a model.</summary>
    /// <param name="nameOrPath">Path of a file, or a name such as <c>vmaf_v0.6.1</c>.</param>
    /// <param name="options">How to use the model.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.ModelNotFound"/> with the nearest names, or as <see cref="VmafModel.Load"/>.
    /// </exception>
    public VmafModel Load(string nameOrPath, ModelLoadOptions? options = null) =>
        Find(nameOrPath).CreateModel(options ?? new ModelLoadOptions());

    /// <summary>Describes a model.</summary>
    /// <param name="nameOrPath">Path of a file, or a name such as <c>vmaf_v0.6.1</c>.</param>
    /// <exception cref="VmafException">As <see cref="Load"/>.</exception>
    public ModelInfo GetInfo(string nameOrPath) => Find(nameOrPath).Info;

    /// <summary>Describes all models that can be found by name, each name once, in the order of the search.</summary>
    /// <param name="unreadable">Receives the error of each file that cannot be read; such files are left out.</param>
    public IReadOnlyList<ModelInfo> List(Action<VmafException>? unreadable = null)
    {
        var models = new List<ModelInfo>();
        foreach (string name in Names())
        {
            try
            {
                models.Add(Find(name).Info);
            }
            catch (VmafException error)
            {
                unreadable?.Invoke(error);
            }
        }

        return models;
    }

    /// <summary>The names of all models that can be found by name, each once, in the order of the search. Reads no file.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. _folders
            .Where(folder => Directory.Exists(folder.Folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder.Folder, $"*{Extension}", AllReadable).Order(StringComparer.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Concat(BuiltInModel.All.Select(model => model.Name))
            .Distinct(),
    ];

    /// <summary>Finds the file of a model of another kind, which is not in <see cref="List"/>.</summary>
    /// <param name="nameOrPath">Path of a file, or a name, with or without extension.</param>
    /// <param name="extensions">The extensions that such a file may have, in order of preference.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ModelNotFound"/>.</exception>
    internal (string Path, ModelOrigin Origin) FindFile(string nameOrPath, params ReadOnlySpan<string> extensions)
    {
        foreach (string extension in extensions)
        {
            if (TryFindFile(nameOrPath, extension) is { } found)
            {
                return found;
            }
        }

        throw new VmafException(
            VmafErrorIds.ModelNotFound,
            $"There is no model '{nameOrPath}', neither as a file nor as {string.Join(" or ", extensions)} in '{UserFolder}' or {PathVariable}.",
            $"Put the file into '{UserFolder}', or give its path.",
            nameOrPath);
    }

    private (string Path, ModelOrigin Origin)? TryFindFile(string nameOrPath, string extension)
    {
        if (File.Exists(nameOrPath))
        {
            return (nameOrPath, ModelOrigin.Path);
        }

        string name = NameOf(nameOrPath, extension);
        if (Path.GetFileName(name) == name)
        {
            foreach ((string folder, ModelOrigin origin) in _folders)
            {
                string path = Path.Combine(folder, name + extension);
                if (File.Exists(path))
                {
                    return (path, origin);
                }
            }
        }

        return null;
    }

    private static string NameOf(string nameOrPath, string extension) =>
        nameOrPath.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? nameOrPath[..^extension.Length] : nameOrPath;

    private ModelFile Find(string nameOrPath)
    {
        if (TryFindFile(nameOrPath, Extension) is { } found)
        {
            return ModelFile.Read(found.Path, found.Origin);
        }

        string name = NameOf(nameOrPath, Extension);
        if (BuiltInModel.All.FirstOrDefault(model => model.Name == name) is { } builtIn)
        {
            return builtIn.Read();
        }

        throw new VmafException(
            VmafErrorIds.ModelNotFound,
            $"There is no model '{nameOrPath}', neither as a file nor in '{UserFolder}', {PathVariable} or the built-in models.",
            $"Nearest names: {NameSuggestion.Nearest(Path.GetFileName(name), Names())}.",
            nameOrPath);
    }

    private static string DefaultUserFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "Vmaf", "models");
        }

        string? dataHome = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        string root = string.IsNullOrEmpty(dataHome)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share")
            : dataHome;
        return Path.Combine(root, "vmaf", "models");
    }
}
