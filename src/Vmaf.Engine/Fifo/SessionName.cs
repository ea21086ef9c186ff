using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Vmaf.Engine.Processes;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// The name of a session's temporary folder, and the stem of its semaphores' names. It says which process owns them, so that what
/// a crash left behind is recognised: <c>vmaf-</c> namespace, process id, start time, random part, all to the base 36.
/// </summary>
/// <param name="Owner">The process that made the session.</param>
/// <param name="Random">Tells the sessions of one process apart.</param>
internal readonly record struct SessionName(ProcessIdentity Owner, string Random)
{
    /// <summary>What all names start with.</summary>
    public const string Prefix = "vmaf-";

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int NamespaceDigits = 3;
    private const int StartDigits = 6;
    private const int RandomDigits = 5;

    /// <summary>A new name for a session of the running process.</summary>
    public static SessionName New() => new(ProcessIdentity.Current, RandomNumberGenerator.GetString(Digits, RandomDigits));

    /// <summary>Reads a name back.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SessionName? name)
    {
        name = null;
        string[] parts = text.Split('-');
        bool shaped = parts.Length == 4 && text.StartsWith(Prefix, StringComparison.Ordinal)
            && parts[1].Length > NamespaceDigits && parts[2].Length == StartDigits && parts[3].Length == RandomDigits;
        if (!shaped || !TryFromBase36(parts[1][..NamespaceDigits], out long space)
            || !TryFromBase36(parts[1][NamespaceDigits..], out long process) || process > int.MaxValue
            || !TryFromBase36(parts[2], out long start) || !TryFromBase36(parts[3], out _))
        {
            return false;
        }

        name = new SessionName(new ProcessIdentity((int)space, (int)process, start), parts[3]);
        return true;
    }

    /// <summary>The name of one of the session's semaphores.</summary>
    /// <param name="stage">The stage that it belongs to.</param>
    public string SemaphoreName(FifoStageKind stage) => ToString() + (stage == FifoStageKind.Workfile ? 'w' : 'p');

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Prefix}{ToBase36(Owner.NamespaceToken, NamespaceDigits)}{ToBase36(Owner.ProcessId, 1)}-{ToBase36(Owner.StartToken, StartDigits)}-{Random}";

    private static string ToBase36(long value, int minimumDigits)
    {
        string text = string.Empty;
        while (value > 0 || text.Length < minimumDigits)
        {
            text = Digits[(int)(value % 36)] + text;
            value /= 36;
        }

        return text;
    }

    private static bool TryFromBase36(string text, out long value)
    {
        value = 0;
        foreach (char c in text)
        {
            int digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || text.Length > 10)
            {
                return false;
            }

            value = (value * 36) + digit;
        }

        return text.Length > 0;
    }
}
