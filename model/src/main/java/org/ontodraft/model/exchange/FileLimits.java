package org.ontodraft.model.exchange;

import org.ontodraft.model.format.JsonCodec;

/** How much a file may hold. Lengths are in UTF-16 units. */
final class FileLimits {
  static final int BYTES = 256 * 1024 * 1024;
  static final int CHANGES = 100_000;
  static final int STEPS = 1_000_000;

  /** Intents, resolutions, submissions, each. */
  static final int FURTHER = 100_000;

  static final int ROOT_COMMITS = 1_000;

  /** Of a name, a commit, a time. */
  static final int NAME = 100;

  /** Of a title, a path, an address. */
  static final int LINE = 16 * 1024;

  /** Of a description. */
  static final int PROSE = 1024 * 1024;

  /** A document within a patch, within a change, within the list of changes. */
  static final int DEPTH = JsonCodec.MAX_DEPTH + 10;

  /** Of a piece of an image, in Base64. */
  static final int IMAGE_PART = 2 * 1024 * 1024;

  private FileLimits() {}
}
