package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.testing.ForgeServer;
import org.ontodraft.app.ui.common.Navigator;

/** What is said about a pull request and what became of it, in the real window. */
class TrackStepWindowTest extends PullRequestWindow {
  @Test
  void a_comment_is_read_on_its_field_and_answered() throws InterruptedException {
    assertThat(textOf("#promise")).startsWith("Nothing of the draft leaves this computer");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    assertThat(textOf("#promise"))
        .contains("was sent, as pull request #1")
        .doesNotContain("Nothing");
    server.comment(1, "eve", "categories/A.json", 3, "<b>Which</b> alpha?");
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the comment", () -> comments().getItems().size() == 1);
    Waiting.until(
        "its words",
        () -> onFx(() -> window.robot().lookup("<b>Which</b> alpha?").tryQuery().isPresent()));
    onFx(() -> {
      comments().getSelectionModel().select(0);
      return null;
    });
    window.type("#answer", "The first.");
    window.press(KeyCode.ENTER);
    Waiting.until("the answer", () -> server.said(1).contains("The first."));
    Waiting.until("both", () -> comments().getItems().size() == 2);
  }

  private ListView<?> comments() {
    return window.robot().lookup("#comments").queryAs(ListView.class);
  }

  @Test
  void a_comment_stands_on_its_field_in_the_review_where_it_is_answered_and_taken_up_by_keys()
      throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    server.comment(
        1, "eve", "categories/A.json", 3, "Better:\n```suggestion\n  \"label\": \"Alfa\"\n```");
    server.comment(1, "eve", "categories/A.json", 0, "This line went.");
    onFx(() -> {
      window.navigator().ifPresent(Navigator::openReview);
      return null;
    });
    Waiting.until("the comment", () -> onFx(() -> row("Better:") > 0));
    int gone = onFx(() -> row("This line went."));
    int field = onFx(() -> row("name=label"));
    int better = onFx(() -> row("Better:"));
    assertThat(gone).isPositive().isLessThan(field);
    assertThat(better).isEqualTo(field + 1);

    select(better);
    window.press(KeyCode.C);
    Waiting.until("the form", () -> isShown("#answer-words"));
    onFx(() -> {
      window.robot().lookup("#answer-words").queryAs(TextInputControl.class).setText("Is it?");
      window.robot().lookup("Send the answer").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the answer", () -> server.said(1).contains("Is it?"));
    Waiting.until("its row", () -> onFx(() -> row("Is it?") > 0));

    select(onFx(() -> row("Better:")));
    window.press(KeyCode.A);
    Waiting.until(
        "the suggestion",
        () -> draft.effective().get().document(A).label().equals(Optional.of("Alfa")));
  }

  @Test
  void what_a_maintainer_changed_before_merging_is_listed_with_both_values()
      throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    server.editBranch(1, "categories/A.json", "{\n  \"id\": \"A\",\n  \"label\": \"Alfa\"\n}\n");
    server.merge(1, ForgeServer.Way.MERGE);
    onFx(() -> {
      window.robot().lookup("#askForge").queryAs(ButtonBase.class).fire();
      return null;
    });
    Waiting.until("the list", () -> isShown("#landed"));
    Waiting.until(
        "both values",
        () ->
            window.robot().lookup("Sent: \"Alpha\"").tryQuery().isPresent()
                && window.robot().lookup("Landed: \"Alfa\"").tryQuery().isPresent());
  }
}
