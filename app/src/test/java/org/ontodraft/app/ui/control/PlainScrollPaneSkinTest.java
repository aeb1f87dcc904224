package org.ontodraft.app.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;

@ExtendWith(FxTest.class)
class PlainScrollPaneSkinTest {
  @Test
  void noScrollPaneKeepsAPictureOfWhatItShows() {
    assertThat(onFx(() -> viewport(new ScrollPane(new Label("long"))).isCache())).isFalse();
  }

  @Test
  void norDoesATextArea() {
    assertThat(onFx(() -> viewport(new TextArea("long")).isCache())).isFalse();
  }

  private static Node viewport(Parent shown) {
    Scene scene = new Scene(shown, 100, 100);
    Screenshots.theme().attach(scene);
    shown.applyCss();
    shown.layout();
    return shown.lookup(".viewport");
  }
}
