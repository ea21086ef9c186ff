namespace Vmaf.Engine.Models.Niqe;

/// <summary>A real symmetric matrix, split into eigenvalues and eigenvectors by Jacobi's rotations.</summary>
internal sealed class SymmetricMatrix
{
    private const int LargestSweepCount = 60;

    private readonly int _size;
    private readonly double[,] _matrix;
    private readonly double[,] _vectors;

    /// <summary>Splits a matrix.</summary>
    /// <param name="elements">The elements; both triangles are read as their mean.</param>
    public SymmetricMatrix(double[,] elements)
    {
        _size = elements.GetLength(0);
        _matrix = new double[_size, _size];
        _vectors = new double[_size, _size];
        for (int row = 0; row < _size; row++)
        {
            _vectors[row, row] = 1;
            for (int column = 0; column < _size; column++)
            {
                _matrix[row, column] = (elements[row, column] + elements[column, row]) / 2;
            }
        }

        Diagonalize();
    }

    /// <summary>
    /// The quadratic form xᵀ·A⁺·x with the pseudo-inverse, in which directions count for nothing whose eigenvalue is within rounding of zero
    /// (at most the size times 2⁻⁵² of the largest).
    /// </summary>
    /// <param name="vector">The vector x.</param>
    public double PseudoInverseForm(ReadOnlySpan<double> vector)
    {
        double largest = 0;
        for (int index = 0; index < _size; index++)
        {
            largest = Math.Max(largest, Math.Abs(_matrix[index, index]));
        }

        double least = largest * _size * Math.Pow(2, -52);
        double form = 0;
        for (int index = 0; index < _size; index++)
        {
            double projection = 0;
            for (int row = 0; row < _size; row++)
            {
                projection += _vectors[row, index] * vector[row];
            }

            if (Math.Abs(_matrix[index, index]) > least)
            {
                form += projection * projection / _matrix[index, index];
            }
        }

        return form;
    }

    private void Diagonalize()
    {
        for (int sweep = 0; sweep < LargestSweepCount; sweep++)
        {
            bool rotated = false;
            for (int row = 0; row < _size - 1; row++)
            {
                for (int column = row + 1; column < _size; column++)
                {
                    rotated |= Rotate(row, column);
                }
            }

            if (!rotated)
            {
                return;
            }
        }
    }

    /// <summary>Makes an element zero, unless it is too small to change its diagonal neighbours.</summary>
    private bool Rotate(int row, int column)
    {
        double element = _matrix[row, column];
        double scale = Math.Sqrt(Math.Abs(_matrix[row, row])) * Math.Sqrt(Math.Abs(_matrix[column, column]));
        if (element == 0 || Math.Abs(element) <= scale * 1e-17)
        {
            return false;
        }

        double ratio = (_matrix[column, column] - _matrix[row, row]) / (2 * element);
        double tangent = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt((ratio * ratio) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        double sine = tangent * cosine;
        for (int index = 0; index < _size; index++)
        {
            (_matrix[index, row], _matrix[index, column]) =
                ((cosine * _matrix[index, row]) - (sine * _matrix[index, column]), (sine * _matrix[index, row]) + (cosine * _matrix[index, column]));
        }

        for (int index = 0; index < _size; index++)
        {
            (_matrix[row, index], _matrix[column, index]) =
                ((cosine * _matrix[row, index]) - (sine * _matrix[column, index]), (sine * _matrix[row, index]) + (cosine * _matrix[column, index]));
            (_vectors[index, row], _vectors[index, column]) =
                ((cosine * _vectors[index, row]) - (sine * _vectors[index, column]), (sine * _vectors[index, row]) + (cosine * _vectors[index, column]));
        }

        return true;
    }
}
