namespace AutoDiff.Generators.FrontEnd;

/// <summary>How the body of a method is read. Each way follows more of the code than the one before; the first that refuses nothing counts.</summary>
internal enum WayOfReading
{
    /// <summary>What carries no derivative stays as it is written.</summary>
    AsWritten,

    /// <summary>Calls are read in place that make an array or an object of constants alone: it may be changed afterwards, and then carry derivatives.</summary>
    ConstantsInPlace,

    /// <summary>Objects of the user's classes and structs are taken apart, whether they hold numbers or not, and those known under the name of a base class or an interface.</summary>
    TakenApart,

    /// <summary>Beside the members of such an object stands whether there is one, also where all objects are of one class, if nothing changes them.</summary>
    WithPresence,

    /// <summary>Lists, and arrays of objects, that objects hold are taken apart as those are that variables hold.</summary>
    WithCollections,
}
