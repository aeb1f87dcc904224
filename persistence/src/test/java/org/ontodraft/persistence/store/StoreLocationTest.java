package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names become part of a JDBC URL: only what cannot be anything else is let in. */
class StoreLocationTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "refused: {0}")
  @ValueSource(
      strings = {
        "",
        "Upper",
        "under_score",
        "dot.dot",
        "..",
        "a/b",
        "a\\b",
        "a;INIT=CREATE ALIAS X AS $$void x(){}$$",
        "a b",
        "é",
        "0123456789012345678901234567890123456789012345678901234567890123x"
      })
  void otherNamesAreRefused(String name) {
    assertThat(StoreLocation.isName(name)).isFalse();
    assertThatThrownBy(() -> new StoreLocation(folder, name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDataDirectoryThatWouldAddSettingsIsRefused() {
    Path odd = folder.resolve("x;INIT=CREATE ALIAS A FOR \"x\"");
    assertThat(StoreLocation.isDataDirectory(odd)).isFalse();
    assertThatThrownBy(() -> new StoreLocation(odd, "store"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOrdinaryNameIsTaken() {
    StoreLocation location = new StoreLocation(folder.resolve("Data é folder"), "labki-json-2");
    assertThat(location.folder()).isEqualTo(folder.resolve("Data é folder/stores/labki-json-2"));
  }
}
