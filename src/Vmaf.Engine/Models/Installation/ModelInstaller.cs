using System.Security.Cryptography;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;

namespace Vmaf.Engine.Models.Installation;

/// <summary>Puts model files into the user's model folder, where they are found by name from then on.</summary>
public sealed class ModelInstaller
{
    private readonly string _folder;
    private readonly Func<Uri, CancellationToken, byte[]> _fetch;

    /// <summary>Creates an installer.</summary>
    /// <param name="catalog">Says where the user's model folder is, which is made if it is missing.</param>
    public ModelInstaller(ModelCatalog catalog)
        : this(catalog, ModelDownload.Fetch)
    {
    }

    /// <summary>Creates an installer that fetches files in its own way.</summary>
    internal ModelInstaller(ModelCatalog catalog, Func<Uri, CancellationToken, byte[]> fetch)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _folder = catalog.UserFolder;
        _fetch = fetch;
    }

    /// <summary>Path that a model of some name has, or will have.</summary>
    /// <param name="name">Name of the model.</param>
    public string PathOf(string name) => Path.Combine(_folder, name + ModelCatalog.Extension);

    /// <summary>Installs a model from Netflix's repository.</summary>
    /// <param name="model">The model.</param>
    /// <param name="replaces">Whether another file of the same name is replaced.</param>
    /// <param name="cancellationToken">Ends the wait for the network.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.DownloadFailed"/>, <see cref="VmafErrorIds.HashMismatch"/>, <see cref="VmafErrorIds.OutputExists"/> or
    /// <see cref="VmafErrorIds.OutputUnwritable"/>.
    /// </exception>
    public ModelInfo Install(OfficialModel model, bool replaces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        string path = PathOf(model.Name);
        if (HashOf(path) is { } installed)
        {
            if (installed == model.Sha256)
            {
                return ModelFile.Read(path, ModelOrigin.UserFolder).Info;
            }

            RequireReplacement(model.Name, path, replaces);
        }

        byte[] content = _fetch(model.Address, cancellationToken);
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (hash != model.Sha256)
        {
            throw new VmafException(
                VmafErrorIds.HashMismatch,
                $"What came from '{model.Address}' is not the model '{model.Name}': its SHA-256 is {hash}, not {model.Sha256}. Nothing was installed.",
                "Something between here and the repository alters files, such as a proxy. Fetch the file in another way and install it from there.",
                model.Name);
        }

        return Write(path, model.Name, content);
    }

    /// <summary>Installs a model file.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="name">Name to give to the model; <see langword="null"/> for the file's.</param>
    /// <param name="replaces">Whether another file of the same name is replaced.</param>
    /// <exception cref="VmafException">
    /// The file is no model that can be used, <see cref="VmafErrorIds.OptionInvalid"/> for a name that no file can have or that means something else,
    /// <see cref="VmafErrorIds.OutputExists"/> or <see cref="VmafErrorIds.OutputUnwritable"/>.
    /// </exception>
    public ModelInfo Install(string file, string? name, bool replaces)
    {
        name ??= Path.GetFileNameWithoutExtension(file);
        if (!CanBeModelName(name))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"'{name}' cannot be the name of a model, because no file can have it, or it could not be asked for.",
                "Give another name.",
                name);
        }

        byte[] content = ModelFileReader.ReadBytes(file);
        string path = PathOf(name);
        if (HashOf(path) is { } installed && installed != Convert.ToHexStringLower(SHA256.HashData(content)))
        {
            RequireReplacement(name, path, replaces);
        }

        // Before anything is written: is it a model, and are its features there?
        ModelFile.Create(name, ModelOrigin.Path, file, content, ModelFileReader.Read(content, file)).CreateModel(new ModelLoadOptions());
        return Write(path, name, content);
    }

    private static bool CanBeModelName(string name) =>
        !string.IsNullOrWhiteSpace(name)
        && name[0] != '.'
        && name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0
        && !name.Equals(AutomaticModel.Name, StringComparison.OrdinalIgnoreCase);

    private static void RequireReplacement(string name, string path, bool replaces)
    {
        if (!replaces)
        {
            throw new VmafException(
                VmafErrorIds.OutputExists,
                $"Another model '{name}' is installed already, as '{path}'.",
                "Replace it on purpose (-Force), or give this one another name.",
                path);
        }
    }

    private ModelInfo Write(string path, string name, byte[] content)
    {
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VmafException(
                VmafErrorIds.OutputUnwritable,
                $"The model folder '{_folder}' cannot be made: {cause.Message}",
                "Make it yourself, or set XDG_DATA_HOME (on Windows APPDATA) to a folder that you may write to.",
                _folder,
                cause);
        }

        AtomicFile.Write(path, stream => stream.Write(content));
        return ModelFile.Create(name, ModelOrigin.UserFolder, path, content, ModelFileReader.Read(content, path)).Info;
    }

    private static string? HashOf(string path) =>
        File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(ModelFileReader.ReadBytes(path))) : null;
}
