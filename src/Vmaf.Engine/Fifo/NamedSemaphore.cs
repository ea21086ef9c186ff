using Vmaf.Engine.Fifo.Posix;
using Vmaf.Engine.Fifo.Windows;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// Makes and opens named semaphores: POSIX ones on Linux and macOS, where .NET's own are not supported, the system's on Windows.
/// </summary>
public static class NamedSemaphore
{
    /// <summary>The longest name that every system takes, the leading slash of the POSIX form included.</summary>
    public const int MaximumNameLength = 30;

    /// <summary>Makes a semaphore with count 0 that only the current user can open.</summary>
    /// <param name="name">Letters, digits and hyphens, at most <see cref="MaximumNameLength"/> − 1 of them.</param>
    /// <exception cref="Errors.VmafException">The name is taken, or the system refuses (<see cref="Errors.VmafErrorIds.SemaphoreFailed"/>).</exception>
    public static INamedSemaphore Create(string name)
    {
        CheckName(name);
        return OperatingSystem.IsWindows() ? WindowsNamedSemaphore.Create(name) : PosixNamedSemaphore.Create(name);
    }

    /// <summary>Opens a semaphore that another process made.</summary>
    /// <param name="name">The name that it was made with.</param>
    /// <exception cref="Errors.VmafException">There is none of that name (<see cref="Errors.VmafErrorIds.SemaphoreFailed"/>).</exception>
    public static INamedSemaphore Open(string name)
    {
        CheckName(name);
        return OperatingSystem.IsWindows() ? WindowsNamedSemaphore.Open(name) : PosixNamedSemaphore.Open(name);
    }

    /// <summary>Removes a name from the system. Harmless where there is none, and on Windows, where names go with their last user.</summary>
    /// <param name="name">The name that it was made with.</param>
    public static void Unlink(string name)
    {
        CheckName(name);
        if (!OperatingSystem.IsWindows())
        {
            PosixNamedSemaphore.UnlinkName(name);
        }
    }

    private static void CheckName(string name)
    {
        bool fits = name.Length is > 0 and < MaximumNameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!fits)
        {
            throw new ArgumentException(
                $"A semaphore name has 1 to {MaximumNameLength - 1} ASCII letters, digits or hyphens; '{name}' does not fit.", nameof(name));
        }
    }
}
