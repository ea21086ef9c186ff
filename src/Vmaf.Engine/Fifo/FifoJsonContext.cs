using System.Text.Json.Serialization;

namespace Vmaf.Engine.Fifo;

/// <summary>Compiled serialisers of what passes between a writer process and its parent.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FifoWriterRequest))]
[JsonSerializable(typeof(FifoWriterReport))]
internal sealed partial class FifoJsonContext : JsonSerializerContext;
