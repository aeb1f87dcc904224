package org.ontodraft.model.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.ontodraft.model.ontology.SourceProblem;

/** Bytes to text, refusing what is not UTF-8 (RFC 3629) instead of replacing it. */
final class StrictUtf8 {
  private StrictUtf8() {}

  static String decode(byte[] bytes) throws UnreadableFileException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The quick decoder writes U+FFFD for what it cannot read; only then is a second look needed.
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    if (result.isError()) {
      throw new UnreadableFileException(
          SourceProblem.Code.ENCODING,
          lineOf(bytes, in.position()),
          Integer.toString(in.position()));
    }
    return text;
  }

  private static int lineOf(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
