package org.ontodraft.model.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drafts as {@code .ontodraft} files, in the format that {@code docs/exchange.md} describes.
 * Thread-safe.
 *
 * <p>A file that was written reads as an equal draft, and writing that again gives the same bytes.
 * Reading is strict: what it does not know it refuses, so that nothing is lost unseen.
 */
public final class DraftFileCodec {
  /** What the member {@code format} says. */
  public static final String FORMAT = "ontodraft-draft";

  /** The format this program writes, and the newest it reads. */
  public static final int FORMAT_VERSION = 1;

  /** The largest file, in bytes. */
  public static final int MAX_BYTES = FileLimits.BYTES;

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      StrictJson.MAPPER
          .writer()
          .with(
              new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

  private DraftFileCodec() {}

  /** The bytes of a file. */
  public static byte[] write(DraftFile file) {
    return sealed(DraftFileWriter.write(file));
  }

  /** The bytes of a file whose last member is a hash that is not known yet. */
  static byte[] sealed(ObjectNode json) {
    String text = wellFormed(WRITER.writeValueAsString(json) + "\n");
    return ContentHash.sealed(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The JSON text with lone surrogates, which UTF-8 cannot say, escaped; it means the same. */
  private static String wellFormed(String json) {
    if (json.codePoints().noneMatch(DraftFileCodec::isSurrogate)) {
      return json;
    }
    StringBuilder text = new StringBuilder(json.length());
    json.codePoints()
        .forEach(point -> {
          if (isSurrogate(point)) {
            text.append(String.format("\\u%04x", point));
          } else {
            text.appendCodePoint(point);
          }
        });
    return text.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Reads a file, or tells all that is wrong with it. */
  public static DraftFileReading read(byte[] bytes) {
    return switch (StrictJson.parse(bytes)) {
      case StrictJson.Parsed.Refused(DraftFileProblem problem) ->
          new DraftFileReading.Refused(List.of(problem));
      case StrictJson.Parsed.Read(JsonNode json) -> read(json, bytes);
    };
  }

  private static DraftFileReading read(JsonNode json, byte[] bytes) {
    DraftFileProblem wrongKind = kindProblem(json);
    if (wrongKind != null) {
      return new DraftFileReading.Refused(List.of(wrongKind));
    }
    if (!ContentHash.isWhole(bytes)) {
      return new DraftFileReading.Refused(List.of(problem(Code.DAMAGED)));
    }
    return new DraftFileReader().read(json);
  }

  private static @Nullable DraftFileProblem kindProblem(JsonNode json) {
    JsonNode version = json.path(Member.FORMAT_VERSION);
    if (!json.isObject()
        || !json.path(Member.FORMAT).asString("").equals(FORMAT)
        || !version.isIntegralNumber()
        || version.bigIntegerValue().signum() <= 0) {
      return problem(Code.NOT_A_DRAFT);
    }
    if (!version.canConvertToInt() || version.intValue() > FORMAT_VERSION) {
      String program = json.path(Member.PROGRAM).asString("");
      return problem(
          Code.NEWER, version.asString(), Integer.toString(FORMAT_VERSION), shortened(program));
    }
    return null;
  }

  private static String shortened(String program) {
    return program.substring(0, Math.min(program.length(), FileLimits.NAME));
  }

  private static DraftFileProblem problem(Code code, String... arguments) {
    return new DraftFileProblem(code, JsonPointer.ROOT, List.of(arguments));
  }
}
