package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredTextTest {
  @Test
  void textForPeopleLosesOnlyWhatCannotBeKept() {
    assertThat(StoredText.readable("a é 😀 \u0000 \ud800 z")).isEqualTo("a é 😀 \uFFFD \uFFFD z");
    assertThat(StoredText.readable("plain 😀")).isEqualTo("plain 😀");
  }

  @Test
  void jsonKeepsItsMeaning() {
    assertThat(StoredText.json("[\"\udc00 😀\"]")).isEqualTo("[\"\\udc00 😀\"]");
  }
}
