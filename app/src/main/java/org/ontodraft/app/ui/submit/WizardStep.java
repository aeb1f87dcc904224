package org.ontodraft.app.ui.submit;

/** The steps of a pull request, in order. */
enum WizardStep {
  CHECK,
  REVIEW,
  DESCRIBE,
  SUBMIT,
  TRACK;

  boolean first() {
    return ordinal() == 0;
  }

  WizardStep before() {
    return values()[Math.max(0, ordinal() - 1)];
  }

  WizardStep after() {
    return values()[Math.min(values().length - 1, ordinal() + 1)];
  }
}
