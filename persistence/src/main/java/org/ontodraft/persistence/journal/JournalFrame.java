package org.ontodraft.persistence.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the journal, big-endian: {@code length of the payload (4) | sequence (8) | step id
 * (16) | payload | CRC32C of all before (4) | SHA-256 of the previous frame's digest and all before
 * (32)}. The checksum finds a torn or rotten frame, the chain one that was taken out or exchanged.
 */
record JournalFrame(long sequence, UUID id, byte[] payload) {
  static final int HEAD = 4 + 8 + 16;
  static final int CHECKSUM = 4;
  static final int DIGEST = 32;
  static final int OVERHEAD = HEAD + CHECKSUM + DIGEST;

  /** More than any two patches of one document take, each character escaped. */
  static final int MAX_PAYLOAD = 256 * 1024 * 1024;

  int size() {
    return OVERHEAD + payload.length;
  }

  /** The frame's bytes, its digest being the last {@link #DIGEST} of them. */
  byte[] encode(byte[] previousDigest) {
    ByteBuffer buffer = ByteBuffer.allocate(size());
    buffer.putInt(payload.length).putLong(sequence);
    buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    buffer.put(payload);
    buffer.putInt(checksum(buffer.array(), 0, buffer.position()));
    buffer.put(digest(previousDigest, buffer.array(), 0, buffer.position()));
    return buffer.array();
  }

  /** The frame at a place in these bytes, or null when its checksum does not fit. */
  static @Nullable JournalFrame decode(byte[] bytes, int offset) {
    int length = payloadLength(bytes, offset);
    if (length < 0) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    buffer.getInt();
    long sequence = buffer.getLong();
    UUID id = new UUID(buffer.getLong(), buffer.getLong());
    byte[] payload = new byte[length];
    buffer.get(payload);
    return buffer.getInt() == checksum(bytes, offset, HEAD + length)
        ? new JournalFrame(sequence, id, payload)
        : null;
  }

  /** The payload's length when a frame of that length fits at this place, else -1. */
  static int payloadLength(byte[] bytes, int offset) {
    if (bytes.length - offset < OVERHEAD) {
      return -1;
    }
    int length = ByteBuffer.wrap(bytes).getInt(offset);
    boolean fits =
        length >= 0 && length <= MAX_PAYLOAD && length <= bytes.length - offset - OVERHEAD;
    return fits ? length : -1;
  }

  static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  static byte[] digest(byte[] previousDigest, byte[] bytes, int offset, int length) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(previousDigest);
      sha256.update(bytes, offset, length);
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
