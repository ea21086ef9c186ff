using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Paths;

namespace Vmaf.PowerShell;

/// <summary>Base of all cmdlets: a token that Ctrl-C cancels, and the engine's errors as error records.</summary>
public abstract class VmafCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken StoppingToken => _stopping.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the cmdlet holds.</summary>
    /// <param name="disposing">Whether managed objects may be touched.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stopping.Dispose();
        }
    }

    /// <summary>Called on another thread when the pipeline is stopped.</summary>
    protected override void StopProcessing()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended by itself in the same moment.
        }
    }

    /// <summary>What to do about an error with an input object.</summary>
    /// <param name="error">The engine's error.</param>
    private protected virtual string RemedyOf(VmafException error) => ParameterRemedies.Complete(error);

    /// <summary>Does what one input object asks for; an error of the engine is written, and the next object gets its turn.</summary>
    /// <param name="target">What the work is about.</param>
    /// <param name="work">The work.</param>
    protected void ForInput(object? target, Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            work();
        }
        catch (VmafException exception)
        {
            WriteError(EngineErrorRecord.Create(exception, target, RemedyOf(exception)));
        }
        catch (OperationCanceledException) when (StoppingToken.IsCancellationRequested)
        {
            // The pipeline is on its way down; PowerShell says so to whoever asked for it.
        }
    }

    /// <summary>Does what each of the files that patterns stand for asks for, as <see cref="ForInput"/>.</summary>
    /// <param name="patterns">Paths, with or without wildcards.</param>
    /// <param name="work">The work; receives the full path of a file.</param>
    protected void ForFiles(IEnumerable<string> patterns, Action<string> work)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var paths = new FileSystemPaths(SessionState.Path);
        foreach (string pattern in patterns)
        {
            ForInput(pattern, () =>
            {
                foreach (string file in paths.ResolveMany(pattern))
                {
                    ForInput(file, () => work(file));
                }
            });
        }
    }

    /// <summary>Does what each pair of a reference and the distorted videos that patterns stand for asks for, as <see cref="ForInput"/>.</summary>
    /// <param name="reference">Path of the reference.</param>
    /// <param name="patterns">Paths of distorted videos, with or without wildcards.</param>
    /// <param name="work">The work; receives the full paths of reference and distorted video.</param>
    protected void ForPairs(string reference, IEnumerable<string> patterns, Action<string, string> work)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var paths = new FileSystemPaths(SessionState.Path);
        foreach (string pattern in patterns)
        {
            ForInput(pattern, () =>
            {
                string referencePath = paths.ResolveOne(reference);
                ForFiles([pattern], distorted => work(referencePath, distorted));
            });
        }
    }

    /// <summary>Does what the whole call depends on; an error of the engine ends the command.</summary>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="work">The work.</param>
    protected T ForCall<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return work();
        }
        catch (VmafException exception)
        {
            End(exception);
            throw;
        }
    }

    /// <summary>Ends the command with an error.</summary>
    /// <param name="error">What is wrong with the whole call.</param>
    private protected void End(VmafException error) => ThrowTerminatingError(EngineErrorRecord.Create(error));
}
