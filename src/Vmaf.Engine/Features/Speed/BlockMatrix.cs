namespace Vmaf.Engine.Features.Speed;

/// <summary>Solves equations with the covariance matrix of block elements: QR decomposition by Householder reflections, in single precision.</summary>
internal sealed class BlockMatrix
{
    /// <summary>Below this a matrix counts as singular.</summary>
    public const double Epsilon = 1e-6;

    private const int Size = BlockStatistics.ElementCount;
    private const int Pitch = BlockStatistics.RowLength;

    private readonly ISpeedKernels _kernels;
    private readonly float[] _reflections = new float[Size * Pitch];
    private readonly float[] _reflected = new float[Size * Pitch];
    private readonly float[] _reflection = new float[Size * Pitch];
    private readonly float[] _product = new float[Size * Pitch];
    private readonly float[] _vector = new float[Size];

    /// <summary>Allocates scratch memory.</summary>
    /// <param name="kernels">The arithmetic.</param>
    public BlockMatrix(ISpeedKernels kernels) => _kernels = kernels;

    /// <summary>Solves matrix · solution = right sides.</summary>
    /// <param name="matrix">The matrix, in rows of <see cref="BlockStatistics.RowLength"/>.</param>
    /// <param name="rightSides">The right sides, a column each.</param>
    /// <param name="solution">Receives a solution for each.</param>
    /// <param name="columns">Number of right sides, a multiple of <see cref="BlockStatistics.RowLength"/>.</param>
    /// <returns>Whether there are solutions.</returns>
    public bool TrySolve(ReadOnlySpan<float> matrix, ReadOnlySpan<float> rightSides, Span<float> solution, int columns)
    {
        Triangulate(matrix);

        // The product of all reflections, applied to both sides, leaves a triangular matrix.
        _kernels.Multiply(_product, _reflections, matrix, Pitch);
        _kernels.Multiply(solution, _reflections, rightSides, columns);
        for (int row = Size - 1; row >= 0; row--)
        {
            float diagonal = _product[(row * Pitch) + row];
            if (!(Math.Abs(diagonal) >= Epsilon))
            {
                return false;
            }

            Span<float> unknowns = solution.Slice(row * columns, columns);
            for (int known = row + 1; known < Size; known++)
            {
                _kernels.AddScaled(unknowns, solution.Slice(known * columns, columns), -_product[(row * Pitch) + known]);
            }

            for (int column = 0; column < columns; column++)
            {
                unknowns[column] /= diagonal;
            }
        }

        return true;
    }

    /// <summary>Finds the product of the reflections that make the matrix triangular.</summary>
    private void Triangulate(ReadOnlySpan<float> matrix)
    {
        matrix[.._reflected.Length].CopyTo(_reflected);
        SetIdentity(_reflections, Size);
        for (int step = 0; step < Size - 1; step++)
        {
            SetIdentity(_reflected, step);
            for (int row = 0; row < Size; row++)
            {
                _vector[row] = _reflected[(row * Pitch) + step];
            }

            // The sign is that of the matrix itself, not of what it was reflected to, as in libvmaf.
            float norm = Norm(_vector);
            _vector[step] += matrix[(step * Pitch) + step] >= 0 ? norm : -norm;
            norm = Norm(_vector);
            for (int row = 0; row < Size; row++)
            {
                _vector[row] /= norm;
            }

            for (int row = 0; row < Size; row++)
            {
                for (int column = 0; column < Size; column++)
                {
                    _reflection[(row * Pitch) + column] = -2 * _vector[row] * _vector[column];
                }

                _reflection[(row * Pitch) + row] += 1;
            }

            _kernels.Multiply(_product, _reflection, _reflected, Pitch);
            _product.CopyTo(_reflected, 0);
            _kernels.Multiply(_product, _reflection, _reflections, Pitch);
            _product.CopyTo(_reflections, 0);
        }
    }

    /// <summary>Makes the first rows and columns those of the identity matrix.</summary>
    private static void SetIdentity(float[] matrix, int count)
    {
        for (int row = 0; row < Size; row++)
        {
            int end = row < count ? Size : count;
            matrix.AsSpan(row * Pitch, end).Clear();
            if (row < count)
            {
                matrix[(row * Pitch) + row] = 1;
            }
        }
    }

    private static float Norm(ReadOnlySpan<float> vector)
    {
        float sum = 0;
        foreach (float value in vector)
        {
            sum += value * value;
        }

        return MathF.Sqrt(sum);
    }
}
