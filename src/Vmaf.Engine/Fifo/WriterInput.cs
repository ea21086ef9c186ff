using System.Text.Json.Serialization;

namespace Vmaf.Engine.Fifo;

/// <summary>Where a writer gets its frames from; part of the request that its host reads.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DecoderInput), "decoder")]
[JsonDerivedType(typeof(ClipInput), "clip")]
[JsonDerivedType(typeof(ProcessedInput), "processed")]
internal abstract record WriterInput;
