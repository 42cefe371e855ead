using Xunit;

namespace AutoDiff.Numerics.Tests;

/// <summary>Gradients by arrays of models, and by models that hold such arrays, against central differences of the plain methods.</summary>
public sealed class ModelArrayTests
{
    private static ModelArrayFunctions.Network Network() => new()
    {
        Layers =
        [
            new() { W = new double[,] { { 0.5, -0.3 }, { 0.2, 0.8 } }, B = [0.1, -0.2], Gain = 1.5 },
            new() { W = new double[,] { { -0.7, 0.4 } }, B = [0.3], Gain = 0.9 },
        ],
        Scale = 2,
    };

    private static IEnumerable<Place> Places(ModelArrayFunctions.Network n, ModelArrayFunctions.Network adjoint)
    {
        yield return new(() => n.Scale, value => n.Scale = value, () => adjoint.Scale);
        for (int l = 0; l < n.Layers.Length; l++)
        {
            (ModelArrayFunctions.Layer layer, ModelArrayFunctions.Layer other) = (n.Layers[l], adjoint.Layers[l]);
            yield return new(() => layer.Gain, value => layer.Gain = value, () => other.Gain);
            for (int i = 0; i < layer.B.Length; i++) yield return new(layer.B, other.B, i);
            for (int i = 0; i < layer.W.GetLength(0); i++)
            {
                for (int j = 0; j < layer.W.GetLength(1); j++)
                {
                    (int row, int column) = (i, j);
                    yield return new(() => layer.W[row, column], value => layer.W[row, column] = value, () => other.W[row, column]);
                }
            }
        }
    }

    private static ModelArrayFunctions.Body[] Bodies() => [new() { X = 1.5, V = 0.3, M = 2, H = [0.2, 0.4] }, new() { X = -0.5, V = 0.7, M = 3, H = [0.6] }, new() { X = 2.5, V = -0.2, M = 1.5, H = [0.1] }];

