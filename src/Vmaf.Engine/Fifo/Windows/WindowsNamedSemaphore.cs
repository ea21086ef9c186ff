using System.Runtime.Versioning;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Fifo.Windows;

/// <summary>A named semaphore of Windows, in the namespace of the current session.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsNamedSemaphore : INamedSemaphore
{
    private const string Prefix = @"Local\";

    private readonly Semaphore _semaphore;

    private WindowsNamedSemaphore(string name, Semaphore semaphore)
    {
        Name = name;
        _semaphore = semaphore;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Makes a new semaphore; fails where the name is taken.</summary>
    public static WindowsNamedSemaphore Create(string name)
    {
        var semaphore = new Semaphore(0, int.MaxValue, Prefix + name, out bool isNew);
        if (!isNew)
        {
            semaphore.Dispose();
            throw new VmafException(VmafErrorIds.SemaphoreFailed, $"The named semaphore '{name}' could not be made: it exists already.", null, name);
        }

        return new WindowsNamedSemaphore(name, semaphore);
    }

    /// <summary>Opens a semaphore that exists.</summary>
    public static WindowsNamedSemaphore Open(string name) =>
        Semaphore.TryOpenExisting(Prefix + name, out Semaphore? semaphore)
            ? new WindowsNamedSemaphore(name, semaphore)
            : throw new VmafException(VmafErrorIds.SemaphoreFailed, $"The named semaphore '{name}' could not be opened: there is none.", null, name);

    /// <inheritdoc/>
    public void Release() => _semaphore.Release();

    /// <inheritdoc/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int first = WaitHandle.WaitAny([_semaphore, cancellationToken.WaitHandle], timeout);
        return first switch
        {
            0 => true,
            1 => throw new OperationCanceledException(cancellationToken),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public void Unlink()
    {
        // Windows drops the name with the last handle.
    }

    /// <inheritdoc/>
    public void Dispose() => _semaphore.Dispose();
}
