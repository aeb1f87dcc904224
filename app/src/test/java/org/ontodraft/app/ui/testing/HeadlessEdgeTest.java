package org.ontodraft.app.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxTest.class)
class HeadlessEdgeTest {
  private static final int LAST = 10;

  private int pulses;

  @Test
  void aWindowThatIsMovedPartlyBelowTheScreenFailsNoTest() throws Exception {
    Stage stage =
        onFx(() -> {
          Stage low = new Stage();
          low.setScene(new Scene(new StackPane(new Label("low")), 300, 300));
          low.setX(10);
          low.setY(Screen.getPrimary().getBounds().getMaxY() - 100);
          low.show();
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              if (++pulses == LAST / 2) {
                low.setX(20);
              } else if (pulses == LAST) {
                stop();
              }
            }
          }.start();
          return low;
        });
    Until.fx(() -> pulses == LAST);
    assertThatCode(FxTest::settle).doesNotThrowAnyException();
    onFx(stage::close);
  }

  @Test
  void nothingElseIsForgiven() {
    assertThat(HeadlessEdge.isPainting(new IndexOutOfBoundsException())).isFalse();
    assertThat(HeadlessEdge.isPainting(new IllegalStateException())).isFalse();
  }
}
