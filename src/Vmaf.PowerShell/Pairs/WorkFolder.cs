using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;

namespace Vmaf.PowerShell.Pairs;

/// <summary>The folder for FIFOs and files of decoded frames.</summary>
internal static class WorkFolder
{
    /// <summary>Checks what is asked for, and makes the folder if it is not there.</summary>
    /// <param name="path">The folder's full path; <see langword="null"/> for the system's temporary folder.</param>
    /// <param name="mode">Whether frames come through FIFOs.</param>
    /// <param name="keepsWorkfiles">Whether files of decoded frames stay in it.</param>
    /// <returns><paramref name="path"/>.</returns>
    /// <exception cref="VmafException">Files cannot be kept, or the folder cannot be made.</exception>
    public static string? Prepare(string? path, FifoMode mode, bool keepsWorkfiles)
    {
        if (keepsWorkfiles && (path is null || mode != FifoMode.Never))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                path is null ? "Workfiles are to be kept, and no folder is named for them." : "Workfiles cannot be kept while they are FIFOs.",
                "-KeepWorkfiles needs -WorkPath, the folder to keep them in, and -FifoMode Never.");
        }

        if (path is not null)
        {
            FifoSession.PrepareRoot(path);
        }

        return path;
    }
}
