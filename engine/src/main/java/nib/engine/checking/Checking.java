package nib.engine.checking;

import nib.engine.text.Spelling;
import nib.engine.types.ModuleScope;

/// What those who check the bodies of one module share.
record Checking(
    ModuleScope scope,
    Findings findings,
    Facts facts,
    Environment locals,
    Misfits misfits,
    Expectations expectations,
    Spelling spelling) {

  static Checking of(ModuleScope scope) {
    var findings = new Findings(scope.module().source());
    var facts = new Facts();
    var locals = new Environment();
    var misfits = new Misfits(findings, facts, locals);
    return new Checking(
        scope,
        findings,
        facts,
        locals,
        misfits,
        new Expectations(findings, misfits),
        new Spelling());
  }

  /// The next function has nothing to do with the last one.
  void forget() {
    misfits.forget();
    expectations.forget();
  }
}
