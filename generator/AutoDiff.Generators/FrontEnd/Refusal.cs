namespace AutoDiff.Generators.FrontEnd;

/// <summary>Why a method is refused, and where: an id of <see cref="Diagnostics.Descriptors"/> with the words for its message.</summary>
internal sealed record Refusal(string Id, Site Site, EquatableArray<string> Words);

/// <summary>A cast that drops a derivative if its operand turns out to carry one.</summary>
internal sealed record LossyCast(Expr Operand, Site Site);

/// <summary>What the front end makes of a method: its intermediate form, or the reasons why there is none.</summary>
internal sealed record Reading(MethodIr? Method, EquatableArray<Refusal> Refusals, EquatableArray<LossyCast> Casts);
