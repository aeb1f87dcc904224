package org.ontodraft.app.service.submit;

/** The steps of a submit in order; each asks first and does nothing when it is done already. */
public enum SubmitStep {
  FETCH,
  STORE_PLAN,
  WRITE_OBJECTS,
  PROBE_BRANCH,
  PUSH,
  PROBE_PULL_REQUEST,
  CREATE_PULL_REQUEST,
  RECORD
}
