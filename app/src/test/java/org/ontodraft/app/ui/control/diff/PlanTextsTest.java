package org.ontodraft.app.ui.control.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;

/** What a plan says has words. */
class PlanTextsTest {
  static Stream<String> keys() {
    return Stream.concat(
        Stream.of(FieldDecision.Reason.values())
            .map(reason -> "rebase.reason." + reason.name().toLowerCase(Locale.ROOT)),
        Stream.of(EntityMerge.Kind.values())
            .filter(kind -> kind != EntityMerge.Kind.MERGED)
            .map(kind -> "rebase.kind." + kind.name().toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void hasWords(String key) {
    assertThat(Texts.load().find(key)).isPresent();
  }
}
