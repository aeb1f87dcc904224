package org.ontodraft.model.validation;

/** How much a finding matters. Errors block a submit. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
