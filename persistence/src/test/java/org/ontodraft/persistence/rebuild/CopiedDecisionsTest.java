package org.ontodraft.persistence.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Fingerprint;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import tools.jackson.databind.node.StringNode;

class CopiedDecisionsTest {
  private static final UUID DRAFT = new UUID(1, 2);

  @TempDir private Path folder;

  private static Resolution decided(String field, Choice choice) {
    return new Resolution(
        new Place(key("category:A"), field), new Fingerprint("ab".repeat(32)), choice);
  }

  private CopiedDecisions decisions() {
    return CopiedDecisions.of(folder, DRAFT);
  }

  @Test
  void laterOnesTakeThePlaceOfEarlierOnes() throws IOException {
    Resolution copied = decided("label", Choice.of(Choice.Kind.MINE));
    Resolution kept = decided("parents", Choice.of(Choice.Kind.UNION));
    Resolution odd =
        decided("note", new Choice.Custom(StringNode.valueOf("\ud800 \0 é\n\r\u2028")));
    Resolution again = decided("label", Choice.of(Choice.Kind.UPSTREAM));

    decisions().append(List.of(odd));
    decisions().append(List.of(again));

    assertThat(decisions().after(List.of(copied, kept))).containsExactly(again, odd, kept);
  }

  @Test
  void aLineThatACrashCutOffIsNone() throws IOException {
    List<Resolution> all = new ArrayList<>();
    for (String field : List.of("a", "b", "c")) {
      all.add(decided(field, Choice.of(Choice.Kind.BASE)));
    }
    decisions().append(all);
    byte[] whole = Files.readAllBytes(decisions().file());
    int line = whole.length / 3;
    for (int length = 2 * line; length < whole.length; length++) {
      Files.write(decisions().file(), Arrays.copyOf(whole, length));

      assertThat(decisions().after(List.of())).isEqualTo(all.subList(0, 2));
    }
    decisions().append(all.subList(2, 3));

    assertThat(decisions().after(List.of())).isEqualTo(all);
    assertThat(Files.readAllBytes(decisions().file())).isEqualTo(whole);
  }

  @Test
  void withoutLinesTheCopyHasThemAll() throws IOException {
    List<Resolution> copied = List.of(decided("label", Choice.of(Choice.Kind.MINE)));
    decisions().append(List.of(decided("label", Choice.of(Choice.Kind.BASE))));
    decisions().clear();

    assertThat(decisions().after(copied)).isEqualTo(copied);
    assertThat(folder).isEmptyDirectory();
  }
}
