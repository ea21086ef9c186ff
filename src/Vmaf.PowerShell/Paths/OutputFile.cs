using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Paths;

/// <summary>What <c>-NoClobber</c> and <c>-Force</c> mean for a file that is to be written.</summary>
internal static class OutputFile
{
    /// <summary>Finds out whether a file may be written, and makes a read-only one writable if that is wanted.</summary>
    /// <param name="path">Path of the file, whether it exists or not.</param>
    /// <param name="keepsExisting">Whether a file that exists stays as it is.</param>
    /// <param name="replacesReadOnly">Whether read-only files are replaced too.</param>
    /// <exception cref="VmafException">It exists and is to stay, or is read-only.</exception>
    public static void MakeWritable(string path, bool keepsExisting, bool replacesReadOnly)
    {
        FileInfo file = FileTarget.Find(path);
        if (keepsExisting && file.Exists)
        {
            throw new VmafException(
                VmafErrorIds.OutputExists, $"'{path}' exists already.", "Leave out -NoClobber to replace it, or give another path.", path);
        }

        if (file is { Exists: true, IsReadOnly: true })
        {
            if (!replacesReadOnly)
            {
                throw new VmafException(
                    VmafErrorIds.OutputUnwritable, $"'{path}' is read-only.", "Give -Force to replace it all the same.", path);
            }

            file.IsReadOnly = false;
        }
    }
}
