namespace AutoDiff;

/// <summary>What operations call to be recorded.</summary>
static class Tape
{
    /// <summary>Whether a result of this operand has to be recorded.</summary>
    internal static bool Watches<T>(NDArray<T> operand) => operand.Variable is not null && Autograd.IsRecording;

    /// <inheritdoc cref="Watches{T}(NDArray{T})"/>
    internal static bool Watches<T>(NDArray<T> left, NDArray<T> right) => (left.Variable is not null || right.Variable is not null) && Autograd.IsRecording;

    /// <summary>Records a result of one operand, if it is watched.</summary>
    /// <param name="result">The result, fresh from its kernel; the array that is returned.</param>
    /// <param name="operation">The operation as messages name it.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="backward">The gradient of the operand from the gradient of the result. What it reads beside that, it reads from a <see cref="Saved{T}"/>.</param>
    internal static NDArray<TResult> Record<T, TResult>(
        NDArray<TResult> result, string operation, NDArray<T> operand, Func<NDArray<TResult>, NDArray<T>> backward)
    {
        if (Watches(operand)) result.Variable = new OneOperand<T, TResult>(result, operation, operand.Variable, backward).Output;
        return result;
    }

    /// <summary>Records a result of several operands, if one of them is watched.</summary>
    /// <param name="result">The result, fresh from its kernel; the array that is returned.</param>
    /// <param name="operation">The operation as messages name it.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="backward">
    /// The gradient of the operand of an index from the gradient of the result; asked only for operands that are watched. What it reads beside that, it
    /// reads from a <see cref="Saved{T}"/>.
    /// </param>
    internal static NDArray<T> Record<T>(
        NDArray<T> result, string operation, ReadOnlySpan<NDArray<T>> operands, Func<NDArray<T>, int, NDArray<T>> backward)
    {
        if (!Autograd.IsRecording) return result;
        Variable?[]? variables = null;
        for (int i = 0; i < operands.Length; i++)
            if (operands[i].Variable is { } variable) (variables ??= new Variable?[operands.Length])[i] = variable;
        if (variables is not null) result.Variable = new SeveralOperands<T>(result, operation, variables, backward).Output;
        return result;
    }

    sealed class OneOperand<T, TResult>(NDArray<TResult> result, string operation, Variable? operand, Func<NDArray<TResult>, NDArray<T>> backward)
        : Node<TResult>(operation, result.Layout, [operand])
    {
        Func<NDArray<TResult>, NDArray<T>>? _backward = backward;

        protected override void Propagate(NDArray<TResult> gradient) => Give(Inputs[0]!, _backward!(gradient));

        internal override void Release()
        {
            base.Release();
            _backward = null;
        }
    }

    sealed class SeveralOperands<T>(NDArray<T> result, string operation, Variable?[] operands, Func<NDArray<T>, int, NDArray<T>> backward)
        : Node<T>(operation, result.Layout, operands)
    {
        Func<NDArray<T>, int, NDArray<T>>? _backward = backward;

        protected override void Propagate(NDArray<T> gradient)
        {
            for (int i = 0; i < Inputs.Length; i++)
                if (Inputs[i] is { } input) Give(input, _backward!(gradient, i));
        }

        internal override void Release()
        {
            base.Release();
            _backward = null;
        }
    }
}
