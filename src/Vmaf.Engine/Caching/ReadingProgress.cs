namespace Vmaf.Engine.Caching;

/// <summary>How far a file is read whose content a result is found by.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="BytesRead">Bytes read until now.</param>
/// <param name="LengthInBytes">Length of the file when the reading began.</param>
public readonly record struct ReadingProgress(string Path, long BytesRead, long LengthInBytes);
