package org.ontodraft.persistence.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal's bytes, read up to the first thing that does not fit.
 *
 * @param journalId from the header; null when the header does not fit
 * @param firstSequence the sequence of the first frame
 * @param frames the frames that fit, in order
 * @param end where they end
 * @param digest the last one's digest, or the header's
 * @param behind frames with a fitting checksum behind a place that does not fit
 */
record JournalScan(
    @Nullable UUID journalId,
    long firstSequence,
    List<JournalFrame> frames,
    int end,
    byte[] digest,
    List<JournalFrame> behind) {
  private static final byte[] MAGIC = {'O', 'D', 'J', 'R', 'N', 'L', '0', '1'};
  static final int HEADER = MAGIC.length + 16 + 8 + JournalFrame.CHECKSUM;

  /** How far a sequence may be ahead for a frame behind a damaged place to be believed. */
  private static final long BELIEVED_AHEAD = 1_000_000;

  static byte[] header(UUID journalId, long firstSequence) {
    ByteBuffer buffer = ByteBuffer.allocate(HEADER);
    buffer.put(MAGIC);
    buffer.putLong(journalId.getMostSignificantBits());
    buffer.putLong(journalId.getLeastSignificantBits());
    buffer.putLong(firstSequence);
    buffer.putInt(JournalFrame.checksum(buffer.array(), 0, buffer.position()));
    return buffer.array();
  }

  static byte[] digestOfHeader(byte[] header) {
    return JournalFrame.digest(new byte[0], header, 0, HEADER);
  }

  static JournalScan of(byte[] bytes) {
    List<JournalFrame> frames = new ArrayList<>();
    if (!headerFits(bytes)) {
      return new JournalScan(null, 1, frames, 0, new byte[0], search(bytes, 0, 0));
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, MAGIC.length, HEADER - MAGIC.length);
    UUID journalId = new UUID(header.getLong(), header.getLong());
    long firstSequence = header.getLong();
    long expected = firstSequence;
    int offset = HEADER;
    byte[] digest = digestOfHeader(bytes);
    while (offset < bytes.length) {
      JournalFrame frame = JournalFrame.decode(bytes, offset);
      if (frame == null || frame.sequence() != expected) {
        break;
      }
      int signed = frame.size() - JournalFrame.DIGEST;
      byte[] next = JournalFrame.digest(digest, bytes, offset, signed);
      if (!Arrays.equals(
          next, 0, JournalFrame.DIGEST, bytes, offset + signed, offset + frame.size())) {
        break;
      }
      frames.add(frame);
      digest = next;
      offset += frame.size();
      expected++;
    }
    return new JournalScan(
        journalId, firstSequence, frames, offset, digest, search(bytes, offset, expected));
  }

  /** The sequence the next frame gets. */
  long nextSequence() {
    return firstSequence + frames.size();
  }

  private static boolean headerFits(byte[] bytes) {
    return bytes.length >= HEADER
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && ByteBuffer.wrap(bytes).getInt(HEADER - JournalFrame.CHECKSUM)
            == JournalFrame.checksum(bytes, 0, HEADER - JournalFrame.CHECKSUM);
  }

  /** Looks at every place for a frame: damage may have moved what follows it. */
  private static List<JournalFrame> search(byte[] bytes, int from, long expected) {
    List<JournalFrame> found = new ArrayList<>();
    long least = expected;
    int offset = from;
    while (JournalFrame.OVERHEAD <= bytes.length - offset) {
      JournalFrame frame = null;
      if (JournalFrame.payloadLength(bytes, offset) >= 0) {
        long sequence = ByteBuffer.wrap(bytes).getLong(offset + 4);
        if (sequence >= least && sequence - least < BELIEVED_AHEAD) {
          frame = JournalFrame.decode(bytes, offset);
        }
      }
      if (frame == null) {
        offset++;
      } else {
        found.add(frame);
        least = frame.sequence() + 1;
        offset += frame.size();
      }
    }
    return found;
  }
}