    private static IEnumerable<Place> Places(ModelArrayFunctions.Body[] bodies, ModelArrayFunctions.Body[] adjoints)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            (ModelArrayFunctions.Body b, ModelArrayFunctions.Body a) = (bodies[i], adjoints[i]);
            yield return new(() => b.X, value => b.X = value, () => a.X);
            yield return new(() => b.V, value => b.V = value, () => a.V);
            yield return new(() => b.M, value => b.M = value, () => a.M);
            for (int j = 0; j < b.H.Length; j++) yield return new(b.H, a.H, j);
        }
    }

    /// <summary>What a method changes is put back before the next difference: each is taken with new objects.</summary>
    private static void Check<T>(Func<T> make, Func<T, double> plain, Func<T, (double Value, T Gradient)> gradient, Func<T, T, IEnumerable<Place>> places)
    {
        T given = make();
        (double value, T found) = gradient(given);
        Assert.Equal(plain(make()), value);
        int count = places(make(), found).Count();
        for (int i = 0; i < count; i++)
        {
            double At(double step)
            {
                T changed = make();
                Place place = places(changed, found).ElementAt(i);
                place.Set(place.Get() + step);
                return plain(changed);
            }
            double expected = (8 * (At(1e-3) - At(-1e-3)) - (At(2e-3) - At(-2e-3))) / 12e-3;
            Assert.Equal(expected, places(given, found).ElementAt(i).Adjoint(), 1e-8);
        }
    }

    [Fact]
    public void Network_OfLayers() => Check(Network, n => ModelArrayFunctions.Predict(n, [0.4, -0.6]), n => Two(ModelArrayFunctions.PredictGradient(n, [0.4, -0.6])), Places);

    [Fact]
    public void Network_ByMethodsOfTheLayers() => Check(Network, n => ModelArrayFunctions.Called(n, [0.4, -0.6]), n => Two(ModelArrayFunctions.CalledGradient(n, [0.4, -0.6])), Places);

    [Fact]
    public void Pairs_OfBodies() => Check(Bodies, ModelArrayFunctions.Energy, ModelArrayFunctions.EnergyGradient, Places);

    [Fact]
    public void Queries_OfBodies() => Check(Bodies, ModelArrayFunctions.Queried, ModelArrayFunctions.QueriedGradient, Places);

    [Fact]
    public void Bodies_ThatMoveInLocals() => Check(Bodies, bodies => ModelArrayFunctions.Moved(bodies, 0.1), bodies => Two(ModelArrayFunctions.MovedGradient(bodies, 0.1)), Places);

    [Fact]
    public void Names_OfElements_StayWithThem() => Check(Bodies, ModelArrayFunctions.Named, ModelArrayFunctions.NamedGradient, Places);

    [Fact]
    public void Members_ThatAreConstants_GetNoAdjointAndStay()
    {
        ModelArrayFunctions.Marked[] marked = [new() { X = 2, K = 3, Table = [5] }];

        (double value, ModelArrayFunctions.Marked[] gradient) = ModelArrayFunctions.WithConstantsGradient(marked);

        Assert.Equal((2 * 3 * 5 + 2 * 3, 3 * 5 + 3), (value, gradient[0].X));
        Assert.Equal((3, 5), (marked[0].K, marked[0].Table[0]));
        Assert.Equal((3, 5), (gradient[0].K, gradient[0].Table[0]));
    }

    [Fact]
    public void Gradient_WhereThereIsNoArrayOrNoModel_ThrowsWhatTheMethodThrows()
    {
        Assert.Throws<NullReferenceException>(() => ModelArrayFunctions.Energy(null!));
        Assert.Throws<NullReferenceException>(() => ModelArrayFunctions.EnergyGradient(null!));
        Assert.Equal(3, ModelArrayFunctions.WeightsGradient([new() { Weight = 3, Inner = null! }]).Value);
        Assert.Equal(7, ModelArrayFunctions.AskedGradient(null!).Value);
    }

    [Fact]
    public void Records_AreMadeAnew()
    {
        ModelArrayFunctions.Book book = new([new(2, [3]), new(5, [7])], "b");

        (double value, ModelArrayFunctions.Book gradient, double s) = ModelArrayFunctions.TotalGradient(book, 0.5);

        Assert.Equal(2 * 0.5 + 3 + 5 * 0.5 + 7 + 4 + 25, value);
        Assert.Equal([0.5 + 4, 0.5 + 10], gradient.Gains.Select(gain => gain.K));
        Assert.Equal([[1], [1]], gradient.Gains.Select(gain => gain.T));
        Assert.Equal(7, s);
    }

    [Fact]
    public void ModelsInModels_AndAMissingOne()
    {
        ModelArrayFunctions.Deep deep = new() { Networks = [Network(), null!, Network()] };

        (double value, ModelArrayFunctions.Deep gradient) = ModelArrayFunctions.LastGradient(deep);

        Assert.Equal(2 * 1.5, value);
        Assert.Null(gradient.Networks[1]);
        Assert.Equal((1.5, 2), (gradient.Networks[2].Scale, gradient.Networks[2].Layers[0].Gain));
        Assert.Equal(0, gradient.Networks[0].Layers[1].W[0, 1]);
    }

    [Fact]
    public void Forward_AgreesWithAdjoint()
    {
        ModelArrayFunctions.Body[] direction = Bodies(), adjoints = [.. Bodies().Select(b => new ModelArrayFunctions.Body { H = new double[b.H.Length] })];
        double dt = 0;

        double along = ModelArrayFunctions.MovedForward(Bodies(), 0.1, direction, 0.7).Tangent;
        ModelArrayFunctions.MovedAdjoint(Bodies(), 0.1, adjoints, ref dt, 3);

        double dot = 0.7 * dt + adjoints.Zip(Bodies(), (a, b) => a.X * b.X + a.V * b.V + a.M * b.M + a.H.Zip(b.H, (p, q) => p * q).Sum()).Sum();
        Assert.Equal(3 * along, dot, 1e-12);
    }

    [Fact]
    public void OneObjectTwice_IsRefusedWhereItIsChanged()
    {
        ModelArrayFunctions.Body one = Bodies()[0], other = Bodies()[1];

        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.HeldGradient(new() { One = one, All = [other, one] }));
        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.HeldGradient(new() { One = one, Two = one, All = [other] }));
        Assert.Equal(1.5, one.X);
        Assert.Equal(1.5 * 2 * -0.5 * 2.5, ModelArrayFunctions.HeldGradient(new() { One = one, Two = Bodies()[2], All = [other] }).Value);
        // Nothing is changed here: what the places have in common is the caller's to add.
        Assert.Equal(3 * 2 + 3 * 2, ModelArrayFunctions.MassesGradient([one, one]).Value);
    }

    [Fact]
    public void Bodies_ThatAttractEachOther_AreChanged() => Check(Bodies, bodies => ModelArrayFunctions.Attracted(bodies, 0.1), bodies => Two(ModelArrayFunctions.AttractedGradient(bodies, 0.1)), Places);

    [Fact]
    public void Bodies_ChangedByMethodsNamesAndPatterns() => Check(Bodies, bodies => ModelArrayFunctions.Changed(bodies, 0.7), bodies => Two(ModelArrayFunctions.ChangedGradient(bodies, 0.7)), Places);

    [Fact]
    public void Layers_OfANetwork_AreTrainedInPlace() => Check(Network, n => ModelArrayFunctions.Trained(n, [0.4, -0.6]), n => Two(ModelArrayFunctions.TrainedGradient(n, [0.4, -0.6])), Places);

    [Fact]
    public void ForwardAndAdjoint_OfWhatIsChanged_AgreeInBothStates()
    {
        ModelArrayFunctions.Body[] bodies = Bodies(), tangents = Bodies(), adjoints = Bodies(), before = Bodies();
        foreach (ModelArrayFunctions.Body each in adjoints) (each.X, each.V) = (each.V, each.X);
        ModelArrayFunctions.Body[] final = [.. adjoints.Select(b => new ModelArrayFunctions.Body { X = b.X, V = b.V, M = b.M, H = [.. b.H] })];
        double dt = 0;

        ModelArrayFunctions.StepForward(bodies, 0.1, tangents, 0.7);
        ModelArrayFunctions.StepAdjoint(Bodies(), 0.1, adjoints, ref dt);

        static double Dot(ModelArrayFunctions.Body[] a, ModelArrayFunctions.Body[] b) => a.Zip(b, (p, q) => p.X * q.X + p.V * q.V + p.M * q.M + p.H.Zip(q.H, (h, g) => h * g).Sum()).Sum();
        Assert.Equal(Dot(final, tangents), Dot(adjoints, before) + 0.7 * dt, 1e-12);
        ModelArrayFunctions.Body[] plain = Bodies();
        ModelArrayFunctions.Step(plain, 0.1);
        Assert.Equal(plain.Select(b => (b.X, b.V, b.H[0])), bodies.Select(b => (b.X, b.V, b.H[0])));
    }

    [Fact]
    public void OneObjectInTwoPlacesOfArrays_IsRefusedWhereItIsChanged()
    {
        ModelArrayFunctions.Body[] bodies = Bodies(), others = Bodies();
        double[] shared = [1];

        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.AttractedGradient([bodies[0], bodies[1], bodies[0]], 0.1));
        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.ExchangedGradient(bodies, [others[0], bodies[0]]));
        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.PushedGradient(bodies[1], bodies));
        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.AttractedGradient([new() { H = shared }, new() { H = shared }], 0.1));
        Assert.Throws<ArgumentException>(() => ModelArrayFunctions.StepForward(bodies, 0.1, [others[0], others[1], others[0]], 1));
        Assert.Equal((1.5, 0.3), (bodies[0].X, bodies[0].V));
        Assert.Equal(ModelArrayFunctions.Exchanged(Bodies(), Bodies()), ModelArrayFunctions.ExchangedGradient(bodies, others).Value);
        Assert.Throws<NullReferenceException>(() => ModelArrayFunctions.AttractedGradient(null!, 0.1));
    }

    [Fact]
    public void AnAdjointWithoutObjects_IsRefused()
    {
        string message = Assert.Throws<ArgumentException>(() => ModelArrayFunctions.EnergyAdjoint(Bodies(), new ModelArrayFunctions.Body[3])).Message;

        Assert.Equal("bodiesAdjoint[0] is null, bodies[0] is not.", message);
    }

    private static (double, T) Two<T, TOther>((double Value, T Gradient, TOther) all) => (all.Value, all.Gradient);

    private sealed record Place(Func<double> Get, Action<double> Set, Func<double> Adjoint)
    {
        public Place(double[] array, double[] adjoint, int index) : this(() => array[index], value => array[index] = value, () => adjoint[index])
        {
        }
    }
}
