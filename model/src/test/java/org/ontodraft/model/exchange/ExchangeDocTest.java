package org.ontodraft.model.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of {@code docs/exchange.md} says what the reader does. */
class ExchangeDocTest {
  /** Lists and objects whose inside the page leaves to others. */
  private static final Set<String> CLOSED =
      Set.of(
          "/changes/*/replacement",
          "/changes/*/patch",
          "/steps/*/edits/*/forward",
          "/steps/*/edits/*/inverse",
          "/resolutions");

  private static Map<String, Boolean> rows() throws IOException {
    Map<String, Boolean> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/exchange.md"))) {
      if (line.startsWith("| `/")) {
        String[] cells = line.split(" \\| ");
        rows.put(cells[0].substring(3, cells[0].length() - 1), cells[2].equals("yes"));
      }
    }
    return rows;
  }

  @Test
  void everyMemberHasARowAndEveryRowAMember() throws IOException {
    Set<String> written = new TreeSet<>();
    collect(DraftFileWriter.write(FullDraft.full()), "", written);
    assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(written);
  }

  private static void collect(JsonNode json, String at, Set<String> found) {
    if (CLOSED.contains(at)) {
      return;
    }
    json.properties()
        .forEach(member -> {
          found.add(at + "/" + member.getKey());
          collect(member.getValue(), at + "/" + member.getKey(), found);
        });
    if (json.isArray()) {
      json.forEach(item -> collect(item, at + "/*", found));
    }
  }

  @Test
  void whatIsRequiredIsMissedAndWhatIsNotIsNot() throws IOException {
    for (Map.Entry<String, Boolean> row : rows().entrySet()) {
      for (String pointer : places(row.getKey())) {
        ObjectNode json = DraftFileWriter.write(FullDraft.full());
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) json.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        assertThat(DraftFileCodec.read(bytes(json)) instanceof DraftFileReading.Read)
            .as("read without %s", pointer)
            .isEqualTo(!row.getValue());
      }
    }
  }

  @Test
  void anotherKindOfValueIsRefusedAtItsPlace() throws IOException {
    for (String row : rows().keySet()) {
      for (String pointer : places(row)) {
        ObjectNode json = DraftFileWriter.write(FullDraft.full());
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) json.at(pointer.substring(0, slash))).put(pointer.substring(slash + 1), true);
        DraftFileReading reading = DraftFileCodec.read(bytes(json));
        assertThat(reading).as(pointer).isInstanceOf(DraftFileReading.Refused.class);
      }
    }
  }

  /** Sealed where the hash is still the last member. */
  private static byte[] bytes(ObjectNode json) {
    return DraftFileCodec.sealed(json);
  }

  private static List<String> places(String row) {
    List<String> places = new ArrayList<>();
    expand(DraftFileWriter.write(FullDraft.full()), row, places);
    assertThat(places).as(row).isNotEmpty();
    return places;
  }

  private static void expand(ObjectNode json, String row, List<String> places) {
    int star = row.indexOf('*');
    if (star < 0) {
      if (!json.at(row).isMissingNode()) {
        places.add(row);
      }
      return;
    }
    for (int i = 0; i < json.at(row.substring(0, star - 1)).size(); i++) {
      expand(json, row.substring(0, star) + i + row.substring(star + 1), places);
    }
  }
}
