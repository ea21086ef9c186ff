namespace Vmaf.Engine.Features.Speed;

/// <summary>
/// Describes the detail of a picture by a Gaussian scale mixture over blocks of 5×5 samples: for each block the variance that scales the
/// common covariance matrix, and the entropy of the block seen through neural noise (C. G. Bampis et al., "SpEED-QA", 2017; libvmaf,
/// speed.c). Single precision as there, operation by operation.
/// </summary>
internal sealed class BlockStatistics
{
    /// <summary>Samples of a block's side.</summary>
    public const int BlockSize = 5;

    /// <summary>Samples of a block.</summary>
    public const int ElementCount = BlockSize * BlockSize;

    /// <summary>Numbers in a row of a matrix of block elements, padding included.</summary>
    public const int RowLength = 32;

    private const int PlacesTogether = 128;

    private static readonly double GaussianEntropy = Math.Log2(2 * Math.PI * Math.E);

    private readonly ISpeedKernels _kernels;
    private readonly BlockMatrix _solver;
    private readonly SymmetricEigenvalues _eigen = new(ElementCount);
    private readonly int _blocksAcross;
    private readonly int _pitch;
    private readonly float[] _means = new float[ElementCount];
    private readonly double[] _centred = new double[PlacesTogether * RowLength];
    private readonly double[] _products = new double[ElementCount * RowLength];
    private readonly float[] _covariances = new float[ElementCount * RowLength];
    private readonly float[] _eigenvalues = new float[ElementCount];
    private readonly float[] _blocks;
    private readonly float[] _solution;

    /// <summary>Allocates what a picture needs.</summary>
    /// <param name="kernels">The arithmetic.</param>
    /// <param name="width">Width of the detail, at least one block.</param>
    /// <param name="height">Height of the detail, at least one block.</param>
    public BlockStatistics(ISpeedKernels kernels, int width, int height)
    {
        _kernels = kernels;
        _solver = new BlockMatrix(kernels);
        _blocksAcross = width / BlockSize;
        BlockCount = _blocksAcross * (height / BlockSize);
        _pitch = (BlockCount + RowLength - 1) / RowLength * RowLength;
        _blocks = new float[ElementCount * _pitch];
        _solution = new float[ElementCount * _pitch];
        Entropies = new float[BlockCount];
    }

    /// <summary>Number of blocks.</summary>
    public int BlockCount { get; }

    /// <summary>Entropy of each block.</summary>
    public float[] Entropies { get; }

    /// <summary>Variance of each block.</summary>
    public ReadOnlySpan<float> Variances => _solution.AsSpan(0, BlockCount);

    /// <summary>Describes a picture.</summary>
    /// <param name="detail">Its detail.</param>
    /// <param name="noise">Variance of the neural noise.</param>
    /// <returns>Whether the covariance matrix could be inverted; else the variances are zero.</returns>
    public bool TryDescribe(DecimatedDetail detail, float noise)
    {
        FindCovariances(detail);
        _eigen.Find(_covariances, RowLength, _eigenvalues);
        GatherBlocks(detail);
        bool isRegular = !_eigenvalues.Any(eigenvalue => eigenvalue < BlockMatrix.Epsilon)
            && _solver.TrySolve(_covariances, _blocks, _solution, _pitch);
        if (!isRegular)
        {
            Array.Clear(_solution);
        }

        FindVariances();
        FindEntropies(noise);
        return isRegular;
    }

    /// <summary>Covariances of block elements, over all places where a block fits into the whole blocks.</summary>
    private void FindCovariances(DecimatedDetail detail)
    {
        int width = (_blocksAcross * BlockSize) - BlockSize + 1;
        int height = (BlockCount / _blocksAcross * BlockSize) - BlockSize + 1;
        int places = width * height;
        FindMeans(detail, width, height);
        Array.Clear(_products);
        for (int start = 0; start < places; start += PlacesTogether)
        {
            int end = Math.Min(start + PlacesTogether, places);
            for (int place = start; place < end; place++)
            {
                Span<double> row = _centred.AsSpan((place - start) * RowLength, ElementCount);
                int corner = (place / width * detail.Width) + (place % width);
                for (int element = 0; element < ElementCount; element++)
                {
                    row[element] = (double)detail.Samples[corner + OffsetOf(element, detail.Width)] - _means[element];
                }
            }

            _kernels.AddProducts(_centred.AsSpan(0, (end - start) * RowLength), _products);
        }

        for (int index = 0; index < _products.Length; index++)
        {
            _covariances[index] = (float)(_products[index] / places);
        }
    }

    private void FindMeans(DecimatedDetail detail, int width, int height)
    {
        Array.Clear(_means);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int corner = (y * detail.Width) + x;
                for (int row = 0; row < BlockSize; row++)
                {
                    ReadOnlySpan<float> samples = detail.Samples.AsSpan(corner + (row * detail.Width), BlockSize);
                    Span<float> sums = _means.AsSpan(row * BlockSize, BlockSize);
                    sums[0] += samples[0];
                    sums[1] += samples[1];
                    sums[2] += samples[2];
                    sums[3] += samples[3];
                    sums[4] += samples[4];
                }
            }
        }

        for (int element = 0; element < ElementCount; element++)
        {
            _means[element] /= width * height;
        }
    }

    /// <summary>Puts each block into a column.</summary>
    private void GatherBlocks(DecimatedDetail detail)
    {
        for (int block = 0; block < BlockCount; block++)
        {
            int corner = (block / _blocksAcross * BlockSize * detail.Width) + (block % _blocksAcross * BlockSize);
            for (int element = 0; element < ElementCount; element++)
            {
                _blocks[(element * _pitch) + block] = detail.Samples[corner + OffsetOf(element, detail.Width)];
            }
        }
    }

    private void FindVariances()
    {
        for (int element = 0; element < ElementCount; element++)
        {
            for (int block = 0; block < BlockCount; block++)
            {
                int index = (element * _pitch) + block;
                float share = _solution[index] * _blocks[index] / ElementCount;
                _solution[block] = element == 0 ? share : _solution[block] + share;
            }
        }
    }

    private void FindEntropies(float noise)
    {
        ReadOnlySpan<float> variances = Variances;
        Array.Clear(Entropies);
        foreach (float eigenvalue in _eigenvalues)
        {
            float scale = eigenvalue < 0 ? 0 : eigenvalue;
            for (int block = 0; block < BlockCount; block++)
            {
                Entropies[block] = (float)(Entropies[block] + (Math.Log2((scale * variances[block]) + noise) + GaussianEntropy));
            }
        }
    }

    private static int OffsetOf(int element, int width) => (element / BlockSize * width) + (element % BlockSize);
}
