package org.ontodraft.model.merge;

/**
 * A decision of the curator's, as it is kept with a draft.
 *
 * @param inputs what base, draft and upstream were there when the decision was taken; with others
 *     it is not used
 */
public record Resolution(Place place, Fingerprint inputs, Choice choice) {}
