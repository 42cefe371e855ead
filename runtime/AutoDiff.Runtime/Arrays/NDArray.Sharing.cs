using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace AutoDiff;

public static partial class NDArray
{
    /// <summary>An array over the memory of <paramref name="values"/>: a change of one is a change of the other, and nothing is copied.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The elements in row-major order.</param>
    /// <param name="shape">The lengths of the axes; their product is the number of values. None: one axis with all of them.</param>
    /// <returns>An array of that shape.</returns>
    /// <exception cref="ArgumentException">The shape needs another number of values.</exception>
    public static NDArray<T> Wrap<T>(T[] values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        Element.Require<T>();
        Layout layout = Layout.Of(shape.IsEmpty ? [values.Length] : shape);
        if (layout.Size != values.Length)
            throw new ArgumentException($"Wrap: the shape {Shapes.Text(shape)} has {layout.Size} elements, not {values.Length}.", nameof(values));
        return new(new(values), 0, layout);
    }

    /// <summary>An array of any shape, a copy of <paramref name="values"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The elements in row-major order.</param>
    /// <param name="shape">The lengths of the axes; their product is the number of values.</param>
    /// <returns>An array of that shape.</returns>
    /// <exception cref="ArgumentException">The shape needs another number of values.</exception>
    public static NDArray<T> FromSpan<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
    {
        NDArray<T> result = New<T>(shape);
        if (result.Size != values.Length)
            throw new ArgumentException($"FromSpan: the shape {Shapes.Text(shape)} has {result.Size} elements, not {values.Length}.", nameof(values));
        values.CopyTo(result.Span);
        return result;
    }

    /// <summary>An array over the memory of a tensor: a change of one is a change of the other, and nothing is copied.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">A tensor, also a slice or a broadcast one.</param>
    /// <returns>An array of its shape.</returns>
    /// <exception cref="NotSupportedException">The tensor's memory cannot be reached in this version of System.Numerics.Tensors.</exception>
    public static NDArray<T> FromTensor<T>(Tensor<T> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        Element.Require<T>();
        int[] shape = new int[tensor.Rank];
        int[] strides = new int[tensor.Rank];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = checked((int)tensor.Lengths[axis]);
            strides[axis] = checked((int)tensor.Strides[axis]);
        }
        if (tensor.IsEmpty) return New<T>(shape);
        (T[] values, int start) = MemoryOf(tensor);
        return new(new(values), start, Layout.Strided(shape, strides));
    }

    /// <summary>The managed array that a tensor lies in, which its public members do not give away.</summary>
    static (T[] Values, int Start) MemoryOf<T>(Tensor<T> tensor)
    {
        try
        {
            T[] values = TensorFields<T>.Values(tensor);
            int start = TensorFields<T>.Start(tensor);
            if ((uint)start < (uint)values.Length && Unsafe.AreSame(ref values[start], ref tensor.GetPinnableReference())) return (values, start);
        }
        catch (MissingFieldException)
        {
            // as where the fields mean something else
        }
        throw new NotSupportedException("FromTensor: this version of System.Numerics.Tensors keeps its elements in another way; copy them with FlattenTo.");
    }

    static class TensorFields<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_values")]
        internal static extern ref T[] Values(Tensor<T> tensor);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_start")]
        internal static extern ref int Start(Tensor<T> tensor);
    }
}

public sealed partial class NDArray<TElement>
{
    /// <summary>A tensor of the base class library over the memory of this array: a change of one is a change of the other, and nothing is copied.</summary>
    /// <returns>A tensor of the same shape; of shape 1 for an array without axes, as tensors have at least one.</returns>
    public Tensor<TElement> AsTensor()
    {
        nint[] lengths = Rank == 0 ? [1] : Array.ConvertAll(Layout.Shape, length => (nint)length);
        if (Size == 0) return Tensor.Create<TElement>([], lengths);
        _storage.Escape();
        nint[] strides = Rank == 0 ? [0] : new nint[Rank];
        for (int axis = 0; axis < Rank; axis++) strides[axis] = Layout.Shape[axis] == 1 ? 0 : Layout.Strides[axis];
        return Tensor.Create(_storage.Elements, _offset, lengths, strides);
    }
}
