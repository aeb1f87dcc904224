package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.forge.ForgeKind;
import org.ontodraft.app.ui.common.Navigator;

/** The last step, where news arrive by themselves while somebody looks. */
class LiveTrackWindowTest extends PullRequestWindow {
  @Override
  ForgeKind kind() {
    return ForgeKind.GITHUB;
  }

  @Override
  Duration pace() {
    return Duration.ofMillis(300);
  }

  @Test
  void what_is_said_and_decided_arrives_while_the_step_is_shown_and_no_longer()
      throws InterruptedException {
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    Waiting.until("the pull request", () -> server.pullRequests().size() == 1);
    Waiting.until("the last step", () -> isShown("#trackPane"));
    server.comment(1, "eve", "categories/A.json", 3, "Which alpha?");
    Waiting.until("the comment", () -> comments() == 1);
    server.review(1, "eve", true);
    Waiting.until("the review", () -> textOf("#tracked").contains("approved"));
    fire("#browse");
    Waiting.until("the browser", () -> window.pages().size() == 1);
    assertThat(window.pages().getFirst()).hasToString(server.origin() + "/acme/ontology/pull/1");
    server.review(1, "eve", false);
    server.check(1, false);
    Waiting.until(
        "what is in the way",
        () -> {
          String words = textOf("#tracked");
          return words.contains("Changes are asked for by eve")
              && words.contains("The checks failed");
        });
    window.press(KeyCode.ALT, KeyCode.B);
    Waiting.until("the step before", () -> isShown("#sendPane"));
    window.press(KeyCode.ALT, KeyCode.N);
    Waiting.until("the last step again", () -> isShown("#trackPane"));

    onFx(() -> {
      window.navigator().ifPresent(Navigator::openReview);
      return null;
    });
    Waiting.until("the review's own reading", () -> isShown(".review-rows"));
    waitForRounds(2);
    long before = readings();
    server.comment(1, "eve", "categories/A.json", 3, "And which beta?");
    waitForRounds(3);
    assertThat(readings()).as("nobody looks").isEqualTo(before);

    onFx(() -> {
      window.navigator().ifPresent(Navigator::openSubmit);
      return null;
    });
    Waiting.until("both", () -> comments() == 2);
    server.comment(1, "eve", "categories/A.json", 3, "And gamma?");
    Waiting.until("all three", () -> comments() == 3);
    Waiting.until("what goes on", () -> textOf("#send").contains("pull request #1"));
    server.close(1, false);
    Waiting.until("its end", () -> textOf("#tracked").contains("closed"));
    assertThat(textOf("#send")).as("the next one is another").doesNotContain("#1");
    assertThat(server.violations()).isEmpty();
  }

  private void waitForRounds(int count) throws InterruptedException {
    long wanted = asked() + count;
    Waiting.until("so many rounds", () -> asked() >= wanted);
  }

  /** How often the pull request itself was asked for. */
  private long asked() {
    return server.requests().stream().filter(one -> one.endsWith("/pulls/1")).count();
  }

  private long readings() {
    return server.requests().stream().filter(one -> one.contains("/pulls/1/comments")).count();
  }

  private int comments() {
    return onFx(() -> window.robot().lookup("#comments").queryAs(ListView.class).getItems().size());
  }
}
