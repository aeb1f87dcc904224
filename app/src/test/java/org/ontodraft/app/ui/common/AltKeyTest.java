package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.ui.testing.FxTest;

@ExtendWith(FxTest.class)
class AltKeyTest {
  /** A key that goes down is written large, one that comes up small; A is Alt. */
  @ParameterizedTest(name = "{0}: {1} times alone")
  @CsvSource({
    "Aa, 1",
    "ANna, 0",
    "ANan, 0",
    "ANanAa, 1",
    "AaAa, 2",
    "NnAa, 1",
    "ANnNna, 0",
  })
  void theMenuBarHearsOfAltThatWasPressedAlone(String keys, int alone) {
    List<KeyEvent> heard = new ArrayList<>();
    onFx(() -> {
      Scene scene = new Scene(new Pane());
      AltKey.install(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      scene.addEventHandler(KeyEvent.KEY_RELEASED, heard::add);
      keys.chars().forEach(key -> scene.getRoot().fireEvent(event((char) key)));
    });
    assertThat(heard.stream().filter(event -> event.getCode() == KeyCode.ALT)).hasSize(alone);
  }

  private static KeyEvent event(char key) {
    EventType<KeyEvent> type =
        Character.isUpperCase(key) ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED;
    KeyCode code = Character.toUpperCase(key) == 'A' ? KeyCode.ALT : KeyCode.N;
    return new KeyEvent(type, "", "", code, false, false, true, false);
  }
}
