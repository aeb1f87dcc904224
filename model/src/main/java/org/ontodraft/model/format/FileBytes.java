package org.ontodraft.model.format;

/** A file as the repository has it. The bytes are not copied and must not be changed. */
public final class FileBytes {
  private final String path;
  private final String blobId;
  private final byte[] bytes;

  /** A file at this path, from this Git object. */
  public FileBytes(String path, String blobId, byte[] bytes) {
    this.path = path;
    this.blobId = blobId;
    this.bytes = bytes;
  }

  /** The path from the repository's root, with {@code /}. */
  public String path() {
    return path;
  }

  /** The Git object. */
  public String blobId() {
    return blobId;
  }

  /** The content, to read only. */
  public byte[] bytes() {
    return bytes;
  }
}
