package org.ontodraft.app.service.workspace;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The texts of objects that were read last, within a bound on what they take in memory. An object
 * never changes, so neither does what is kept of it. Thread-safe; two threads that ask for the same
 * object may both read it.
 */
final class BlobTexts {
  /** What a text of its own takes beside its characters: its object, its id, its place here. */
  private static final int OVERHEAD_BYTES = 250;

  private final long mostBytes;
  private final Map<String, String> texts = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Keeps texts that together take at most so many bytes. */
  BlobTexts(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The text of an object, read when it is not kept. */
  String text(String blob, UnaryOperator<String> read) {
    @Nullable String kept = kept(blob);
    if (kept != null) {
      return kept;
    }
    String text = read.apply(blob);
    keep(blob, text);
    return text;
  }

  private synchronized @Nullable String kept(String blob) {
    return texts.get(blob);
  }

  private synchronized void keep(String blob, String text) {
    if (bytesOf(text) > mostBytes) {
      return;
    }
    @Nullable String before = texts.put(blob, text);
    bytes += bytesOf(text) - (before == null ? 0 : bytesOf(before));
    Iterator<String> oldest = texts.values().iterator();
    while (bytes > mostBytes) {
      bytes -= bytesOf(oldest.next());
      oldest.remove();
    }
  }

  /** Two bytes a character at most. */
  private static long bytesOf(String text) {
    return OVERHEAD_BYTES + 2L * text.length();
  }

  /** What the texts that are kept take, in bytes. */
  synchronized long bytes() {
    return bytes;
  }
}
