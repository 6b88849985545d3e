package nib.engine.trial;

/// What a worker is asked to do: one call of the function that a library was linked for.
///
/// @param library the shared library's path; all requests to one worker name the same
public record WorkerRequest(String library, TrialCall call) {}
