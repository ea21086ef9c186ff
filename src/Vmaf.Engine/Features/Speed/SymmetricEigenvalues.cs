namespace Vmaf.Engine.Features.Speed;

/// <summary>
/// Eigenvalues of a symmetric matrix in single precision: Householder reflections make it tridiagonal, implicit QR steps diagonal
/// (G. H. Golub, C. F. Van Loan, "Matrix Computations", 8.3; libvmaf, speed.c).
/// </summary>
internal sealed class SymmetricEigenvalues
{
    private const double Epsilon = 1e-6;
    private const int LargestStepCount = 500;

    private readonly int _size;
    private readonly float[] _matrix;
    private readonly float[] _offDiagonal;
    private readonly float[] _vector;
    private readonly float[] _image;

    /// <summary>Allocates scratch memory.</summary>
    /// <param name="size">Rows of the matrix, at least 3.</param>
    public SymmetricEigenvalues(int size)
    {
        _size = size;
        _matrix = new float[size * size];
        _offDiagonal = new float[size];
        _vector = new float[size];
        _image = new float[size];
    }

    /// <summary>Finds the eigenvalues, in no particular order.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="pitch">Distance of its rows.</param>
    /// <param name="eigenvalues">Receives them.</param>
    public void Find(ReadOnlySpan<float> matrix, int pitch, Span<float> eigenvalues)
    {
        for (int row = 0; row < _size; row++)
        {
            matrix.Slice(row * pitch, _size).CopyTo(_matrix.AsSpan(row * _size));
        }

        for (int column = 0; column < _size - 2; column++)
        {
            ReflectColumn(column);
        }

        for (int index = 0; index < _size; index++)
        {
            eigenvalues[index] = _matrix[(index * _size) + index];
            _offDiagonal[index] = index + 1 < _size ? _matrix[((index + 1) * _size) + index] : 0;
        }

        Diagonalise(eigenvalues[.._size], _offDiagonal);
    }

    /// <summary>Makes the elements of a column below the subdiagonal zero.</summary>
    private void ReflectColumn(int column)
    {
        int start = column + 1;
        float factor = MakeReflection(column, start);
        if (factor == 0)
        {
            return;
        }

        for (int row = start; row < _size; row++)
        {
            _vector[row] = _matrix[(row * _size) + column];
        }

        _vector[start] = 1;
        for (int row = start; row < _size; row++)
        {
            float sum = 0;
            for (int index = start; index < _size; index++)
            {
                sum += factor * _matrix[(row * _size) + index] * _vector[index];
            }

            _image[row] = sum;
        }

        float product = 0;
        for (int row = start; row < _size; row++)
        {
            product += _image[row] * _vector[row];
        }

        float shift = (float)(-0.5 * factor * product);
        for (int row = start; row < _size; row++)
        {
            _image[row] += shift * _vector[row];
        }

        for (int row = start; row < _size; row++)
        {
            for (int index = start; index < _size; index++)
            {
                _matrix[(row * _size) + index] -= (_image[row] * _vector[index]) + (_vector[row] * _image[index]);
            }
        }
    }

    /// <summary>Puts the vector of a reflection into a column, and what the column becomes into its first element; returns its factor.</summary>
    private float MakeReflection(int column, int start)
    {
        float norm = 0;
        for (int row = start + 1; row < _size; row++)
        {
            float value = _matrix[(row * _size) + column];
            norm += value * value;
        }

        norm = MathF.Sqrt(norm);
        if (norm == 0)
        {
            return 0;
        }

        float first = _matrix[(start * _size) + column];
        float length = Hypotenuse(first, norm);
        float reflected = first >= 0 ? -length : length;
        float divisor = first - reflected;
        if (divisor != 0)
        {
            for (int row = start; row < _size; row++)
            {
                _matrix[(row * _size) + column] /= divisor;
            }

            _matrix[(start * _size) + column] = reflected;
        }

        return (reflected - first) / reflected;
    }

