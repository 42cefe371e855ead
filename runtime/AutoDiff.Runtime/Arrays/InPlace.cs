namespace AutoDiff;

/// <summary>Changes in place that the tape makes itself or that were checked.</summary>
static class InPlace
{
    /// <summary>Overwrites <paramref name="target"/>. The shapes are equal; overlapping arrays behave as if the source were copied first.</summary>
    internal static void Assign<T>(NDArray<T> target, NDArray<T> source)
    {
        if (source.SharesStorage(target)) source = Strided.Copy(source);
        Strided.Copy(source, target);
        target.MarkChanged();
    }

    /// <summary>Adds to <paramref name="target"/>. The shapes are equal; overlapping arrays behave as if the source were copied first.</summary>
    internal static void Add<T>(NDArray<T> target, NDArray<T> source)
    {
        if (target.Layout.IsContiguous && source.Layout.IsContiguous && (!source.SharesStorage(target) || source.Span == target.Span))
        {
            Arithmetic<Addition, T>.Invoke(target.Span, source.Span, target.Span);
            target.MarkChanged();
            return;
        }
        using (Autograd.Pause()) Assign(target, target + source);
    }
}
