package nib.app.project;

import nib.engine.text.SourceText;

/// A text that is looked at and not changed here: a module of a dependency, or a `pen.json`.
///
/// @param name what it is called: `Os · File.pen`
public record Guest(String name, SourceText source) {}
