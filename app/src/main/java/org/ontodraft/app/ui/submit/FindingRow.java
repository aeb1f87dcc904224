package org.ontodraft.app.ui.submit;

import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.validation.Severity;

/** A finding in words. */
record FindingRow(Severity severity, EntityKey entity, String label, String message) {}
