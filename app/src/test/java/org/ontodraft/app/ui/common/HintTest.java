package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Until;
import org.testfx.api.FxRobot;

@ExtendWith(FxTest.class)
class HintTest {
  private final FxRobot robot = new FxRobot();
  private final Button send = new Button("Send");
  private final Label beside = new Label("Something else");

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void show() {
    stage = FxTest.onFx(() -> new Stage());
    FxTest.onFx(() -> {
      stage.setScene(new Scene(new VBox(80, send, beside), 300, 200));
      stage.show();
    });
  }

  @AfterEach
  void hide() {
    FxTest.onFx(stage::hide);
  }

  @Test
  void isSaidWhenTheMouseRestsOnTheNodeAndFollowsItsText() throws TimeoutException {
    FxTest.onFx(() -> Hint.say(send, "Opens a pull request"));
    robot.moveTo(beside);
    assertThat(FxTest.onFx(HintTest::said)).isEmpty();
    robot.moveTo(send);
    Until.fx(() -> said().equals(List.of("Opens a pull request")));
    FxTest.onFx(() -> Hint.say(send, "Sends it once more"));
    Until.fx(() -> said().equals(List.of("Sends it once more")));
    FxTest.onFx(() -> Hint.say(send, ""));
    Until.fx(() -> said().isEmpty());
  }

  @Test
  void aTextThatComesLaterIsSaidAsWell() throws TimeoutException {
    FxTest.onFx(() -> Hint.of(send));
    robot.moveTo(beside).moveTo(send);
    FxTest.onFx(() -> Hint.say(send, "Opens a pull request"));
    robot.moveTo(beside).moveTo(send);
    Until.fx(() -> said().equals(List.of("Opens a pull request")));
  }

  @Test
  void aNodeHasOne() {
    FxTest.onFx(() -> Hint.say(send, "Opens a pull request"));
    assertThat(Hint.of(send)).isSameAs(Hint.of(send));
    assertThat(Hint.of(send).text().get()).isEqualTo("Opens a pull request");
    assertThat(Hint.of(beside).text().get()).isEmpty();
  }

  private static List<String> said() {
    return Window.getWindows().stream()
        .filter(Tooltip.class::isInstance)
        .map(tooltip -> ((Tooltip) tooltip).getText())
        .toList();
  }
}
