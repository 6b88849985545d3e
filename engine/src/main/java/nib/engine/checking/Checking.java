package nib.engine.checking;

import nib.engine.types.ModuleScope;

/// What those who check the bodies of one module share.
record Checking(
    ModuleScope scope,
    Findings findings,
    Facts facts,
    Environment locals,
    Expectations expectations,
    Spelling spelling) {

  Checking(ModuleScope scope, Findings findings) {
    this(
        scope,
        findings,
        new Facts(),
        new Environment(),
        new Expectations(findings),
        new Spelling());
  }
}
