package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Until;

@ExtendWith(FxTest.class)
class GraduallyTest {
  private final List<String> made = Collections.synchronizedList(new ArrayList<>());

  private List<Runnable> parts(String name, int count) {
    return IntStream.range(0, count).<Runnable>mapToObj(at -> () -> made.add(name + at)).toList();
  }

  private static Stream<String> names(String name, int count) {
    return IntStream.range(0, count).mapToObj(at -> name + at);
  }

  @Test
  void someAtOnceTheOthersByAndBy() throws Exception {
    onFx(() -> {
      new Gradually(2).make(2, parts("a", 7));
      assertThat(made).containsExactly("a0", "a1");
    });
    Until.fx(() -> made.size() == 7);
    assertThat(made).containsExactlyElementsOf(names("a", 7).toList());
  }

  @Test
  void whoeverBeganFirstIsServedFirst() throws Exception {
    onFx(() -> {
      new Gradually(1).make(0, parts("a", 3));
      new Gradually(1).make(1, parts("b", 4));
      assertThat(made).containsExactly("b0");
    });
    Until.fx(() -> made.size() == 7);
    assertThat(made).containsSubsequence("a0", "b1").containsSubsequence("a2", "b3");
  }

  @Test
  void whatStandsAsideWaitsForAllOthers() throws Exception {
    onFx(() -> {
      Gradually.aside(1).make(0, parts("a", 3));
      new Gradually(1).make(1, parts("b", 4));
    });
    Until.fx(() -> made.size() == 7);
    assertThat(made).containsSubsequence("b1", "a0").containsSubsequence("b3", "a2");
  }

  @Test
  void whatIsStoppedHoldsNobodyUp() throws Exception {
    onFx(() -> {
      Gradually stopped = new Gradually(1);
      stopped.make(0, parts("a", 3));
      new Gradually(1).make(0, parts("b", 2));
      stopped.stop();
    });
    Until.fx(() -> made.size() == 2);
    assertThat(made).containsExactly("b0", "b1");
  }

  @ParameterizedTest(name = "of {0}, {1} there: {2}")
  @CsvSource({"abcdef, '', 2", "abcdef, abcdef, 6", "abcdef, abc, 5", "abcdef, ace, 5", "a, '', 1"})
  void whatWasThereStays(String parts, String made, int atOnce) {
    List<String> letters = List.of(parts.split(""));
    assertThat(Gradually.atOnce(letters, made::contains, 2)).isEqualTo(atOnce);
  }

  @Test
  void whatIsFinishedIsThereAtOnce() {
    onFx(() -> {
      Gradually all = new Gradually(1);
      all.make(0, parts("a", 5));
      all.finish();
      assertThat(made).containsExactlyElementsOf(names("a", 5).toList());
    });
  }
}
