using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Models.Installation;

/// <summary>Fetches model files over HTTPS.</summary>
internal static class ModelDownload
{
    private const int MaximumLengthInBytes = 16 << 20;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Fetches a file.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.DownloadFailed"/>.</exception>
    public static byte[] Fetch(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Timeout, MaxResponseContentBufferSize = MaximumLengthInBytes };
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using HttpResponseMessage response = client.Send(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            using Stream content = response.Content.ReadAsStream(cancellationToken);
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or InvalidOperationException)
        {
            throw Failed(address, cause.Message, cause);
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(address, string.Create(CultureInfo.InvariantCulture, $"no answer within {Timeout.TotalSeconds} seconds."), cause);
        }
    }

    private static VmafException Failed(Uri address, string problem, Exception cause) => new(
        VmafErrorIds.DownloadFailed,
        $"'{address}' could not be fetched: {problem}",
        "Fetch that file on a computer that has a connection, and install it from the file. The built-in models need none.",
        address.ToString(),
        cause);
}
