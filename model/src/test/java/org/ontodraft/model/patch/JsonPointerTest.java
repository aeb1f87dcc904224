package org.ontodraft.model.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
  /** The pointers of RFC 6901 section 5, and a few more. */
  static Stream<Arguments> pointers() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("/foo", List.of("foo")),
        Arguments.of("/foo/0", List.of("foo", "0")),
        Arguments.of("/", List.of("")),
        Arguments.of("/a~1b", List.of("a/b")),
        Arguments.of("/c%d", List.of("c%d")),
        Arguments.of("/e^f", List.of("e^f")),
        Arguments.of("/g|h", List.of("g|h")),
        Arguments.of("/i\\j", List.of("i\\j")),
        Arguments.of("/k\"l", List.of("k\"l")),
        Arguments.of("/ ", List.of(" ")),
        Arguments.of("/m~0n", List.of("m~n")),
        Arguments.of("/~01", List.of("~1")),
        Arguments.of("/~00~10", List.of("~0/0")),
        Arguments.of("//", List.of("", "")));
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void readsAndWrites(String text, List<String> tokens) {
    assertThat(JsonPointer.parse(text)).isEqualTo(new JsonPointer(tokens));
    assertThat(new JsonPointer(tokens)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#/a", "/a~", "/~2", "/~~0"})
  void refusesWhatIsNoPointer(String text) {
    assertThatThrownBy(() -> JsonPointer.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
