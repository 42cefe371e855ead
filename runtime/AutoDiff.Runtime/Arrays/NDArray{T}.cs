namespace AutoDiff;

/// <summary>
/// An array of any rank, as in NumPy and MXNet. Operations give new arrays; indexing, slicing, reshaping, transposing and broadcasting give
/// views, which share their elements with the array they are made from and copy nothing.
/// </summary>
/// <typeparam name="TElement">
/// The element type: <see cref="float"/> or <see cref="double"/>; <see cref="int"/> for indices and <see cref="bool"/> for masks.
/// </typeparam>
/// <remarks>
/// Inside <see cref="Autograd.Record"/> every operation on an array that <see cref="AttachGradient"/> was called for, or that was computed from
/// one, is recorded, and <see cref="Backward"/> gives its derivative. Reading is safe from many threads, changing in place is not. Nothing has to be
/// disposed: buffers return to a pool when the array is no longer reachable.
/// </remarks>
public sealed partial class NDArray<TElement>
{
    readonly Storage<TElement> _storage;
    readonly int _offset;

    internal NDArray(Storage<TElement> storage, int offset, Layout layout)
    {
        _storage = storage;
        _offset = offset;
        Layout = layout;
    }

    internal Layout Layout { get; }

    /// <summary>Counts the changes in place of this array and everything that shares its elements.</summary>
    internal int Version => _storage.Version;

    internal void MarkChanged() => _storage.Version++;

    /// <summary>Whether both arrays lie in the same buffer.</summary>
    internal bool SharesStorage(NDArray<TElement> other) => ReferenceEquals(_storage, other._storage);

    /// <summary>
    /// Exchanges the elements of two arrays of one shape, neither of which is a part of something larger, by exchanging their buffers. Views see the other elements.
    /// </summary>
    /// <returns>False if that cannot be done without copying; then nothing has happened.</returns>
    internal bool Exchange(NDArray<TElement> other) => IsContiguous && other.IsContiguous && _offset == 0 && other._offset == 0 && _storage.Exchange(other._storage);

    /// <summary>The lengths of the axes; empty for an array without axes, which has one element.</summary>
    public ReadOnlySpan<int> Shape => Layout.Shape;

    /// <summary>The number of axes.</summary>
    public int Rank => Layout.Rank;

    /// <summary>The number of elements: the product of the lengths.</summary>
    public int Size => Layout.Size;

    /// <summary>Whether the elements lie side by side in row-major order, as in a new array; views often do not.</summary>
    public bool IsContiguous => Layout.IsContiguous;

    /// <summary>A new row-major array of unspecified content.</summary>
    internal static NDArray<TElement> Uninitialized(Layout layout) => new(BufferPool<TElement>.Rent(layout.Size), 0, layout.Packed);

    /// <summary>A new row-major array of zeros.</summary>
    internal static NDArray<TElement> Zeros(Layout layout)
    {
        NDArray<TElement> result = Uninitialized(layout);
        result.Span.Clear();
        return result;
    }

    /// <summary>A new row-major array in which every element is <paramref name="value"/>.</summary>
    internal static NDArray<TElement> Filled(Layout layout, TElement value)
    {
        NDArray<TElement> result = Uninitialized(layout);
        result.Span.Fill(value);
        return result;
    }

    /// <summary>A number as an array without axes.</summary>
    internal static NDArray<TElement> Scalar(TElement value) => new(new([value]), 0, Layout.Scalar);

    /// <summary>Another view of the same elements.</summary>
    internal NDArray<TElement> View(Layout layout, int offsetInView) => new(_storage, _offset + offsetInView, layout);

    /// <summary>The elements of a contiguous array, for kernels.</summary>
    internal Span<TElement> Span
    {
        get
        {
            _storage.Touch();
            return _storage.Elements.AsSpan(_offset, Layout.Size);
        }
    }

    /// <summary>
    /// The elements of a contiguous array, for kernels on other threads. Whoever calls them keeps the array reachable; unlike <see cref="Span"/> this does
    /// not leave it to the threads, which would hold on to it.
    /// </summary>
    internal Memory<TElement> Block(int start, int length) => _storage.Elements.AsMemory(_offset + start, length);

    /// <summary>The buffer from the first element on, for kernels that step through it by strides.</summary>
    internal Span<TElement> Memory
    {
        get
        {
            _storage.Touch();
            return _storage.Elements.AsSpan(_offset);
        }
    }

    /// <summary>The array itself if it is contiguous, otherwise an unrecorded copy that is.</summary>
    internal NDArray<TElement> Contiguous() => Layout.IsContiguous ? this : Strided.Copy(this);

    /// <summary>The elements in row-major order as a new array of the runtime.</summary>
    /// <returns>A copy of length <see cref="Size"/>.</returns>
    public TElement[] ToArray() => Contiguous().Span.ToArray();

    /// <summary>The only element.</summary>
    /// <returns>The element of an array of <see cref="Size"/> 1, whatever its rank.</returns>
    /// <exception cref="ArgumentException">The array does not have exactly one element.</exception>
    public TElement ToScalar()
    {
        if (Size == 1) return Memory[0];
        throw new ArgumentException($"ToScalar: an array of shape {Shapes.Text(Shape)} is not one number.");
    }

    /// <summary>
    /// The elements themselves, in row-major order, without copying. Writing through the span changes the array behind the tape's back:
    /// use <see cref="Assign"/> where the array is recorded.
    /// </summary>
    /// <returns>A span of length <see cref="Size"/> over the array's own memory.</returns>
    /// <exception cref="InvalidOperationException">The array is a view whose elements do not lie side by side; <see cref="Copy"/> makes one whose do.</exception>
    public Span<TElement> AsSpan()
    {
        if (Layout.IsContiguous)
        {
            _storage.Escape();
            return _storage.Elements.AsSpan(_offset, Layout.Size);
        }
        throw new InvalidOperationException($"AsSpan: the elements of this {Shapes.Text(Shape)} view do not lie side by side; Copy() makes an array whose do.");
    }
}
