package org.ontodraft.app.service.submit;

/**
 * What a submit would send, as a file for {@code git am}.
 *
 * @param name what to call the file
 * @param carriageReturns whether lines end in CR LF, which {@code git am} keeps only when told
 */
public record PatchFile(String name, byte[] bytes, boolean carriageReturns) {}
