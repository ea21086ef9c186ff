using Vmaf.Engine.Models;

namespace Vmaf.Engine.Training;

/// <summary>Rows of the kernel matrix, computed when first needed; the one unused for longest makes room.</summary>
internal sealed class KernelRowCache
{
    private readonly SampleMatrix _samples;
    private readonly KernelParameters _kernel;
    private readonly int _capacity;
    private readonly Dictionary<int, LinkedListNode<(int Sample, double[] Row)>> _rows = [];
    private readonly LinkedList<(int Sample, double[] Row)> _byUse = [];

    /// <summary>Creates an empty cache.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="byteCount">Memory to use; two rows are always kept.</param>
    public KernelRowCache(SampleMatrix samples, KernelParameters kernel, long byteCount)
    {
        _samples = samples;
        _kernel = kernel;
        _capacity = (int)Math.Clamp(byteCount / (sizeof(double) * samples.SampleCount), 2, samples.SampleCount + 1L);
    }

    /// <summary>The kernel between a sample and all samples; valid until two other rows have been asked for.</summary>
    /// <param name="sample">Index of the sample.</param>
    public double[] Row(int sample)
    {
        if (_rows.TryGetValue(sample, out LinkedListNode<(int Sample, double[] Row)>? node))
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Row;
        }

        double[] row;
        if (_rows.Count < _capacity)
        {
            row = new double[_samples.SampleCount];
        }
        else
        {
            (int oldest, row) = _byUse.First!.Value;
            _byUse.RemoveFirst();
            _rows.Remove(oldest);
        }

        _samples.KernelRow(_kernel, sample, row);
        _rows.Add(sample, _byUse.AddLast((sample, row)));
        return row;
    }
}
