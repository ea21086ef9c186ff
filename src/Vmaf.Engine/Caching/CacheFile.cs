namespace Vmaf.Engine.Caching;

/// <summary>A file that bears the name of a saved result, whatever is in it.</summary>
/// <param name="Key">What the result is found by.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="LengthInBytes">Its length in bytes.</param>
/// <param name="Saved">When it was saved.</param>
public sealed record CacheFile(string Key, string Path, long LengthInBytes, DateTime Saved);
