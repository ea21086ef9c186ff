using System.Globalization;
using System.Text;

namespace Vmaf.Engine.Models;

/// <summary>Writes libsvm's model text; reading it back gives the same regressor.</summary>
public static class LibsvmTextWriter
{
    /// <summary>The text of a regressor, as nu-SVR.</summary>
    /// <param name="regressor">The regressor.</param>
    public static string Write(SupportVectorRegressor regressor)
    {
        KernelParameters kernel = regressor.Kernel;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"svm_type nu_svr\nkernel_type {KernelName(kernel.Function)}\n");
        if (kernel.Function == KernelFunction.Polynomial)
        {
            text.Append(CultureInfo.InvariantCulture, $"degree {kernel.Degree}\n");
        }

        if (kernel.Function != KernelFunction.Linear)
        {
            text.Append(CultureInfo.InvariantCulture, $"gamma {kernel.Gamma}\n");
        }

        if (kernel.Function is KernelFunction.Polynomial or KernelFunction.Sigmoid)
        {
            text.Append(CultureInfo.InvariantCulture, $"coef0 {kernel.ConstantTerm}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"nr_class 2\ntotal_sv {regressor.SupportVectorCount}\nrho {regressor.Offset}\nSV\n");
        for (int index = 0; index < regressor.SupportVectorCount; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{regressor.Coefficient(index)}");
            ReadOnlySpan<double> vector = regressor.SupportVector(index);
            for (int feature = 0; feature < vector.Length; feature++)
            {
                if (vector[feature] != 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {feature + 1}:{vector[feature]}");
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string KernelName(KernelFunction function) => function switch
    {
        KernelFunction.Linear => "linear",
        KernelFunction.Polynomial => "polynomial",
        KernelFunction.Sigmoid => "sigmoid",
        _ => "rbf",
    };
}
