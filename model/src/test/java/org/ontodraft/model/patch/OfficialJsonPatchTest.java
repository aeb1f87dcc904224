package org.ontodraft.model.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of {@code third-party/json-patch-tests}, through our own types. */
class OfficialJsonPatchTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (String file : List.of("spec_tests.json", "tests.json")) {
      int number = 0;
      for (JsonNode record : read(file)) {
        number++;
        if (record.has("patch") && !record.path("disabled").asBoolean()) {
          String name = file.substring(0, file.indexOf('.')) + "." + number;
          cases.add(Arguments.of(name, record.path("comment").asString(""), record));
        }
      }
    }
    return cases;
  }

  private static JsonNode read(String file) throws IOException {
    String path = "/third-party/json-patch-tests/" + file;
    try (InputStream in =
        Objects.requireNonNull(OfficialJsonPatchTest.class.getResourceAsStream(path))) {
      return MAPPER.readTree(in);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void holds(String row, String comment, JsonNode record) throws Exception {
    JsonNode document = record.required("doc");
    String patch = record.required("patch").toString();
    if (record.has("error")) {
      assertThatThrownBy(() -> JsonPatch.parse(patch).apply(document))
          .isInstanceOfAny(PatchDoesNotApplyException.class, IllegalArgumentException.class);
    } else {
      assertThat(JsonPatch.parse(patch).apply(document)).isEqualTo(record.required("expected"));
    }
    assertThat(document).isEqualTo(record.required("doc"));
  }

  @Test
  void noneIsLeftOut() throws IOException {
    assertThat(cases()).hasSize(109);
  }
}
