package org.ontodraft.model.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers: bounded, each member once, numbers as they are written. */
final class StrictJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(FileLimits.BYTES)
                          .maxNestingDepth(FileLimits.DEPTH)
                          .maxStringLength(JsonCodec.MAX_DOCUMENT_BYTES)
                          .maxNameLength(JsonCodec.MAX_STRING_LENGTH)
                          .maxNumberLength(JsonCodec.MAX_NUMBER_LENGTH)
                          .build())
                  .streamWriteConstraints(
                      StreamWriteConstraints.builder().maxNestingDepth(FileLimits.DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /** What came of parsing. */
  sealed interface Parsed {
    record Read(JsonNode json) implements Parsed {}

    record Refused(DraftFileProblem problem) implements Parsed {}
  }

  static Parsed parse(byte[] bytes) {
    if (bytes.length > FileLimits.BYTES) {
      return refused(
          Code.TOO_LARGE, Integer.toString(bytes.length), Integer.toString(FileLimits.BYTES));
    }
    try {
      return new Parsed.Read(
          MAPPER.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException e) {
      return refused(Code.ENCODING);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      return refused(Code.MALFORMED, Integer.toString(line), e.getOriginalMessage());
    }
  }

  private static Parsed refused(Code code, String... arguments) {
    return new Parsed.Refused(new DraftFileProblem(code, JsonPointer.ROOT, List.of(arguments)));
  }

  /** A value as compact JSON text. */
  static String text(JsonNode json) {
    return MAPPER.writeValueAsString(json);
  }
}
