package org.ontodraft.model.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.SourceProblem.Code;

/** What parsers disagree about: every kind of malformed text is a problem with a line. */
class MalformedJsonTest {
  private static final String PATH = "categories/A.json";

  /**
   * Values that no JSON document may have (RFC 8259), each put in the place of a member's value.
   */
  static final List<String> NO_VALUES =
      List.of(
          "",
          "+1",
          "-",
          "01",
          "-01",
          "1.",
          ".5",
          "1.e3",
          "1e",
          "1e+",
          "0x1F",
          "1_000",
          "1 000",
          "--1",
          "1+2",
          "NaN",
          "-NaN",
          "Infinity",
          "-Infinity",
          "True",
          "nul",
          "undefined",
          "'a'",
          "\"a",
          "a\"",
          "\"\\x41\"",
          "\"\\u12\"",
          "\"\\u12G4\"",
          "\"\\\"",
          "\"a\tb\"",
          "\"a\u0000b\"",
          "[1,]",
          "[,1]",
          "[1,,2]",
          "[1 2]",
          "[1;2]",
          "[1",
          "1]",
          "[1}",
          "{\"a\"}",
          "{\"a\":}",
          "{\"a\" 1}",
          "{\"a\"::1}",
          "{a:1}",
          "{'a':1}",
          "{1:1}",
          "{\"a\":1,}",
          "{,\"a\":1}",
          "{\"a\":1 \"b\":2}",
          "{\"a\":1",
          "[\"a\",\n// note\n1]",
          "[1 /* note */]",
          "# note",
          "\u00a01",
          "\u30001",
          "\ufeff1",
          "\u201ca\u201d",
          "\\u0031",
          "@",
          "1 1",
          "\"a\" \"b\"");

  @ParameterizedTest
  @FieldSource("NO_VALUES")
  void noValueIsAProblem(String value) {
    SourceProblem problem = problem("{\n\"id\": \"A\",\n\"x\": " + value + "\n}");
    assertThat(problem.code()).isEqualTo(Code.MALFORMED);
    assertThat(problem.line()).isGreaterThanOrEqualTo(3);
    assertThat(problem.arguments().getFirst()).isNotBlank();
  }

  static final List<String> NO_DOCUMENTS =
      List.of(
          "{",
          "}",
          "{}{}",
          "{},",
          ",{}",
          "{}\u0000",
          "{}x",
          "{\"id\":\"A\"",
          "\u0000",
          "\ufeff",
          "\ufeff\ufeff{}",
          "{\"id\":\"A\"}}",
          "<html>",
          "id: A",
          "{{}}");

  @ParameterizedTest
  @FieldSource("NO_DOCUMENTS")
  void noDocumentIsAProblem(String text) {
    assertThat(problem(text).code()).isIn(Code.MALFORMED, Code.SHAPE);
  }

  /** Values that are odd and right; they come back as they are written. */
  static final List<String> ODD_VALUES =
      List.of(
          "1e400",
          "-1e-400",
          "12345678901234567890",
          "-0",
          "-0.0",
          "0.1000",
          "1E+2",
          "1e2",
          "123456789012345678901234567890.12345678901234567890",
          "\"\\u0041\\/\\b\"",
          "\"\\ud83d\\ude00\"",
          "\"\u2028\u2029\u007f\"",
          "\"\"",
          "{\"\": {\"a b\": []}}",
          "[[[[[[[]]]]]]]",
          "null");

  @ParameterizedTest
  @FieldSource("ODD_VALUES")
  void oddValuesAreKeptAsWritten(String value) {
    String text = "{\n  \"id\": \"A\",\n  \"x\": " + value + ",\n  \"y\": 1\n}\n";
    DecodeResult result = JsonCodec.decode(PATH, "b", text.getBytes(UTF_8));
    assertThat(result).isInstanceOf(DecodeResult.Decoded.class);
    var document = ((DecodeResult.Decoded) result).document();
    assertThat(JsonCodec.encode(text, document, null)).isEqualTo(text);
    var edited = document.with(EntityType.CATEGORY, "y", document.json().numberNode(2));
    assertThat(JsonCodec.encode(text, edited, null))
        .isEqualTo(text.replace("\"y\": 1", "\"y\": 2"));
  }

  @ParameterizedTest
  @FieldSource("NESTED_TWINS")
  void duplicateNamesAreNamedAtAnyDepth(String text) {
    SourceProblem problem = problem(text);
    assertThat(problem.code()).isEqualTo(Code.DUPLICATE_MEMBER);
    assertThat(problem.arguments()).containsExactly("a");
  }

  static final List<String> NESTED_TWINS =
      List.of(
          "{\"a\":1,\"a\":1}",
          "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}",
          "{\"x\":[{\"a\":{}},{\"a\":1,\"a\":2}]}",
          "{\"a\":1,\"\\u0061\":2}");

  /**
   * Bytes changed, cut out, doubled at random: a document or a problem, and never anything else.
   */
  @Test
  void damagedFilesAreReadOrRefused() {
    byte[] good =
        ("{\n  \"id\": \"A\",\n  \"label\": \"\u00c4rger \\\"x\\\"\",\n"
                + "  \"parents\": [\"B\", \"C\"],\n  \"n\": -1.5e3, \"o\": {\"p\": [true, null]}\n}\n")
            .getBytes(UTF_8);
    int refused = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      byte[] damaged = damaged(good, new Random(seed));
      DecodeResult result = JsonCodec.decode(PATH, "b", damaged);
      switch (result) {
        case DecodeResult.Rejected(var problems) -> {
          refused++;
          assertThat(problems).as("seed %d", seed).isNotEmpty();
          for (SourceProblem problem : problems) {
            assertThat(problem.path()).as("seed %d", seed).isEqualTo(PATH);
            assertThat(problem.line()).as("seed %d", seed).isNotNegative();
          }
        }
        case DecodeResult.Decoded decoded -> {
          String text = new String(damaged, UTF_8);
          assertThat(JsonCodec.encode(text, decoded.document(), null))
              .as("seed %d", seed)
              .isEqualTo(text);
        }
      }
    }
    assertThat(refused).isBetween(10_000, 19_999);
  }

  private static byte[] damaged(byte[] good, Random random) {
    String text = new String(good, ISO_8859_1);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(4));
      String middle =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> String.valueOf((char) random.nextInt(256));
            case 2 -> text.substring(at, end).repeat(2);
            default -> String.valueOf("{}[]:,\"\\0e-".charAt(random.nextInt(11)));
          };
      text = text.substring(0, at) + middle + text.substring(end);
    }
    return text.getBytes(ISO_8859_1);
  }

  private static SourceProblem problem(String text) {
    DecodeResult result = JsonCodec.decode(PATH, "b", text.getBytes(UTF_8));
    assertThat(result).as(text).isInstanceOf(DecodeResult.Rejected.class);
    return ((DecodeResult.Rejected) result).problems().getFirst();
  }
}