    private static void Diagonalise(Span<float> diagonal, Span<float> offDiagonal)
    {
        DropSmall(diagonal, offDiagonal);
        int last = diagonal.Length - 1;
        for (int step = 0; last > 0 && step < LargestStepCount;)
        {
            if (offDiagonal[last - 1] == 0)
            {
                last--;
                continue;
            }

            int first = last - 1;
            while (first > 0 && offDiagonal[first - 1] != 0)
            {
                first--;
            }

            Span<float> block = diagonal[first..(last + 1)];
            StepTowardsDiagonal(block, offDiagonal[first..]);
            DropSmall(block, offDiagonal[first..]);
            step++;
        }
    }

    private static void DropSmall(Span<float> diagonal, Span<float> offDiagonal)
    {
        for (int index = 0; index < diagonal.Length - 1; index++)
        {
            if (Math.Abs(offDiagonal[index]) < Epsilon * (Math.Abs(diagonal[index]) + Math.Abs(diagonal[index + 1])))
            {
                offDiagonal[index] = 0;
            }
        }
    }

    /// <summary>One implicit QR step, with a shift to the eigenvalue of the last two rows.</summary>
    private static void StepTowardsDiagonal(Span<float> diagonal, Span<float> offDiagonal)
    {
        int size = diagonal.Length;
        float shift = TrailingEigenvalue(diagonal, offDiagonal);
        if (Epsilon * Math.Abs(shift) > Math.Abs(diagonal[0]) + Math.Abs(offDiagonal[0]))
        {
            shift = 0;
        }

        float x = diagonal[0] - shift;
        float z = offDiagonal[0];
        float previousOff = 0;
        float bulge = 0;
        float current = diagonal[0];
        float off = offDiagonal[0];
        float next = diagonal[1];
        float nextOff = size > 2 ? offDiagonal[1] : 0;
        for (int k = 0; k < size - 1; k++)
        {
            (float cosine, float sine) = Rotation(x, z);
            float rotatedPrevious = (cosine * previousOff) - (sine * bulge);
            float rotatedCurrent = (cosine * ((cosine * current) - (sine * off))) + (sine * ((sine * next) - (cosine * off)));
            float rotatedOff = (cosine * ((sine * current) + (cosine * off))) - (sine * ((sine * off) + (cosine * next)));
            float rotatedNext = (sine * ((sine * current) + (cosine * off))) + (cosine * ((sine * off) + (cosine * next)));
            bulge = -sine * nextOff;
            previousOff = rotatedOff;
            current = rotatedNext;
            off = cosine * nextOff;
            diagonal[k] = rotatedCurrent;
            if (k > 0)
            {
                offDiagonal[k - 1] = rotatedPrevious;
            }

            if (k < size - 2)
            {
                next = diagonal[k + 2];
                offDiagonal[k + 1] = off;
            }

            if (k < size - 3)
            {
                nextOff = offDiagonal[k + 2];
            }

            x = previousOff;
            z = bulge;
        }

        diagonal[size - 1] = current;
        offDiagonal[size - 2] = previousOff;
    }

    private static float TrailingEigenvalue(Span<float> diagonal, Span<float> offDiagonal)
    {
        float before = diagonal[^2];
        float last = diagonal[^1];
        float off = offDiagonal[diagonal.Length - 2];
        float half = (before - last) / 2;
        if (half > 0)
        {
            return last - (off * (off / (half + Hypotenuse(half, off))));
        }

        return half == 0
            ? last - Math.Abs(off)
            : last + (off * (off / (-half + Hypotenuse(half, off))));
    }

    /// <summary>The rotation that makes the second of two numbers zero.</summary>
    private static (float Cosine, float Sine) Rotation(float first, float second)
    {
        if (second == 0)
        {
            return (1, 0);
        }

        if (Math.Abs(second) > Math.Abs(first))
        {
            float cotangent = -first / second;
            float sine = (float)(1 / Math.Sqrt(1 + (cotangent * cotangent)));
            return (sine * cotangent, sine);
        }

        float tangent = -second / first;
        float cosine = (float)(1 / Math.Sqrt(1 + (tangent * tangent)));
        return (cosine, cosine * tangent);
    }

    private static float Hypotenuse(float x, float y) => MathF.Sqrt((x * x) + (y * y));
}
