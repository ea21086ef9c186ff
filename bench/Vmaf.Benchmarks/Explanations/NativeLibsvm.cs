using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Vmaf.Benchmarks.Explanations;

/// <summary>A model loaded by a native libsvm, to be compared with.</summary>
internal sealed unsafe class NativeLibsvm : IDisposable
{
    private readonly nint _library;
    private readonly delegate* unmanaged[SuppressGCTransition]<nint, Node*, double> _predict;
    private readonly nint _model;

    /// <summary>Loads the library and a model.</summary>
    /// <param name="libraryPath">Path of the shared library.</param>
    /// <param name="modelPath">Path of a JSON model of one support vector regression.</param>
    public NativeLibsvm(string libraryPath, string modelPath)
    {
        _library = NativeLibrary.Load(libraryPath);
        _predict = (delegate* unmanaged[SuppressGCTransition]<nint, Node*, double>)NativeLibrary.GetExport(_library, "svm_predict");
        var load = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(_library, "svm_load_model");
        using JsonDocument model = JsonDocument.Parse(File.ReadAllBytes(modelPath));
        string text = model.RootElement.GetProperty("model_dict").GetProperty("model").GetString()!;
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            fixed (byte* name = Encoding.UTF8.GetBytes(file + '\0'))
            {
                _model = load(name);
            }
        }
        finally
        {
            File.Delete(file);
        }

        if (_model == 0)
        {
            throw new InvalidDataException($"libsvm cannot load '{modelPath}'.");
        }
    }

    /// <summary>Puts rows into libsvm's own form.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="featureCount">Features of a row.</param>
    public static Node[] ToNodes(double[] rows, int featureCount)
    {
        int rowCount = rows.Length / featureCount;
        var nodes = new Node[rowCount * (featureCount + 1)];
        for (int row = 0; row < rowCount; row++)
        {
            for (int feature = 0; feature < featureCount; feature++)
            {
                nodes[(row * (featureCount + 1)) + feature] = new Node(feature + 1, rows[(row * featureCount) + feature]);
            }

            nodes[(row * (featureCount + 1)) + featureCount] = new Node(-1, 0);
        }

        return nodes;
    }

    /// <summary>Predicts every row, one call each.</summary>
    /// <param name="nodes">The rows.</param>
    /// <param name="featureCount">Features of a row.</param>
    /// <returns>The sum of the predictions, so that none can be left out.</returns>
    public double PredictAll(Node[] nodes, int featureCount)
    {
        double sum = 0;
        fixed (Node* first = nodes)
        {
            for (int start = 0; start < nodes.Length; start += featureCount + 1)
            {
                sum += _predict(_model, first + start);
            }
        }

        return sum;
    }

    /// <summary>Unloads the library; the model goes with the process.</summary>
    public void Dispose() => NativeLibrary.Free(_library);

    /// <summary>One feature of a row: its number from 1, −1 after the last, and its value.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Node(int Index, double Value);
}
